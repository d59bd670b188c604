/**
 * Rows that several files have (`formats.md`, Reading tables): a row equal in every field to one of another file is read
 * once. Where one file has it twice, that file decides.
 */
import {compareText, type Source} from '../model/source.ts'

export type ComparableRow = {
  readonly source: Source
  /** Which of the files, for two may share a name. */
  readonly fileId: string
  /** Equal for rows that are equal in every field: it costs little, and only rows of one number have their contents compared. */
  readonly number: string
  /** Equal for rows that are equal in every field, and for no others, whatever form the file has. */
  readonly content: () => string
}

/** The rows in the order given, without those that another file has as often or more. */
export function withoutRepeated<Item extends ComparableRow>(rows: readonly Item[]): Item[] {
  const isOfOneFile = (some: readonly Item[]): boolean => some.every(({fileId}) => fileId === some[0]?.fileId)
  if (isOfOneFile(rows)) return [...rows]
  const dropped = new Set<Item>()
  for (const sameNumber of Map.groupBy(rows, ({number}) => number).values()) {
    if (isOfOneFile(sameNumber)) continue
    for (const equalRows of Map.groupBy(sameNumber, ({content}) => content()).values()) {
      const byFile = [...Map.groupBy(equalRows, ({fileId}) => fileId)]
      const [, ...others] = byFile.toSorted(([idA, a], [idB, b]) => b.length - a.length || compareText(idA, idB))
      for (const [, repeatedRows] of others) for (const row of repeatedRows) dropped.add(row)
    }
  }
  return rows.filter((row) => !dropped.has(row))
}
