/** Hints about other documents: what came first with a number, and what a credit note credits (`matching.md` 3, 4). */
import {maskedNumber} from '../../text/mask.ts'
import {fact, instruction} from '../sentence.ts'
import type {HintEntries} from './hint-entry.ts'

export const documentHints: HintEntries<
  'unknownCreditedNumber' | 'severalPostedLines' | 'firstDocument' | 'bookedByPeople' | 'heldBy'
> = {
  unknownCreditedNumber: {
    sentence: ({number}) =>
      fact({
        da: `Kreditnotaen nævner faktura ${maskedNumber(number)}, som ikke er kendt hos leverandøren.`,
        en: `The credit note names invoice ${maskedNumber(number)}, which is not known of the supplier.`,
      }),
  },
  severalPostedLines: {
    sentence: ({count}) =>
      fact({da: `${count} konterede linjer har det beløb.`, en: `${count} posted lines have that amount.`}),
  },
  firstDocument: {
    sentence: ({documentNumber, invoiceNumber, runId}) => {
      const [document, invoice] = [maskedNumber(documentNumber), maskedNumber(invoiceNumber)]
      return fact({
        da: `Nummeret kom først med ${documentNumber ? `bilag ${document}, ` : ''}faktura ${invoice}, ${runId ? `senest i kørsel ${runId}` : 'i denne kørsel'}.`,
        en: `The number came first with ${documentNumber ? `document ${document}, ` : ''}invoice ${invoice}, ${runId ? `last in run ${runId}` : 'in this run'}.`,
      })
    },
  },
  bookedByPeople: {
    sentence: () =>
      instruction({
        da: 'Regningen er allerede bogført manuelt; afvis den.',
        en: 'The bill was booked by hand already; reject it.',
      }),
  },
  heldBy: {
    sentence: ({invoiceNumber}) =>
      fact({
        da: `Kreditnotaen gælder faktura ${maskedNumber(invoiceNumber)}.`,
        en: `The credit note is about invoice ${maskedNumber(invoiceNumber)}.`,
      }),
  },
}
