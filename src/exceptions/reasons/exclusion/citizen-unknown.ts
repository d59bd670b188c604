/** `CITIZEN_UNKNOWN` (`matching.md` 3, step citizen): the citizen has no grant at all. */
import {maskCpr} from '../../../text/mask.ts'
import {type Case, supplierOf} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {registerGrantAction} from '../shared/register-grant-action.ts'

export const citizenUnknown: Reason<'CITIZEN_UNKNOWN'> = {
  code: 'CITIZEN_UNKNOWN',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Borgeren har ingen bevilling.', en: 'The citizen has no grant.'},
  remedy: {
    da: 'Opret bevillingen, eller bed leverandøren kontrollere CPR-nummeret.',
    en: 'Register the grant, or ask the supplier to check the CPR number.',
  },
  facts: citizenAndSupplier,
  action: registerGrantAction,
}

function citizenAndSupplier(exception: Case): readonly Sentence[] {
  const {citizen} = exception.line
  if (!citizen) return []
  const [shown, supplier] = [maskCpr(citizen), supplierOf(exception)]
  return [
    fact({
      da: `${shown} står ikke i bevillingerne; regningen er fra ${supplier}.`,
      en: `${shown} is not in the register; the bill is from ${supplier}.`,
    }),
  ]
}
