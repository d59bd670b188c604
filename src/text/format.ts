/**
 * How sentences write amounts, numbers of things, days, periods, lists and names, in Danish and English. Takes the
 * program's own values, returns text. No CPR number is whole in what it returns.
 */
import {type IsoDate, type Month, monthNumber, openEnd, type Period, wholeMonth, yearOf} from '../model/calendar.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import type {Ore} from '../model/money.ts'
import {dottedDate} from './dates.ts'
import {maskedLine} from './mask.ts'
import {amountText, countText} from './numbers.ts'

/** The same in both languages: `make` is asked once for each. */
export const localize = (make: (language: Language) => string): LocalizedText => ({da: make('da'), en: make('en')})

/** The one of two texts, or other values, that is in the language. */
export const inLanguage = <Value>(language: Language, danish: Value, english: Value): Value =>
  language === 'da' ? danish : english

const locales = {da: 'da', en: 'en-GB'} as const

const monthsIn = (locale: string): string[] => {
  const {format} = new Intl.DateTimeFormat(locale, {month: 'long', timeZone: 'UTC'})
  return Array.from({length: 12}, (_, index) => format(Date.UTC(2000, index)))
}
const monthNames = {da: monthsIn(locales.da), en: monthsIn(locales.en)} as const
const lists = {da: new Intl.ListFormat(locales.da), en: new Intl.ListFormat(locales.en)} as const
const plurals = {da: new Intl.PluralRules(locales.da), en: new Intl.PluralRules(locales.en)} as const

/** `marts 2026`. */
export const monthText = (month: Month | IsoDate, language: Language): string =>
  `${monthNames[language][monthNumber(month) - 1]} ${yearOf(month)}`

/** `31.03.2026`; in English `2026-03-31`. */
export const dayText = (date: IsoDate, language: Language): string => inLanguage(language, dottedDate(date), date)

/** `marts 2026`, or `01.03.2026-15.03.2026` where it is no whole month; `fra 01.03.2026` where it has no end. */
export function periodText(period: Period, language: Language): string {
  const month = wholeMonth(period)
  if (month) return monthText(month, language)
  const from = dayText(period.from, language)
  if (period.to === openEnd) return `${inLanguage(language, 'fra', 'from')} ${from}`
  return `${from}${inLanguage(language, '-', ' to ')}${dayText(period.to, language)}`
}

/** `1.234,50 kr.`; in English `DKK 1,234.50`. */
export function kronerText(amount: Ore, language: Language): string {
  const kroner = amountText(amount, language)
  return inLanguage(language, `${kroner} kr.`, `DKK ${kroner}`)
}

/** `1 regning`, `1.300 regninger`. */
export const counted = (count: number, one: string, many: string, language: Language): string =>
  `${countText(count, language)} ${plurals[language].select(count) === 'one' ? one : many}`

/** `B-1, B-2 og B-3`; beyond the first `most` only how many more. */
export function listText(items: readonly string[], language: Language, most = 3): string {
  const shown = items.slice(0, most)
  const more = items.length - shown.length
  return lists[language].format(more === 0 ? shown : [...shown, `${more} ${inLanguage(language, 'flere', 'more')}`])
}

/** `Bostedet Birkelunden (CVR 85614592)`, or the number alone. */
export function supplierText(name: string, cvr: string): string {
  const [known, number] = [maskedLine(name), `CVR ${maskedLine(cvr) || '—'}`]
  return known ? `${known} (${number})` : number
}

/** Digits before `§`: `§ 107`; a law's name or a word stays as it is: `STU`, `BL 104`. */
export const paragraphText = (paragraph: string): string => (/^\d/.test(paragraph) ? `§ ${paragraph}` : paragraph)
