/**
 * What-if: what one change of the data or the settings would free (`commands.md`, report).
 *
 * The folder takes a batch and its verdicts, finds the changes for which the data itself gives the value to put in,
 * tries each by matching again, and returns what each would free. What only the supplier or the caseworker can tell is
 * not tried: the most that it can free is given instead.
 */
import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs} from '../model/batch.ts'
import type {LocalizedText} from '../model/language.ts'

/** What a batch is matched by: a change alters one of the two. */
export type Scenario = {readonly inputs: BatchInputs; readonly config: MatchConfig}

/** One change, such as a person would make it. */
export type DataChange = {
  readonly kind: 'rate' | 'billsAs' | 'mapping' | 'account' | 'billing'
  readonly text: LocalizedText
  /** The CVR numbers of the invoices that it may affect; those of the same suppliers go with them. */
  readonly suppliers: ReadonlySet<string>
  readonly apply: (scenario: Scenario) => Scenario
}
