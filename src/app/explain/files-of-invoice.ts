/** Which files of a run hold something of one invoice (`formats.md`, Written by one run). */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {HistoricVerdict} from '../../ledger/read/invoice-history.ts'
import {dryRunEnding} from '../../outputs/dry-run-ending.ts'

/** Names, without the folder; null where the run's folder is not found: then every posting file may hold it. */
export function filesOfInvoice(
  {outcome, run, sent, documentNumber, invoiceNumber}: HistoricVerdict,
  folder: string | null,
): string[] {
  const ending = run.dryRun ? dryRunEnding : ''
  const names = new Set(run.files.map(({name}) => name))
  const written = (...wanted: string[]): string[] => wanted.filter((name) => names.has(name))
  if (outcome === 'exception') return written('exceptions.xlsx', 'exceptions.csv', `opus-remarks.csv${ending}`)
  if (outcome === 'alreadyPosted') return written(`opus-remarks.csv${ending}`)
  const postings = run.files.map(({name}) => name).filter((name) => /^opus-posting-.*\.csv/.test(name))
  const reference = documentNumber || invoiceNumber
  const holding = folder ? postings.filter((name) => hasReference(join(folder, name), reference)) : postings
  const documents = sent.map(({file, id}) => `${file} (RECEIV_DOC ${id})`)
  return [...holding, ...documents, ...written(`opus-remarks.csv${ending}`, `sensum-paid.csv${ending}`)]
}

/** `Referencenøgle` is the last column of a posting line. */
function hasReference(file: string, reference: string): boolean {
  if (!existsSync(file)) return false
  const quoted = `"${reference.replaceAll('"', '""')}"`
  return readFileSync(file, 'latin1')
    .split('\r\n')
    .some((line) => line.endsWith(`;${asLatin1(reference)}`) || line.endsWith(`;${asLatin1(quoted)}`))
}

/** UTF-8 bytes read as Latin-1; for plain ASCII, as numbers are, the text itself. */
const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
