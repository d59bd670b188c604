/** `ACCOUNT_MALFORMED` (`matching.md` 5, `formats.md`): account or PSP element has a form that OPUS does not take. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const accountMalformed: Reason<'ACCOUNT_MALFORMED'> = {
  code: 'ACCOUNT_MALFORMED',
  owner: 'Kontoplan',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Artskontoen eller PSP-elementet i støttearket har en forkert form.',
    en: 'The account or PSP element of the support sheet has a wrong form.',
  },
  remedy: {
    da: 'Ret rækken i støttearket: en driftskonto på otte tegn og et PSP-element som XG-5038500001-00001.',
    en: 'Correct the row of the support sheet: an operating account of eight characters and a PSP element such as XG-5038500001-00001.',
  },
  facts: noFacts,
  action: supplierAction,
}
