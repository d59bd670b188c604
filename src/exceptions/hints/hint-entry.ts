/** The shape of an entry for each kind of hint (`src/model/verdict.ts`): the sentence in `Forslag`, and the action. */
import type {Hint} from '../../model/verdict.ts'
import type {ActionText} from '../action-text.ts'
import type {Case} from '../case.ts'
import type {Sentence} from '../sentence.ts'

export type HintOf<Kind extends Hint['kind']> = Extract<Hint, {kind: Kind}>

export type HintEntry<Kind extends Hint['kind']> = {
  readonly sentence: (hint: HintOf<Kind>, exception: Case) => Sentence
  /** Where the hint says what would free the line. */
  readonly action?: (hint: HintOf<Kind>, exception: Case) => ActionText
}

export type HintEntries<Kinds extends Hint['kind']> = {readonly [Kind in Kinds]: HintEntry<Kind>}
