/** `AMOUNT_OVER_LIMIT` (`matching.md` 4): the total is above `rules.maxAmount`. */
import {kronerText} from '../../../text/format.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const amountOverLimit: Reason<'AMOUNT_OVER_LIMIT'> = {
  code: 'AMOUNT_OVER_LIMIT',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Beløbet er over den grænse, der må konteres automatisk.',
    en: 'The amount is above the limit for automatic posting.',
  },
  remedy: {da: 'Kontrollér regningen, og kontér den manuelt.', en: 'Check the bill, and post it by hand.'},
  facts: total,
  action: supplierAction,
}

function total({invoice}: Case): readonly Sentence[] {
  return [
    fact({
      da: `Regningen er på ${kronerText(invoice.total, 'da')}, mere end rules.maxAmount.`,
      en: `The bill is for ${kronerText(invoice.total, 'en')}, more than rules.maxAmount.`,
    }),
  ]
}
