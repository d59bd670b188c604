/**
 * The lines of an invoice (`matching.md` 3, Several lines).
 *
 * Takes an invoice's lines; each is explained alone, against what stood before the invoice. Where that leaves lines of
 * a citizen unexplained, all the lines of that citizen are tried as one amount. Returns what became of each line; all
 * are explained and coded, or none is.
 */

import {overlap} from '../model/calendar.ts'
import {sumOre} from '../model/money.ts'
import type {UncodedPosting} from '../model/posting.ts'
import type {MatchContext} from './context.ts'
import {coveredPieces} from './costs/cost.ts'
import type {Charge} from './exclusion/charge.ts'
import {type Explanation, explainCharge} from './exclusion/explain-charge.ts'
import type {GrantIndex} from './grant-index.ts'
import {allOrNothing, type LineCase, type LineResult} from './lines.ts'
import type {PeriodReading} from './periods/line-period.ts'
import {readingOfSum} from './periods/sum-period.ts'
import type {RunInvoice} from './run-invoices.ts'
import type {BatchState} from './state.ts'

/** Lines that are explained together, by index. */
type ExplainedLines = {readonly lines: readonly number[]; readonly explanation: Explanation}

export function explainLines(invoice: RunInvoice, context: MatchContext, state: BatchState): readonly LineResult[] {
  const cases = context.linesOf(invoice)
  const isOneLine = cases.filter(({isComment}) => !isComment).length === 1
  const explain = (charge: Charge | null): Explanation | null => charge && explainCharge(charge, context, state)
  const alone = cases.map((line) => explain(chargeOf(invoice, [line], line.reading, isOneLine, context)))
  const settled = withoutClashes(alone, context.grants)

  const byCitizen = Map.groupBy([...cases.keys()], (index) => cases[index]?.citizen ?? null)
  const explained = [...byCitizen].flatMap(([citizen, lines]): ExplainedLines[] => {
    const charge = !isOneLine && citizen ? sumOf(invoice, cases, lines, settled, context) : null
    const sum = explain(charge)
    return sum?.kind === 'explained' ? [{lines, explanation: sum}] : lines.flatMap((index) => single(index, settled))
  })
  const inOrder = explained.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
  return allOrNothing(codedResults(cases, inOrder, context), cases)
}

const single = (index: number, explanations: readonly (Explanation | null)[]): ExplainedLines[] => {
  const explanation = explanations[index]
  return explanation ? [{lines: [index], explanation}] : []
}

/** Each line with its own reason, or with what became of the lines that it is explained with. */
function codedResults(
  cases: readonly LineCase[],
  explained: readonly ExplainedLines[],
  {coding}: MatchContext,
): LineResult[] {
  const results: LineResult[] = cases.map(({reason, hints}) => ({
    reason,
    postingGroup: null,
    postings: [],
    trace: null,
    hints,
  }))
  for (const [number, {lines, explanation}] of explained.entries()) {
    const {trace} = explanation
    const coded = explanation.kind === 'explained' ? coding.code(explanation.postings) : null
    for (const [place, index] of lines.entries()) {
      if (coded?.kind === 'coded') {
        const postings = place === 0 ? coded.postings : []
        results[index] = {reason: null, postingGroup: number + 1, postings, trace, hints: []}
      } else {
        const {reason, hints} = coded ?? {
          reason: explanation.kind === 'unexplained' ? explanation.reason : null,
          hints: [],
        }
        results[index] = {reason, postingGroup: null, postings: [], trace, hints}
      }
    }
  }
  return results
}

/** The amount of one line, or of several of one citizen. Null where one of them has a reason of its own. */
function chargeOf(
  {invoice, key}: RunInvoice,
  lines: readonly LineCase[],
  reading: PeriodReading,
  trySets: boolean,
  {suppliersOf}: MatchContext,
): Charge | null {
  const [first, ...others] = lines
  const {issueDate, supplierCvr} = invoice
  if (!first?.citizen || issueDate === null || lines.some(({reason}) => reason !== null)) return null
  return {
    documentKey: key,
    citizen: first.citizen,
    invoiceCvr: supplierCvr,
    suppliers: suppliersOf(supplierCvr),
    issueDate,
    amount: sumOre(lines.map(({line}) => line.amount)),
    reading,
    quantity: others.length === 0 ? first.line.quantity : null,
    unitPrice: others.length === 0 ? first.line.unitPrice : null,
    trySets,
  }
}

/** All the lines of a citizen as one amount, where not all of them are explained alone. Null where there is no such sum. */
function sumOf(
  invoice: RunInvoice,
  cases: readonly LineCase[],
  lines: readonly number[],
  alone: readonly (Explanation | null)[],
  context: MatchContext,
): Charge | null {
  if (lines.every((index) => alone[index]?.kind === 'explained')) return null
  const ofCitizen = lines.flatMap((index) => cases[index] ?? [])
  const reading = readingOfSum(ofCitizen.map((line) => line.reading))
  return reading && chargeOf(invoice, ofCitizen, reading, true, context)
}

/** Lines that need one grant on one day are all unexplained. */
function withoutClashes(alone: readonly (Explanation | null)[], grants: GrantIndex): (Explanation | null)[] {
  return alone.map((explanation, index) => {
    if (explanation?.kind !== 'explained') return explanation
    const isClashing = alone.some(
      (other, otherIndex) =>
        otherIndex !== index &&
        other?.kind === 'explained' &&
        other.postings.some((theirs) => explanation.postings.some((ours) => clash(ours, theirs, grants))),
    )
    return isClashing ? {kind: 'unexplained', reason: 'PERIOD_ALREADY_PAID', trace: explanation.trace} : explanation
  })
}

function clash(a: UncodedPosting, b: UncodedPosting, grants: GrantIndex): boolean {
  const grant = a.grantId === b.grantId ? grants.byId(a.grantId) : undefined
  if (!grant) return false
  const both = overlap(a.period, b.period)
  return grant.unit === 'Engang' || (both !== undefined && coveredPieces(grant, both).length > 0)
}
