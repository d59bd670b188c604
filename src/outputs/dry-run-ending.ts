/** The names of files for OPUS and Sensum in a dry run (`formats.md`, Written by one run). */

/** So that nobody imports them. */
export const dryRunEnding = '.trial'

/** The name that a file would have in a run. */
export const plainName = (name: string): string =>
  name.endsWith(dryRunEnding) ? name.slice(0, -dryRunEnding.length) : name
