/**
 * The counts behind every rate (`commands.md`, report), and the rates, over all received and over those in scope. Takes
 * documents with their status; amounts are øre, rates per cent.
 */
import type {InvoiceStatus} from '../ledger/read/report-facts.ts'
import {type Interval, percentOf, type Tally, tallyOf, wilson} from './rates.ts'

export type Counts = {
  readonly received: Tally
  readonly inScope: Tally
  /** By the program, and neither taken back nor refused since. */
  readonly posted: Tally
  readonly postedInScope: Tally
  /** Posted in the first run that saw the document. */
  readonly firstPass: Tally
  readonly firstPassInScope: Tally
  /** Posted on a person's decision: never among the posted. */
  readonly decided: Tally
  /** Received, and posted neither way. */
  readonly unposted: Tally
}

/** Per cent. */
export type Share = {readonly byCount: number | null; readonly byAmount: number | null}

export type Rates = {
  readonly ofReceived: Share
  readonly ofInScope: Share
  readonly firstPassOfReceived: Share
  readonly firstPassOfInScope: Share
  /** Of `ofReceived`, by count. */
  readonly interval: Interval | null
}

export type Measured = {readonly counts: Counts; readonly rates: Rates}

export function measured(documents: readonly InvoiceStatus[]): Measured {
  const counts = countsOf(documents)
  const {received, inScope, posted, postedInScope, firstPass, firstPassInScope} = counts
  return {
    counts,
    rates: {
      ofReceived: share(posted, received),
      ofInScope: share(postedInScope, inScope),
      firstPassOfReceived: share(firstPass, received),
      firstPassOfInScope: share(firstPassInScope, inScope),
      interval: wilson(posted.invoices, received.invoices),
    },
  }
}

function countsOf(documents: readonly InvoiceStatus[]): Counts {
  const inScope = documents.filter(({isInScope}) => isInScope)
  const posted = (some: readonly InvoiceStatus[]): Tally => tallyOf(some.filter(({status}) => status === 'automatic'))
  const firstPass = (some: readonly InvoiceStatus[]): Tally => tallyOf(some.filter(({isFirstPass}) => isFirstPass))
  return {
    received: tallyOf(documents),
    inScope: tallyOf(inScope),
    posted: posted(documents),
    postedInScope: posted(inScope),
    firstPass: firstPass(documents),
    firstPassInScope: firstPass(inScope),
    decided: tallyOf(documents.filter(({status}) => status === 'decided')),
    unposted: tallyOf(documents.filter(({status}) => status === 'unposted')),
  }
}

const share = (part: Tally, whole: Tally): Share => ({
  byCount: percentOf(part.invoices, whole.invoices),
  byAmount: percentOf(part.amount, whole.amount),
})
