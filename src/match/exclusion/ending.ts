/** Why a charge is left to a person, and what belongs to it. */
import type {Grant} from '../../model/grant.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Doubt, Hint, LinePeriod} from '../../model/verdict.ts'

export type Ending = {
  readonly reason: ReasonCode
  /** The grants that a person would look at first. */
  readonly nearest?: readonly Grant[]
  readonly period?: LinePeriod | null
  readonly hints?: readonly Hint[]
  readonly doubt?: Doubt | null
}
