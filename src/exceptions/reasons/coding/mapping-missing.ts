/** `MAPPING_MISSING` (`matching.md` 5): no row of the support sheet fits the grant. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const mappingMissing: Reason<'MAPPING_MISSING'> = {
  code: 'MAPPING_MISSING',
  owner: 'Kontoplan',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Støttearket har ingen række for bevillingen.', en: 'The support sheet has no row for the grant.'},
  remedy: {da: 'Tilføj en række i støttearket.', en: 'Add a row to the support sheet.'},
  facts: noFacts,
  action: supplierAction,
}
