/** The walk through the steps of exclusion: how many grants were before and after each, and where each grant fell. */
import type {Cpr} from '../../model/citizen.ts'
import type {Grant} from '../../model/grant.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Doubt, Hint, LinePeriod, Step, StepName} from '../../model/verdict.ts'
import type {GrantIndex} from '../grant-index.ts'
import type {SupplierGroup} from '../supplier-group.ts'

/** A grant of the citizen, where it was struck out; null where it was left to the end. */
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

/** What is told of a walk beside its steps. */
export type TraceDetails = Partial<Pick<Trace, 'period' | 'nearest' | 'doubt' | 'hints'>>

export type Unexplained = {readonly kind: 'unexplained'; readonly reason: ReasonCode; readonly trace: Trace}

export type Waterfall = {
  readonly count: (name: StepName, after: number) => void
  /** Notes the step for the grants of `from` that are not among those left. */
  readonly exclude: (from: readonly Grant[], left: readonly Grant[], by: StepName) => void
  /** `at` is the step that left nothing; null where something was left, and in doubt. */
  readonly end: (at: StepName | null, reason: ReasonCode, told: TraceDetails) => Unexplained
  readonly trace: (told: TraceDetails) => Trace
}

export function startWaterfall(
  {citizen, suppliers}: {readonly citizen: Cpr; readonly suppliers: SupplierGroup},
  grants: GrantIndex,
): Waterfall {
  const steps: Step[] = []
  const struckOut = new Map<Grant, StepName>()
  let before = grants.size

  const trace = (told: TraceDetails): Trace => ({
    steps,
    pair: grants.ofCitizen(citizen).map((grant) => ({
      grant,
      excludedBy: suppliers.has(grant.supplierCvr) ? (struckOut.get(grant) ?? null) : 'supplier',
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
    count: pass,
    exclude: (from, left, by) => {
      for (const grant of from) if (!left.includes(grant)) struckOut.set(grant, by)
    },
    end: (at, reason, told) => {
      if (at) pass(at, 0)
      return {kind: 'unexplained', reason, trace: trace(told)}
    },
    trace,
  }
}
