/** The ending of files for OPUS and Sensum in a trial, so that nobody imports them. */
export const dryRunEnding = '.trial'

/** The name that a file would have if this were no trial. */
export const plainName = (name: string): string =>
  name.endsWith(dryRunEnding) ? name.slice(0, -dryRunEnding.length) : name
