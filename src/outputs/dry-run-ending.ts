/** The ending of files for OPUS and Sensum in a trial, so that nobody imports them. */
export const trialEnding = '.trial'

/** The name that a file would have if this were no trial. */
export const plainName = (name: string): string =>
  name.endsWith(trialEnding) ? name.slice(0, -trialEnding.length) : name
