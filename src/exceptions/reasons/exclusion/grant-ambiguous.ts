/** `GRANT_AMBIGUOUS` (`matching.md` 3): more than one grant, or set of grants, explains the line. */
import {listText} from '../../../text/format.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {nearestGrantsAction} from '../shared/nearest-grants-action.ts'

export const grantAmbiguous: Reason<'GRANT_AMBIGUOUS'> = {
  code: 'GRANT_AMBIGUOUS',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Mere end én bevilling kan være den, regningen er for.',
    en: 'More than one grant may be the one that the bill is for.',
  },
  remedy: {da: 'Vælg den rigtige bevilling i Beslutning.', en: 'Choose the right grant in Beslutning.'},
  facts: fittingGrants,
  action: nearestGrantsAction,
}

/** Nothing where a doubt says why. */
function fittingGrants({line}: Case): readonly Sentence[] {
  const {nearest, doubt, candidates} = line.evidence
  if (doubt || nearest.length < 2) return []
  const paid = candidates.filter(({excludedBy}) => excludedBy === 'unpaid').map(({grantId}) => grantId)
  const also =
    paid.length > 0
      ? {da: `; ${listText(paid, 'da')} er betalt`, en: `; ${listText(paid, 'en')} is paid`}
      : {da: '', en: ''}
  return [
    fact({
      da: `Beløbet passer på bevilling ${listText(nearest, 'da', 5)}${also.da}.`,
      en: `The amount fits grant ${listText(nearest, 'en', 5)}${also.en}.`,
    }),
  ]
}
