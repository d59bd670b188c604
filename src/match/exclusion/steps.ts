/**
 * The steps of exclusion (`matching.md` 3), in their order. Each says which grants it leaves, what a charge gets where
 * it leaves none, and which two values it compares, so that `run-steps.ts`, the evidence, the nearest miss and
 * `explain` read one list.
 */
import {openEnd, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {InvoiceLine} from '../../model/invoice.ts'
import type {Hint, LinePeriod, StepName} from '../../model/verdict.ts'
import {maskCpr} from '../../text/mask.ts'
import {ambiguityOf} from './ambiguity.ts'
import type {Ending} from './ending.ts'
import {type ChargeFacts, type Comparison, covers} from './facts.ts'
import {amountOfOtherMonth, unpaidMonthOf} from './other-month.ts'
import {isInScope} from './scope.ts'

/** A line and its supplier, as a step compares them with a grant. */
export type ComparedLine = {
  readonly line: Pick<InvoiceLine, 'cprField'>
  readonly invoiceCvr: string
  readonly period: LinePeriod | null
}

/** What the grant has and what the line has, as text. CPR numbers masked, days ISO, `from/to`. */
export type ComparedValues = {readonly grantValue: string; readonly lineValue: string}

export type ExclusionStep = {
  readonly name: StepName
  /** Whether the step leaves a grant that the steps before it have left. */
  readonly keeps: (grant: Grant, comparison: Comparison) => boolean
  /** How many grants are left, where that is more or less than the citizen's grants that the step keeps. */
  readonly countLeft?: (facts: ChargeFacts, kept: number) => number
  /** Why the charge ends here where nothing is left; null where it goes on to the next step all the same. */
  readonly noneLeft: (facts: ChargeFacts) => Ending | null
  /** Undefined where the two amounts are what is compared. */
  readonly compares?: (grant: Grant, compared: ComparedLine) => ComparedValues
}

export const exclusionSteps: readonly ExclusionStep[] = [
  {
    name: 'readable',
    keeps: () => true,
    countLeft: ({blockedBy, context}) => (blockedBy ? 0 : context.grants.size),
    noneLeft: ({blockedBy}) =>
      blockedBy ? {reason: 'GRANT_UNREADABLE', hints: [{kind: 'unreadableRow', ...blockedBy}]} : null,
  },
  {
    name: 'supplier',
    keeps: (grant, {suppliers}) => suppliers.has(grant.supplierCvr),
    countLeft: ({context, suppliers}) => context.grants.countOfSuppliers(suppliers),
    noneLeft: () => ({reason: 'SUPPLIER_UNKNOWN'}),
    compares: (grant, {invoiceCvr}) => ({grantValue: grant.supplierCvr, lineValue: invoiceCvr}),
  },
  {
    name: 'citizen',
    keeps: (grant, {citizen}) => grant.citizen === citizen,
    noneLeft: ({ofCitizen}) => ({
      reason: ofCitizen.length === 0 ? 'CITIZEN_UNKNOWN' : 'NO_GRANT_WITH_SUPPLIER',
      nearest: ofCitizen,
    }),
    compares: (grant, {line: {cprField}}) => ({
      grantValue: maskCpr(grant.citizen),
      lineValue: cprField.kind === 'number' ? maskCpr(cprField.cpr) : '',
    }),
  },
  {
    name: 'scope',
    keeps: (grant, {config}) => isInScope(grant, config),
    noneLeft: ({ofPair}) => ({reason: 'OUT_OF_SCOPE', nearest: ofPair}),
    compares: ({fixed, paragraph}) => ({
      grantValue: fixed ? paragraph : `${paragraph}, Fast: Nej`,
      lineValue: 'rules.paragraphs',
    }),
  },
  {
    name: 'period',
    keeps: (_, {isPeriodKnown}) => isPeriodKnown(),
    noneLeft: periodUnknown,
  },
  {
    name: 'validity',
    keeps: (grant, {period}) => covers(grant, period()),
    noneLeft: noneValid,
    compares: ({services}, {period}) => ({grantValue: services.map(daysText).join(', '), lineValue: ofLine(period)}),
  },
  {
    name: 'amount',
    keeps: (grant, {costsAmount}) => costsAmount(grant),
    noneLeft: noneCosting,
  },
  {
    name: 'unpaid',
    keeps: (grant, {isPaid}) => !isPaid(grant),
    // A set of which a part is paid is paid as a whole.
    countLeft: (facts, kept) => (ambiguityOf(facts) === null && kept < facts.costing().length ? 0 : kept),
    noneLeft: (facts) => ambiguityOf(facts) ?? alreadyPaid(facts),
    compares: ({paidTo}, {period}) => ({
      grantValue: paidTo ? `Betalt til ${paidTo}` : 'Betalt',
      lineValue: ofLine(period),
    }),
  },
]

const steps = new Map(exclusionSteps.map((step) => [step.name, step]))

export const stepNamed = (name: StepName | null): ExclusionStep | undefined => (name ? steps.get(name) : undefined)

/** From 0, in their order. */
export const stepNumber = (name: StepName): number => exclusionSteps.findIndex((step) => step.name === name)

function periodUnknown({periodOfCharge, inScope}: ChargeFacts): Ending {
  const found = periodOfCharge()
  return found.kind === 'doubtful'
    ? {reason: found.reason, nearest: inScope, hints: found.hints, period: found.period}
    : {reason: 'PERIOD_AMBIGUOUS', nearest: inScope}
}

function noneValid(facts: ChargeFacts): Ending {
  const [period, outOfScope] = [facts.period(), facts.fitOutOfScope()]
  if (outOfScope.length > 0) return {reason: 'OUT_OF_SCOPE', nearest: outOfScope, period}
  const month = period?.basis === 'named' ? amountOfOtherMonth(facts, facts.inScope) : []
  const reason = month.length > 0 ? 'PERIOD_AMBIGUOUS' : 'GRANT_NOT_VALID'
  return {reason, nearest: facts.inScope, period, hints: month}
}

function noneCosting(facts: ChargeFacts): Ending {
  const [period, outOfScope] = [facts.period(), facts.fitOutOfScope()]
  if (outOfScope.length > 0) return {reason: 'OUT_OF_SCOPE', nearest: outOfScope, period}
  const month = unpaidMonthOf(facts, facts.valid())
  const ofOtherMonth = period?.basis === 'named' ? 'PERIOD_AMBIGUOUS' : 'PERIOD_MISMATCH'
  return {reason: month.length > 0 ? ofOtherMonth : 'AMOUNT_MISMATCH', nearest: facts.valid(), period, hints: month}
}

function alreadyPaid({costing, period, isPaid, isPaidByRegisterAlone}: ChargeFacts): Ending {
  const hints = costing().flatMap((grant): Hint[] =>
    isPaid(grant) && grant.paidTo && isPaidByRegisterAlone(grant)
      ? [{kind: 'onlyPaidTo', grantId: grant.id, paidTo: grant.paidTo}]
      : [],
  )
  return {reason: 'PERIOD_ALREADY_PAID', nearest: costing(), period: period(), hints}
}

const ofLine = (period: LinePeriod | null): string => (period ? daysText(period) : '')

/** `2026-03-01/2026-03-31`; nothing after the stroke where there is no end. */
const daysText = ({from, to}: Period): string => `${from}/${to === openEnd ? '' : to}`
