/**
 * Reads files, folders and zips (`formats.md`, Reading tables): takes paths, returns the tables and e-invoices in them, and
 * the files that were skipped. A file that cannot be used throws an InputError.
 */
import type {Config} from '../config/schema.ts'
import {describeProblem} from '../exceptions/problems.ts'
import {isZip} from '../files/zip.ts'
import {InputError} from '../model/input-error.ts'
import type {Invoice} from '../model/invoice.ts'
import {compareText} from '../model/source.ts'
import type {TableKind} from '../model/tables/tables.ts'
import {refusedFileInvoice, ublInvoice} from '../normalise/ubl/invoice.ts'
import {type FoundFile, findInputs} from '../read/find-inputs.ts'
import {readTable} from '../read/read-table.ts'
import type {Table} from '../read/table.ts'
import {type RefusedFile, readUbl, refused} from '../read/ubl/read-ubl.ts'
import {looksLikeXml} from '../read/ubl/xml-text.ts'

/** A file of a folder or zip that is not what was looked for. */
export type OtherFile = Pick<FoundFile, 'file' | 'sha256'>

/** Tables sorted by the name of their file. */
export type TableFiles = {readonly tables: readonly Table[]; readonly skipped: readonly OtherFile[]}

export type InvoiceFiles = TableFiles & {readonly eInvoices: readonly Invoice[]}

/** The tables of one kind. */
export async function readTables(kind: TableKind, given: readonly string[], config: Config): Promise<TableFiles> {
  const tables: Table[] = []
  const skipped: OtherFile[] = []
  for await (const file of findInputs(given)) {
    if (file.kind === 'refused') throw unusable(file)
    const table = await tableOrSkipped(kind, file, config)
    if (table) tables.push(table)
    else skipped.push(otherFile(file))
  }
  if (tables.length === 0 && given.length > 0) throw noneFound(kind, given)
  return {tables: tables.toSorted(byName), skipped}
}

/** Tables of invoices, and e-invoices in XML beside them, each turned into its invoice before the next is read. */
export async function readInvoiceFiles(given: readonly string[], config: Config): Promise<InvoiceFiles> {
  const tables: Table[] = []
  const eInvoices: Invoice[] = []
  const skipped: OtherFile[] = []
  for await (const file of findInputs(given)) {
    const reading = file.kind === 'refused' ? file : isXml(file) ? readUbl(file) : null
    if (reading?.kind === 'document') eInvoices.push(ublInvoice(reading, config))
    else if (reading?.kind === 'refused') eInvoices.push(refusedFileInvoice(reading, config))
    else if (file.kind === 'refused') continue
    else if (reading?.kind === 'other' && !file.isFromFolder) {
      eInvoices.push(refusedFileInvoice(refused(file.file, file.sha256, 'XML', reading.root, 'xmlInvoice'), config))
    } else {
      const table = reading ? null : await tableOrSkipped('invoices', file, config)
      if (table) tables.push(table)
      else skipped.push(otherFile(file))
    }
  }
  if (tables.length + eInvoices.length === 0) throw noneFound('invoices', given)
  return {tables: tables.toSorted(byName), eInvoices, skipped}
}

/** Without its bytes. */
const otherFile = ({file, sha256}: FoundFile): OtherFile => ({file, sha256})

const byName = (a: Table, b: Table): number => compareText(a.file, b.file) || compareText(a.sha256, b.sha256)

/** By content; a file that is named `.xml` and holds something else is one that cannot be read. */
const isXml = ({file, bytes, isForeign}: FoundFile): boolean =>
  !isForeign && (looksLikeXml(bytes) || (/\.xml$/i.test(file) && !isZip(bytes)))

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

/** A zip that cannot be unpacked may hold a table, which must not be missing. */
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
