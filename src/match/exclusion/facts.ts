/**
 * What the steps of exclusion ask about one charge (`matching.md` 3). Takes the charge, what is fixed in the batch and
 * what is paid so far; each fact that costs something is worked out when a step first asks for it.
 */
import type {Config} from '../../config/schema.ts'
import type {Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Grant} from '../../model/grant.ts'
import {lazy} from '../../model/memoize.ts'
import type {Source} from '../../model/source.ts'
import type {LinePeriod} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import {coveredPart} from '../costs/cost.ts'
import type {PaidDays} from '../costs/paid-days.ts'
import {type PeriodOfCharge, periodOfCharge} from '../periods/charge-period.ts'
import type {SupplierGroup} from '../supplier-group.ts'
import type {Charge} from './charge.ts'
import {type Fitting, fitsAlone, fitting} from './fitting.ts'
import {isInScope} from './scope.ts'

/** What a grant is compared with, in a run or from the proof of one. */
export type Comparison = {
  readonly citizen: Cpr
  readonly suppliers: SupplierGroup
  readonly config: Pick<Config, 'rules'>
  /** Whether the line says plainly which period it is for. */
  readonly isPeriodKnown: () => boolean
  /** The period stated or named; null where there is none. */
  readonly period: () => Period | null
  /** Whether the grant costs the amount over the period, alone or in a set. */
  readonly costsAmount: (grant: Grant) => boolean
  readonly isPaid: (grant: Grant) => boolean
}

export type ChargeFacts = Omit<Comparison, 'period'> & {
  readonly charge: Charge
  readonly context: MatchContext
  /** The unreadable row that blocks the charge, if any. */
  readonly blockedBy: Source | undefined
  /** The citizen's grants with any supplier. */
  readonly ofCitizen: readonly Grant[]
  /** The citizen's grants with the suppliers of the charge. */
  readonly ofPair: readonly Grant[]
  readonly inScope: readonly Grant[]
  readonly period: () => LinePeriod | null
  readonly periodOfCharge: () => PeriodOfCharge
  /** In scope, and covering a day of the period. */
  readonly valid: () => readonly Grant[]
  readonly fitting: () => Fitting
  /** Fixed grants of a paragraph out of scope that cost the amount alone. */
  readonly fitOutOfScope: () => readonly Grant[]
  /** Each grant that costs the amount, alone or in a set, once. */
  readonly costing: () => readonly Grant[]
  /** Whether a day of the grant in another period is paid. */
  readonly isPaidIn: (grant: Grant, period: Period) => boolean
  /** Whether only the register's `paidTo` holds the grant for paid. */
  readonly isPaidByRegisterAlone: (grant: Grant) => boolean
}

export function factsOf(charge: Charge, context: MatchContext, paid: PaidDays): ChargeFacts {
  const {config, grants} = context
  const {citizen, suppliers} = charge
  const ofCitizen = grants.ofCitizen(citizen)
  const ofPair = ofCitizen.filter((grant) => suppliers.has(grant.supplierCvr))
  const inScope = ofPair.filter((grant) => isInScope(grant, config))
  const outByParagraph = ofPair.filter((grant) => grant.fixed && !isInScope(grant, config))

  const ofCharge = lazy(() => periodOfCharge(charge, inScope, config))
  const period = lazy(() => knownPeriod(ofCharge()))
  const valid = lazy(() => inScope.filter((grant) => covers(grant, period())))
  const found = lazy(() => {
    const days = period()
    return days ? fitting(charge, valid(), outByParagraph, days, context) : nothingFits
  })
  const costing = lazy(() => [
    ...new Set(found().singles.length > 0 ? found().singles : found().sets.flatMap((set) => set.grants)),
  ])
  return {
    charge,
    context,
    config,
    citizen,
    suppliers,
    blockedBy: grants.blockedBy(citizen, suppliers),
    ofCitizen,
    ofPair,
    inScope,
    periodOfCharge: ofCharge,
    isPeriodKnown: () => period() !== null,
    period,
    valid,
    fitting: found,
    fitOutOfScope: lazy(() => {
      const days = period()
      return days ? outByParagraph.filter((grant) => fitsAlone(charge, grant, days, context, true)) : []
    }),
    costing,
    costsAmount: (grant) => costing().includes(grant),
    isPaid: (grant) => {
      const days = period()
      return days !== null && paid.isPaid(grant, coveredPart(grant, days) ?? days, suppliers)
    },
    isPaidIn: (grant, days) => paid.isPaid(grant, days, suppliers),
    isPaidByRegisterAlone: (grant) => {
      const days = period()
      return days !== null && paid.onlyPaidTo(grant, days, suppliers)
    },
  }
}

const nothingFits: Fitting = {singles: [], sets: [], furtherSets: []}

const knownPeriod = (found: PeriodOfCharge): LinePeriod | null => (found.kind === 'known' ? found.period : null)

export const covers = (grant: Grant, period: Period | null): boolean =>
  period !== null && coveredPart(grant, period) !== undefined
