/** What was found out about an invoice and its lines, as its verdict. */
import type {Period} from '../model/calendar.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {BilledMonth, Hint, InvoiceVerdict, LineVerdict} from '../model/verdict.ts'
import {billedMonthOf, settledMonth} from './billed-months/billed-months.ts'
import type {MatchContext} from './context.ts'
import {evidenceOf, expectedCost, noEvidence} from './exclusion/evidence.ts'
import {regulationOf} from './hints/regulation.ts'
import {type LineCase, type LineResult, noResult} from './lines.ts'
import {citizenOf, type RunInvoice} from './run-invoices.ts'
import type {BatchState} from './state.ts'

/** Posted where no line has a reason; else an exception under the first failing line's. */
export function verdictOfLines(
  invoice: RunInvoice,
  results: readonly LineResult[],
  months: readonly (BilledMonth | null)[],
  context: MatchContext,
  state: BatchState,
): InvoiceVerdict {
  const lines = context
    .linesOf(invoice)
    .map((line, index) => lineVerdict(invoice, line, results[index] ?? noResult, months[index] ?? null, context, state))
  const reason = lines.find((line) => line.reason !== null && line.reason !== 'OTHER_LINE_FAILED')?.reason ?? null
  return {
    invoice: invoice.invoice,
    documentKey: invoice.key,
    outcome: reason ? 'exception' : 'posted',
    reason,
    postedIn: null,
    lines,
  }
}

function lineVerdict(
  {invoice: {supplierCvr}}: RunInvoice,
  line: LineCase,
  {reason, postingGroup, postings, trace, hints}: LineResult,
  billedMonth: BilledMonth | null,
  context: MatchContext,
  state: BatchState,
): LineVerdict {
  const {costs} = context
  const period = trace?.period ?? statedPeriod(line)
  const allHints = [
    ...hints,
    ...inactiveThatFit(line, supplierCvr, period, reason, context),
    ...regulationThatFits(line, supplierCvr, reason, context, state),
  ]
  return {
    line: line.line,
    citizen: line.citizen,
    period,
    reason,
    postingGroup,
    postings,
    expected: trace ? expectedCost(trace, costs) : null,
    evidence: trace ? evidenceOf(trace, line.line, supplierCvr, allHints, costs) : noEvidence(allHints),
    billedMonth,
  }
}

/** One reason for every line of an invoice; the months that its lines bill are known all the same. */
export function exceptionAsWhole(
  runInvoice: RunInvoice,
  reason: ReasonCode,
  hint: Hint | null,
  context: MatchContext,
  state: BatchState,
): InvoiceVerdict {
  const {invoice, key} = runInvoice
  const billsMonths = invoice.type === 'invoice' && reason !== 'ROW_INVALID'
  const cases = context.linesOf(runInvoice)
  const isAllComments = cases.every(({isComment}) => isComment)
  const lines = cases.map((line): LineVerdict => {
    const pending = billsMonths ? billedMonthOf(runInvoice, line, null, context, state) : null
    return {
      ...untouched(line, line.isComment && !isAllComments ? null : reason),
      period: statedPeriod(line),
      evidence: noEvidence(hint ? [hint] : []),
      billedMonth: pending && settledMonth(pending),
    }
  })
  return {invoice, documentKey: key, outcome: 'exception', reason, postedIn: null, lines}
}

/** Posted by an earlier run: neither posted again nor an exception. */
export function alreadyPosted({invoice, key, citizens}: RunInvoice, runId: string): InvoiceVerdict {
  const lines = invoice.lines.map((line, index) => untouched({line, citizen: citizenOf(citizens[index])}, null))
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

const statedPeriod = ({reading}: LineCase) => (reading.kind === 'stated' ? reading.period : null)

/** Grants of rows whose status does not count, which would explain a line that is left (`matching.md` 1). */
function inactiveThatFit(
  {citizen, line}: LineCase,
  invoiceCvr: string,
  period: Period | null,
  reason: ReasonCode | null,
  {grants, costs, suppliersOf}: MatchContext,
): Hint[] {
  if (!citizen || !period || reason === null || period.from > period.to || line.amount <= 0) return []
  const suppliers = suppliersOf(invoiceCvr)
  return grants
    .inactiveOfCitizen(citizen)
    .filter((grant) => suppliers.has(grant.supplierCvr) && costs.of(grant, period) === line.amount)
    .map(({id}) => ({kind: 'inactiveGrantFits', grantId: id}))
}

/** Reasons that a back-dated regulation comes under: its amount is that of no month, and it may bill several. */
const reasonsOfRegulations: ReadonlySet<ReasonCode | null> = new Set([
  'AMOUNT_MISMATCH',
  'PERIOD_AMBIGUOUS',
  'PERIOD_TOO_LONG',
  'CREDIT_NOTE_UNMATCHED',
])

function regulationThatFits(
  {citizen, line}: LineCase,
  invoiceCvr: string,
  reason: ReasonCode | null,
  {grants, costs, suppliersOf}: MatchContext,
  {postingGroups}: BatchState,
): Hint[] {
  if (!citizen || !reasonsOfRegulations.has(reason)) return []
  const suppliers = suppliersOf(invoiceCvr)
  const ofPair = grants.ofCitizen(citizen).filter(({supplierCvr}) => suppliers.has(supplierCvr))
  const paid = postingGroups.ofCitizen(citizen).flatMap(({postings}) => postings)
  const hint = regulationOf(line.amount, ofPair, paid, costs)
  return hint ? [hint] : []
}
