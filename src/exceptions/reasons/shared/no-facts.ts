/** For a reason whose sentence says all: the line shows nothing beside it. */
import type {Sentence} from '../../sentence.ts'

export const noFacts = (): readonly Sentence[] => []
