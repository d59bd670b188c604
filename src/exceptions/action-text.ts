/** What a person would do to free an exception, as the pages of reasons, hints and doubts give it (`formats.md`). */
import type {LocalizedText} from '../model/language.ts'

export type ActionText = {
  /** Exceptions of one reason and owner with equal keys are freed by the same action. */
  readonly key: readonly string[]
  /** One line, without CPR number. */
  readonly text: LocalizedText
  /** Where it differs from the `handledByHand` of the reason: whether the invoice is handled by hand in spite of it. */
  readonly byHand?: boolean
}
