/** Documents by paragraph, supplier and reason: what lies behind the rate, the heaviest first. */

import type {InvoiceStatus, WhyUnposted} from '../ledger/read/report-facts.ts'
import {monthOf} from '../model/calendar.ts'
import type {ReasonCode} from '../model/reason.ts'
import {compareText} from '../model/source.ts'
import {type Measured, measured} from './counts.ts'
import {percentOf, type Tally, tallyOf} from './rates.ts'

/** Null: of no known paragraph; `several`: of more than one. */
export type ParagraphGroup = Measured & {readonly paragraph: string | null}

export type SupplierGroup = Measured & {
  /** Empty: bills without a readable CVR number. */
  readonly cvr: string
  /** As the newest bill has it; empty where none has one. */
  readonly name: string
}

/** Documents that are not posted, by why. */
export type ReasonGroup = {
  readonly reason: WhyUnposted
  readonly left: Tally
  /** Per cent of all that is left, by count: its own share, and that of all down to it. */
  readonly share: number | null
  readonly cumulative: number | null
  /** In how many months of issue it occurs. */
  readonly months: number
}

/** One supplier's bills that were left to a person for one reason, month after month. */
export type RecurringReason = {
  readonly cvr: string
  readonly name: string
  readonly reason: ReasonCode
  readonly months: number
  /** Left to a person at first, whatever became of them. */
  readonly invoices: Tally
  readonly stillLeft: number
}

export const byParagraph = (documents: readonly InvoiceStatus[]): ParagraphGroup[] =>
  [...Map.groupBy(documents, ({paragraph}) => paragraph)]
    .map(([paragraph, some]) => ({paragraph, ...measured(some)}))
    .toSorted(
      (a, b) =>
        b.counts.received.invoices - a.counts.received.invoices || compareText(a.paragraph ?? '', b.paragraph ?? ''),
    )

/** Those with most left first. */
export const bySupplier = (documents: readonly InvoiceStatus[]): SupplierGroup[] =>
  [...Map.groupBy(documents, ({supplierCvr}) => supplierCvr)]
    .map(([cvr, some]) => ({cvr, name: nameIn(some), ...measured(some)}))
    .toSorted(
      ({counts: a, cvr}, {counts: b, cvr: other}) =>
        b.left.invoices - a.left.invoices || b.left.amount - a.left.amount || compareText(cvr, other),
    )

export function unpostedReasons(documents: readonly InvoiceStatus[]): ReasonGroup[] {
  const left = documents.flatMap(({whyUnposted, ...document}) => (whyUnposted ? [{...document, whyUnposted}] : []))
  const groups = [...Map.groupBy(left, ({whyUnposted}) => whyUnposted)]
    .map(([reason, some]) => ({reason, left: tallyOf(some), months: monthsIn(some)}))
    .toSorted(
      (a, b) => b.left.invoices - a.left.invoices || b.left.amount - a.left.amount || compareText(a.reason, b.reason),
    )
  let reached = 0
  return groups.map((group) => {
    reached += group.left.invoices
    return {
      ...group,
      share: percentOf(group.left.invoices, left.length),
      cumulative: percentOf(reached, left.length),
    }
  })
}

/** In how many months of issue a supplier's reason occurs at least, to be one that comes back. */
const leastMonths = 3

/** `months` is how many the span has: in two, both; in one, none comes back. */
export function recurring(documents: readonly InvoiceStatus[], months: number): RecurringReason[] {
  if (months < 2) return []
  const left = documents.flatMap(({firstReason, ...document}) => (firstReason ? [{...document, firstReason}] : []))
  return [...Map.groupBy(left, ({supplierCvr, firstReason}) => JSON.stringify([supplierCvr, firstReason])).values()]
    .flatMap((some) => {
      const [first] = some
      if (!first || first.supplierCvr === '' || monthsIn(some) < Math.min(leastMonths, months)) return []
      return {
        cvr: first.supplierCvr,
        name: nameIn(some),
        reason: first.firstReason,
        months: monthsIn(some),
        invoices: tallyOf(some),
        stillLeft: some.filter(({status}) => status === 'unposted').length,
      }
    })
    .toSorted(
      (a, b) =>
        b.invoices.invoices - a.invoices.invoices ||
        b.invoices.amount - a.invoices.amount ||
        compareText(a.cvr, b.cvr) ||
        compareText(a.reason, b.reason),
    )
}

const monthsIn = (documents: readonly Pick<InvoiceStatus, 'day'>[]): number =>
  new Set(documents.map(({day}) => monthOf(day))).size

/** Documents come in the order in which the ledger first saw them. */
const nameIn = (documents: readonly Pick<InvoiceStatus, 'supplierName'>[]): string =>
  documents.findLast(({supplierName}) => supplierName !== '')?.supplierName ?? ''
