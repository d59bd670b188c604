/**
 * The catalogue of hints (`src/model/verdict.ts`): an entry for each kind, which says the hint in `Forslag` and makes
 * its action. A kind without an entry does not compile.
 */
import type {Hint} from '../../model/verdict.ts'
import type {ActionText} from '../action-text.ts'
import type {Case} from '../case.ts'
import type {Sentence} from '../sentence.ts'
import {citizenHints} from './citizen.ts'
import {codingHints} from './coding.ts'
import {documentHints} from './documents.ts'
import {grantHints} from './grants.ts'
import type {HintEntries, HintEntry, HintOf} from './hint-entry.ts'
import {periodHints} from './periods.ts'
import {rateHints} from './rates.ts'

const entries: HintEntries<Hint['kind']> = {
  ...rateHints,
  ...grantHints,
  ...periodHints,
  ...documentHints,
  ...citizenHints,
  ...codingHints,
}

export const hintSentence = (hint: Hint, exception: Case): Sentence => entryOf(hint).sentence(hint, exception)

/** Undefined where the hint does not say what would free the line. */
export const hintAction = (hint: Hint, exception: Case): ActionText | undefined =>
  entryOf(hint).action?.(hint, exception)

function entryOf<Kind extends Hint['kind']>(hint: HintOf<Kind>): HintEntry<Kind> {
  const kind: Kind = hint.kind as Kind
  return entries[kind]
}
