/** Files and tables for tests: bytes as other programs write them, and tables without a file behind them. */
import {createHash} from 'node:crypto'
import ExcelJS from 'exceljs'
import type {TableKind} from '../../src/model/tables/tables.ts'
import type {Cell} from '../../src/read/cell.ts'
import {assignColumns} from '../../src/read/columns.ts'
import {fieldsOf} from '../../src/read/fields.ts'
import type {FileBytes} from '../../src/read/read-table.ts'
import type {Table} from '../../src/read/table.ts'

/** Born in 2057: a number whose leading zero a spreadsheet takes, and which no citizen has yet. */
export const unborn = '0101575678'

export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** Where Windows-1252 differs from Latin-1: all of its characters that have a place of their own. */
const windows1252 = new Map(
  [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((letter, at) => [
    letter,
    [
      0x80,
      ...Array.from({length: 11}, (_, next) => 0x82 + next),
      0x8e,
      ...Array.from({length: 12}, (_, next) => 0x91 + next),
      0x9e,
      0x9f,
    ][at] as number,
  ]),
)

/** Throws a RangeError where Windows-1252 has no such character. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return Uint8Array.from(text, (letter) => {
    const code = windows1252.get(letter) ?? letter.charCodeAt(0)
    if (code > 0xff || letter.length > 1) throw new RangeError(`not in Windows-1252: ${letter}`)
    return code
  })
}

export function fileOf(name: string, content: string | Uint8Array): FileBytes {
  const bytes = typeof content === 'string' ? encoded(content, 'utf-8') : content
  return {file: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes}
}

export type CsvForm = {readonly delimiter?: string; readonly newline?: string; readonly quoteAll?: boolean}

/** RFC 4180, quoted where it must be. */
export function csvOf(
  rows: readonly (readonly string[])[],
  {delimiter = ';', newline = '\r\n', quoteAll}: CsvForm = {},
) {
  const quoted = (cell: string): string =>
    quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((row) => `${row.map(quoted).join(delimiter)}${newline}`).join('')
}

/** As a cell of a workbook is given to exceljs; a string that looks like a number stays a string. */
export type SheetCell = ExcelJS.CellValue | undefined

/** The bytes of a workbook: sheets by name, from row 1. `shape` may do more to a sheet. */
export async function xlsxOf(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  shape?: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const [at, row] of rows.entries()) {
      for (const [column, value] of row.entries()) {
        if (value === undefined || value === null || value === '') continue
        const cell = sheet.getCell(at + 1, column + 1)
        cell.value = value
        if (value instanceof Date) cell.numFmt = 'dd-mm-yyyy'
      }
    }
    shape?.(sheet, workbook)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The day as exceljs writes it into a date cell. */
export const excelDay = (text: string): Date => new Date(`${text}T00:00:00Z`)

export type RowCells = Readonly<Record<string, Cell>>

/** A table of rows by field, under the fields' own headers: all that any of the rows has. The header is row 1. */
export function tableOf(kind: TableKind, rows: readonly RowCells[], file = `${kind}.csv`): Table {
  const fields = fieldsOf(kind).filter(({field}) => rows.some((row) => field in row))
  const headers = fields.map(({header}) => header)
  return {
    kind,
    file,
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    sheet: null,
    unreadSheets: [],
    columns: assignColumns(kind, headers, {}).columns,
    width: headers.length,
    rows: rows.map((row, at) => ({row: at + 2, cells: fields.map(({field}) => row[field] ?? '')})),
  }
}
