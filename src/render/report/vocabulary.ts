/** The words of the report, in both languages. */

import {catalogue} from '../../exceptions/catalogue.ts'
import type {WhyUnposted} from '../../ledger/read/report-facts.ts'
import {type Month, monthOf, monthPeriod, type Period} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import type {TimeGroup} from '../../report/figures.ts'
import {dayText, monthText, paragraphText, supplierText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'

export const groupings = ['month', 'week', 'paragraph', 'supplier', 'reason'] as const
export type Grouping = (typeof groupings)[number]

/** `januar 2026 – juni 2026`; with days where they are no whole months. */
export function spanText({from, to}: Period, language: Language): string {
  const [first, last] = [monthText(from, language), monthText(to, language)]
  const isWhole = from.endsWith('-01') && to === monthPeriod(monthOf(to)).to
  if (!isWhole) return `${dayText(from, language)} – ${dayText(to, language)}`
  return first === last ? first : `${first} – ${last}`
}

/** `uge 14, 2026`. */
export const weekText = (key: string, language: Language): string =>
  `${language === 'da' ? 'uge' : 'week'} ${Number(key.slice(6))}, ${key.slice(0, 4)}`

export const timeText = (key: string, language: Language): string =>
  key.includes('W') ? weekText(key, language) : monthText(key as Month, language)

/** Empty for a part that is over and whole. */
export function markText({isOver, isCut}: Pick<TimeGroup, 'isOver' | 'isCut'>, language: Language): string {
  const marks = language === 'da' ? {running: 'i gang', cut: 'delvis'} : {running: 'running', cut: 'partial'}
  return [...(isOver ? [] : [marks.running]), ...(isCut ? [marks.cut] : [])].join(', ')
}

export function paragraphName(paragraph: string | null, language: Language): string {
  if (paragraph === null) return language === 'da' ? 'Ukendt paragraf' : 'Paragraph unknown'
  if (paragraph === 'several') return language === 'da' ? 'Flere paragraffer' : 'Several paragraphs'
  return paragraphText(maskedLine(paragraph))
}

export const supplierName = (name: string, cvr: string, language: Language): string =>
  cvr === ''
    ? language === 'da'
      ? 'Uden læsbart CVR-nummer'
      : 'Without a readable CVR number'
    : supplierText(name, cvr)

/** A whole sentence. */
export function reasonText(reason: WhyUnposted, language: Language): string {
  if (reason === 'REVERSED')
    return language === 'da' ? 'Taget tilbage af en kreditnota.' : 'Taken back by a credit note.'
  if (reason === 'UNDONE')
    return language === 'da' ? 'Den kørsel, der konterede det, er fortrudt.' : 'The run that posted it was undone.'
  return catalogue[reason].sentence[language]
}

/** Empty where nobody is to act. */
export const ownerOfReason = (reason: WhyUnposted): string =>
  reason === 'REVERSED' || reason === 'UNDONE' ? '' : catalogue[reason].owner

export function ageText({from, to}: {readonly from: number; readonly to: number | null}, language: Language): string {
  const days = language === 'da' ? 'dage' : 'days'
  if (to === null) return `over ${from - 1} ${days}`
  return `${from}–${to} ${days}`
}
