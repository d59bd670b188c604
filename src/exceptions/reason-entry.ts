import type {Owner} from '../domain/reason.ts'
import type {Text} from '../domain/text.ts'

/** One entry of the catalogue: what a code means, who acts, and what there is to do. Whole sentences. */
export type Reason = {readonly sentence: Text; readonly owner: Owner; readonly remedy: Text}
