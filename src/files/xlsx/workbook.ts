/**
 * Sheets to the bytes of an XLSX workbook, row by row, so that tens of thousands of rows take little memory. A header
 * that stays in view with a filter, Danish numbers and days; text is text, whatever it looks like.
 */
import {Writable} from 'node:stream'
import {setImmediate} from 'node:timers/promises'
import ExcelJS from 'exceljs'
import {dayNumber, type IsoDate} from '../../model/calendar.ts'
import {danishDate} from '../../text/dates.ts'
import type {CellValue, ColumnKind, Sheet, SheetColumn, Tint} from './sheet.ts'

/** `made` is the workbook's own date of making; a title says what it is, for programs too. */
export async function workbookBytes(sheets: readonly Sheet[], made: Date, title?: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({stream, useStyles: true, useSharedStrings: true})
  Object.assign(workbook, {creator: 'bills', lastModifiedBy: 'bills', created: made, modified: made, title})
  for (const sheet of sheets) await writeSheet(workbook, sheet)
  await workbook.commit()
  return Buffer.concat(chunks)
}

/** The title that a workbook was given; undefined where it has none, or the bytes are no workbook. */
export async function titleOf(bytes: Uint8Array): Promise<string | undefined> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
    return workbook.title
  } catch {
    return undefined
  }
}

/** After so many rows the writer is given time to pass on what it holds. */
const rowsAtOnce = 500

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheet: Sheet): Promise<void> {
  const {columns, rows} = sheet
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    views: [{state: 'frozen', ySplit: 1, xSplit: sheet.frozenColumns}],
    pageSetup: {orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0},
  })
  worksheet.columns = columns.map(({width, hidden = false, kind}) => ({width, hidden, style: styles[kind]}))
  worksheet.autoFilter = {from: {row: 1, column: 1}, to: {row: rows.length + 1, column: columns.length}}

  const header = worksheet.addRow(columns.map((column) => column.header))
  header.height = 2 * lineHeight
  columns.forEach((column, index) => {
    header.getCell(index + 1).style = headerStyle(column)
  })
  header.commit()

  for (const [rowIndex, cells] of rows.entries()) {
    const row = worksheet.addRow(cells.map((value, column) => shown(value, columns[column]?.kind ?? 'text')))
    columns.forEach(({kind, answer}, index) => {
      row.getCell(index + 1).style = answer ? answerStyles[kind] : styles[kind]
    })
    const tint = sheet.tints[rowIndex]
    if (tint) row.getCell(1).style = tinted[tint]
    row.height = lineHeight * linesOf(cells, columns)
    row.commit()
    if (rowIndex % rowsAtOnce === rowsAtOnce - 1) await setImmediate()
  }
  addDropDowns(worksheet, sheet)
  worksheet.commit()
}

/** Points; spreadsheets do not all work out the height of wrapped text by themselves. */
const lineHeight = 15

const linesOf = (cells: readonly CellValue[], columns: readonly SheetColumn[]): number =>
  columns.reduce((most, {kind, width}, index) => {
    const value = cells[index]
    return kind === 'wrapped' && typeof value === 'string' ? Math.max(most, wrappedLines(value, width)) : most
  }, 1)

/** Wrapped at words; no more lines than a spreadsheet's highest row can show. */
function wrappedLines(text: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(' ')) {
    if (used > 0 && used + word.length > width) {
      lines += 1
      used = 0
    }
    lines += Math.floor(word.length / (width + 1))
    used += word.length + 1
  }
  return Math.min(lines, 25)
}

/** Rows of one list that follow each other are one range: the file stays small. */
function addDropDowns(worksheet: ExcelJS.Worksheet, {dropDowns}: Sheet): void {
  for (const {column, firstRow, lastRow, range, refusal, isAdvice = false} of dropDowns) {
    const letter = worksheet.getColumn(column).letter
    const address = firstRow === lastRow ? `${letter}${firstRow}` : `${letter}${firstRow}:${letter}${lastRow}`
    validationsOf(worksheet).add(address, {
      type: 'list',
      allowBlank: true,
      formulae: [range],
      showErrorMessage: true,
      errorStyle: isAdvice ? 'warning' : 'stop',
      error: refusal,
    })
  }
}

type Validations = {readonly add: (address: string, validation: ExcelJS.DataValidation) => void}

/** The library has it, but its types leave it out. */
const validationsOf = (worksheet: ExcelJS.Worksheet): Validations =>
  (worksheet as ExcelJS.Worksheet & {readonly dataValidations: Validations}).dataValidations

/** What a cell of a spreadsheet can hold at most. */
const longestText = 32_767

function shown(value: CellValue, kind: ColumnKind): string | number | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return kind === 'day' ? daySerial(value as IsoDate) : value.slice(0, longestText)
  return kind === 'amount' ? value / 100 : value
}

/** Days since 30 December 1899, as spreadsheets count them; what they cannot count is text. */
const daySerial = (date: IsoDate): number | string =>
  date < '1900-03-01' ? danishDate(date) : dayNumber(date) - dayNumber('1899-12-30' as IsoDate)

const top = {vertical: 'top'} as const

/** Numbers keep clear of the text to their right. */
const right = {...top, horizontal: 'right', indent: 1} as const

const font = {name: 'Calibri', size: 11, family: 2} as const

/** Text cells have the format «text», so that a sheet which people edit goes on taking them for text. */
const styles: Readonly<Record<ColumnKind, Partial<ExcelJS.Style>>> = {
  text: {numFmt: '@', font, alignment: top},
  wrapped: {numFmt: '@', font, alignment: {...top, wrapText: true}},
  amount: {numFmt: '#,##0.00', font, alignment: right},
  day: {numFmt: 'dd-mm-yyyy', font, alignment: {...top, horizontal: 'left'}},
  count: {numFmt: '0', font, alignment: right},
  percent: {numFmt: '0.0', font, alignment: right},
}

function filled(argb: string): ExcelJS.Fill {
  return {type: 'pattern', pattern: 'solid', fgColor: {argb}}
}

/** A fill hides the lines between cells: the places to answer in have lines of their own. */
const answer = {
  fill: filled('FFFFF9E5'),
  border: {bottom: {style: 'thin', color: {argb: 'FFE3D9B5'}}, right: {style: 'thin', color: {argb: 'FFE3D9B5'}}},
} as const

const answerStyles: Readonly<Record<ColumnKind, Partial<ExcelJS.Style>>> = {
  text: {...styles.text, ...answer},
  wrapped: {...styles.wrapped, ...answer},
  amount: {...styles.amount, ...answer},
  day: {...styles.day, ...answer},
  count: {...styles.count, ...answer},
  percent: {...styles.percent, ...answer},
}

const tinted: Readonly<Record<Tint, Partial<ExcelJS.Style>>> = {
  rose: {...styles.text, fill: filled('FFFBE3E4')},
  sand: {...styles.text, fill: filled('FFFDF0D5')},
  sky: {...styles.text, fill: filled('FFE1EEFA')},
  mint: {...styles.text, fill: filled('FFE2F3E6')},
}

const isNumeric = (kind: ColumnKind): boolean => kind === 'amount' || kind === 'count' || kind === 'percent'

const headerStyle = ({answer = false, kind}: SheetColumn): Partial<ExcelJS.Style> => ({
  font: {...font, bold: true, color: {argb: 'FFFFFFFF'}},
  fill: filled(answer ? 'FF8A6D1B' : 'FF1F3A5F'),
  alignment: {
    ...(isNumeric(kind) ? right : {horizontal: 'left'}),
    vertical: 'middle',
    wrapText: true,
  },
})
