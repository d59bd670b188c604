/** `VAT_UNSUPPORTED` (`matching.md` 4): VAT is stated, or a line is VAT by its text, and `rules.vat` is `hold`. */
import {sumOre} from '../../../model/money.ts'
import {kronerText} from '../../../text/format.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const vatUnsupported: Reason<'VAT_UNSUPPORTED'> = {
  code: 'VAT_UNSUPPORTED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Regningen har moms, og bilaget kan ikke bære en momskode.',
    en: 'The bill states VAT, and the voucher carries no tax code.',
  },
  remedy: {
    da: 'Kontér regningen manuelt; skal alle beløb bruges med moms, så sæt rules.vat til gross i bills.yaml.',
    en: 'Post the bill by hand; if amounts with VAT are always to be used, set rules.vat to gross in bills.yaml.',
  },
  facts: vatOfLines,
  action: supplierAction,
}

function vatOfLines({invoice: {lines}}: Case): readonly Sentence[] {
  const vat = sumOre(lines.map((line) => line.vat))
  // The Danish amount ends with the full stop of «kr.».
  return [fact({da: `Momsen er ${kronerText(vat, 'da')}`, en: `The VAT is ${kronerText(vat, 'en')}.`})]
}
