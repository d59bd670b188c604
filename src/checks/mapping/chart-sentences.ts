/**
 * What is wrong with a number that is not open in the chart, and what to do about it, in Danish and English (`commands.md`,
 * validate-mapping).
 */
import type {IsoDate} from '../../model/calendar.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {dayText, inLanguage, localize} from '../../text/format.ts'
import type {Successor} from './chart-lookup.ts'
import type {NumberField} from './check-input.ts'
import {eitherOf} from './sentences.ts'

const nearText = (near: readonly string[]): LocalizedText => ({
  da: `Ligner ${eitherOf(near, 'da')}. Er det en tastefejl, så ret den.`,
  en: `It looks like ${eitherOf(near, 'en')}. If that is a typing error, correct it.`,
})

export const unknown: LocalizedText = {da: 'er ikke i kontoplanen.', en: 'is not in the chart of accounts.'}

/** What to do about a number that has the wrong form or is in no chart. */
export const correctNumber = (near: readonly string[]): LocalizedText =>
  near.length > 0
    ? nearText(near)
    : {
        da: 'Ret nummeret, eller få det oprettet i kontoplanen.',
        en: 'Correct the number, or have it put into the chart.',
      }

export const ofWrongType = (field: NumberField): LocalizedText =>
  field === 'account'
    ? {
        da: 'er i kontoplanen som PSP-element, ikke som art.',
        en: 'is in the chart as a PSP element, not as an account.',
      }
    : {
        da: 'er i kontoplanen som art, ikke som PSP-element.',
        en: 'is in the chart as an account, not as a PSP element.',
      }

export const blocked: LocalizedText = {da: 'er spærret i kontoplanen.', en: 'is blocked in the chart of accounts.'}

export const expired = (lastDay: IsoDate): LocalizedText => ({
  da: `udløb den ${dayText(lastDay, 'da')}.`,
  en: `expired on ${dayText(lastDay, 'en')}.`,
})

export const notYetValid = (firstDay: IsoDate): LocalizedText => ({
  da: `gælder først fra ${dayText(firstDay, 'da')}.`,
  en: `is not valid before ${dayText(firstDay, 'en')}.`,
})

export const waitForNumber = (firstDay: IsoDate): LocalizedText => ({
  da: `Lad rækken gælde fra ${dayText(firstDay, 'da')}, og brug et åbent nummer indtil da.`,
  en: `Let the row hold from ${dayText(firstDay, 'en')}, and use an open number until then.`,
})

export function replace(successor: Successor): LocalizedText {
  switch (successor.kind) {
    case 'open': {
      const {number, via, from} = successor
      const since = (language: Language) => (from === null ? '' : dayText(from, language))
      return {
        da: `Brug ${number}, der har taget dets plads${via.length > 0 ? ` (over ${via.join(', ')})` : ''}${from === null ? '' : `; det gælder fra ${since('da')}`}.`,
        en: `Use ${number}, which has taken its place${via.length > 0 ? ` (by way of ${via.join(', ')})` : ''}${from === null ? '' : `; it is valid from ${since('en')}`}.`,
      }
    }
    case 'closed':
      return {
        da: `Vælg et åbent nummer: kontoplanen henviser til ${successor.number}, som ikke selv kan bruges.`,
        en: `Choose an open number: the chart points to ${successor.number}, which cannot be used itself.`,
      }
    case 'circle':
      return {
        da: `Vælg et åbent nummer: kontoplanens henvisninger går i ring ved ${successor.number}.`,
        en: `Choose an open number: the chart’s references go in a circle at ${successor.number}.`,
      }
    case 'none':
      return {
        da: 'Vælg et åbent nummer: kontoplanen nævner ingen efterfølger.',
        en: 'Choose an open number: the chart names no successor.',
      }
  }
}

export const closesLater = (lastDay: IsoDate): LocalizedText => ({
  da: `er åben nu og lukker efter ${dayText(lastDay, 'da')}; rækken gælder længere.`,
  en: `is open now and closes after ${dayText(lastDay, 'en')}; the row holds longer.`,
})

export const splitLater = (lastDay: IsoDate, next: IsoDate, successor: Successor): LocalizedText =>
  localize((language) => {
    const number =
      successor.kind === 'open' ? successor.number : inLanguage(language, 'et åbent nummer', 'an open number')
    return inLanguage(
      language,
      `Lad rækken slutte ${dayText(lastDay, 'da')}, og tilføj en med ${number} fra ${dayText(next, 'da')}.`,
      `Let the row end on ${dayText(lastDay, 'en')}, and add one with ${number} from ${dayText(next, 'en')}.`,
    )
  })

export const opensLate = (firstDay: IsoDate): LocalizedText => ({
  da: `gælder først fra ${dayText(firstDay, 'da')}: regninger for tidligere perioder kan ikke konteres på det.`,
  en: `is not valid before ${dayText(firstDay, 'en')}: bills for earlier periods cannot be posted on it.`,
})

export const splitEarlier = (firstDay: IsoDate, before: IsoDate): LocalizedText => ({
  da: `Lad rækken gælde fra ${dayText(firstDay, 'da')}, og behold det tidligere nummer i en række til og med ${dayText(before, 'da')}.`,
  en: `Let the row hold from ${dayText(firstDay, 'en')}, and keep the earlier number in a row up to ${dayText(before, 'en')}.`,
})

export const chartUnreadable = (expectation: LocalizedText): LocalizedText => ({
  da: `${expectation.da}. Nummeret regnes for ikke at være i kontoplanen.`,
  en: `${expectation.en}. The number counts as not in the chart.`,
})

export const correctChart: LocalizedText = {
  da: 'Ret rækken i kontoplanens udtræk.',
  en: 'Correct the row in the chart’s export.',
}
