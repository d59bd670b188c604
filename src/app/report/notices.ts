/** What `bills report` says beside the report: where its file is, and that the required rate was not reached. */
import type {Notice} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import {percentText, plainText} from '../../text/numbers.ts'

export const writtenTo = (file: string, replaced: boolean): Notice => ({
  da: `Rapporten ligger i ${file}${replaced ? ' (den tidligere er erstattet)' : ''}.`,
  en: `The report is in ${file}${replaced ? ' (the earlier one has been replaced)' : ''}.`,
})

/** `percent` is the rate that is required. */
export function notReached({total: {counts, rates}}: Figures, percent: number): Notice {
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
