import type {LocalizedText} from '../model/language.ts'
import type {Owner} from '../model/reason.ts'

/** One entry of the catalogue: what a code means, who acts, and what there is to do. Whole sentences. */
export type Reason = {readonly sentence: LocalizedText; readonly owner: Owner; readonly remedy: LocalizedText}
