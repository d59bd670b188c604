/** `DOCUMENT_CHANGED` (`matching.md` 4): an earlier run posted the document with other contents. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const documentChanged: Reason<'DOCUMENT_CHANGED'> = {
  code: 'DOCUMENT_CHANGED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Bilaget er konteret før, men med andet indhold.',
    en: 'The document was posted before, but with other content.',
  },
  remedy: {
    da: 'Sammenlign bilaget med det, der blev konteret, og ret forskellen manuelt.',
    en: 'Compare the document with what was posted, and correct the difference by hand.',
  },
  facts: noFacts,
  action: supplierAction,
}
