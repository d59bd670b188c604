/** The hint that the text names another citizen than the CPR field (`matching.md` 4, `CPR_AMBIGUOUS`). */
import {maskedLine} from '../../text/mask.ts'
import {fact} from '../sentence.ts'
import type {HintEntries} from './hint-entry.ts'

export const citizenHints: HintEntries<'textCitizen'> = {
  textCitizen: {
    sentence: ({masked}) =>
      fact({da: `Teksten nævner også ${maskedLine(masked)}.`, en: `The text names ${maskedLine(masked)} too.`}),
  },
}
