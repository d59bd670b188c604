/**
 * The lines of an invoice before any grant is looked at: each with its citizen, what it says of its period, and its own
 * reason by `matching.md` 4; and what becomes of each.
 */
import type {MatchConfig} from '../config/schema.ts'
import type {Cpr} from '../model/citizen.ts'
import type {InvoiceLine} from '../model/invoice.ts'
import type {Posting} from '../model/posting.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import type {Trace} from './exclusion/trace.ts'
import type {GrantIndex} from './grant-index.ts'
import {type PeriodReading, readPeriod, statedPeriodReason, windowOf} from './periods/line-period.ts'
import {citizenOf, type RunInvoice} from './run-invoices.ts'

export type LineCase = {
  readonly line: InvoiceLine
  /** A line of amount 0: it needs no explanation, and its text counts for every line. */
  readonly isComment: boolean
  readonly citizen: Cpr | null
  readonly reading: PeriodReading
  /** The line's own reason; null where its grant is looked for. */
  readonly reason: ReasonCode | null
  readonly hints: readonly Hint[]
}

export type LineResult = {
  readonly reason: ReasonCode | null
  /** Lines with one number are posted as one sum; null where the line was not explained. */
  readonly postingGroup: number | null
  /** Of a posting group, all stand at its first line. */
  readonly postings: readonly Posting[]
  readonly trace: Trace | null
  readonly hints: readonly Hint[]
}

/** A line that nothing has been found out about. */
export const noResult: LineResult = {reason: null, postingGroup: null, postings: [], trace: null, hints: []}

/** One line that fails leaves the whole invoice to a person (`matching.md` 3, Several lines). A comment has no reason. */
export function allOrNothing(results: readonly LineResult[], cases: readonly LineCase[]): readonly LineResult[] {
  if (results.every(({reason}) => reason === null)) return results
  return results.map((result, index) => {
    const reason = result.reason ?? (cases[index]?.isComment ? null : 'OTHER_LINE_FAILED')
    return {...result, reason, postingGroup: null, postings: []}
  })
}

/** `matching.md`, before section 1. */
const isComment = ({amount}: InvoiceLine): boolean => amount === 0

const commentCase = (line: InvoiceLine): LineCase => ({
  line,
  isComment: true,
  citizen: null,
  reading: {kind: 'unstated', texts: [], singleEnds: []},
  reason: null,
  hints: [],
})

/** An invoice without a date of issue is read as of `periods.postFrom`: it has a reason of its own and is not posted. */
export function readLines(
  {invoice, citizens}: RunInvoice,
  config: MatchConfig,
  {services}: GrantIndex,
  isKnownNumber: (token: string) => boolean,
): LineCase[] {
  const {postFrom} = config.periods
  const issueDate = invoice.issueDate ?? postFrom
  const {dueDate, supplierCvr} = invoice
  const context = {issueDate, dueDate, window: windowOf(issueDate, supplierCvr, config), services, isKnownNumber}
  const comments = invoice.lines.filter(isComment).map(({text}) => text)
  return invoice.lines.map((line, index): LineCase => {
    const citizen = citizens[index]
    if (isComment(line)) return commentCase(line)
    const reading = readPeriod(line, comments, context)
    const periodReason =
      reading.kind === 'stated'
        ? statedPeriodReason(reading.period, invoice.supplierCvr, issueDate, config, postFrom)
        : null
    const doubtful = citizen?.kind === 'doubtful' ? citizen : null
    const hints = periodReason === null && doubtful?.hint ? [doubtful.hint] : []
    return {
      line,
      isComment: false,
      citizen: citizenOf(citizen),
      reading,
      reason: periodReason ?? doubtful?.reason ?? null,
      hints,
    }
  })
}
