/** `PERIOD_ALREADY_PAID` (`matching.md` 3, step unpaid): days of the period are paid. */
import {listText, periodText} from '../../../text/format.ts'
import {type Case, statedPeriod} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodAlreadyPaid: Reason<'PERIOD_ALREADY_PAID'> = {
  code: 'PERIOD_ALREADY_PAID',
  owner: 'Regnskab',
  decidable: 'sometimes',
  handledByHand: true,
  usesEvidence: true,
  sentence: {da: 'Perioden er betalt i forvejen.', en: 'The period has been paid already.'},
  remedy: {
    da: 'Afvis regningen, hvis den er sendt to gange; ellers behandl den manuelt.',
    en: 'Reject the bill if it was sent twice; else handle it by hand.',
  },
  facts: paidPeriod,
  action: supplierAction,
}

function paidPeriod(exception: Case): readonly Sentence[] {
  const period = statedPeriod(exception)
  const {nearest} = exception.line.evidence
  if (!period || nearest.length === 0) return []
  return [
    fact({
      da: `Bevilling ${listText(nearest, 'da')} er betalt for dage i ${periodText(period, 'da')}.`,
      en: `Grant ${listText(nearest, 'en')} is paid for days of ${periodText(period, 'en')}.`,
    }),
  ]
}
