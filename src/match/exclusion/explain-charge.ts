/**
 * Matching by exclusion (`matching.md` 3).
 *
 * Receives one amount of one citizen from one supplier, with what the line says of its period, and strikes out
 * every grant that cannot be meant, step by step. One explanation left: the postings for it. None left: the step
 * that struck out the last gives the reason. Several, or one in doubt: a person must choose.
 */
import type {MatchConfig} from '../../config/schema.ts'
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf, zeroOre} from '../../model/money.ts'
import type {UncodedPosting} from '../../model/posting.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Doubt, Hint, LinePeriod} from '../../model/verdict.ts'
import type {Claim, Surroundings} from './charge.ts'
import {coveredPart, serviceOn} from '../costs/cost.ts'
import {type Doubted, partlyCovered} from './doubts.ts'
import {fitsAlone, fitting} from './fitting.ts'
import {namedPeriod, otherMonths} from '../periods/line-period.ts'
import type {GrantSet} from './sets.ts'
import {startWalk, type Trace, type Unexplained} from './waterfall.ts'

export type Explanation =
  | {
      readonly kind: 'explained'
      readonly grants: readonly Grant[]
      readonly postings: readonly UncodedPosting[]
      readonly period: LinePeriod
      readonly trace: Trace
    }
  | Unexplained

/** A doubt about an explanation that fits, or null; given so that it can know the other bills of the run. */
export type Doubter = (
  claim: Claim,
  period: LinePeriod,
  grants: readonly Grant[],
  inScope: readonly Grant[],
) => Doubted | null

export function explain(claim: Claim, around: Surroundings, doubtOf: Doubter): Explanation {
  const {config, grants, paid} = around
  const {amount, citizen, reach} = claim
  const walk = startWalk(claim, grants)

  const heldBack = grants.heldBackBy(citizen, reach)
  if (heldBack) return walk.stop('readable', 'GRANT_UNREADABLE', {hints: [{kind: 'unreadableRow', ...heldBack}]})
  walk.pass('readable', grants.size)

  const ofSuppliers = grants.countOfSuppliers(reach)
  if (ofSuppliers === 0) return walk.stop('supplier', 'SUPPLIER_UNKNOWN', {})
  walk.pass('supplier', ofSuppliers)

  const ofCitizen = grants.ofCitizen(citizen)
  const pair = ofCitizen.filter((grant) => reach.has(grant.supplierCvr))
  if (pair.length === 0) {
    const reason = ofCitizen.length === 0 ? 'CITIZEN_UNKNOWN' : 'NO_GRANT_WITH_SUPPLIER'
    return walk.stop('citizen', reason, {nearest: ofCitizen})
  }
  walk.pass('citizen', pair.length)

  const inScope = pair.filter((grant) => grant.fixed && config.rules.paragraphs.includes(grant.paragraph))
  const outByParagraph = pair.filter((grant) => grant.fixed && !config.rules.paragraphs.includes(grant.paragraph))
  walk.strike(pair, inScope, 'scope')
  if (inScope.length === 0) return walk.stop('scope', 'OUT_OF_SCOPE', {nearest: pair})
  walk.pass('scope', inScope.length)

  const told = toldPeriod(claim, inScope, config)
  if (told.kind === 'doubtful') {
    walk.strike(inScope, [], 'period')
    return walk.stop('period', told.reason, {
      nearest: inScope,
      hints: told.hint ? [told.hint] : [],
      period: told.period,
    })
  }
  const {period} = told
  walk.pass('period', inScope.length)

  const outsideFits = outByParagraph.filter((grant) => fitsAlone(claim, grant, period, around, true))
  const elsewhere = (left: readonly Grant[]): Hint | null => amountOfOtherMonth(claim, left, period, around)

  const valid = inScope.filter((grant) => coveredPart(grant, period))
  walk.strike(inScope, valid, 'validity')
  if (valid.length === 0) {
    if (outsideFits.length > 0) return walk.stop('validity', 'OUT_OF_SCOPE', {nearest: outsideFits, period})
    const month = period.basis === 'named' ? elsewhere(inScope) : null
    return walk.stop('validity', month ? 'PERIOD_AMBIGUOUS' : 'GRANT_NOT_VALID', {
      nearest: inScope,
      period,
      hints: month ? [month] : [],
    })
  }
  walk.pass('validity', valid.length)

  const found = fitting(claim, valid, outByParagraph, period, around)
  const {singles, sets} = found
  const costing = singles.length > 0 ? singles : sets.flatMap((set) => set.grants)
  walk.strike(valid, costing, 'amount')
  if (costing.length === 0) {
    if (outsideFits.length > 0) return walk.stop('amount', 'OUT_OF_SCOPE', {nearest: outsideFits, period})
    const month = elsewhere(valid)
    const other = period.basis === 'named' ? 'PERIOD_AMBIGUOUS' : 'PERIOD_MISMATCH'
    return walk.stop('amount', month ? other : 'AMOUNT_MISMATCH', {nearest: valid, period, hints: month ? [month] : []})
  }
  walk.pass('amount', new Set(costing).size)

  const isPaid = (grant: Grant): boolean => paid.isPaid(grant, coveredPart(grant, period) ?? period, reach)
  const unpaid = costing.filter((grant) => !isPaid(grant))
  walk.strike(costing, unpaid, 'unpaid')
  const ambiguous = (nearest: readonly Grant[], doubt: Doubt | null = null): Explanation => {
    walk.pass('unpaid', new Set(unpaid).size)
    return walk.stop(null, 'GRANT_AMBIGUOUS', {nearest, period, doubt})
  }

  const further = [...outsideFits, ...found.furtherSets.flatMap((set) => set.grants)]
  if (further.length > 0) {
    return ambiguous([...costing, ...further], {
      kind: 'outOfScopeFits',
      grantIds: [...new Set(further.map(({id}) => id))].toSorted(),
    })
  }
  if (singles.length > 0 && sets.length > 0) {
    return ambiguous([...singles, ...sets.flatMap((set) => set.grants)], {kind: 'nearAndExact'})
  }
  if (singles.length > 1 && unpaid.length > 0) return ambiguous(singles)
  if (singles.length === 0 && sets.length > 1) return ambiguous(costing)
  if (unpaid.length < costing.length) {
    const hints = costing
      .filter(isPaid)
      .flatMap((grant): Hint[] =>
        grant.paidTo && paid.onlyPaidTo(grant, period, reach)
          ? [{kind: 'onlyPaidTo', grantId: grant.id, paidTo: grant.paidTo}]
          : [],
      )
    return walk.stop('unpaid', 'PERIOD_ALREADY_PAID', {nearest: costing, period, hints})
  }
  walk.pass('unpaid', unpaid.length)

  const chosen: GrantSet = sets[0] ?? {grants: singles, amounts: [amount]}
  const doubted =
    doubtOf(claim, period, chosen.grants, inScope) ?? partlyCovered(claim, period, chosen.grants, inScope, around)
  if (doubted) return walk.stop(null, doubted.reason, {nearest: chosen.grants, period, doubt: doubted.doubt})
  return {
    kind: 'explained',
    grants: chosen.grants,
    postings: chosen.grants.map((grant, at) => postingFor(grant, period, chosen.amounts[at] ?? zeroOre)),
    period,
    trace: walk.trace({period, nearest: chosen.grants}),
  }
}

type Told =
  | {readonly kind: 'told'; readonly period: LinePeriod}
  | {
      readonly kind: 'doubtful'
      readonly reason: ReasonCode
      readonly hint: Hint | null
      readonly period: LinePeriod | null
    }

function toldPeriod({reading, billCvr, issueDate}: Claim, inScope: readonly Grant[], config: MatchConfig): Told {
  if (reading.kind === 'stated') {
    const {period, conflict} = reading
    return conflict ? {kind: 'doubtful', reason: 'PERIOD_AMBIGUOUS', hint: conflict, period} : {kind: 'told', period}
  }
  const named = namedPeriod(
    reading,
    billCvr,
    inScope.map(({supplierCvr}) => supplierCvr),
    issueDate,
    config,
  )
  if (named.kind === 'doubtful') return {kind: 'doubtful', reason: 'PERIOD_AMBIGUOUS', hint: named.hint, period: null}
  const {period} = named
  if (period.from < config.periods.postFrom)
    return {kind: 'doubtful', reason: 'PERIOD_BEFORE_START', hint: null, period}
  return {kind: 'told', period}
}

/** Whether the amount is just what a grant costs in another whole month of the window. */
function amountOfOtherMonth(
  {amount, issueDate}: Claim,
  left: readonly Grant[],
  period: Period,
  {config, costs}: Surroundings,
): Hint | null {
  if (amount <= 0) return null
  for (const grant of left) {
    for (const month of otherMonths(issueDate, period, config)) {
      const cost = costs.of(grant, month)
      if (cost > 0 && sizeOf((amount - cost) as Ore) <= config.rules.amountTolerance) {
        return {kind: 'amountOfMonth', grantId: grant.id, month: month.from.slice(0, 7)}
      }
    }
  }
  return null
}

function postingFor(grant: Grant, period: Period, amount: Ore): UncodedPosting {
  const covered = coveredPart(grant, period) ?? {from: period.from, to: period.to}
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
