/**
 * Which months the invoices of the ledger and of this run bill, for the doubt about gaps (`matching.md` 2, Doubts). A
 * month's own doubt is worked out only where it matters: it may depend on the invoices of the month before.
 */
import {contains} from '../../model/calendar.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import {lazy} from '../../model/memoize.ts'
import {sumOre} from '../../model/money.ts'
import type {BilledMonth} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import type {Charge} from '../exclusion/charge.ts'
import {gapBefore, otherGrantOtherMonth} from '../exclusion/doubts.ts'
import {isInScope} from '../exclusion/scope.ts'
import type {LineCase, LineResult} from '../lines.ts'
import {namedPeriod, windowOf} from '../periods/line-period.ts'
import type {RunInvoice} from '../run-invoices.ts'
import type {BatchState} from '../state.ts'
import type {BilledMonthEntry} from './billed-month-index.ts'

/** A billed month whose own doubt has not been asked. */
export type PendingBilledMonth = Omit<BilledMonth, 'doubtful'> & {readonly isDoubtful: () => boolean}

export const settledMonth = ({period, basis, isDoubtful}: PendingBilledMonth): BilledMonth => ({
  period,
  basis,
  doubtful: isDoubtful(),
})

/** Invoices of the ledger, and of this run wherever they stand in it. */
export function addKnownInvoices(earlier: readonly EarlierDocument[], context: MatchContext, state: BatchState): void {
  const inRun = new Set(context.invoices.map(({key}) => key))
  for (const document of earlier) {
    if (inRun.has(document.key) && !state.postedKeys.has(document.key)) continue
    for (const entry of entriesOfDocument(document, context)) state.billedMonths.add(entry)
  }
  for (const runInvoice of context.invoices) {
    const {invoice, key, posted} = runInvoice
    if (posted || invoice.type !== 'invoice' || context.earlierDocuments.get(key)?.held) continue
    const intake = context.intakeReasonOf(runInvoice)?.reason
    if (intake === 'ROW_INVALID' || intake === 'DUPLICATE_INVOICE') continue
    const months = context.linesOf(runInvoice).map((line) => billedMonthOf(runInvoice, line, null, context, state))
    for (const entry of pendingEntriesOf(runInvoice, months, context)) state.billedMonths.add(entry)
  }
}

function entriesOfDocument(
  {key, type, held, reason, supplierCvr, lines}: EarlierDocument,
  {suppliersOf}: MatchContext,
): BilledMonthEntry[] {
  if (type !== 'invoice' || held || reason === 'DUPLICATE_INVOICE') return []
  return lines.flatMap(({citizen, amount, billedMonth, reversed}): BilledMonthEntry[] => {
    if (!citizen || !billedMonth || reversed) return []
    const {period, doubtful} = billedMonth
    const suppliers = suppliersOf(supplierCvr)
    return [{documentKey: key, suppliers, citizen, amount, period, isDoubtful: () => doubtful}]
  })
}

/** Which month a line bills, stated inside its window or named; `result` once the line has been matched. */
export function billedMonthOf(
  {invoice, key}: RunInvoice,
  {citizen, reading, line}: LineCase,
  result: LineResult | null,
  context: MatchContext,
  state: BatchState,
): PendingBilledMonth | null {
  const {issueDate, supplierCvr: invoiceCvr} = invoice
  const {config, grants, suppliersOf} = context
  if (!citizen || issueDate === null) return null
  if (reading.kind === 'stated') {
    const {from, to, basis} = reading.period
    const isInside = from <= to && contains(windowOf(issueDate, invoiceCvr, config), {from, to})
    return isInside ? {period: {from, to}, basis, isDoubtful: () => reading.conflict !== null} : null
  }
  const suppliers = suppliersOf(invoiceCvr)
  const inScope = grants
    .ofCitizen(citizen)
    .filter((grant) => suppliers.has(grant.supplierCvr) && isInScope(grant, config))
  if (inScope.length === 0) return null
  const grantCvrs = inScope.map(({supplierCvr}) => supplierCvr)
  const named = namedPeriod(reading, invoiceCvr, grantCvrs, issueDate, config)
  if (named.kind === 'doubtful') return null

  const {period} = named
  const {amount, quantity, unitPrice} = line
  const pair = {documentKey: key, citizen, invoiceCvr, suppliers}
  const charge: Charge = {...pair, issueDate, amount, reading, quantity, unitPrice, trySets: true}
  const isDoubtful = (): boolean => {
    if (result?.reason === null) return false
    if (result?.reason === 'PERIOD_AMBIGUOUS') return true
    const doubted =
      otherGrantOtherMonth(charge, period, inScope, context, state) ??
      gapBefore({charge, period, chosen: inScope, inScope}, context, state)
    return doubted !== null
  }
  return {period: {from: period.from, to: period.to}, basis: 'named', isDoubtful}
}

/** What is known of an invoice whose lines have been matched. */
export const entriesOf = (
  invoice: RunInvoice,
  months: readonly (BilledMonth | null)[],
  context: MatchContext,
): BilledMonthEntry[] =>
  pendingEntriesOf(
    invoice,
    months.map((month) => month && {...month, isDoubtful: () => month.doubtful}),
    context,
  )

/** An entry for each line that bills a month; several lines of one citizen and period are known by their sum as well. */
function pendingEntriesOf(
  runInvoice: RunInvoice,
  months: readonly (PendingBilledMonth | null)[],
  {linesOf, suppliersOf}: MatchContext,
): BilledMonthEntry[] {
  const {key: documentKey, invoice} = runInvoice
  const suppliers = suppliersOf(invoice.supplierCvr)
  const entries = linesOf(runInvoice).flatMap(({citizen, line}, index): BilledMonthEntry[] => {
    const month = months[index]
    if (!citizen || !month) return []
    const {period, isDoubtful} = month
    return [{documentKey, suppliers, citizen, amount: line.amount, period, isDoubtful: lazy(isDoubtful)}]
  })
  const alike = Map.groupBy(entries, ({citizen, period}) => `${citizen}${period.from}${period.to}`)
  return [...entries, ...[...alike.values()].flatMap(sumOfEntries)]
}

function sumOfEntries(alike: readonly BilledMonthEntry[]): BilledMonthEntry[] {
  const [first, ...others] = alike
  if (!first || others.length === 0) return []
  const amount = sumOre(alike.map((entry) => entry.amount))
  return [{...first, amount, isDoubtful: () => alike.some((entry) => entry.isDoubtful())}]
}
