/** `TOTAL_MISMATCH` (`matching.md` 4, `formats.md`): the lines do not add up to the total of the invoice. */
import {sumOre} from '../../../model/money.ts'
import {kronerText} from '../../../text/format.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const totalMismatch: Reason<'TOTAL_MISMATCH'> = {
  code: 'TOTAL_MISMATCH',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Linjerne giver ikke det samme som regningens total.',
    en: "The lines do not add up to the bill's total.",
  },
  remedy: {
    da: 'Find den linje, der mangler eller er for meget, eller behandl regningen manuelt.',
    en: 'Find the line that is missing or one too many, or handle the bill by hand.',
  },
  facts: sumAndTotal,
  action: supplierAction,
}

function sumAndTotal({invoice: {lines, total}}: Case): readonly Sentence[] {
  const sum = sumOre(lines.map(({amount}) => amount))
  return [
    fact({
      // The amount ends with the full stop of «kr.».
      da: `Linjerne summer til ${kronerText(sum, 'da')}, men Fakturatotal er ${kronerText(total, 'da')}`,
      en: `The lines add up to ${kronerText(sum, 'en')}, but Fakturatotal is ${kronerText(total, 'en')}.`,
    }),
  ]
}
