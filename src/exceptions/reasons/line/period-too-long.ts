/** `PERIOD_TOO_LONG` (`matching.md` 2, Stated): the stated period is in more calendar months than `maxMonths`. */
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {instruction, type Sentence} from '../../sentence.ts'
import {periodFact} from '../shared/period-fact.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodTooLong: Reason<'PERIOD_TOO_LONG'> = {
  code: 'PERIOD_TOO_LONG',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Perioden dækker flere måneder, end der må konteres på én gang.',
    en: 'The period covers more months than may be posted at once.',
  },
  remedy: {da: 'Bed leverandøren om en regning for hver måned.', en: 'Ask the supplier for a bill for each month.'},
  facts: periodAndKey,
  action: supplierAction,
}

function periodAndKey(exception: Case): readonly Sentence[] {
  const key = `suppliers."${exception.invoice.supplierCvr}".maxMonths`
  return [
    ...periodFact(exception),
    instruction({
      da: `Bed leverandøren om en regning for hver måned, eller sæt ${key} i bills.yaml, hvis aftalen er sådan.`,
      en: `Ask the supplier for a bill for each month, or set ${key} in bills.yaml if that is the agreement.`,
    }),
  ]
}
