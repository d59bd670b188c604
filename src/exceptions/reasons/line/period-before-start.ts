/** `PERIOD_BEFORE_START` (`matching.md` 2): the period has a day before `periods.postFrom`. */
import type {Reason} from '../../reason.ts'
import {periodFact} from '../shared/period-fact.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodBeforeStart: Reason<'PERIOD_BEFORE_START'> = {
  code: 'PERIOD_BEFORE_START',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Perioden ligger før den dag, programmet konterer fra.',
    en: 'The period is before the day from which the program posts.',
  },
  remedy: {
    da: 'Undersøg, om den er betalt, og kontér den ellers manuelt.',
    en: 'Find out whether it has been paid, and else post it by hand.',
  },
  facts: periodFact,
  action: supplierAction,
}
