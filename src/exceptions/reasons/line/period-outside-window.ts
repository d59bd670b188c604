/** `PERIOD_OUTSIDE_WINDOW` (`matching.md` 2, Stated): the stated period is outside the window. */
import type {Reason} from '../../reason.ts'
import {periodFact} from '../shared/period-fact.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodOutsideWindow: Reason<'PERIOD_OUTSIDE_WINDOW'> = {
  code: 'PERIOD_OUTSIDE_WINDOW',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Perioden ligger for langt fra fakturadatoen.',
    en: 'The period is too far from the date of the invoice.',
  },
  remedy: {
    da: 'Kontrollér med leverandøren, at perioden er rigtig, og behandl regningen manuelt.',
    en: 'Make sure with the supplier that the period is right, and handle the bill by hand.',
  },
  facts: periodFact,
  action: supplierAction,
}
