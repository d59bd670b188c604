/** What exceptions wait for: one action of a person frees every invoice of its group. */
import type {Invoice} from './invoice.ts'
import type {LocalizedText} from './language.ts'
import type {Ore} from './money.ts'
import type {Owner, ReasonCode} from './reason.ts'
import type {LineVerdict} from './verdict.ts'

/** An exception and the line that it counts under. */
export type AffectedInvoice = {readonly invoice: Invoice; readonly line: LineVerdict}

export type ActionGroup = {
  /** Tells the actions of one batch apart. */
  readonly key: string
  readonly reason: ReasonCode
  readonly owner: Owner
  /** No action makes the program post them. */
  readonly byHand: boolean
  readonly affected: readonly AffectedInvoice[]
  /** Øre: the sizes of the invoices added up. */
  readonly amount: Ore
  readonly text: LocalizedText
}
