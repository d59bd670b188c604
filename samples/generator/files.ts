/** Tables as bytes: CSV in the dialects that come from real systems, and XLSX. */
import ExcelJS from 'exceljs'
import {danishDate, groupedKroner, kroner} from './danish.ts'
import type {Cell, Table} from './tables.ts'

export type Dialect = {
  readonly delimiter: ';' | ',' | '\t'
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16'
  /** Amounts as `1.234,50`, `1234,50` or `1234.50`. */
  readonly amounts: 'grouped' | 'plain' | 'point'
  readonly dates: '-' | '.' | 'iso'
  readonly newline: '\r\n' | '\n'
}

export const usual: Dialect = {delimiter: ';', encoding: 'utf-8', amounts: 'plain', dates: '-', newline: '\r\n'}

export const dialects: readonly Dialect[] = [
  usual,
  {delimiter: ';', encoding: 'windows-1252', amounts: 'grouped', dates: '.', newline: '\r\n'},
  {delimiter: ',', encoding: 'utf-8-bom', amounts: 'point', dates: 'iso', newline: '\n'},
  {delimiter: '\t', encoding: 'utf-16', amounts: 'grouped', dates: '-', newline: '\r\n'},
]

export function csvBytes({headers, rows}: Table, dialect: Dialect = usual): Uint8Array {
  const lines = [headers, ...rows.map((row) => row.map((cell) => plainText(cell, dialect)))]
  return encoded(
    lines
      .map((line) => `${line.map((value) => quoted(value, dialect)).join(dialect.delimiter)}${dialect.newline}`)
      .join(''),
    dialect,
  )
}

/** Amounts and dates are numbers and dates in the sheet; a title stands above the header where one is given. */
export async function xlsxBytes({headers, rows}: Table, sheetName: string, title?: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const epoch = new Date(Date.UTC(2026, 0, 1))
  workbook.created = epoch
  workbook.modified = epoch
  const sheet = workbook.addWorksheet(sheetName)
  if (title) sheet.addRows([[title], []])
  sheet.addRow([...headers])
  for (const row of rows) {
    const added = sheet.addRow(row.map(sheetValue))
    row.forEach((cell, at) => {
      if (cell?.kind === 'amount') added.getCell(at + 1).numFmt = '#,##0.00'
      if (cell?.kind === 'date') added.getCell(at + 1).numFmt = 'dd-mm-yyyy'
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function sheetValue(cell: Cell): string | number | Date | null {
  if (!cell) return null
  if (cell.kind === 'text') return cell.text
  return cell.kind === 'amount' ? cell.ore / 100 : new Date(`${cell.date}T00:00:00Z`)
}

function plainText(cell: Cell, {amounts, dates}: Dialect): string {
  if (!cell) return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'date') return dates === 'iso' ? cell.date : danishDate(cell.date, dates)
  if (amounts === 'grouped') return groupedKroner(cell.ore)
  return amounts === 'plain' ? kroner(cell.ore) : kroner(cell.ore).replace(',', '.')
}

const quoted = (value: string, {delimiter}: Dialect): string =>
  value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

function encoded(all: string, {encoding}: Dialect): Uint8Array {
  if (encoding === 'utf-16') return Buffer.from(`\ufeff${all}`, 'utf16le')
  // Of the characters made here, only the dash differs between Latin-1 and Windows-1252.
  if (encoding === 'windows-1252') return Buffer.from(all, 'latin1').map((byte, at) => (all[at] === '–' ? 0x96 : byte))
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${all}` : all)
}
