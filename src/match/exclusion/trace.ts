/** All that exclusion found out about a charge: the waterfall, where each grant was excluded, and what is nearest. */
import type {Grant} from '../../model/grant.ts'
import type {Doubt, Hint, LinePeriod, Step, StepName} from '../../model/verdict.ts'

/** A grant of the citizen, and the step that excluded it; null where it was left to the end. */
export type TracedGrant = {readonly grant: Grant; readonly excludedBy: StepName | null}

export type Trace = {
  readonly steps: readonly Step[]
  readonly ofCitizen: readonly TracedGrant[]
  readonly period: LinePeriod | null
  /** The grants that a person would look at first, sorted by id. */
  readonly nearest: readonly Grant[]
  readonly doubt: Doubt | null
  readonly hints: readonly Hint[]
}
