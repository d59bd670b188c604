/** Runs a batch of built records and tells in one line what became of an invoice. */

import {runBatch} from '../../src/match/run-batch.ts'
import type {Chart, Mapping} from '../../src/model/accounts.ts'
import type {BatchInputs, BatchResult} from '../../src/model/batch.ts'
import type {Booked} from '../../src/model/booked.ts'
import {type Period, wholeMonth} from '../../src/model/calendar.ts'
import {type Earlier, nothingEarlier} from '../../src/model/earlier.ts'
import type {Grant, UnreadableGrantRow} from '../../src/model/grant.ts'
import type {Invoice} from '../../src/model/invoice.ts'
import {jsonKroner} from '../../src/model/money.ts'
import {compareText} from '../../src/model/source.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {aConfig, aGrant, aMapping, anInvoice, type Settings} from './records.ts'

/** What one run is given; all of it may be left out. */
export type RunFields = Settings & {
  readonly invoices?: readonly Invoice[]
  readonly grants?: readonly Grant[]
  readonly inactive?: readonly Grant[]
  readonly unreadable?: readonly UnreadableGrantRow[]
  readonly mapping?: Mapping
  readonly chart?: Chart
  readonly booked?: Partial<Booked>
  readonly earlier?: Earlier
}

export function inputsOf(fields: RunFields): BatchInputs {
  const {invoices = [anInvoice()], grants = [aGrant()], inactive = [], unreadable = []} = fields
  const {mapping = aMapping(), chart = null, booked = {}} = fields
  const byId = (some: readonly Grant[]) => some.toSorted((a, b) => compareText(a.id, b.id))
  return {
    invoices,
    register: {grants: byId(grants), inactive: byId(inactive), unreadable},
    mapping,
    chart,
    booked: {rows: [], unreadable: [], ...booked},
  }
}

export function run(fields: RunFields = {}): BatchResult {
  const {opus, rules, periods, suppliers, earlier = nothingEarlier} = fields
  const config = aConfig({
    ...(opus && {opus}),
    ...(rules && {rules}),
    ...(periods && {periods}),
    ...(suppliers && {suppliers}),
  })
  return runBatch(inputsOf(fields), config, earlier)
}

/** What became of an invoice, in one line: `G1 2026-03 1000.00`, `alreadyPosted`, or the code. */
export function verdictText({outcome, reason, lines}: InvoiceVerdict): string {
  if (outcome === 'alreadyPosted') return outcome
  if (outcome === 'exception') return reason ?? 'no code'
  const postings = lines.flatMap((line) => line.postings)
  return postings
    .map(({grantId, period, amount}) => `${grantId} ${periodText(period)} ${jsonKroner(amount)}`)
    .toSorted(compareText)
    .join(' + ')
}

/** What became of B1, or of the document named. */
export const lineOfVerdict = (fields: RunFields | BatchResult = {}, document = 'B1'): string =>
  verdictText(verdictOf('verdicts' in fields ? fields : run(fields), document))

/** `verdictText` for each document number. */
export const linesOfVerdicts = (fields: RunFields | BatchResult): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ('verdicts' in fields ? fields : run(fields)).verdicts.map((verdict) => [
      verdict.invoice.documentNumber,
      verdictText(verdict),
    ]),
  )

export const periodText = (period: Period): string => wholeMonth(period) ?? `${period.from}/${period.to}`

export function verdictOf({verdicts}: BatchResult, document = 'B1'): InvoiceVerdict {
  const found = verdicts.find(({invoice}) => invoice.documentNumber === document)
  if (!found) throw new RangeError(`no document ${document} in the result`)
  return found
}

/** The code of each line; null where it is posted. */
export const codesOf = (result: BatchResult, document = 'B1'): (string | null)[] =>
  verdictOf(result, document).lines.map(({reason}) => reason)
