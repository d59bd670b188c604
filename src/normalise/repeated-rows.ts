/**
 * Rows that several files have alike (`formats.md`, Reading tables): a row equal in every field to one of another
 * file is read once. Where one file has it twice, that file decides.
 */
import {compareText, type Source} from '../domain/source.ts'

export type Keyed = {
  readonly source: Source
  /** Which of the files, for two may share a name. */
  readonly fileId: string
  /** Equal for rows that are equal in every field, whatever form the file has. */
  readonly content: string
}

/** The rows in the order given, without those that another file has as often or more. */
export function withoutRepeated<Item extends Keyed>(rows: readonly Item[]): Item[] {
  if (new Set(rows.map(({fileId}) => fileId)).size < 2) return [...rows]
  const kept = new Set<Item>()
  for (const alike of Map.groupBy(rows, ({content}) => content).values()) {
    const byFile = [...Map.groupBy(alike, ({fileId}) => fileId)]
    const [most] = byFile.toSorted(([idA, a], [idB, b]) => b.length - a.length || compareText(idA, idB))
    for (const row of most?.[1] ?? []) kept.add(row)
  }
  return rows.filter((row) => kept.has(row))
}
