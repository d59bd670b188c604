/**
 * Matching by exclusion (`matching.md` 3).
 *
 * Receives one amount of one citizen from one supplier, with what the line says of its period, and strikes out
 * every grant that cannot be meant, step by step. One explanation left: the postings for it. None left: the step
 * that struck out the last gives the reason. Several, or one in doubt: a person must choose.
 */
import type {MatchConfig} from '../config/schema.ts'
import {type IsoDate, type Period, samePeriod} from '../domain/calendar.ts'
import type {Cpr} from '../domain/citizen.ts'
import type {Grant} from '../domain/grant.ts'
import {
  compareFractions,
  type Decimal,
  fraction,
  fractionOf,
  type Ore,
  roundToOre,
  sizeOf,
  times,
  zeroOre,
} from '../domain/money.ts'
import type {UncodedPosting} from '../domain/posting.ts'
import type {ReasonCode} from '../domain/reason.ts'
import type {Doubt, Hint, LinePeriod, Step, StepName} from '../domain/verdict.ts'
import {type Costs, coveredPart, coveredPieces, serviceOn} from './cost.ts'
import type {GrantIndex} from './grant-index.ts'
import {namedPeriod, otherMonths, type PeriodReading} from './line-period.ts'
import type {PaidDays} from './paid-days.ts'
import {type GrantSet, setsCosting} from './sets.ts'
import type {Reach} from './suppliers.ts'

/** What is to be explained: a line, or all lines of one citizen as one amount. */
export type Claim = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly billCvr: string
  readonly reach: Reach
  readonly issueDate: IsoDate
  readonly amount: Ore
  readonly reading: PeriodReading
  readonly quantity: Decimal | null
  readonly unitPrice: Ore | null
  /** Sets are tried for an invoice of one line, and for a sum of lines. */
  readonly trySets: boolean
}

/** What stands around a claim: the register, what is paid, what things cost. */
export type Surroundings = {
  readonly config: MatchConfig
  readonly grants: GrantIndex
  readonly costs: Costs
  readonly paid: PaidDays
}

/** A grant of the pair, where it was struck out; null where it was left to the end. */
export type Traced = {readonly grant: Grant; readonly excludedBy: StepName | null}

export type Trace = {
  readonly steps: readonly Step[]
  readonly pair: readonly Traced[]
  readonly period: LinePeriod | null
  /** The grants that a person would look at first, sorted by id. */
  readonly nearest: readonly Grant[]
  readonly doubt: Doubt | null
  readonly hints: readonly Hint[]
}

export type Explanation =
  | {
      readonly kind: 'explained'
      readonly grants: readonly Grant[]
      readonly postings: readonly UncodedPosting[]
      readonly period: LinePeriod
      readonly trace: Trace
    }
  | {readonly kind: 'unexplained'; readonly reason: ReasonCode; readonly trace: Trace}

/** A doubt about an explanation that fits, or null; given so that it can know the other bills of the run. */
export type Doubter = (
  claim: Claim,
  period: LinePeriod,
  grants: readonly Grant[],
  inScope: readonly Grant[],
) => {reason: ReasonCode; doubt: Doubt} | null

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

type Fitting = {
  readonly singles: readonly Grant[]
  readonly sets: readonly GrantSet[]
  /** Sets that hold a grant whose paragraph is out of scope. */
  readonly furtherSets: readonly GrantSet[]
}

/**
 * The grants that fit alone, to the øre or, where none does, within the tolerance; and the sets that fit. Where a
 * grant fits to the øre, sets of the others are not tried; beside one that only comes near, they are (the safer
 * reading: two explanations are left).
 */
function fitting(
  claim: Claim,
  valid: readonly Grant[],
  outByParagraph: readonly Grant[],
  period: LinePeriod,
  around: Surroundings,
): Fitting {
  const {config, costs} = around
  const exact = valid.filter((grant) => fitsAlone(claim, grant, period, around, false))
  const near = exact.length > 0 ? [] : valid.filter((grant) => fitsAlone(claim, grant, period, around, true))
  const most = claim.trySets ? config.rules.maxCombined : 1
  const size = {least: 2, most}
  const sets = exact.length > 0 ? [] : setsCosting(claim.amount, valid, period, size, costs)
  const singles = exact.length > 0 ? exact : near
  const furtherSets =
    singles.length + sets.length > 0 && outByParagraph.length > 0
      ? setsCosting(claim.amount, [...valid, ...outByParagraph], period, size, costs).filter((set) =>
          set.grants.some((grant) => outByParagraph.includes(grant)),
        )
      : []
  return {singles, sets, furtherSets}
}

function fitsAlone(
  claim: Claim,
  grant: Grant,
  period: Period,
  {config, costs}: Surroundings,
  withTolerance: boolean,
): boolean {
  const cost = costs.of(grant, period)
  if (cost <= 0) return false
  const most = withTolerance ? config.rules.amountTolerance : 0
  return (
    sizeOf((claim.amount - cost) as Ore) <= most ||
    (config.rules.partialDays && fitsByQuantity(claim, grant, period, costs))
  )
}

/** `rules.partialDays`: fewer units than the whole, at the grant's own rate (`matching.md` 3). */
function fitsByQuantity(
  {amount, quantity, unitPrice, reading}: Claim,
  grant: Grant,
  period: Period,
  costs: Costs,
): boolean {
  if (!quantity || unitPrice === null || reading.kind !== 'stated') return false
  const rates = grant.rates.filter(({from, to}) => from <= period.to && period.from <= to)
  const units = fractionOf(quantity)
  return (
    rates.length > 0 &&
    rates.every(({rate}) => rate === unitPrice) &&
    units.numerator > 0n &&
    roundToOre(times(units, fraction(unitPrice))) === amount &&
    compareFractions(units, costs.units(grant, period)) <= 0
  )
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

/** The doubt about a stated period: the rest of it may be what the bill is for. */
function partlyCovered(
  {reach}: Claim,
  period: LinePeriod,
  chosen: readonly Grant[],
  inScope: readonly Grant[],
  {paid}: Surroundings,
): {reason: ReasonCode; doubt: Doubt} | null {
  if (period.basis === 'named') return null
  for (const grant of chosen) {
    const covered = coveredPieces(grant, period)
    const [only, ...more] = covered
    if (only && more.length === 0 && samePeriod(only, {from: period.from, to: period.to})) continue
    const other = inScope.find(
      (candidate) =>
        !chosen.includes(candidate) &&
        coveredPieces(candidate, period).some(
          (piece) => !covered.some(({from, to}) => from <= piece.from && piece.to <= to),
        ) &&
        !paid.isPaid(candidate, coveredPart(candidate, period) ?? period, reach),
    )
    if (other) return {reason: 'GRANT_AMBIGUOUS', doubt: {kind: 'partlyCovered', grantId: other.id}}
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

/** Keeps count of the grants before and after each step, and of where each grant of the citizen fell. */
function startWalk({citizen, reach}: Claim, grants: GrantIndex) {
  const steps: Step[] = []
  const struckOut = new Map<Grant, StepName>()
  let before = grants.size

  const trace = (told: Partial<Pick<Trace, 'period' | 'nearest' | 'doubt' | 'hints'>>): Trace => ({
    steps,
    pair: grants.ofCitizen(citizen).map((grant) => ({
      grant,
      excludedBy: reach.has(grant.supplierCvr) ? (struckOut.get(grant) ?? null) : 'supplier',
    })),
    period: told.period ?? null,
    nearest: [...new Set(told.nearest ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    doubt: told.doubt ?? null,
    hints: told.hints ?? [],
  })
  const pass = (name: StepName, after: number): void => {
    steps.push({name, before, after})
    before = after
  }
  return {
    pass,
    strike: (from: readonly Grant[], left: readonly Grant[], by: StepName): void => {
      for (const grant of from) if (!left.includes(grant)) struckOut.set(grant, by)
    },
    /** `at` is the step that left nothing; null where something was left, and in doubt. */
    stop: (at: StepName | null, reason: ReasonCode, told: Parameters<typeof trace>[0]): Explanation => {
      if (at) pass(at, 0)
      return {kind: 'unexplained', reason, trace: trace(told)}
    },
    trace,
  }
}
