/**
 * Reads everything that a run needs (`formats.md`): takes paths, returns the records, and what was read of which file. A
 * bad row is data; a file that cannot be used throws an InputError.
 */
import type {Config} from '../config/schema.ts'
import type {Invoice} from '../model/invoice.ts'
import type {Notice} from '../model/language.ts'
import type {InputFile, ReadInputs} from '../model/run.ts'
import {compareSources, compareText} from '../model/source.ts'
import {tables as declaredTables} from '../model/tables/tables.ts'
import {toChart, toMapping} from '../normalise/accounts.ts'
import {toBooked} from '../normalise/booked.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {toInvoices} from '../normalise/invoices.ts'
import type {Table} from '../read/table.ts'
import {type OtherFile, readInvoiceFiles, readTables, type TableFiles} from './read-files.ts'
import {sheetNotices} from './sheet-notices.ts'

export type InputPaths = {
  readonly invoices: readonly string[]
  readonly grants: readonly string[]
  readonly mapping: string
  readonly chart: string | null
  readonly booked: readonly string[]
}

/** Each kind becomes records before the next is read, so that the cells of a large file need not be kept in memory. */
export async function readInputs(paths: InputPaths, config: Config): Promise<ReadInputs> {
  const ofInvoices = await recordsOf(readInvoiceFiles(paths.invoices, config), ({tables, eInvoices}) => ({
    ...toInvoices(tables, config, eInvoices),
    xmlFiles: eInvoices.map(fileOfEInvoice),
  }))
  const ofGrants = await recordsOf(readTables('grants', paths.grants, config), ({tables}) =>
    toGrantRegister(tables, config),
  )
  const ofMapping = await recordsOf(readTables('mapping', [paths.mapping], config), ({tables: [table]}) =>
    toMapping(table as Table, config),
  )
  const chartPaths = paths.chart === null ? [] : [paths.chart]
  const ofChart = await recordsOf(readTables('chart', chartPaths, config), ({tables: [table]}) =>
    table ? toChart(table, config) : {chart: null, rowErrors: []},
  )
  const ofBooked = await recordsOf(readTables('booked', paths.booked, config), ({tables}) => toBooked(tables, config))

  const {invoices, repeatedRows, xmlFiles} = ofInvoices
  const [{register}, {mapping}, {chart}, {booked}] = [ofGrants, ofMapping, ofChart, ofBooked]
  const read = [ofInvoices, ofGrants, ofMapping, ofChart, ofBooked]
  return {
    batch: {invoices, register, mapping, chart, booked},
    files: [...read.flatMap(({files}) => files), ...xmlFiles].toSorted(
      (a, b) =>
        kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        compareText(a.name, b.name) ||
        compareText(a.sha256, b.sha256),
    ),
    rowErrors: read.flatMap(({rowErrors}) => rowErrors.toSorted((a, b) => compareSources(a.source, b.source))),
    repeatedRows,
    notices: read.flatMap(({notices}) => notices),
  }
}

async function recordsOf<Files extends TableFiles, Records>(
  reading: Promise<Files>,
  toRecords: (files: Files) => Records,
): Promise<Records & {readonly files: readonly InputFile[]; readonly notices: readonly Notice[]}> {
  const read = await reading
  return {
    ...toRecords(read),
    notices: sheetNotices(read.tables),
    files: [...read.tables.map(fileOfTable), ...read.skipped.map(skippedFile)],
  }
}

const fileOfTable = ({kind, file, sha256, rows}: Table): InputFile => ({name: file, kind, rows: rows.length, sha256})

/** The rows of an e-invoice are its lines. */
const fileOfEInvoice = ({lines, contentHash}: Invoice): InputFile => ({
  name: lines[0]?.source.file ?? '',
  kind: 'invoices',
  rows: lines.length,
  sha256: contentHash ?? '',
})

const skippedFile = ({file, sha256}: OtherFile): InputFile => ({name: file, kind: 'skipped', rows: 0, sha256})

const kindOrder: readonly string[] = [...Object.keys(declaredTables), 'skipped']
