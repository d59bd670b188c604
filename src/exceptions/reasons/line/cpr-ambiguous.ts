/** `CPR_AMBIGUOUS` (`matching.md` 4): field and text leave several CPR numbers to choose from. */
import {cprNumbersIn} from '../../../model/citizen.ts'
import {listText} from '../../../text/format.ts'
import {maskCpr} from '../../../text/mask.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const cprAmbiguous: Reason<'CPR_AMBIGUOUS'> = {
  code: 'CPR_AMBIGUOUS',
  owner: 'Sagsbehandler',
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Linjen har flere CPR-numre, der kan være borgerens.',
    en: "The line has several CPR numbers that may be the citizen's.",
  },
  remedy: {
    da: 'Afgør, hvilken borger der er ment, og bed leverandøren skrive ét CPR-nummer på hver linje.',
    en: 'Decide which citizen is meant, and ask the supplier to state one CPR number on each line.',
  },
  facts: citizens,
  action: supplierAction,
}

function citizens({line: {line}}: Case): readonly Sentence[] {
  const numbers = new Set([...(line.cprField.kind === 'number' ? [line.cprField.cpr] : []), ...cprNumbersIn(line.text)])
  const shown = [...numbers].map(maskCpr).toSorted()
  if (shown.length === 0) return []
  return [fact({da: `Det kan være ${listText(shown, 'da')}.`, en: `It may be ${listText(shown, 'en')}.`})]
}
