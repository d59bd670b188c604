/**
 * What the ledger knows for `bills report` (`commands.md`, report): for each document of the span what became of it,
 * the exceptions that the last run brought, and what that run found would lift the rate. Trials are in other tables;
 * undone runs are left out here. The counting is for `src/report`.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {IsoDate, Period} from '../../model/calendar.ts'
import {InputError} from '../../model/input-error.ts'
import type {Ore} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import {firstRow, rowsOf} from '../open/database.ts'
import {isEncrypted} from '../open/key-file.ts'
import {versionOf} from '../open/open-database.ts'
import {documentsOfSpan, fillStatuses, fixesOf, horizonQuery, openInLastRun} from './report-queries.ts'

/** How far the ledger reaches. */
export type Horizon = {
  /** Of the last run that counts. */
  readonly lastRun: {readonly number: number; readonly runId: string; readonly today: IsoDate}
  /** How many runs count. */
  readonly runs: number
  /** The newest day of issue up to the last run's; null where no document has one. */
  readonly newestIssue: IsoDate | null
}

/** Why a document counts as not posted: its last code, or what took its posting back. */
export type WhyLeft = ReasonCode | 'REVERSED' | 'UNDONE'

export type InvoiceStatus = {
  /** Of issue; where that was never readable, of the first run that saw the document. */
  readonly day: IsoDate
  readonly isDated: boolean
  /** Øre, of the whole document, without sign. */
  readonly amount: Ore
  /** As it stood; empty where it was, or where a CPR number stood in it. */
  readonly supplierCvr: string
  /** Masked. */
  readonly supplierName: string
  /** Masked; null where none is known, `several` where they differ. */
  readonly paragraph: string | null
  /** What stands now: a posting taken back or refused does not. */
  readonly fate: 'automatic' | 'decided' | 'left'
  /** Posted by the first run that saw it, and that stands. */
  readonly isFirstPass: boolean
  readonly isInScope: boolean
  /** Null where it is posted. */
  readonly whyLeft: WhyLeft | null
  /** The code under which a run first left it to a person, whatever became of it; null where none did. */
  readonly firstReason: ReasonCode | null
  /** Its last verdict leaves it to a person. */
  readonly isOpen: boolean
}

/** An open exception that the last run brought. */
export type OpenException = {
  /** The day of the run since which every run that brought it has left it to a person. */
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
  /** Øre: sizes added up. */
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
    documents: [...rowsOf<DocumentSqlRow>(database, documentsOfSpan, span.from, span.to)].map(fateOf),
    open: [...rowsOf<OpenException>(database, openInLastRun, horizon.lastRun.number)],
    fixes: versionOf(database) < 3 ? [] : [...rowsOf<FixSqlRow>(database, fixesOf, horizon.lastRun.number)].map(fixOf),
  }
}

function horizonOf(database: DatabaseSync): Horizon {
  const row = firstRow<HorizonSqlRow>(database, horizonQuery)
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

type HorizonSqlRow = Horizon['lastRun'] & Pick<Horizon, 'runs' | 'newestIssue'>

type DocumentSqlRow = Pick<InvoiceStatus, 'day' | 'amount' | 'supplierCvr' | 'supplierName'> & {
  readonly dated: number
  readonly paragraphs: number | null
  readonly paragraph: string | null
  readonly postedBy: string | null
  readonly firstPass: number
  readonly isReversed: number
  readonly isRefused: number
  readonly wasRefused: number
  readonly lastOutcome: string
  readonly lastReason: ReasonCode | null
  readonly firstReason: ReasonCode | null
  readonly lastRefused: number
}

function fateOf(row: DocumentSqlRow): InvoiceStatus {
  const stands = row.postedBy !== null && !row.isReversed && !row.isRefused
  return {
    day: row.day,
    isDated: row.dated === 1,
    amount: row.amount,
    supplierCvr: isEncrypted(row.supplierCvr) ? '' : row.supplierCvr,
    supplierName: row.supplierName,
    paragraph: (row.paragraphs ?? 0) > 1 ? `several` : row.paragraph,
    fate: !stands ? 'left' : row.postedBy === 'decided' ? 'decided' : 'automatic',
    isFirstPass: stands && row.postedBy === 'posted' && row.firstPass === 1,
    isInScope: row.lastReason !== 'OUT_OF_SCOPE',
    whyLeft: stands ? null : whyLeft(row),
    firstReason: row.firstReason,
    isOpen: row.lastOutcome === 'exception' || row.lastRefused === 1,
  }
}

function whyLeft(row: DocumentSqlRow): WhyLeft {
  if (row.postedBy !== null) return row.isRefused ? 'OPUS_REFUSED' : 'REVERSED'
  if (row.lastOutcome === 'exception' && row.lastReason) return row.lastReason
  // Posted, and perhaps known as posted since: by OPUS's answer, or by taking the run back, it is so no longer.
  return row.wasRefused ? 'OPUS_REFUSED' : 'UNDONE'
}

type FixSqlRow = Omit<Fix, 'isExact'> & {readonly exact: number}

const fixOf = ({exact, ...fix}: FixSqlRow): Fix => ({...fix, isExact: exact === 1})
