/** `NO_GRANT_WITH_SUPPLIER` (`matching.md` 3, step citizen): the citizen has grants, but none with the supplier. */
import type {Reason} from '../../reason.ts'
import {registerGrantAction} from '../shared/register-grant-action.ts'
import {suppliersOfCitizen} from '../shared/suppliers-of-citizen.ts'

export const noGrantWithSupplier: Reason<'NO_GRANT_WITH_SUPPLIER'> = {
  code: 'NO_GRANT_WITH_SUPPLIER',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Borgeren har ingen bevilling hos denne leverandør.',
    en: 'The citizen has no grant with this supplier.',
  },
  remedy: {
    da: 'Opret bevillingen hos leverandøren, eller afvis regningen.',
    en: 'Register the grant with the supplier, or reject the bill.',
  },
  facts: suppliersOfCitizen,
  action: registerGrantAction,
}
