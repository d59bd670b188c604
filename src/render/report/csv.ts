/** One grouping of the report as CSV text, for a spreadsheet: `;`, CRLF, a decimal comma, text that is no formula. */
import {type Cell, csvText} from '../../files/csv.ts'
import type {CellValue, ColumnKind} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'
import {ore} from '../../model/money.ts'
import {type Grouping, groupings} from './labels.ts'
import {type Grouped, groupTable} from './tables.ts'
import type {ReportView} from './view.ts'

export const reportCsv = (figures: Grouped, {by, rendering}: ReportView): string =>
  csvOf(figures, by, rendering.language)

function csvOf(figures: Grouped, by: Grouping, language: Language): string {
  const {columns, rows} = groupTable(figures, by, language)
  const cells = rows.map((row) => row.map((value, index) => cellOf(value, columns[index]?.kind ?? 'text')))
  return csvText([columns.map(({header}) => header), ...cells], 'people')
}

function cellOf(value: CellValue, kind: ColumnKind): Cell {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (kind === 'amount') return ore(value)
  return kind === 'percent' ? value.toFixed(1).replace('.', ',') : String(value)
}

/** Whether a file begins as this report does, by whatever it is grouped and in whichever language. */
export function isReportCsv(text: string): boolean {
  const empty: Grouped = {months: [], weeks: [], paragraphs: [], suppliers: [], reasons: []}
  const headers = groupings.flatMap((by) => [csvOf(empty, by, 'da'), csvOf(empty, by, 'en')])
  return headers.some((header) => text.startsWith(header))
}
