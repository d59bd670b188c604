import type {Owner} from '../model/reason.ts'
import type {Text} from '../model/language.ts'

/** One entry of the catalogue: what a code means, who acts, and what there is to do. Whole sentences. */
export type Reason = {readonly sentence: Text; readonly owner: Owner; readonly remedy: Text}
