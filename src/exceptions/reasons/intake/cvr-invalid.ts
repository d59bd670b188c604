/** `CVR_INVALID` (`matching.md` 4): the CVR number is missing, or is no CVR number. */
import {maskedLine} from '../../../text/mask.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const cvrInvalid: Reason<'CVR_INVALID'> = {
  code: 'CVR_INVALID',
  owner: 'Administration',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Leverandørens CVR-nummer mangler eller er forkert.',
    en: "The supplier's CVR number is missing or wrong.",
  },
  remedy: {
    da: 'Ret CVR-nummeret på regningen, eller opret leverandøren med det rigtige nummer.',
    en: 'Correct the CVR number on the bill, or register the supplier with the right number.',
  },
  facts: cvrNumber,
  action: supplierAction,
}

function cvrNumber({invoice: {supplierCvr}}: Case): readonly Sentence[] {
  if (!supplierCvr) return []
  const shown = maskedLine(supplierCvr)
  return [fact({da: `«${shown}» er ikke et gyldigt CVR-nummer.`, en: `«${shown}» is no valid CVR number.`})]
}
