/** Which months the bills of the ledger and of this run claim, for the doubt about gaps (`matching.md` 2, Doubts). */
import {contains} from '../../model/calendar.ts'
import {lazy} from '../../model/memoize.ts'
import {sumOre} from '../../model/money.ts'
import type {BilledMonth} from '../../model/verdict.ts'
import type {Desk} from '../batch-state.ts'
import type {Charge} from '../exclusion/charge.ts'
import {gapBefore, otherGrantOtherMonth} from '../exclusion/doubts.ts'
import type {LineCase, LineResult} from '../explain-lines.ts'
import {namedPeriod, windowOf} from '../periods/line-period.ts'
import type {RunDocument} from '../run-documents.ts'
import type {BilledMonthEntry} from './billed-month-index.ts'

/** A claim whose doubt is asked only where it matters: it may depend on the bills of the month before. */
export type PendingBilledMonth = Omit<BilledMonth, 'doubtful'> & {readonly isDoubtful: () => boolean}

export const settledMonth = ({period, basis, isDoubtful}: PendingBilledMonth): BilledMonth => ({
  period,
  basis,
  doubtful: isDoubtful(),
})

/** Bills of the ledger, and of this run wherever they stand in it. */
export function addKnownInvoices(state: Desk): void {
  const {earlier, documents, claims, earlierByKey, standingCodeOf, suppliersOf, postedKeys} = state
  const inRun = new Set(documents.map(({key}) => key))
  for (const {key, type, held, reason, supplierCvr, lines} of earlier.documents) {
    const comesAgain = inRun.has(key) && !postedKeys.has(key)
    if (type !== 'invoice' || held || reason === 'DUPLICATE_INVOICE' || comesAgain) continue
    for (const {citizen, amount, billedMonth: monthClaim, reversed} of lines) {
      if (!citizen || !monthClaim || reversed) continue
      const {period, doubtful} = monthClaim
      claims.add({
        documentKey: key,
        suppliers: suppliersOf(supplierCvr),
        citizen,
        amount,
        period,
        isDoubtful: () => doubtful,
      })
    }
  }
  for (const document of documents) {
    const {invoice, key, posted} = document
    if (posted || invoice.type !== 'invoice' || earlierByKey.get(key)?.held) continue
    const standing = standingCodeOf(document)?.reason
    if (standing === 'ROW_INVALID' || standing === 'DUPLICATE_INVOICE') continue
    const cases = state.casesOf(document)
    const open = cases.map((each) => billedMonthOf(document, each, null, state))
    for (const bill of entriesOf(document, cases, open, state)) claims.add(bill)
  }
}

/** Which month a line bills, stated inside its window or named; `result` once the line has been judged. */
export function billedMonthOf(
  {invoice, key}: RunDocument,
  each: LineCase,
  result: LineResult | null,
  state: Desk,
): PendingBilledMonth | null {
  const {citizen, reading, line} = each
  const {issueDate, supplierCvr: billCvr} = invoice
  const {config, around: context, claims} = state
  if (!citizen || issueDate === null) return null
  if (reading.kind === 'stated') {
    const {from, to, basis} = reading.period
    const isInside = from <= to && contains(windowOf(issueDate, config), {from, to})
    return isInside ? {period: {from, to}, basis, isDoubtful: () => reading.conflict !== null} : null
  }
  const suppliers = state.suppliersOf(billCvr)
  const inScope = context.grants
    .ofCitizen(citizen)
    .filter(
      (grant) => suppliers.has(grant.supplierCvr) && grant.fixed && config.rules.paragraphs.includes(grant.paragraph),
    )
  if (inScope.length === 0) return null
  const named = namedPeriod(
    reading,
    billCvr,
    inScope.map(({supplierCvr}) => supplierCvr),
    issueDate,
    config,
  )
  if (named.kind === 'doubtful') return null

  const {period} = named
  const {amount, quantity, unitPrice} = line
  const claim: Charge = {
    documentKey: key,
    citizen,
    invoiceCvr: billCvr,
    suppliers,
    issueDate,
    amount,
    reading,
    quantity,
    unitPrice,
    trySets: true,
  }
  return {
    period: {from: period.from, to: period.to},
    basis: 'named',
    isDoubtful: () => {
      if (result?.reason === null) return false
      if (result?.reason === 'PERIOD_AMBIGUOUS') return true
      const doubted =
        otherGrantOtherMonth(claim, period, inScope, context) ??
        gapBefore(claim, period, inScope, inScope, context, claims)
      return doubted !== null
    },
  }
}

/** Each line that claims a month; several lines of one citizen and period are known by their sum as well. */
export function entriesOf(
  {key, invoice}: RunDocument,
  cases: readonly LineCase[],
  open: readonly (PendingBilledMonth | null)[],
  {suppliersOf}: Desk,
): BilledMonthEntry[] {
  const known = cases.flatMap(({citizen, line}, at): BilledMonthEntry[] => {
    const claim = open[at]
    if (!citizen || !claim) return []
    return [
      {
        documentKey: key,
        suppliers: suppliersOf(invoice.supplierCvr),
        citizen,
        amount: line.amount,
        period: claim.period,
        isDoubtful: lazy(claim.isDoubtful),
      },
    ]
  })
  const alike = [...Map.groupBy(known, ({citizen, period}) => `${citizen}${period.from}${period.to}`).values()]
  return [...known, ...alike.flatMap(sumOfBills)]
}

function sumOfBills(alike: readonly BilledMonthEntry[]): BilledMonthEntry[] {
  const [first, ...others] = alike
  if (!first || others.length === 0) return []
  return [
    {
      ...first,
      amount: sumOre(alike.map(({amount}) => amount)),
      isDoubtful: () => alike.some((bill) => bill.isDoubtful()),
    },
  ]
}
