/** The ending of files for OPUS and Sensum in a trial, so that nobody imports them. */
export const trialEnding = '.trial'
