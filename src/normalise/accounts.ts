/**
 * The support sheet and the chart of accounts as records (`formats.md`, Mapping and Chart of accounts): takes the
 * table, returns the records, and the rows that could not be read.
 */
import type {Config} from '../config/schema.ts'
import {type Chart, type ChartEntry, type Mapping, type MappingRow, pspElement} from '../model/accounts.ts'
import {InputError} from '../model/input-error.ts'
import type {Problem, RowError} from '../model/problem.ts'
import type {Source} from '../model/source.ts'
import {chartFields} from '../model/tables/chart.ts'
import {mappingFields} from '../model/tables/mapping.ts'
import type {TableKind} from '../model/tables/tables.ts'
import type {Table} from '../read/table.ts'
import {readRows, type TableRow} from './read-rows.ts'
import type {RowRules} from './row-rules.ts'

/** Throws an InputError for a row whose paragraph cannot be read: it could be any grant's. */
export function toMapping(
  table: Table,
  config: Config,
): {readonly mapping: Mapping; readonly rowErrors: readonly RowError[]} {
  const rows = readRows(table, mappingFields, mappingRules, config).map(mappingRow)
  return {mapping: {rows}, rowErrors: rowErrorsOf('mapping', rows)}
}

const mappingRules: RowRules<typeof mappingFields> = {rules: [], listedFirst: ['pspElement']}

function mappingRow({source, values, problems}: TableRow<typeof mappingFields>): MappingRow {
  const {paragraph} = values
  if (paragraph === null) {
    throw new InputError(
      {file: source.file, row: source.row, column: 'Paragraf'},
      {
        da: 'Støttearkets række har ingen paragraf, der kan læses, og kunne gælde enhver bevilling. Ret rækken.',
        en: 'The row of the support sheet has no paragraph that can be read, and could be any grant’s. Correct the row.',
      },
    )
  }
  return {source, ...values, paragraph, problems}
}

/** An entry that cannot be read opens no account: it is listed, and its number is not in the chart. */
export function toChart(
  table: Table,
  config: Config,
): {readonly chart: Chart; readonly rowErrors: readonly RowError[]} {
  const rows = readRows(table, chartFields, chartRules, config)
  return {
    chart: {entries: rows.flatMap((row) => chartEntry(row) ?? [])},
    rowErrors: rowErrorsOf('chart', rows),
  }
}

const chartRules: RowRules<typeof chartFields> = {
  rules: [],
  listedFirst: ['type', 'number', 'successor'],
  // Of a row that is neither PSP element nor account, nothing more is asked.
  unneeded: ({type}) => (type === null ? ['text', 'from', 'to', 'blocked'] : []),
}

function chartEntry({source, values, problems}: TableRow<typeof chartFields>): ChartEntry | null {
  const {type, number, successor, blocked} = values
  if (problems.length > 0 || type === null) return null
  const asWritten = (text: string): string => (type === 'PSP' ? (pspElement(text) ?? text) : text.toUpperCase())
  return {
    source,
    ...values,
    type,
    number: asWritten(number),
    blocked: blocked ?? false,
    successor: asWritten(successor),
  }
}

const rowErrorsOf = (
  table: TableKind,
  rows: readonly {readonly source: Source; readonly problems: readonly Problem[]}[],
): RowError[] => rows.flatMap(({source, problems}) => (problems.length > 0 ? [{source, table, problems}] : []))
