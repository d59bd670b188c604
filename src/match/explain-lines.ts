/**
 * An invoice of several lines (`matching.md` 3, Several lines).
 *
 * Each line is explained alone, against what stood before the invoice. Where that leaves lines of a citizen
 * unexplained, all the lines of that citizen are tried as one amount. The invoice is posted when every line is
 * explained and coded, and else it is left to a person as a whole.
 */
import {overlap} from '../model/calendar.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Invoice, InvoiceLine} from '../model/invoice.ts'
import {sumOre} from '../model/money.ts'
import type {Posting, UncodedPosting} from '../model/posting.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import {coveredPieces} from './costs/cost.ts'
import type {Charge, MatchContext} from './exclusion/charge.ts'
import {type Doubter, type Explanation, explain} from './exclusion/explain-charge.ts'
import type {Trace} from './exclusion/waterfall.ts'
import type {PeriodReading} from './periods/line-period.ts'
import {isOfMonth, touches} from './periods/period-text.ts'
import type {SupplierGroup} from './supplier-group.ts'

/** A line with what has been found out about it before any grant is looked at. */
export type LineCase = {
  readonly line: InvoiceLine
  readonly citizen: Cpr | null
  readonly reading: PeriodReading
  /** The line's own code by `matching.md` 4; null where its grant is looked for. */
  readonly code: ReasonCode | null
  readonly hints: readonly Hint[]
}

export type LineResult = {
  readonly reason: ReasonCode | null
  /** Lines with one number are posted as one sum; null where the line was not explained. */
  readonly postingGroup: number | null
  /** Of a unit, all stand at its first line. */
  readonly postings: readonly Posting[]
  readonly trace: Trace | null
  readonly hints: readonly Hint[]
}

/** Looks up accounts: the postings complete, or why not. */
export type Coder = (
  postings: readonly UncodedPosting[],
) =>
  | {readonly kind: 'coded'; readonly postings: readonly Posting[]}
  | {readonly kind: 'uncoded'; readonly reason: ReasonCode; readonly hints: readonly Hint[]}

export type LineContext = {
  readonly documentKey: string
  readonly suppliers: SupplierGroup
  readonly around: MatchContext
  readonly doubtOf: Doubter
  readonly code: Coder
}

type Group = {readonly at: readonly number[]; readonly explanation: Explanation}

export function explainLines(invoice: Invoice, cases: readonly LineCase[], lineContext: LineContext): LineResult[] {
  const {around: context, doubtOf} = lineContext
  const single = cases.length === 1
  const explainClaim = (claim: Charge | null): Explanation | null => claim && explain(claim, context, doubtOf)
  const alone = cases.map((each) => explainClaim(claimOf(invoice, [each], each.reading, single, lineContext)))
  const units = sumsWhereNeeded(invoice, cases, withoutClashes(alone, context), lineContext, explainClaim)

  const results: LineResult[] = cases.map(({code, hints}) => ({
    reason: code,
    postingGroup: null,
    postings: [],
    trace: null,
    hints,
  }))
  for (const [number, {at, explanation}] of units.entries()) {
    const coded = explanation.kind === 'explained' ? lineContext.code(explanation.postings) : null
    for (const [place, index] of at.entries()) {
      results[index] = {
        reason:
          explanation.kind === 'unexplained' ? explanation.reason : coded?.kind === 'uncoded' ? coded.reason : null,
        postingGroup: coded?.kind === 'coded' ? number + 1 : null,
        postings: coded?.kind === 'coded' && place === 0 ? coded.postings : [],
        trace: explanation.trace,
        hints: coded?.kind === 'uncoded' ? coded.hints : [],
      }
    }
  }
  return allOrNothing(results)
}

/** One line that fails leaves the whole invoice to a person. */
function allOrNothing(results: LineResult[]): LineResult[] {
  if (results.every(({reason}) => reason === null)) return results
  return results.map((result) => ({
    ...result,
    reason: result.reason ?? 'OTHER_LINE_FAILED',
    postingGroup: null,
    postings: [],
  }))
}

function claimOf(
  {issueDate, supplierCvr}: Invoice,
  cases: readonly LineCase[],
  reading: PeriodReading,
  trySets: boolean,
  {documentKey, suppliers}: LineContext,
): Charge | null {
  const [first, ...more] = cases
  if (!first?.citizen || issueDate === null || cases.some(({code}) => code !== null)) return null
  return {
    documentKey,
    citizen: first.citizen,
    invoiceCvr: supplierCvr,
    suppliers,
    issueDate,
    amount: sumOre(cases.map(({line}) => line.amount)),
    reading,
    quantity: more.length === 0 ? first.line.quantity : null,
    unitPrice: more.length === 0 ? first.line.unitPrice : null,
    trySets,
  }
}

/** Lines that need one grant on one day are all unexplained. */
function withoutClashes(alone: readonly (Explanation | null)[], {grants}: MatchContext): (Explanation | null)[] {
  const clashes = (a: UncodedPosting, b: UncodedPosting): boolean => {
    const grant = a.grantId === b.grantId ? grants.byId(a.grantId) : undefined
    if (!grant) return false
    const both = overlap(a.period, b.period)
    return grant.unit === 'Engang' || (both !== undefined && coveredPieces(grant, both).length > 0)
  }
  return alone.map((explanation, at) => {
    if (explanation?.kind !== 'explained') return explanation
    const clashing = alone.some(
      (other, index) =>
        index !== at &&
        other?.kind === 'explained' &&
        other.postings.some((theirs) => explanation.postings.some((ours) => clashes(ours, theirs))),
    )
    return clashing ? {kind: 'unexplained', reason: 'PERIOD_ALREADY_PAID', trace: explanation.trace} : explanation
  })
}

/** The lines that stand alone, and the sums of citizens whose lines do not. */
function sumsWhereNeeded(
  invoice: Invoice,
  cases: readonly LineCase[],
  alone: readonly (Explanation | null)[],
  context: LineContext,
  explainClaim: (claim: Charge | null) => Explanation | null,
): Group[] {
  const units: Group[] = []
  const byCitizen = Map.groupBy([...cases.keys()], (at) => cases[at]?.citizen ?? null)
  for (const [citizen, at] of byCitizen) {
    const ofCitizen = at.flatMap((index) => cases[index] ?? [])
    const isWhole = at.every((index) => alone[index]?.kind === 'explained')
    const reading = isWhole || !citizen || cases.length === 1 ? null : readingOfSum(ofCitizen)
    const sum = reading && explainClaim(claimOf(invoice, ofCitizen, reading, true, context))
    if (sum?.kind === 'explained') units.push({at, explanation: sum})
    else for (const index of at) units.push(...groupOf(index, alone[index]))
  }
  return units.toSorted((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0))
}

const groupOf = (index: number, explanation: Explanation | null | undefined): Group[] =>
  explanation ? [{at: [index], explanation}] : []

/**
 * The one period that those of the lines state which state any, else what they say together of the named one.
 * Null where several are stated, or where a line that states none speaks against the one that is.
 */
function readingOfSum(cases: readonly LineCase[]): PeriodReading | null {
  const readings = cases.map(({reading}) => reading)
  const stated = readings.filter((reading) => reading.kind === 'stated')
  const unstated = readings.filter((reading) => reading.kind === 'unstated')
  const mentions = unstated.flatMap((reading) => reading.mentions)
  const singleEnds = unstated.flatMap(({singleEnd}) => singleEnd ?? [])
  const contradictory = unstated.some((reading) => reading.contradictory)

  const [first] = stated
  if (!first) {
    return new Set(singleEnds).size > 1
      ? null
      : {kind: 'unstated', contradictory, mentions, singleEnd: singleEnds[0] ?? null}
  }
  const {period} = first
  const differs = stated.some((each) => each.period.from !== period.from || each.period.to !== period.to)
  const against =
    contradictory ||
    singleEnds.some((date) => date < period.from || date > period.to) ||
    mentions.some((mention) => !isOfMonth(mention, period) && !mention.months.every((named) => touches(period, named)))
  return differs || against || stated.some(({conflict}) => conflict) ? null : first
}
