/**
 * XLSX (`formats.md`, Reading tables): takes the bytes of a file, returns its sheets. What a cell shows is what counts: a formula's cached result, a hyperlink's text. A workbook
 * whose formulas all lack a result was written by a program and never calculated: they are errors, not empty cells.
 */
import ExcelJS from 'exceljs'
import {withValuesAlone} from '../files/xlsx/values-only.ts'
import {isoDate} from '../model/calendar.ts'
import {InputError} from '../model/input-error.ts'
import {type Cell, longestCell, type Row, type Sheet} from './cell.ts'
import {tooLong} from './csv.ts'

/** Parts of a sheet that hold no values; LibreOffice lets validations reach over a million rows. */
const ignoreNodes = [
  ...['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'legacyDrawing', 'extLst', 'autoFilter'],
  ...['hyperlinks', 'tableParts'],
]

/** Throws an InputError. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook()
  try {
    const readable = await withValuesAlone(bytes)
    if (readable === null) throw otherDocument(file)
    await workbook.xlsx.load(new Uint8Array(readable).buffer, {ignoreNodes})
  } catch (error) {
    throw error instanceof InputError ? error : damaged(file, error)
  }
  const noResult = emptyResultOf(workbook)
  return workbook.worksheets.map((sheet) => ({name: sheet.name, rows: rowsOf(file, sheet, noResult)}))
}

const damaged = (file: string, cause: unknown): InputError =>
  new InputError(
    {file},
    {
      da: 'Projektmappen kan ikke åbnes: filen er afkortet eller beskadiget. Gem den igen som .xlsx.',
      en: 'The workbook cannot be opened: the file is cut short or damaged. Save it again as .xlsx.',
    },
    {cause},
  )

/** An `.ods`, an `.xlsb`, a letter: zips too. It may hold invoices: it is not left out of a folder. */
const otherDocument = (file: string): InputError =>
  new InputError(
    {file},
    {
      da: 'Filen er ikke en projektmappe i formatet .xlsx, men et dokument i et andet format (.ods, .xlsb, .docx). Gem udtrækket som .xlsx eller CSV.',
      en: 'The file is no workbook in the .xlsx format, but a document in another (.ods, .xlsb, .docx). Save the export as .xlsx or CSV.',
    },
  )

type NoResult = (cell: ExcelJS.Cell) => Cell

function rowsOf(file: string, sheet: ExcelJS.Worksheet, noResult: NoResult): Row[] {
  const rows: Row[] = []
  sheet.eachRow((row, number) => {
    const values = row.values as readonly ExcelJS.CellValue[]
    const cells = Array.from({length: Math.max(0, values.length - 1)}, (_, index) => {
      const value = values[index + 1]
      return isFormula(value) ? resultOf(row.getCell(index + 1), noResult) : cellOf(value)
    })
    const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > longestCell)
    if (long >= 0) throw tooLong(file, number, long)
    if (cells.some((cell) => cell !== '')) rows.push({row: number, cells})
  })
  return rows
}

const isFormula = (value: ExcelJS.CellValue | undefined): boolean =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

/** Asked of the cell, for the value that a row gives of it leaves out a result of zero or false. */
function resultOf(cell: ExcelJS.Cell, noResult: NoResult): Cell {
  const result = cell.result as ExcelJS.CellValue | undefined
  return result === undefined || result === null ? noResult(cell) : cellOf(result)
}

/** A result that is not there is empty text, where any formula of the workbook has one. */
function emptyResultOf(workbook: ExcelJS.Workbook): NoResult {
  let isCalculated: boolean | undefined
  return (cell) => {
    isCalculated ??= workbook.worksheets.some(hasResult)
    return isCalculated ? '' : {error: `=${cell.formula ?? ''}`}
  }
}

function hasResult(sheet: ExcelJS.Worksheet): boolean {
  let found = false
  sheet.eachRow((row) => {
    if (found) return
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Formula && cell.result !== undefined) found = true
    })
  })
  return found
}

function cellOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (value instanceof Date) return dayOf(value)
  if ('error' in value) return {error: value.error}
  if ('richText' in value)
    return value.richText
      .map(({text}) => text)
      .join('')
      .trim()
  return 'hyperlink' in value ? cellOf(value.text as ExcelJS.CellValue) : ''
}

/** The day of a date cell; a time of day is left out. */
function dayOf(date: Date): Cell {
  const day = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  return day ? {date: day} : {error: '#DATE'}
}
