/** A table found in a file (`formats.md`, Reading tables): which column holds which field, and the rows below the header. */
import type {TableKind} from '../model/tables/tables.ts'
import type {Row} from './cell.ts'

export type Column = {
  readonly index: number
  /** As the file has it. */
  readonly header: string
}

export type Columns = ReadonlyMap<string, Column>

export type Table = {
  readonly kind: TableKind
  /** Without folders. */
  readonly file: string
  readonly sha256: string
  /** The sheet of a workbook; null for CSV. */
  readonly sheet: string | null
  /** Sheets after it that have the columns and rows too: they are not read. */
  readonly unreadSheets: readonly string[]
  readonly columns: Columns
  /** How many columns the header has: a cell beyond them is in no column. */
  readonly width: number
  /** Rows that hold something. */
  readonly rows: readonly Row[]
}
