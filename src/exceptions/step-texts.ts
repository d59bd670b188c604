/** What each step of exclusion (`matching.md` 3) is called: the grants that it leaves, and why one was excluded. */
import type {LocalizedText} from '../model/language.ts'
import type {StepName} from '../model/verdict.ts'

export type StepTexts = {readonly left: LocalizedText; readonly excluded: LocalizedText}

export const stepTexts: Readonly<Record<StepName, StepTexts>> = {
  readable: {
    left: {da: 'Læsbare', en: 'Readable'},
    excluded: {da: 'Kan ikke læses', en: 'Cannot be read'},
  },
  supplier: {
    left: {da: 'Leverandørens', en: 'Of the supplier'},
    excluded: {da: 'Leverandør', en: 'Supplier'},
  },
  citizen: {
    left: {da: 'Borgerens', en: 'Of the citizen'},
    excluded: {da: 'Borger', en: 'Citizen'},
  },
  scope: {
    left: {da: 'Fast og paragraf med', en: 'Fixed, paragraph in scope'},
    excluded: {da: 'Paragraf eller Fast', en: 'Paragraph or Fast'},
  },
  period: {
    left: {da: 'Perioden kendt', en: 'Period known'},
    excluded: {da: 'Periode ukendt', en: 'Period unknown'},
  },
  validity: {
    left: {da: 'Dækker perioden', en: 'Cover the period'},
    excluded: {da: 'Dækker ikke perioden', en: 'Does not cover the period'},
  },
  amount: {
    left: {da: 'Koster beløbet', en: 'Cost the amount'},
    excluded: {da: 'Beløb', en: 'Amount'},
  },
  unpaid: {
    left: {da: 'Ikke betalt', en: 'Not paid'},
    excluded: {da: 'Betalt i forvejen', en: 'Paid already'},
  },
}
