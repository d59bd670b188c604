/**
 * The figures as tables: one for each grouping, and one for each further part. CSV and XLSX have every column; the
 * page has the brief ones. Cells are text, counts, øre, and per cent or points with one decimal.
 */

import type {CellValue, ColumnKind} from '../../files/xlsx/sheet.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import type {Figures, TimeGroup} from '../../report/figures.ts'
import {
  type Column,
  fixColumns,
  measureColumns,
  openColumns,
  paragraphColumns,
  reasonColumns,
  recurringColumns,
  supplierColumns,
  timeColumns,
} from './columns.ts'
import type {Grouping} from './labels.ts'

export type ReportColumn = {
  readonly header: string
  readonly kind: ColumnKind
  /** In characters. */
  readonly width: number
  /** Shown on the page too. */
  readonly isBrief: boolean
}

export type ReportTable = {
  readonly name: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly CellValue[])[]
}

const tableNames: Readonly<Record<Grouping | 'recurring' | 'open' | 'fixes', LocalizedText>> = {
  month: {da: 'Måneder', en: 'Months'},
  week: {da: 'Uger', en: 'Weeks'},
  paragraph: {da: 'Paragraffer', en: 'Paragraphs'},
  supplier: {da: 'Leverandører', en: 'Suppliers'},
  reason: {da: 'Årsager', en: 'Reasons'},
  recurring: {da: 'Kommer igen', en: 'Coming back'},
  open: {da: 'Åbne', en: 'Open'},
  fixes: {da: 'Løfter andelen', en: 'Lifts the rate'},
}

export type Grouped = Pick<Figures, 'months' | 'weeks' | 'paragraphs' | 'suppliers' | 'reasons'>

export function groupTable(
  {months, weeks, paragraphs, suppliers, reasons}: Grouped,
  by: Grouping,
  language: Language,
): ReportTable {
  const name = tableNames[by][language]
  if (by === 'reason') return tableOf(name, reasonColumns(language), reasons)
  if (by === 'supplier') return tableOf(name, [...supplierColumns(language), ...measureColumns(language)], suppliers)
  if (by === 'paragraph') return tableOf(name, [...paragraphColumns(language), ...measureColumns(language)], paragraphs)
  const time = [...timeColumns(by, language), ...measureColumns<TimeGroup>(language)]
  return tableOf(name, time, by === 'month' ? months : weeks)
}

export const recurringTable = ({recurring}: Figures, language: Language): ReportTable =>
  tableOf(tableNames.recurring[language], recurringColumns(language), recurring)

export const openTable = ({open}: Figures, language: Language): ReportTable =>
  tableOf(tableNames.open[language], openColumns(language), open.ages)

export const fixesTable = ({fixes}: Figures, language: Language): ReportTable =>
  tableOf(tableNames.fixes[language], fixColumns(language), fixes)

function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): ReportTable {
  return {
    name,
    columns: columns.map(({header, kind, width, isBrief}) => ({header, kind, width, isBrief})),
    rows: rows.map((row) => columns.map(({value}) => value(row))),
  }
}
