/** One run after another without a ledger: what the next run would find in the ledger, made of a run's result. */

import {fingerprint} from '../../src/match/document-key.ts'
import type {BatchInputs, BatchResult} from '../../src/model/batch.ts'
import type {IsoDate} from '../../src/model/calendar.ts'
import {type Earlier, type EarlierDocument, type EarlierLine, nothingEarlier} from '../../src/model/earlier.ts'
import type {Posting} from '../../src/model/posting.ts'
import type {InputFile} from '../../src/model/run.ts'
import {compareText} from '../../src/model/source.ts'
import type {InvoiceVerdict, LineVerdict} from '../../src/model/verdict.ts'
import {inputsOf, type RunFields, run} from './run.ts'

/** Runs each with what the ledger would know from those before it, and returns all the results. */
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

/** What the run is called, and its files: told apart by them, an unreadable booked row is gone once its file is read anew. */
type RunOfResult = {readonly runId?: string; readonly files?: readonly Pick<InputFile, 'name' | 'kind'>[]}

/** `test/ledger/imagined-ledger.test.ts` compares it with what the ledger itself knows. */
export function earlierFrom(
  result: BatchResult,
  inputs: BatchInputs,
  before: Earlier = nothingEarlier,
  {runId = `run-${before.documents.length + 1}`, files}: RunOfResult = {},
): Earlier {
  const held = new Set(result.newlyHeld)
  const reversals = result.verdicts.flatMap(({lines}) => lines.flatMap(({postings}) => postings)).filter(isReversal)
  return {
    documents: documentsAfter(result, before, runId).map((document) => ({
      ...document,
      held: held.has(document.key) ? 'CREDITED_UNPOSTED' : document.held,
      lines: document.lines.map((line) => withReversal(line, document.key, reversals, inputs, runId)),
    })),
    booked: distinct([...before.booked, ...inputs.booked.rows]),
    unreadableBooked: unreadableAfter(inputs, before, files),
    creditedNumbers: distinct([...before.creditedNumbers, ...result.creditedNumbers]).toSorted(
      (a, b) => compareText(a.supplierCvr, b.supplierCvr) || compareText(a.foldedNumber, b.foldedNumber),
    ),
    grantCount: inputs.register.grants.length,
  }
}

/** Posted once is posted; else the last run decides, and of two documents with one key in a run, the first. */
function documentsAfter({verdicts}: BatchResult, before: Earlier, runId: string): EarlierDocument[] {
  const known = new Map(before.documents.map((document) => [document.key, document]))
  const inThisRun = new Set<string>()
  for (const verdict of verdicts) {
    const {documentKey: key, outcome} = verdict
    const old = known.get(key)
    if (old?.outcome === 'posted' || (inThisRun.has(key) && outcome !== 'posted')) continue
    inThisRun.add(key)
    known.set(key, documentOf(verdict, old, known.size + 1, runId))
  }
  return [...known.values()]
}

function unreadableAfter({booked}: BatchInputs, before: Earlier, files?: RunOfResult['files']) {
  const read = new Set(
    files?.filter(({kind}) => kind === 'booked').map(({name}) => name) ??
      booked.unreadable.map(({source}) => source.file),
  )
  return [...before.unreadableBooked.filter(({source}) => !read.has(source.file)), ...booked.unreadable]
}

const distinct = <Item>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
]

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
  {line, citizen, postingGroup, postings, billedMonth}: LineVerdict,
  runId: string,
): EarlierLine => ({
  lineNumber: line.lineNumber,
  citizen,
  amount: line.amount,
  postingGroup,
  postings: postings.map((posting) => ({...posting, runId})),
  billedMonth,
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
