/** What the command says beside the report. */
import type {LocalizedText} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import {percentText, plainText} from './numbers.ts'

export const writtenTo = (file: string, replaced: boolean): LocalizedText => ({
  da: `Rapporten ligger i ${file}${replaced ? ' (den tidligere er erstattet)' : ''}.`,
  en: `The report is in ${file}${replaced ? ' (the earlier one has been replaced)' : ''}.`,
})

export function notReached({total: {counts, rates}}: Figures, percent: number): LocalizedText {
  if (counts.received.invoices === 0)
    return {
      da: `Ingen regninger i perioden, så ${plainText(percent, 'da')} % er ikke nået.`,
      en: `No invoices in the span, so ${plainText(percent, 'en')} % has not been reached.`,
    }
  const rate = rates.ofReceived.byCount
  return {
    da: `${percentText(rate, 'da')} af alle modtagne er konteret: under de krævede ${plainText(percent, 'da')} %.`,
    en: `${percentText(rate, 'en')} of all received have been posted: under the ${plainText(percent, 'en')} % asked for.`,
  }
}
