/**
 * The one loop over the steps of exclusion. Takes the facts of a charge; returns the waterfall (how many grants were
 * before and after each step), the step that excluded each grant, and why the charge ended, if it did.
 */
import type {Grant} from '../../model/grant.ts'
import type {Step, StepName} from '../../model/verdict.ts'
import type {Ending} from './ending.ts'
import type {ChargeFacts} from './facts.ts'
import {exclusionSteps} from './steps.ts'
import type {Trace} from './trace.ts'

export type Waterfall = {
  readonly steps: readonly Step[]
  readonly excludedBy: ReadonlyMap<Grant, StepName>
  /** Null where the last step left something. */
  readonly ending: Ending | null
}

export function runSteps(facts: ChargeFacts): Waterfall {
  const steps: Step[] = []
  const excludedBy = new Map<Grant, StepName>()
  let left = facts.ofCitizen
  let before = facts.context.grants.size
  for (const {name, keeps, countLeft, noneLeft} of exclusionSteps) {
    const kept = left.filter((grant) => keeps(grant, facts))
    for (const grant of left) if (!kept.includes(grant)) excludedBy.set(grant, name)
    const after = countLeft ? countLeft(facts, kept.length) : kept.length
    steps.push({name, before, after})
    const ending = after === 0 ? noneLeft(facts) : null
    if (ending) return {steps, excludedBy, ending}
    left = kept
    before = after
  }
  return {steps, excludedBy, ending: null}
}

/** A grant of another supplier counts as excluded by that step, wherever the charge ended. */
export function traceOf(
  {ofCitizen, suppliers}: Pick<ChargeFacts, 'ofCitizen' | 'suppliers'>,
  {steps, excludedBy}: Waterfall,
  {period = null, nearest = [], doubt = null, hints = []}: Omit<Ending, 'reason'>,
): Trace {
  return {
    steps,
    ofCitizen: ofCitizen.map((grant) => ({
      grant,
      excludedBy: excludedBy.get(grant) ?? (suppliers.has(grant.supplierCvr) ? null : 'supplier'),
    })),
    period,
    nearest: [...new Set(nearest)].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    doubt,
    hints,
  }
}
