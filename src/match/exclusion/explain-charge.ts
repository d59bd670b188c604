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
import {coveredPart, serviceOn} from '../costs/cost.ts'
import {namedPeriod, otherMonths} from '../periods/line-period.ts'
import type {Charge, MatchContext} from './charge.ts'
import {type Doubted, partlyCovered} from './doubts.ts'
import {fitsAlone, fitting} from './fitting.ts'
import type {GrantSet} from './sets.ts'
import {startWaterfall, type Trace, type Unexplained} from './waterfall.ts'

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
  claim: Charge,
  period: LinePeriod,
  grants: readonly Grant[],
  inScope: readonly Grant[],
) => Doubted | null

export function explain(claim: Charge, context: MatchContext, doubtOf: Doubter): Explanation {
  const {config, grants, paid} = context
  const {amount, citizen, suppliers} = claim
  const walk = startWaterfall(claim, grants)

  const heldBack = grants.blockedBy(citizen, suppliers)
  if (heldBack) return walk.end('readable', 'GRANT_UNREADABLE', {hints: [{kind: 'unreadableRow', ...heldBack}]})
  walk.count('readable', grants.size)

  const ofSuppliers = grants.countOfSuppliers(suppliers)
  if (ofSuppliers === 0) return walk.end('supplier', 'SUPPLIER_UNKNOWN', {})
  walk.count('supplier', ofSuppliers)

  const ofCitizen = grants.ofCitizen(citizen)
  const pair = ofCitizen.filter((grant) => suppliers.has(grant.supplierCvr))
  if (pair.length === 0) {
    const reason = ofCitizen.length === 0 ? 'CITIZEN_UNKNOWN' : 'NO_GRANT_WITH_SUPPLIER'
    return walk.end('citizen', reason, {nearest: ofCitizen})
  }
  walk.count('citizen', pair.length)

  const inScope = pair.filter((grant) => grant.fixed && config.rules.paragraphs.includes(grant.paragraph))
  const outByParagraph = pair.filter((grant) => grant.fixed && !config.rules.paragraphs.includes(grant.paragraph))
  walk.exclude(pair, inScope, 'scope')
  if (inScope.length === 0) return walk.end('scope', 'OUT_OF_SCOPE', {nearest: pair})
  walk.count('scope', inScope.length)

  const told = periodOfCharge(claim, inScope, config)
  if (told.kind === 'doubtful') {
    walk.exclude(inScope, [], 'period')
    return walk.end('period', told.reason, {
      nearest: inScope,
      hints: told.hint ? [told.hint] : [],
      period: told.period,
    })
  }
  const {period} = told
  walk.count('period', inScope.length)

  const outsideFits = outByParagraph.filter((grant) => fitsAlone(claim, grant, period, context, true))
  const elsewhere = (left: readonly Grant[]): Hint | null => amountOfOtherMonth(claim, left, period, context)

  const valid = inScope.filter((grant) => coveredPart(grant, period))
  walk.exclude(inScope, valid, 'validity')
  if (valid.length === 0) {
    if (outsideFits.length > 0) return walk.end('validity', 'OUT_OF_SCOPE', {nearest: outsideFits, period})
    const month = period.basis === 'named' ? elsewhere(inScope) : null
    return walk.end('validity', month ? 'PERIOD_AMBIGUOUS' : 'GRANT_NOT_VALID', {
      nearest: inScope,
      period,
      hints: month ? [month] : [],
    })
  }
  walk.count('validity', valid.length)

  const found = fitting(claim, valid, outByParagraph, period, context)
  const {singles, sets} = found
  const costing = singles.length > 0 ? singles : sets.flatMap((set) => set.grants)
  walk.exclude(valid, costing, 'amount')
  if (costing.length === 0) {
    if (outsideFits.length > 0) return walk.end('amount', 'OUT_OF_SCOPE', {nearest: outsideFits, period})
    const month = elsewhere(valid)
    const other = period.basis === 'named' ? 'PERIOD_AMBIGUOUS' : 'PERIOD_MISMATCH'
    return walk.end('amount', month ? other : 'AMOUNT_MISMATCH', {nearest: valid, period, hints: month ? [month] : []})
  }
  walk.count('amount', new Set(costing).size)

  const isPaid = (grant: Grant): boolean => paid.isPaid(grant, coveredPart(grant, period) ?? period, suppliers)
  const unpaid = costing.filter((grant) => !isPaid(grant))
  walk.exclude(costing, unpaid, 'unpaid')
  const ambiguous = (nearest: readonly Grant[], doubt: Doubt | null = null): Explanation => {
    walk.count('unpaid', new Set(unpaid).size)
    return walk.end(null, 'GRANT_AMBIGUOUS', {nearest, period, doubt})
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
        grant.paidTo && paid.onlyPaidTo(grant, period, suppliers)
          ? [{kind: 'onlyPaidTo', grantId: grant.id, paidTo: grant.paidTo}]
          : [],
      )
    return walk.end('unpaid', 'PERIOD_ALREADY_PAID', {nearest: costing, period, hints})
  }
  walk.count('unpaid', unpaid.length)

  const chosen: GrantSet = sets[0] ?? {grants: singles, amounts: [amount]}
  const doubted =
    doubtOf(claim, period, chosen.grants, inScope) ?? partlyCovered(claim, period, chosen.grants, inScope, context)
  if (doubted) return walk.end(null, doubted.reason, {nearest: chosen.grants, period, doubt: doubted.doubt})
  return {
    kind: 'explained',
    grants: chosen.grants,
    postings: chosen.grants.map((grant, at) => postingFor(grant, period, chosen.amounts[at] ?? zeroOre)),
    period,
    trace: walk.trace({period, nearest: chosen.grants}),
  }
}

type PeriodOfCharge =
  | {readonly kind: 'told'; readonly period: LinePeriod}
  | {
      readonly kind: 'doubtful'
      readonly reason: ReasonCode
      readonly hint: Hint | null
      readonly period: LinePeriod | null
    }

function periodOfCharge(
  {reading, invoiceCvr: billCvr, issueDate}: Charge,
  inScope: readonly Grant[],
  config: MatchConfig,
): PeriodOfCharge {
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
  {amount, issueDate}: Charge,
  left: readonly Grant[],
  period: Period,
  {config, costs}: MatchContext,
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
