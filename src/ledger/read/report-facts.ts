/**
 * What the ledger knows for `bills report` (`commands.md`, report): takes the ledger, returns for each invoice of the
 * span its status, the exceptions of the last run, and what that run found would raise the share posted. Dry runs are
 * in other tables; undone runs are left out here. The counting is in `src/report`.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {IsoDate, Period} from '../../model/calendar.ts'
import {InputError} from '../../model/input-error.ts'
import type {Ore} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import {allRows, firstRow} from '../open/database.ts'
import {isEncrypted} from '../open/key-file.ts'
import {versionOf} from '../open/open-database.ts'
import {
  documentsOfSpan,
  type FixRow,
  fillStatuses,
  fixesOf,
  horizonQuery,
  openInLastRun,
  type StatusRow,
} from './report-queries.ts'

/** How far the ledger reaches. */
export type Horizon = {
  /** Of the last run that counts. */
  readonly lastRun: {readonly number: number; readonly runId: string; readonly today: IsoDate}
  /** How many runs count. */
  readonly runs: number
  /** The newest day of issue up to the last run's; null where no document has one. */
  readonly newestIssue: IsoDate | null
}

/** Why an invoice counts as not posted: its last code, or what took its posting back. */
export type WhyUnposted = ReasonCode | 'REVERSED' | 'UNDONE'

export type InvoiceStatus = {
  /** Of issue; where that was never readable, of the first run that saw the invoice. */
  readonly day: IsoDate
  readonly isDated: boolean
  /** Øre, of the whole invoice, without sign. */
  readonly amount: Ore
  /** As the file has it; empty where it is so there, or where it contains a CPR number. */
  readonly supplierCvr: string
  /** Masked. */
  readonly supplierName: string
  /** Masked; null where none is known, 'several' where they differ. */
  readonly paragraph: string | null
  /** What counts now: a posting taken back or refused does not. */
  readonly status: 'automatic' | 'decided' | 'unposted'
  /** Posted by the first run that saw it, and counts still. */
  readonly isFirstPass: boolean
  readonly isInScope: boolean
  /** Null where it is posted. */
  readonly whyUnposted: WhyUnposted | null
  /** The code under which a run first left it to a person, whatever happened later; null where none did. */
  readonly firstReason: ReasonCode | null
  /** Its last verdict left it to a person. */
  readonly isOpen: boolean
}

/** An open exception of the last run. */
export type OpenException = {
  /** The day of the first of the unbroken row of runs that left it to a person. */
  readonly since: IsoDate
  /** Øre, without sign. */
  readonly amount: Ore
}

/** One change of the data or the settings, and what it would free. */
export type Fix = {
  readonly kind: string
  /** Masked. */
  readonly da: string
  readonly en: string
  readonly owner: string
  readonly reason: string
  readonly invoices: number
  /** Øre: the sum of their sizes. */
  readonly amount: Ore
  /** False: at most so much (`op til`). */
  readonly isExact: boolean
}

export type ReportFacts = {
  readonly horizon: Horizon
  /** The days of issue reported on. */
  readonly span: Period
  readonly documents: readonly InvoiceStatus[]
  readonly open: readonly OpenException[]
  readonly fixes: readonly Fix[]
}

/** Throws an InputError where no run has been recorded. `spanFor` chooses the days. */
export function reportFacts(database: DatabaseSync, spanFor: (horizon: Horizon) => Period): ReportFacts {
  database.exec(fillStatuses)
  const horizon = horizonOf(database)
  const span = spanFor(horizon)
  return {
    horizon,
    span,
    documents: allRows(database, documentsOfSpan, span.from, span.to).map(statusOf),
    open: allRows(database, openInLastRun, horizon.lastRun.number),
    fixes: versionOf(database) < 3 ? [] : allRows(database, fixesOf, horizon.lastRun.number).map(fixOf),
  }
}

function horizonOf(database: DatabaseSync): Horizon {
  const row = firstRow(database, horizonQuery)
  if (row)
    return {
      lastRun: {number: row.number, runId: row.runId, today: row.today},
      runs: row.runs,
      newestIssue: row.newestIssue,
    }
  throw new InputError(null, {
    da: 'Ledger-filen har ingen kørsler, der tæller, så der er intet at rapportere. Prøvekørsler tæller ikke.',
    en: 'The ledger has no run that counts, so there is nothing to report. Trials do not count.',
  })
}

function statusOf(row: StatusRow): InvoiceStatus {
  const isPosted = row.postedBy !== null && !row.isReversed && !row.isRefused
  return {
    day: row.day,
    isDated: row.dated === 1,
    amount: row.amount,
    supplierCvr: isEncrypted(row.supplierCvr) ? '' : row.supplierCvr,
    supplierName: row.supplierName,
    paragraph: (row.paragraphs ?? 0) > 1 ? 'several' : row.paragraph,
    status: !isPosted ? 'unposted' : row.postedBy === 'decided' ? 'decided' : 'automatic',
    isFirstPass: isPosted && row.postedBy === 'posted' && row.firstPass === 1,
    isInScope: row.lastReason !== 'OUT_OF_SCOPE',
    whyUnposted: isPosted ? null : whyUnposted(row),
    firstReason: row.firstReason,
    isOpen: row.lastOutcome === 'exception' || row.lastRefused === 1,
  }
}

function whyUnposted(row: StatusRow): WhyUnposted {
  if (row.postedBy !== null) return row.isRefused ? 'OPUS_REFUSED' : 'REVERSED'
  if (row.lastOutcome === 'exception' && row.lastReason) return row.lastReason
  // It was posted; OPUS refused it since, or the run that posted it was undone.
  return row.wasRefused ? 'OPUS_REFUSED' : 'UNDONE'
}

const fixOf = ({exact, ...fix}: FixRow): Fix => ({...fix, isExact: exact === 1})
