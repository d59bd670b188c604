/**
 * What a cell holds (`formats.md`, Reading tables), as far as a file says it: text (empty where there is nothing), a
 * number, a day, or a failed formula.
 */
import type {IsoDate} from '../model/calendar.ts'

export type Cell = string | number | {readonly date: IsoDate} | {readonly error: string}

/** A row as a person counts it in the file. */
export type Row = {readonly row: number; readonly cells: readonly Cell[]}

/** A sheet of a workbook, or a whole CSV file. */
export type Sheet = {readonly name: string | null; readonly rows: readonly Row[]}

/** The longest text that a spreadsheet's own cell can hold; what is longer is no cell of an export. */
export const longestCell = 32_767

export const isEmpty = (cell: Cell | undefined): boolean => cell === undefined || cell === ''

/** The cell as text, for messages and for fields that are text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return cellNumberText(cell)
  return 'date' in cell ? cell.date : cell.error
}

/** A spreadsheet's number in its own 15 significant digits, without the noise of binary fractions. */
export const cellNumberText = (value: number): string => {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toLocaleString('en-US', {useGrouping: false, maximumFractionDigits: 15}) : text
}
