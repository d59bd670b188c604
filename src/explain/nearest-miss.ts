/**
 * The nearest miss of a line that no grant was left for (`commands.md`, explain): each grant of the citizen is compared
 * with the line in every field, not only in the one that excluded it. Returns the one with the fewest differences, with
 * the values that would have fitted; of equals the one that came farthest, then the nearest in amount.
 */
import {costsFor} from '../match/costs/cost.ts'
import {stepNumber} from '../match/exclusion/steps.ts'
import type {Grant} from '../model/grant.ts'
import {compareText} from '../model/source.ts'
import {differencesOf, type GrantDifferences, type MissContext} from './differences.ts'
import type {Difference, NearestMiss} from './explanation.ts'

/** Null where the citizen has no grant, one was left, or the line never came to the grants. */
export function nearestMiss(context: MissContext & {readonly grants: readonly Grant[]}): NearestMiss | null {
  const {steps, candidates} = context.verdict.evidence
  if (steps.length === 0 || steps.at(-1)?.after !== 0 || candidates.length === 0) return null
  const costs = costsFor(context.config)
  const [nearest] = context.grants
    .map((grant) => ({grantId: grant.id, ...differencesOf(grant, context, costs)}))
    .filter(({differences}) => differences.length > 0)
    .toSorted(byNearness)
  return nearest ? {grantId: nearest.grantId, differences: nearest.differences} : null
}

type Compared = GrantDifferences & {readonly grantId: string}

const byNearness = (a: Compared, b: Compared): number =>
  a.differences.length - b.differences.length ||
  fieldNumber(b.differences[0]) - fieldNumber(a.differences[0]) ||
  a.amountOff - b.amountOff ||
  compareText(a.grantId, b.grantId)

const fieldNumber = (difference: Difference | undefined): number => (difference ? stepNumber(difference.field) : -1)
