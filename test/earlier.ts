/** One run after another without a ledger: what a run's result becomes for the next one, as the ledger would keep it. */

import {fingerprint} from '../src/match/document-key.ts'
import type {BatchInputs, BatchResult} from '../src/model/batch.ts'
import type {IsoDate} from '../src/model/calendar.ts'
import {type Earlier, type EarlierDocument, type EarlierLine, nothingEarlier} from '../src/model/earlier.ts'
import type {Posting} from '../src/model/posting.ts'
import type {InvoiceVerdict, LineVerdict} from '../src/model/verdict.ts'
import {inputsOf, type RunFields, run} from './run.ts'

/** Runs each with what those before it left behind, and gives all the results. */
export function inTurn(...several: readonly RunFields[]): BatchResult[] {
  const results: BatchResult[] = []
  let earlier = nothingEarlier
  for (const fields of several) {
    const result = run({...fields, earlier})
    results.push(result)
    earlier = earlierFrom(result, inputsOf(fields), earlier)
  }
  return results
}

/** The last of several runs. */
export function lastOf(...several: readonly RunFields[]): BatchResult {
  const last = inTurn(...several).at(-1)
  if (!last) throw new RangeError('no run')
  return last
}

export function earlierFrom(result: BatchResult, inputs: BatchInputs, before: Earlier = nothingEarlier): Earlier {
  const runId = `run-${before.documents.length + 1}`
  const known = new Map(before.documents.map((document) => [document.key, document]))
  for (const verdict of result.verdicts) {
    const old = known.get(verdict.documentKey)
    if (old?.outcome !== 'posted') known.set(verdict.documentKey, documentOf(verdict, old, known.size + 1, runId))
  }
  const held = new Set(result.newlyHeld)
  const reversals = result.verdicts.flatMap(({lines}) => lines.flatMap(({postings}) => postings)).filter(isReversal)
  return {
    documents: [...known.values()].map((document) => ({
      ...document,
      held: held.has(document.key) ? 'CREDITED_UNPOSTED' : document.held,
      lines: document.lines.map((line) => withReversal(line, document.key, reversals, inputs, runId)),
    })),
    booked: [...before.booked, ...inputs.booked.rows],
    unreadableBooked: [...before.unreadableBooked, ...inputs.booked.unreadable],
    creditedNumbers: [...before.creditedNumbers, ...result.creditedNumbers],
    grantCount: inputs.register.grants.length,
  }
}

function documentOf(
  {invoice, documentKey, outcome, reason, lines}: InvoiceVerdict,
  old: EarlierDocument | undefined,
  next: number,
  runId: string,
): EarlierDocument {
  return {
    key: documentKey,
    documentNumber: invoice.documentNumber,
    invoiceNumber: invoice.invoiceNumber,
    supplierCvr: invoice.supplierCvr,
    type: invoice.type,
    total: invoice.total,
    issueDate: invoice.issueDate,
    outcome: outcome === 'posted' ? 'posted' : 'exception',
    reason,
    runId,
    firstSeen: old?.firstSeen ?? next,
    held: old?.held ?? (reason === 'CREDITED_UNPOSTED' ? reason : null),
    fingerprint: fingerprint(invoice),
    lines: lines.map((line) => earlierLine(line, runId)),
  }
}

const earlierLine = (
  {line, citizen, postingGroup: unit, postings, billedMonth: monthClaim}: LineVerdict,
  runId: string,
): EarlierLine => ({
  lineNumber: line.lineNumber,
  citizen,
  amount: line.amount,
  postingGroup: unit,
  postings: postings.map((posting) => ({...posting, runId})),
  billedMonth: monthClaim,
  reversed: null,
})

const isReversal = ({reverses}: Posting): boolean => reverses !== null

function withReversal(
  line: EarlierLine,
  key: string,
  reversals: readonly Posting[],
  {register}: BatchInputs,
  runId: string,
): EarlierLine {
  const its = reversals.filter(({reverses}) => reverses?.documentKey === key && reverses.lineNumber === line.lineNumber)
  if (its.length === 0) return line
  const paidTo = its.map(({grantId}): [string, IsoDate | null] => [
    grantId,
    register.grants.find(({id}) => id === grantId)?.paidTo ?? null,
  ])
  return {...line, reversed: {runId, paidTo: Object.fromEntries(paidTo)}}
}
