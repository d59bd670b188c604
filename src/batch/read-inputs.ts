/**
 * The reading stage: paths in, records out, and what was read of which file. A bad row is data; a file that cannot
 * be used throws an InputError.
 */

import type {Config} from '../config/schema.ts'
import {InputError} from '../domain/input-error.ts'
import type {Invoice} from '../domain/invoice.ts'
import {compareSources, compareText} from '../domain/source.ts'
import {describeProblem} from '../exceptions/problems.ts'
import {toChart, toMapping} from '../normalise/accounts.ts'
import {toBooked} from '../normalise/booked.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {toInvoices} from '../normalise/invoices.ts'
import {refusedFileInvoice, ublInvoice} from '../normalise/ubl-invoice.ts'
import type {TableKind} from '../read/fields.ts'
import {type FoundFile, findInputs} from '../read/find-inputs.ts'
import {readTable} from '../read/read-table.ts'
import type {Table} from '../read/table.ts'
import {type RefusedFile, readUbl, refused} from '../read/ubl/read-ubl.ts'
import {looksLikeXml} from '../read/ubl/xml-text.ts'
import {isZip} from '../read/zip.ts'
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
  const {tables: invoiceTables, documents, skipped: notInvoices} = await readInvoiceFiles(paths.invoices, config)
  skipped.push(...notInvoices)
  const grantTables = await tablesOf('grants', paths.grants)
  const mappingTables = await tablesOf('mapping', [paths.mapping])
  const chartTables = await tablesOf('chart', paths.chart === null ? [] : [paths.chart])
  const bookedTables = await tablesOf('booked', paths.booked)

  const {invoices, repeatedRows, rowErrors: ofInvoices} = toInvoices(invoiceTables, config, documents)
  const {register, rowErrors: ofGrants} = toGrantRegister(grantTables, config)
  const [mappingTable] = mappingTables as [Table]
  const {mapping, rowErrors: ofMapping} = toMapping(mappingTable)
  const [chartTable] = chartTables
  const {chart, rowErrors: ofChart} = chartTable ? toChart(chartTable, config) : {chart: null, rowErrors: []}
  const {booked, rowErrors: ofBooked} = toBooked(bookedTables)

  const tables = [...invoiceTables, ...grantTables, ...mappingTables, ...chartTables, ...bookedTables]
  const files = tables.map(({kind, file, sha256, rows}): InputFile => ({name: file, kind, rows: rows.length, sha256}))
  files.push(...documents.map(fileOfDocument))
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

/** The tables of one kind in the files, folders and zips given, and the files of folders that are something else. */
export async function readTables(
  kind: TableKind,
  given: readonly string[],
  config: Config,
): Promise<{readonly tables: readonly Table[]; readonly skipped: readonly InputFile[]}> {
  const tables: Table[] = []
  const skipped: InputFile[] = []
  for await (const file of findInputs(given)) {
    if (file.kind === 'refused') throw unusable(file)
    const table = await tableOrSkipped(kind, file, config)
    if (table) tables.push(table)
    else skipped.push(skippedFile(file))
  }
  if (tables.length === 0 && given.length > 0) throw noneFound(kind, given)
  return {tables: tables.toSorted(compareFiles), skipped}
}

/** As `readTables`, and e-invoices in XML beside them, each turned into its invoice before the next is read. */
export async function readInvoiceFiles(
  given: readonly string[],
  config: Config,
): Promise<{
  readonly tables: readonly Table[]
  readonly documents: readonly Invoice[]
  readonly skipped: readonly InputFile[]
}> {
  const tables: Table[] = []
  const documents: Invoice[] = []
  const skipped: InputFile[] = []
  for await (const file of findInputs(given)) {
    const reading = file.kind === 'refused' ? file : isXml(file) ? readUbl(file) : null
    if (reading?.kind === 'document') documents.push(ublInvoice(reading, config))
    else if (reading?.kind === 'refused') documents.push(refusedFileInvoice(reading, config))
    else if (file.kind === 'refused') continue
    else if (reading?.kind === 'other' && !file.isFromFolder) {
      documents.push(refusedFileInvoice(refused(file.file, file.sha256, 'XML', reading.root, 'xmlInvoice'), config))
    } else {
      const table = reading ? null : await tableOrSkipped('invoices', file, config)
      if (table) tables.push(table)
      else skipped.push(skippedFile(file))
    }
  }
  if (tables.length + documents.length === 0) throw noneFound('invoices', given)
  return {tables: tables.toSorted(compareFiles), documents, skipped}
}

/** By content; a file that is named `.xml` and holds something else is one that cannot be read. */
const isXml = ({file, bytes, isForeign}: FoundFile): boolean =>
  !isForeign && (looksLikeXml(bytes) || (/\.xml$/i.test(file) && !isZip(bytes)))

/** An XML document counts the lines that it gave. */
const fileOfDocument = ({lines, contentHash}: Invoice): InputFile => ({
  name: lines[0]?.source.file ?? '',
  kind: 'invoices',
  rows: lines.length,
  sha256: contentHash ?? '',
})

const skippedFile = ({file, sha256}: FoundFile): InputFile => ({name: file, kind: 'skipped', rows: 0, sha256})

const compareFiles = (a: Table, b: Table): number => compareText(a.file, b.file) || compareText(a.sha256, b.sha256)

const kinds: readonly InputFile['kind'][] = ['invoices', 'grants', 'mapping', 'chart', 'booked', 'skipped']

/** In a folder, a file without the table's columns is something else, and left out; one that cannot be opened is not. */
async function tableOrSkipped(kind: TableKind, file: FoundFile, config: Config): Promise<Table | null> {
  if (file.isFromFolder && file.isForeign) return null
  try {
    return await readTable(kind, file, config.columns[kind])
  } catch (error) {
    if (file.isFromFolder && error instanceof InputError && error.isOtherContent) return null
    throw error
  }
}

/** A table that may be among what a zip does not give cannot be done without. */
const unusable = ({file, problem}: RefusedFile): InputError =>
  new InputError({file}, {da: `${describeProblem(problem, 'da')}.`, en: `${describeProblem(problem, 'en')}.`})

function noneFound(kind: TableKind, given: readonly string[]): InputError {
  return new InputError(
    {file: given.join(', ')},
    {
      da: `Ingen fil her har de kolonner, der skal til (${kind})${kind === 'invoices' ? ', og ingen er en e-faktura' : ''}.`,
      en: `No file here has the columns that are needed (${kind})${kind === 'invoices' ? ', and none is an e-invoice' : ''}.`,
    },
  )
}
