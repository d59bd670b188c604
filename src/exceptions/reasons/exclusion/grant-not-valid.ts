/** `GRANT_NOT_VALID` (`matching.md` 3, step validity): no grant covers a day of the period. */
import {listText, localize, periodText} from '../../../text/format.ts'
import {type Case, nearestGrants, statedPeriod} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {nearestGrantsAction} from '../shared/nearest-grants-action.ts'

export const grantNotValid: Reason<'GRANT_NOT_VALID'> = {
  code: 'GRANT_NOT_VALID',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Ingen bevilling dækker en dag i perioden.', en: 'No grant covers a day of the period.'},
  remedy: {
    da: 'Forlæng bevillingen, hvis den gælder, eller afvis regningen.',
    en: 'Extend the grant if it holds, or reject the bill.',
  },
  facts: coveredDays,
  action: nearestGrantsAction,
}

function coveredDays(exception: Case): readonly Sentence[] {
  const period = statedPeriod(exception)
  return nearestGrants(exception)
    .slice(0, 1)
    .map(({id, services}) => {
      const covered = localize((language) =>
        listText(
          services.map((days) => periodText(days, language)),
          language,
        ),
      )
      return fact({
        da: `Bevilling ${id} dækker ${covered.da}${period ? `, ikke ${periodText(period, 'da')}` : ''}.`,
        en: `Grant ${id} covers ${covered.en}${period ? `, not ${periodText(period, 'en')}` : ''}.`,
      })
    })
}
