/**
 * CSV as in every file of a run (`formats.md`, Written by one run): takes rows of cells, returns the text, with `;`, CRLF,
 * and quotes only where needed.
 */
import {stringify} from 'csv-stringify/sync'
import {type Ore, plainKroner} from '../model/money.ts'

/** Text, or an amount that is written with a decimal comma. */
export type Cell = string | Ore

export type CsvFor =
  /** Read by OPUS or Sensum: the text is written as it is. */
  | 'machines'
  /** Opened in a spreadsheet: text that it would take for a formula gets an apostrophe before it. */
  | 'people'

export function csvText(rows: readonly (readonly Cell[])[], readers: CsvFor): string {
  return stringify(rows as Cell[][], {
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/, // a lone line break ends a row for most readers
    escape_formulas: readers === 'people',
    cast: {number: (amount) => plainKroner(amount as Ore)},
  })
}
