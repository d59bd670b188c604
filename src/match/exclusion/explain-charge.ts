/**
 * Matching by exclusion (`matching.md` 3).
 *
 * Takes one charge, excludes every grant that cannot be meant, step by step, and returns the postings where exactly one
 * explanation is left and nothing speaks against it; else the reason why a person must look.
 */
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, zeroOre} from '../../model/money.ts'
import type {UncodedPosting} from '../../model/posting.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {LinePeriod} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import {coveredPart, serviceOn} from '../costs/cost.ts'
import type {BatchState} from '../state.ts'
import {ambiguityOf} from './ambiguity.ts'
import type {Charge} from './charge.ts'
import {doubtAbout} from './doubts.ts'
import type {Ending} from './ending.ts'
import {type ChargeFacts, factsOf} from './facts.ts'
import {runSteps, traceOf, type Waterfall} from './run-steps.ts'
import type {GrantSet} from './sets.ts'
import type {Trace} from './trace.ts'

export type Explained = {
  readonly kind: 'explained'
  readonly postings: readonly UncodedPosting[]
  readonly trace: Trace
}

export type Unexplained = {readonly kind: 'unexplained'; readonly reason: ReasonCode; readonly trace: Trace}

export type Explanation = Explained | Unexplained

export function explainCharge(charge: Charge, context: MatchContext, state: BatchState): Explanation {
  const facts = factsOf(charge, context, state.paid)
  const waterfall = runSteps(facts)
  const period = facts.period()
  const ending = waterfall.ending ?? ambiguityOf(facts)
  if (ending) return unexplained(facts, waterfall, ending)
  if (!period) throw new RangeError('a charge without a period came through all steps')

  const {grants, amounts} = explanationOf(facts)
  const doubted = doubtAbout({charge, period, chosen: grants, inScope: facts.inScope}, context, state)
  if (doubted) return unexplained(facts, waterfall, {...doubted, nearest: grants, period})
  return {
    kind: 'explained',
    postings: grants.map((grant, index) => postingFor(grant, period, amounts[index] ?? zeroOre)),
    trace: traceOf(facts, waterfall, {period, nearest: grants}),
  }
}

const unexplained = (facts: ChargeFacts, waterfall: Waterfall, ending: Ending): Unexplained => ({
  kind: 'unexplained',
  reason: ending.reason,
  trace: traceOf(facts, waterfall, ending),
})

/** The one set, or the one grant, which is posted with the charge's own amount. */
function explanationOf({fitting, charge}: ChargeFacts): GrantSet {
  const {singles, sets} = fitting()
  return sets[0] ?? {grants: singles, amounts: [charge.amount]}
}

function postingFor(grant: Grant, period: LinePeriod, amount: Ore): UncodedPosting {
  const covered: Period = coveredPart(grant, period) ?? {from: period.from, to: period.to}
  const {id: grantId, citizen, supplierCvr, paragraph} = grant
  return {
    grantId,
    citizen,
    supplierCvr,
    paragraph,
    service: serviceOn(grant, covered.to),
    period: covered,
    amount,
    reverses: null,
  }
}
