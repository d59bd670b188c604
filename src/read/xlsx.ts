/** XLSX: bytes to sheets. What a cell shows is what counts: a formula's cached result, a hyperlink's text. */
import ExcelJS from 'exceljs'
import {isoDate} from '../domain/calendar.ts'
import {InputError} from '../domain/input-error.ts'
import {type Cell, longestCell, type Row, type Sheet} from './cell.ts'
import {tooLong} from './csv.ts'

/** Parts of a sheet that hold no values; LibreOffice lets validations reach over a million rows. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'drawing',
  'picture',
  'legacyDrawing',
  'extLst',
  'autoFilter',
]

export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, {ignoreNodes})
  } catch (error) {
    throw new InputError(
      {file},
      {
        da: 'Projektmappen kan ikke åbnes: filen er afkortet eller beskadiget. Gem den igen som .xlsx.',
        en: 'The workbook cannot be opened: the file is cut short or damaged. Save it again as .xlsx.',
      },
      {cause: error},
    )
  }
  return workbook.worksheets.map((sheet) => ({name: sheet.name, rows: rowsOf(file, sheet)}))
}

function rowsOf(file: string, sheet: ExcelJS.Worksheet): Row[] {
  const rows: Row[] = []
  sheet.eachRow((row, number) => {
    const values = row.values as readonly ExcelJS.CellValue[]
    const cells = Array.from({length: Math.max(0, values.length - 1)}, (_, at) => cellOf(values[at + 1]))
    const long = cells.findIndex((cell) => typeof cell === 'string' && cell.length > longestCell)
    if (long >= 0) throw tooLong(file, number, long)
    if (cells.some((cell) => cell !== '')) rows.push({row: number, cells})
  })
  return rows
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
  if ('hyperlink' in value) return cellOf(value.text as ExcelJS.CellValue)
  return 'result' in value ? cellOf(value.result as ExcelJS.CellValue) : ''
}

/** The day of a date cell; a time of day is left out. */
function dayOf(date: Date): Cell {
  const day = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  return day ? {date: day} : {error: '#DATE'}
}
