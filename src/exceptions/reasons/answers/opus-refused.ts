/** `OPUS_REFUSED` (`formats.md`, What OPUS answers): the receipt refuses the posting. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const opusRefused: Reason<'OPUS_REFUSED'> = {
  code: 'OPUS_REFUSED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: false,
  sentence: {da: 'OPUS har afvist konteringen.', en: 'OPUS refused the posting.'},
  remedy: {
    da: 'Se OPUS’ besked i kvitteringen, og ret det, den peger på.',
    en: 'Read what OPUS says in the receipt, and correct what it points to.',
  },
  facts: noFacts,
  action: supplierAction,
}
