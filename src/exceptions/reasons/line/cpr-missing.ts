/** `CPR_MISSING` (`matching.md` 4): neither field nor text holds a CPR number. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const cprMissing: Reason<'CPR_MISSING'> = {
  code: 'CPR_MISSING',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Linjen siger ikke, hvem borgeren er.', en: 'The line does not say who the citizen is.'},
  remedy: {
    da: 'Find borgeren, og bed leverandøren skrive CPR-nummeret på hver linje.',
    en: 'Find the citizen, and ask the supplier to state the CPR number on each line.',
  },
  facts: noFacts,
  action: supplierAction,
}
