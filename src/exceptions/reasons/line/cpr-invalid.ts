/** `CPR_INVALID` (`matching.md` 4): the CPR field holds something that is no CPR number. */
import {maskedLine} from '../../../text/mask.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const cprInvalid: Reason<'CPR_INVALID'> = {
  code: 'CPR_INVALID',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Det, der står i feltet CPR-nummer, er ikke et CPR-nummer.', en: 'The CPR field holds no CPR number.'},
  remedy: {
    da: 'Find borgeren, og bed leverandøren skrive hele CPR-nummeret.',
    en: 'Find the citizen, and ask the supplier to state the whole CPR number.',
  },
  facts: fieldText,
  action: supplierAction,
}

function fieldText({line}: Case): readonly Sentence[] {
  const {cprField} = line.line
  if (cprField.kind !== 'invalid' || cprField.text === '') return []
  const shown = maskedLine(cprField.text)
  return [fact({da: `Feltet holder «${shown}».`, en: `The field holds «${shown}».`})]
}
