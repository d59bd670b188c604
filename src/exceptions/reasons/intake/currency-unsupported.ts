/** `CURRENCY_UNSUPPORTED` (`matching.md` 4): the currency is not DKK. */
import {maskedLine} from '../../../text/mask.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const currencyUnsupported: Reason<'CURRENCY_UNSUPPORTED'> = {
  code: 'CURRENCY_UNSUPPORTED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {da: 'Regningen er ikke i danske kroner.', en: 'The bill is not in Danish kroner.'},
  remedy: {da: 'Behandl regningen manuelt.', en: 'Handle the bill by hand.'},
  facts: currency,
  action: supplierAction,
}

function currency({invoice}: Case): readonly Sentence[] {
  const shown = maskedLine(invoice.currency)
  return [fact({da: `Valutaen er ${shown}.`, en: `The currency is ${shown}.`})]
}
