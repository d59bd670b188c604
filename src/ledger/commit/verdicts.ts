/**
 * The tables `citizens`, `documents`, `verdicts`, `lines` and `postings` (`formats.md`, The ledger): takes the records
 * of one run and adds them. Here the ledger itself refuses to have a document posted twice, whatever the matching says.
 */

import type {DatabaseSync} from 'node:sqlite'
import type {Cpr} from '../../model/citizen.ts'
import {RunFault} from '../../model/input-error.ts'
import type {PostedLineRef} from '../../model/posting.ts'
import {maskCpr, maskCprIn} from '../../text/mask.ts'
import type {ReadableLedger} from '../ledger.ts'
import {finder, inserter, query} from '../open/database.ts'
import {encrypt} from '../open/key-file.ts'
import type {LineRecord, PostingRecord, VerdictRecord} from './run-records.ts'

/** Adds verdicts, and finds or adds what they refer to. Throws a RunFault for what must not be posted. */
export type VerdictWriter = {
  readonly add: (verdict: VerdictRecord) => void
  readonly citizenId: (citizen: Cpr) => number
  /** Undefined where neither the ledger nor this run has such a document. */
  readonly documentId: (key: string) => number | undefined
}

export function verdictWriter({database, key, hashOf}: ReadableLedger, run: number): VerdictWriter {
  const insert = inserters(database)
  const find = finders(database)
  const encrypted = (text: string): string => encrypt(key, text)
  const citizenIds = new Map<Cpr, number>()

  const citizenId = (citizen: Cpr): number => {
    const known = citizenIds.get(citizen)
    if (known !== undefined) return known
    const hash = hashOf(citizen)
    const id = find.citizen(hash) ?? insert.citizen({hash, masked: maskCpr(citizen), first_run: run})
    citizenIds.set(citizen, id)
    return id
  }
  const documentId = (documentKey: string): number | undefined => find.document(encrypted(documentKey))

  const lineOf = ({documentKey, lineNumber}: PostedLineRef): number => {
    const line = find.postedLine(encrypted(documentKey), encrypted(lineNumber))
    if (line === undefined) throw unknownLine(documentKey)
    return line
  }
  const addPosting = (line: number, posting: PostingRecord): void => {
    insert.posting({
      line,
      grant_id: encrypted(posting.grantId),
      citizen: citizenId(posting.citizen),
      supplier_cvr: posting.supplierCvr,
      paragraph: encrypted(posting.paragraph),
      service: encrypted(posting.service),
      period_from: posting.period.from,
      period_to: posting.period.to,
      amount: posting.amount,
      account: posting.account,
      psp_element: posting.pspElement,
      reverses: posting.reverses && lineOf(posting.reverses),
      paid_to: posting.paidTo,
    })
  }
  const addLine = (verdict: number, line: LineRecord): void => {
    const id = insert.line({
      verdict,
      line_number: encrypted(line.lineNumber),
      source_file: line.file,
      source_row: line.row,
      citizen: line.citizen && citizenId(line.citizen),
      amount: line.amount,
      expected: line.expected,
      period_from: line.period?.from ?? null,
      period_to: line.period?.to ?? null,
      period_basis: line.period?.basis ?? null,
      reason: line.reason,
      owner: line.owner,
      unit: line.postingGroup,
      paragraphs: JSON.stringify(line.paragraphs),
      claim_from: line.billedMonth?.period.from ?? null,
      claim_to: line.billedMonth?.period.to ?? null,
      claim_basis: line.billedMonth?.basis ?? null,
      claim_doubtful: line.billedMonth && Number(line.billedMonth.doubtful),
    })
    for (const posting of line.postings) addPosting(id, posting)
  }
  const add = (verdict: VerdictRecord): void => {
    const known = documentId(verdict.key)
    if (verdict.outcome === 'posted' && known !== undefined && find.isPosted(known)) throw postedBefore(verdict.key)
    const document = known ?? insert.document({key: encrypted(verdict.key), first_run: run})
    const id = insert.verdict({
      run,
      document,
      outcome: verdict.outcome,
      reason: verdict.reason,
      owner: verdict.owner,
      posted_in: verdict.postedIn,
      document_number: encrypted(verdict.documentNumber),
      invoice_number: encrypted(verdict.invoiceNumber),
      type: verdict.type,
      issue_date: verdict.issueDate,
      due_date: verdict.dueDate,
      supplier_cvr: encrypted(verdict.supplierCvr),
      supplier_name: verdict.supplierName,
      gln: verdict.gln,
      currency: verdict.currency,
      total: verdict.total,
      fingerprint: verdict.fingerprint,
      problems: JSON.stringify(verdict.problems),
    })
    for (const line of verdict.lines) addLine(id, line)
  }
  return {add, citizenId, documentId}
}

const inserters = (database: DatabaseSync) => ({
  citizen: inserter(database, 'citizens'),
  document: inserter(database, 'documents'),
  verdict: inserter(database, 'verdicts'),
  line: inserter(database, 'lines'),
  posting: inserter(database, 'postings'),
})

function finders(database: DatabaseSync) {
  const idBy = (sql: string) => {
    const find = finder(database, query<{readonly id: number}>(sql))
    return (...values: (string | number)[]): number | undefined => find(...values)?.id
  }
  const postedVerdict = idBy(
    'SELECT posted_verdict AS id FROM document_states WHERE document = ? AND posted_verdict IS NOT NULL',
  )
  return {
    citizen: idBy('SELECT id FROM citizens WHERE hash = ?'),
    document: idBy('SELECT id FROM documents WHERE key = ?'),
    isPosted: (document: number): boolean => postedVerdict(document) !== undefined,
    postedLine: idBy(`
      SELECT lines.id FROM document_states JOIN lines ON lines.verdict = posted_verdict
      WHERE key = ? AND line_number = ? ORDER BY lines.id LIMIT 1`),
  }
}

const postedBefore = (key: string): RunFault =>
  new RunFault({
    da: `Bilaget ${shown(key)} er bogført før og bogføres ikke igen. Intet er skrevet; meld fejlen til dem, der vedligeholder bills.`,
    en: `Document ${shown(key)} was posted before and is not posted again. Nothing was written; report this to those who maintain bills.`,
  })

const unknownLine = (key: string): RunFault =>
  new RunFault({
    da: `En kreditnota tager en linje i bilaget ${shown(key)} tilbage, som ledger-filen ikke kender som bogført. Intet er skrevet; meld fejlen til dem, der vedligeholder bills.`,
    en: `A credit note takes back a line of document ${shown(key)} that the ledger does not know as posted. Nothing was written; report this to those who maintain bills.`,
  })

/** Without the prefix of its kind (`src/match/document-key.ts`), and no CPR number whole. */
const shown = (key: string): string => maskCprIn(key.replace(/^[a-z]+:/, ''))
