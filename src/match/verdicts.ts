/** What was found out about a document, as its verdict. */
import type {Period} from '../model/calendar.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {BilledMonth, Hint, InvoiceVerdict, LineVerdict} from '../model/verdict.ts'
import type {Desk} from './batch-state.ts'
import {billedMonthOf, settledMonth} from './billed-months/billed-months.ts'
import {evidenceOf, expectedCost, noEvidence} from './exclusion/evidence.ts'
import type {LineCase, LineResult} from './explain-lines.ts'
import {regulationOf} from './hints/regulation.ts'
import {citizenOf, type RunDocument} from './run-documents.ts'

/** A line that nothing has been found out about. */
export const nothing: LineResult = {reason: null, postingGroup: null, postings: [], trace: null, hints: []}

/** Posted where no line has a code; else an exception under the first failing line's. */
export function verdictOfLines(
  {invoice, key}: RunDocument,
  cases: readonly LineCase[],
  results: readonly LineResult[],
  state: Desk,
  months: readonly (BilledMonth | null)[] = [],
): InvoiceVerdict {
  const {costs} = state.around
  const lines = cases.map((each, at): LineVerdict => {
    const {reason, postingGroup: unit, postings, trace, hints} = results[at] ?? nothing
    const period = trace?.period ?? (each.reading.kind === 'stated' ? each.reading.period : null)
    const more = [
      ...hints,
      ...inactiveThatFit(each, invoice.supplierCvr, period, reason, state),
      ...regulationThatFits(each, invoice.supplierCvr, reason, state),
    ]
    return {
      line: each.line,
      citizen: each.citizen,
      period,
      reason,
      postingGroup: unit,
      postings,
      expected: trace ? expectedCost(trace, costs) : null,
      evidence: trace ? evidenceOf(trace, each.line, invoice.supplierCvr, more, costs) : noEvidence(more),
      billedMonth: months[at] ?? null,
    }
  })
  const reason = lines.find((line) => line.reason !== null && line.reason !== 'OTHER_LINE_FAILED')?.reason ?? null
  return {invoice, documentKey: key, outcome: reason ? 'exception' : 'posted', reason, postedIn: null, lines}
}

/** One code for every line of a document; the months that its lines claim are known all the same. */
export function exceptionAsWhole(
  document: RunDocument,
  reason: ReasonCode,
  hint: Hint | null,
  state: Desk,
): InvoiceVerdict {
  const {invoice, key} = document
  const cases = state.casesOf(document)
  const claimsMonths = invoice.type === 'invoice' && reason !== 'ROW_INVALID'
  const lines = cases.map((each): LineVerdict => {
    const open = claimsMonths ? billedMonthOf(document, each, null, state) : null
    const period = each.reading.kind === 'stated' ? each.reading.period : null
    return {
      ...untouched(each, reason),
      period,
      evidence: noEvidence(hint ? [hint] : []),
      billedMonth: open && settledMonth(open),
    }
  })
  return {invoice, documentKey: key, outcome: 'exception', reason, postedIn: null, lines}
}

/** Posted by an earlier run: neither posted again nor an exception. */
export function alreadyPosted({invoice, key, citizens}: RunDocument, runId: string): InvoiceVerdict {
  const lines = invoice.lines.map((line, at) => untouched({line, citizen: citizenOf(citizens[at])}, null))
  return {invoice, documentKey: key, outcome: 'alreadyPosted', reason: null, postedIn: runId, lines}
}

const untouched = ({line, citizen}: Pick<LineCase, 'line' | 'citizen'>, reason: ReasonCode | null): LineVerdict => ({
  line,
  citizen,
  period: null,
  reason,
  postingGroup: null,
  postings: [],
  expected: null,
  evidence: noEvidence([]),
  billedMonth: null,
})

/** Grants of rows whose status does not count, which would explain a line that is left (`matching.md` 1). */
function inactiveThatFit(
  {citizen, line}: LineCase,
  billCvr: string,
  period: Period | null,
  reason: ReasonCode | null,
  {around: context, suppliersOf}: Desk,
): Hint[] {
  if (!citizen || !period || reason === null || period.from > period.to || line.amount <= 0) return []
  return context.grants
    .inactiveOfCitizen(citizen)
    .filter((grant) => suppliersOf(billCvr).has(grant.supplierCvr) && context.costs.of(grant, period) === line.amount)
    .map(({id}) => ({kind: 'inactiveGrantFits', grantId: id}))
}

/** Codes under which a back-dated regulation comes: its amount is that of no month, and it may bill several. */
const ofRegulations: ReadonlySet<ReasonCode | null> = new Set([
  'AMOUNT_MISMATCH',
  'PERIOD_AMBIGUOUS',
  'PERIOD_TOO_LONG',
  'CREDIT_NOTE_UNMATCHED',
])

function regulationThatFits(
  {citizen, line}: LineCase,
  billCvr: string,
  reason: ReasonCode | null,
  {around: context, suppliersOf, units}: Desk,
): Hint[] {
  if (!citizen || !ofRegulations.has(reason)) return []
  const side = suppliersOf(billCvr)
  const grants = context.grants.ofCitizen(citizen).filter(({supplierCvr}) => side.has(supplierCvr))
  const paid = units.ofCitizen(citizen).flatMap(({postings}) => postings)
  const hint = regulationOf(line.amount, grants, paid, context.costs)
  return hint ? [hint] : []
}
