/** Where a record was read: the file's name without folders, and the row as a person counts it there (the header counts). */
export type Source = {readonly file: string; readonly row: number}

/** Files by name, then rows by number: for lists that people work through. */
export function compareSources(a: Source, b: Source): number {
  return compareText(a.file, b.file) || a.row - b.row
}

/** By code unit: the same on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
