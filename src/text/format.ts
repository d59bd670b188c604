/** How sentences write amounts, days, periods and grants, in Danish and English. No CPR number leaves here whole. */
import {type IsoDate, type Month, monthNumber, openEnd, type Period, wholeMonth, yearOf} from '../model/calendar.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import {groupedKroner, type Ore} from '../model/money.ts'
import {maskedLine} from './mask.ts'

const monthNames = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const

/** `marts 2026`. */
export const monthText = (month: Month | IsoDate, language: Language): string =>
  `${monthNames[language][monthNumber(month) - 1]} ${yearOf(month)}`

/** `31.03.2026`; in English `2026-03-31`. */
export const dayText = (date: IsoDate, language: Language): string =>
  language === 'da' ? `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}` : date

/** `marts 2026`, or `01.03.2026-15.03.2026` where it is no whole month; `fra 01.03.2026` where it has no end. */
export function periodText(period: Period, language: Language): string {
  const month = wholeMonth(period)
  if (month) return monthText(month, language)
  if (period.to === openEnd) return `${language === 'da' ? 'fra' : 'from'} ${dayText(period.from, language)}`
  const dash = language === 'da' ? '-' : ' to '
  return `${dayText(period.from, language)}${dash}${dayText(period.to, language)}`
}

/** `1.234,50 kr.`; in English `DKK 1,234.50`. */
export function kronerText(amount: Ore, language: Language): string {
  const danish = groupedKroner(amount)
  if (language === 'da') return `${danish} kr.`
  return `DKK ${danish.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))}`
}

/** `B-1, B-2 og B-3`; beyond the first `most` only how many more. */
export function listText(items: readonly string[], language: Language, most = 3): string {
  const shown = items.slice(0, most)
  const more = items.length - shown.length
  const all = more === 0 ? shown : [...shown, language === 'da' ? `${more} flere` : `${more} more`]
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${language === 'da' ? 'og' : 'and'} ${last}`
}

/** `Bostedet Birkelunden (CVR 85614592)`, or the number alone. */
export function supplierText(name: string, cvr: string): string {
  const [known, number] = [maskedLine(name), `CVR ${maskedLine(cvr) || '—'}`]
  return known ? `${known} (${number})` : number
}

/** Digits before `§`: `§ 107`; a law's name or a word stands as it is: `STU`, `BL 104`. */
export const paragraphText = (paragraph: string): string => (/^\d/.test(paragraph) ? `§ ${paragraph}` : paragraph)

/** Both languages from one telling. */
export const localize = (tell: (language: Language) => string): LocalizedText => ({da: tell('da'), en: tell('en')})
