/** `PERIOD_AMBIGUOUS` (`matching.md` 2 and 3, step period): it cannot be decided which period the line is for. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodAmbiguous: Reason<'PERIOD_AMBIGUOUS'> = {
  code: 'PERIOD_AMBIGUOUS',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Det kan ikke afgøres, hvilken måned regningen er for.',
    en: 'It cannot be told which month the bill is for.',
  },
  remedy: {
    da: 'Bed leverandøren skrive perioden på hver linje.',
    en: 'Ask the supplier to state the period on each line.',
  },
  facts: noFacts,
  action: supplierAction,
}
