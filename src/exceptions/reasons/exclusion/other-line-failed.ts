/** `OTHER_LINE_FAILED` (`matching.md` 3, Several lines): the line is explained, another of the invoice is not. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const otherLineFailed: Reason<'OTHER_LINE_FAILED'> = {
  code: 'OTHER_LINE_FAILED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: false,
  sentence: {da: 'En anden linje på regningen kan ikke konteres.', en: 'Another line of the bill cannot be posted.'},
  remedy: {
    da: 'Linjen følger med, når regningens øvrige linjer er klaret.',
    en: 'The line follows when the other lines of the bill are settled.',
  },
  facts: noFacts,
  action: supplierAction,
}
