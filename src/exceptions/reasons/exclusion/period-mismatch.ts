/** `PERIOD_MISMATCH` (`matching.md` 3, step amount): the amount is that of another month than the stated one. */
import type {Reason} from '../../reason.ts'
import {nearestGrantsAction} from '../shared/nearest-grants-action.ts'
import {periodFact} from '../shared/period-fact.ts'

export const periodMismatch: Reason<'PERIOD_MISMATCH'> = {
  code: 'PERIOD_MISMATCH',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Beløbet passer til en anden måned end den, regningen angiver.',
    en: 'The amount is that of another month than the one the bill states.',
  },
  remedy: {da: 'Spørg leverandøren, hvilken måned der er ment.', en: 'Ask the supplier which month is meant.'},
  facts: periodFact,
  action: nearestGrantsAction,
}
