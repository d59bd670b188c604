/**
 * The page of a reason: one file in `reasons/` for each code, listed by `catalogue.ts`. All that is known of a code is
 * on its page, but for the step of the matching that gives it (`matching.md` 2 to 6; `formats.md`, Decisions).
 */
import type {LocalizedText} from '../model/language.ts'
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import type {ActionText} from './action-text.ts'
import type {Case} from './case.ts'
import type {Sentence} from './sentence.ts'

export type Reason<Code extends ReasonCode = ReasonCode> = {
  readonly code: Code
  /** Who acts (`matching.md` 6). */
  readonly owner: Owner
  /** Who acts instead where the evidence holds a hint of that kind. */
  readonly ownerByHint?: {readonly [Kind in Hint['kind']]?: Owner}
  readonly decidable: Decidable
  /** The program never posts such an invoice, whatever is corrected: people handle it and close it. */
  readonly handledByHand: boolean
  /** False where the hints, the doubt and the candidates of a line are not why it is left to a person. */
  readonly usesEvidence: boolean
  /** What the code means: `Årsag`, one whole sentence. */
  readonly sentence: LocalizedText
  /** What to do where the evidence says nothing nearer: the end of `Forslag`. Whole sentences. */
  readonly remedy: LocalizedText
  /** What the line, its invoice and its candidates show by themselves: the most important first. */
  readonly facts: (exception: Case) => readonly Sentence[]
  /** What would free the line, where no hint or doubt says it. `reason` is the page itself. */
  readonly action: (exception: Case, reason: Reason) => ActionText
}

/**
 * Whether a person's choice of a grant settles it (`formats.md`, Decisions). `sometimes`: only where nothing but loose,
 * parallel or one-at-a-time days hold the period for paid.
 */
export type Decidable = 'always' | 'sometimes' | 'never'
