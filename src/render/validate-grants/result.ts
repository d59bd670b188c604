/** What `bills validate-grants` gives its renderings (`commands.md`): the check, and what was read and written. */
import type {GrantsCheck} from '../../checks/grants/check-grants.ts'
import type {LocalizedText} from '../../model/language.ts'

export type ValidatedGrants = {
  readonly check: GrantsCheck
  readonly facts: GrantsFacts
  /** For people, beside the result. */
  readonly notices: readonly LocalizedText[]
}

export type GrantsFacts = {
  /** What the register was compared with; false where there was none. */
  readonly withMapping: boolean
  readonly withLedger: boolean
}
