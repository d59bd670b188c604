/** Which period the line is for; nothing where it states none. */
import {periodText} from '../../../text/format.ts'
import {type Case, statedPeriod} from '../../case.ts'
import {fact, type Sentence} from '../../sentence.ts'

export function periodFact(exception: Case): readonly Sentence[] {
  const period = statedPeriod(exception)
  if (!period) return []
  return [fact({da: `Linjen er for ${periodText(period, 'da')}.`, en: `The line is for ${periodText(period, 'en')}.`})]
}
