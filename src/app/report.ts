/**
 * A whole `bills report` (`commands.md`, report): reads the ledger, which is never changed, makes the figures, and
 * writes the report's file where there is one. Returns the figures and what to say beside them.
 */
import type {Config} from '../config/schema.ts'
import {modesFor} from '../files/atomic-file.ts'
import {writeReportFile} from '../files/replace-file.ts'
import {readLedger} from '../ledger/open/read-ledger.ts'
import {reportFacts} from '../ledger/read/report-facts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {Language, Notice} from '../model/language.ts'
import {plainRendering} from '../render/rendering.ts'
import type {Format} from '../render/report/formats.ts'
import type {Grouping} from '../render/report/labels.ts'
import {isReport, reportBytes} from '../render/report/report-file.ts'
import {type Figures, figuresOf, isUnder} from '../report/figures.ts'
import {spanOf} from '../report/span.ts'
import {notReached, writtenTo} from './report/notices.ts'

export type ReportRequest = {
  readonly ledger: string
  /** How many months of issue, the last of them that of `until`; null: the newest month of issue. */
  readonly months: number
  readonly until: IsoDate | null
  readonly by: Grouping
  readonly format: Format
  /** Full path; null where nothing is written. */
  readonly file: string | null
  /** Per cent; null: that of `bills.yaml`. */
  readonly target: number | null
  /** Per cent; null where no rate is required. */
  readonly failUnder: number | null
  readonly config: Config
  readonly language: Language
}

export type Report = {
  readonly figures: Figures
  /** The rate is under the one that is required. */
  readonly isUnder: boolean
  readonly notices: readonly Notice[]
}

/** Throws an InputError where there is no ledger or the file's name is taken, and a RunFault where the disk fails. */
export async function makeReport(request: ReportRequest): Promise<Report> {
  const figures = readFigures(request)
  const written = request.file === null ? [] : [await writeFile(request.file, figures, request)]
  const {failUnder} = request
  const missed = failUnder !== null && isUnder(figures, failUnder) ? [notReached(figures, failUnder)] : []
  return {figures, isUnder: missed.length > 0, notices: [...written, ...missed]}
}

function readFigures({ledger, months, until, target, config}: ReportRequest): Figures {
  const facts = readLedger({path: ledger, municipality: config.municipality ?? null}, (database) =>
    reportFacts(database, (horizon) => spanOf(months, until, horizon)),
  )
  const {minutesPerInvoice} = config.report
  return figuresOf(facts, {target: target ?? config.report.target, minutesPerInvoice})
}

async function writeFile(
  file: string,
  figures: Figures,
  {format, by, config, language}: ReportRequest,
): Promise<Notice> {
  const bytes = await reportBytes(figures, format, {by, rendering: plainRendering(language)})
  const mode = modesFor(config.files.groupReadable).file
  const {replaced} = await writeReportFile(file, bytes, mode, (earlier) => isReport(format, earlier))
  return writtenTo(file, replaced)
}
