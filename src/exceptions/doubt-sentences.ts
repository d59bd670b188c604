/** Each kind of doubt in words (`matching.md` 2, Doubts). */
import type {Month} from '../model/calendar.ts'
import type {Doubt} from '../model/verdict.ts'
import {listText, monthText} from '../text/format.ts'
import {type Case, fact, instruction, type Sentence} from './sentence.ts'

export function doubtSentence(doubt: Doubt, {language}: Case): Sentence {
  switch (doubt.kind) {
    case 'otherGrantOtherMonth': {
      const month = doubt.month as Month
      return fact(
        language,
        `Bevilling ${doubt.grantId} koster det samme for ${monthText(month, 'da')}, som ikke er betalt.`,
        `Grant ${doubt.grantId} costs the same for ${monthText(month, 'en')}, which has not been paid.`,
      )
    }
    case 'gap': {
      const month = doubt.month as Month
      return instruction(
        language,
        `Regningen for ${monthText(month, 'da')} (bevilling ${listText(doubt.grantIds, 'da')}) mangler, og denne kan være den; spørg leverandøren, hvilken måned der er ment.`,
        `The bill for ${monthText(month, 'en')} (grant ${listText(doubt.grantIds, 'en')}) is missing, and this may be it; ask the supplier which month is meant.`,
      )
    }
    case 'partlyCovered':
      return fact(
        language,
        `Bevillingen dækker kun en del af perioden, og bevilling ${doubt.grantId} dækker andre dage af den.`,
        `The grant covers only part of the period, and grant ${doubt.grantId} covers other days of it.`,
      )
    case 'outOfScopeFits':
      return fact(
        language,
        `Bevilling ${listText(doubt.grantIds, 'da')} passer også, men paragraffen er ikke i rules.paragraphs.`,
        `Grant ${listText(doubt.grantIds, 'en')} fits too, but its paragraph is not in rules.paragraphs.`,
      )
    case 'nearAndExact':
      return fact(
        language,
        'En bevilling passer inden for rules.amountTolerance, og flere tilsammen passer på øren.',
        'One grant fits within rules.amountTolerance, and several together fit to the øre.',
      )
  }
}
