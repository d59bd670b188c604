/** The words of a new working folder, in both languages. */
import type {Language} from '../../model/language.ts'

export type InitVocabulary = {
  readonly made: string
  /** By the file's name. */
  readonly purposes: Readonly<Record<string, string>>
  readonly sample: string
  readonly tryIt: string
  readonly presupposes: string
  readonly toFill: string
}

const da: InitVocabulary = {
  made: 'Klar:',
  purposes: {
    'README.md': 'de første skridt',
    'bills.yaml': 'opsætningen',
    'bills.schema.json': 'lader editoren hjælpe med bills.yaml',
    'mapping.xlsx': 'støttearket, der skal udfyldes',
  },
  sample: 'en uge med opdigtede data',
  tryIt: 'Prøv den opdigtede uge nu:',
  presupposes:
    'Det forudsætter, at e-fakturaen i forvejen er bogført og betalt på én konto (opus.contraAccount); det bilag, som bills skriver, flytter udgiften derfra til den rette konto. Konterer I direkte på fakturabilaget, så indlæs det ikke: opus-remarks.csv giver da konteringen.',
  toFill:
    'Før egne regninger: udfyld opus.contraAccount og periods.postFrom i bills.yaml, og støttearket mapping.xlsx.',
}

const en: InitVocabulary = {
  made: 'Ready:',
  purposes: {
    'README.md': 'the first steps, in Danish',
    'bills.yaml': 'the settings',
    'bills.schema.json': 'lets an editor help with bills.yaml',
    'mapping.xlsx': 'the support sheet, to be filled in',
  },
  sample: 'a week of invented data',
  tryIt: 'Try the invented week now:',
  presupposes:
    'It presupposes that the e-invoice itself is booked and paid against one account (opus.contraAccount); the voucher that bills writes moves the cost from there to where it belongs. Where bills are coded on the invoice document itself, do not import it: opus-remarks.csv then gives the coding.',
  toFill:
    'Before your own bills: fill in opus.contraAccount and periods.postFrom in bills.yaml, and the support sheet mapping.xlsx.',
}

export const vocabulary: Readonly<Record<Language, InitVocabulary>> = {da, en}
