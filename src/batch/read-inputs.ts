/**
 * The reading stage: paths in, records out, and what was read of which file. A bad row is data; a file that cannot
 * be used throws an InputError.
 */

import type {Config} from '../config/schema.ts'
import {InputError} from '../domain/input-error.ts'
import {compareSources, compareText} from '../domain/source.ts'
import {toChart, toMapping} from '../normalise/accounts.ts'
import {toBooked} from '../normalise/booked.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {toInvoices} from '../normalise/invoices.ts'
import type {TableKind} from '../read/fields.ts'
import {type FoundFile, findInputs} from '../read/find-inputs.ts'
import {readTable} from '../read/read-table.ts'
import type {Table} from '../read/table.ts'
import type {InputFile, ReadInputs} from './run.ts'

export type InputPaths = {
  readonly invoices: readonly string[]
  readonly grants: readonly string[]
  readonly mapping: string
  readonly chart: string | null
  readonly booked: readonly string[]
}

export async function readInputs(paths: InputPaths, config: Config): Promise<ReadInputs> {
  const skipped: InputFile[] = []
  const tablesOf = async (kind: TableKind, given: readonly string[]): Promise<Table[]> => {
    const found = await readTables(kind, given, config)
    skipped.push(...found.skipped)
    return [...found.tables]
  }
  const invoiceTables = await tablesOf('invoices', paths.invoices)
  const grantTables = await tablesOf('grants', paths.grants)
  const mappingTables = await tablesOf('mapping', [paths.mapping])
  const chartTables = await tablesOf('chart', paths.chart === null ? [] : [paths.chart])
  const bookedTables = await tablesOf('booked', paths.booked)

  const {invoices, repeatedRows, rowErrors: ofInvoices} = toInvoices(invoiceTables, config)
  const {register, rowErrors: ofGrants} = toGrantRegister(grantTables, config)
  const [mappingTable] = mappingTables as [Table]
  const {mapping, rowErrors: ofMapping} = toMapping(mappingTable)
  const [chartTable] = chartTables
  const {chart, rowErrors: ofChart} = chartTable ? toChart(chartTable, config) : {chart: null, rowErrors: []}
  const {booked, rowErrors: ofBooked} = toBooked(bookedTables)

  const tables = [...invoiceTables, ...grantTables, ...mappingTables, ...chartTables, ...bookedTables]
  const files = tables.map(({kind, file, sha256, rows}): InputFile => ({name: file, kind, rows: rows.length, sha256}))
  return {
    batch: {invoices, register, mapping, chart, booked},
    files: [...files, ...skipped].toSorted(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.name, b.name) || compareText(a.sha256, b.sha256),
    ),
    rowErrors: [ofInvoices, ofGrants, ofMapping, ofChart, ofBooked].flatMap((errors) =>
      errors.toSorted((a, b) => compareSources(a.source, b.source)),
    ),
    repeatedRows,
  }
}

/** The tables of one kind in the files and folders given, and the files of folders that are something else. */
export async function readTables(
  kind: TableKind,
  given: readonly string[],
  config: Config,
): Promise<{readonly tables: readonly Table[]; readonly skipped: readonly InputFile[]}> {
  const tables: Table[] = []
  const skipped: InputFile[] = []
  for (const file of await findInputs(given)) {
    const table = await tableOrSkipped(kind, file, config)
    if (table) tables.push(table)
    else skipped.push({name: file.file, kind: 'skipped', rows: 0, sha256: file.sha256})
  }
  if (tables.length === 0 && given.length > 0) throw noneFound(kind, given)
  return {tables, skipped}
}

const kinds: readonly InputFile['kind'][] = ['invoices', 'grants', 'mapping', 'chart', 'booked', 'skipped']

/** In a folder, a file without the table's columns is something else, and left out; one that cannot be opened is not. */
async function tableOrSkipped(kind: TableKind, file: FoundFile, config: Config): Promise<Table | null> {
  try {
    return await readTable(kind, file, config.columns[kind])
  } catch (error) {
    if (file.isFromFolder && error instanceof InputError && error.isOtherContent) return null
    throw error
  }
}

function noneFound(kind: TableKind, given: readonly string[]): InputError {
  return new InputError(
    {file: given.join(', ')},
    {
      da: `Ingen fil her har de kolonner, der skal til (${kind}).`,
      en: `No file here has the columns that are needed (${kind}).`,
    },
  )
}
