/** Hints about what a grant costs (`matching.md` 6): a new rate, a back-dated regulation, another month. */
import {type IsoDate, parseIsoDate} from '../../model/calendar.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {jsonKroner} from '../../model/money.ts'
import {dayText, inLanguage, kronerText, supplierText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {fact, instruction} from '../sentence.ts'
import type {HintEntries, HintOf} from './hint-entry.ts'
import {monthOrText} from './month-or-text.ts'

export const rateHints: HintEntries<'newRate' | 'regulation' | 'amountOfMonth'> = {
  newRate: {
    sentence: ({oldRate, newRate, service}) =>
      instruction({
        da: `Det ligner en ny takst for ${maskedLine(service)}: ${kronerText(newRate, 'da')} i stedet for ${kronerText(oldRate, 'da')}; opret den nye takst på leverandørens bevillinger.`,
        en: `It looks like a new rate for ${maskedLine(service)}: ${kronerText(newRate, 'en')} in place of ${kronerText(oldRate, 'en')}; register the new rate on the supplier's grants.`,
      }),
    action: (hint, {invoice}) => ({
      key: ['newRate', hint.supplierCvr, maskedLine(hint.service), jsonKroner(hint.oldRate), jsonKroner(hint.newRate)],
      text: newRateText(hint, hint.supplierCvr === invoice.supplierCvr ? invoice.supplierName : ''),
    }),
  },
  regulation: {
    sentence: ({grantId, from, to}) =>
      instruction({
        da: `Beløbet er forskellen mellem, hvad bevilling ${grantId} nu koster ${monthsBetween(from, to, 'da')}, og hvad der er betalt: en regulering bagud, som konteres manuelt.`,
        en: `The amount is the difference between what grant ${grantId} now costs ${monthsBetween(from, to, 'en')} and what was paid: a back-dated regulation, to be posted by hand.`,
      }),
  },
  amountOfMonth: {
    sentence: ({grantId, month}) =>
      fact({
        da: `Beløbet er det, bevilling ${grantId} koster for ${monthOrText(month, 'da')}.`,
        en: `The amount is what grant ${grantId} costs for ${monthOrText(month, 'en')}.`,
      }),
  },
}

/** The action of a new rate; `firstDay`, where it is known, is the first day of the grants with that rate. */
export function newRateText(
  {supplierCvr, service, oldRate, newRate}: HintOf<'newRate'>,
  supplierName: string,
  firstDay: IsoDate | null = null,
): LocalizedText {
  const [shown, supplier] = [maskedLine(service), supplierText(supplierName, supplierCvr)]
  return {
    da: `Ny takst for ${shown} hos ${supplier}: ret ${kronerText(oldRate, 'da')} til ${kronerText(newRate, 'da')} på bevillingerne${firstDay ? ` fra ${dayText(firstDay, 'da')}` : ''}.`,
    en: `New rate for ${shown} with ${supplier}: change ${kronerText(oldRate, 'en')} to ${kronerText(newRate, 'en')} on the grants${firstDay ? ` from ${dayText(firstDay, 'en')}` : ''}.`,
  }
}

function monthsBetween(from: string, to: string, language: Language): string {
  const [first, last] = [from, to].map((text) => {
    const date = parseIsoDate(text)
    return date ? dayText(date, language) : monthOrText(text, language)
  })
  if (from === to) return `for ${first}`
  return inLanguage(language, `fra ${first} til ${last}`, `from ${first} to ${last}`)
}
