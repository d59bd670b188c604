/**
 * Fixes: what one change of the data or the settings would free (`commands.md`, report).
 *
 * Receives a batch and what became of it, finds the changes for which the data itself gives the value to put in,
 * tries each by running the batch again, and hands on what each would free. What only the supplier or the caseworker
 * can tell is not tried: the most that it can free is said instead.
 */

import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs} from '../model/batch.ts'
import type {LocalizedText} from '../model/language.ts'

/** What a batch is judged by: a fix changes one of the two. */
export type Scenario = {readonly inputs: BatchInputs; readonly config: MatchConfig}

/** One change of the basis, such as a person would make it. */
export type DataChange = {
  readonly kind: 'rate' | 'billsAs' | 'mapping' | 'account' | 'billing'
  readonly text: LocalizedText
  /** The CVR numbers of the bills that it may concern; those of the same suppliers go with them. */
  readonly suppliers: ReadonlySet<string>
  readonly apply: (basis: Scenario) => Scenario
}
