/**
 * Documents by paragraph, supplier and reason (`commands.md`, report): what is behind the rate. Takes the documents of
 * the span, returns groups with the largest first.
 */
import type {InvoiceStatus, WhyUnposted} from '../ledger/read/report-facts.ts'
import {monthOf} from '../model/calendar.ts'
import type {ReasonCode} from '../model/reason.ts'
import {compareText} from '../model/source.ts'
import {type Measured, measured} from './counts.ts'
import {percentOf, type Tally, tallyOf} from './rates.ts'

/** Null: of no known paragraph; `several`: of more than one. */
export type ParagraphGroup = Measured & {readonly paragraph: string | null}

export type SupplierGroup = Measured & {
  /** Empty: invoices without a readable CVR number. */
  readonly cvr: string
  /** As the newest invoice has it; empty where none has one. */
  readonly name: string
}

/** Documents that are not posted, by why. */
export type ReasonGroup = {
  readonly reason: WhyUnposted
  readonly unposted: Tally
  /** Per cent of all that is not posted, by count: its own share, and that of all down to it. */
  readonly share: number | null
  readonly cumulative: number | null
  /** In how many months of issue it occurs. */
  readonly months: number
}

/** One supplier's invoices that were left to a person for one reason, month after month. */
export type RecurringReason = {
  readonly cvr: string
  readonly name: string
  readonly reason: ReasonCode
  readonly months: number
  /** Left to a person at first, whatever became of them. */
  readonly invoices: Tally
  readonly stillUnposted: number
}

export const byParagraph = (documents: readonly InvoiceStatus[]): ParagraphGroup[] =>
  [...Map.groupBy(documents, ({paragraph}) => paragraph)]
    .map(([paragraph, some]) => ({paragraph, ...measured(some)}))
    .toSorted(
      (a, b) =>
        b.counts.received.invoices - a.counts.received.invoices || compareText(a.paragraph ?? '', b.paragraph ?? ''),
    )

/** Those with most unposted first. */
export const bySupplier = (documents: readonly InvoiceStatus[]): SupplierGroup[] =>
  [...Map.groupBy(documents, ({supplierCvr}) => supplierCvr)]
    .map(([cvr, some]) => ({cvr, name: nameIn(some), ...measured(some)}))
    .toSorted(({counts: a, cvr}, {counts: b, cvr: other}) => byTally(b.unposted, a.unposted) || compareText(cvr, other))

export function unpostedReasons(documents: readonly InvoiceStatus[]): ReasonGroup[] {
  const unposted = documents.flatMap(({whyUnposted, ...document}) => (whyUnposted ? [{...document, whyUnposted}] : []))
  const groups = [...Map.groupBy(unposted, ({whyUnposted}) => whyUnposted)]
    .map(([reason, some]) => ({reason, unposted: tallyOf(some), months: monthsIn(some)}))
    .toSorted((a, b) => byTally(b.unposted, a.unposted) || compareText(a.reason, b.reason))
  let reached = 0
  return groups.map((group) => {
    reached += group.unposted.invoices
    return {
      ...group,
      share: percentOf(group.unposted.invoices, unposted.length),
      cumulative: percentOf(reached, unposted.length),
    }
  })
}

/** In how many months of issue a supplier's reason occurs at least, to be a recurring one. */
const leastMonths = 3

/** `months` is how many the span has: in two, both; in one, none recurs. */
export function recurring(documents: readonly InvoiceStatus[], months: number): RecurringReason[] {
  if (months < 2) return []
  const unposted = documents.flatMap(({firstReason, ...document}) => (firstReason ? [{...document, firstReason}] : []))
  return [...Map.groupBy(unposted, ({supplierCvr, firstReason}) => JSON.stringify([supplierCvr, firstReason])).values()]
    .flatMap((some) => {
      const [first] = some
      if (!first || first.supplierCvr === '' || monthsIn(some) < Math.min(leastMonths, months)) return []
      return {
        cvr: first.supplierCvr,
        name: nameIn(some),
        reason: first.firstReason,
        months: monthsIn(some),
        invoices: tallyOf(some),
        stillUnposted: some.filter(({status}) => status === 'unposted').length,
      }
    })
    .toSorted((a, b) => byTally(b.invoices, a.invoices) || compareText(a.cvr, b.cvr) || compareText(a.reason, b.reason))
}

/** Fewest invoices first, then the smallest amount. */
const byTally = (a: Tally, b: Tally): number => a.invoices - b.invoices || a.amount - b.amount

const monthsIn = (documents: readonly Pick<InvoiceStatus, 'day'>[]): number =>
  new Set(documents.map(({day}) => monthOf(day))).size

/** Documents come in the order in which the ledger first saw them. */
const nameIn = (documents: readonly Pick<InvoiceStatus, 'supplierName'>[]): string =>
  documents.findLast(({supplierName}) => supplierName !== '')?.supplierName ?? ''
