/**
 * How the report names what it groups by and says what it found: spans, months, paragraphs, suppliers, reasons, ages.
 * Takes a key or a group of the figures, returns text in the language; no CPR number is whole in it.
 */
import {catalogue} from '../../exceptions/catalogue.ts'
import type {WhyUnposted} from '../../ledger/read/report-facts.ts'
import {type Month, monthOf, monthPeriod, type Period} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import type {FixGain, TimeGroup} from '../../report/figures.ts'
import type {Ages} from '../../report/open-exceptions.ts'
import {counted, dayText, inLanguage, kronerText, monthText, paragraphText, supplierText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {countText, signedText} from '../../text/numbers.ts'

export const groupings = ['month', 'week', 'paragraph', 'supplier', 'reason'] as const
export type Grouping = (typeof groupings)[number]

/** `januar 2026 – juni 2026`; with days where they are no whole months. */
export function spanText({from, to}: Period, language: Language): string {
  const [first, last] = [monthText(from, language), monthText(to, language)]
  const isWhole = from.endsWith('-01') && to === monthPeriod(monthOf(to)).to
  if (!isWhole) return `${dayText(from, language)} – ${dayText(to, language)}`
  return first === last ? first : `${first} – ${last}`
}

/** Of how many runs the last one is. */
export const runsText = (runs: number, language: Language): string =>
  runs === 1
    ? inLanguage(language, 'den eneste', 'the only one')
    : inLanguage(language, `af ${countText(runs, language)} kørsler`, `of ${countText(runs, language)} runs`)

/** `uge 14, 2026`. */
const weekText = (key: string, language: Language): string =>
  `${inLanguage(language, 'uge', 'week')} ${Number(key.slice(6))}, ${key.slice(0, 4)}`

/** Of a month (`2026-03`) or a week (`2026-W14`). */
export const timeText = (key: string, language: Language): string =>
  key.includes('W') ? weekText(key, language) : monthText(key as Month, language)

/** Empty for a part that is over and whole. */
export const markText = ({isOver, isCut}: Pick<TimeGroup, 'isOver' | 'isCut'>, language: Language): string =>
  [
    ...(isOver ? [] : [inLanguage(language, 'i gang', 'running')]),
    ...(isCut ? [inLanguage(language, 'delvis', 'partial')] : []),
  ].join(', ')

export function paragraphName(paragraph: string | null, language: Language): string {
  if (paragraph === null) return inLanguage(language, 'Ukendt paragraf', 'Paragraph unknown')
  if (paragraph === 'several') return inLanguage(language, 'Flere paragraffer', 'Several paragraphs')
  return paragraphText(maskedLine(paragraph))
}

export const supplierName = (name: string, cvr: string, language: Language): string =>
  cvr === ''
    ? inLanguage(language, 'Uden læsbart CVR-nummer', 'Without a readable CVR number')
    : supplierText(name, cvr)

/** A whole sentence. */
export function reasonText(reason: WhyUnposted, language: Language): string {
  if (reason === 'REVERSED')
    return inLanguage(language, 'Taget tilbage af en kreditnota.', 'Taken back by a credit note.')
  if (reason === 'UNDONE')
    return inLanguage(language, 'Den kørsel, der konterede det, er fortrudt.', 'The run that posted it was undone.')
  return catalogue[reason].sentence[language]
}

/** Empty where nobody is to act. */
export const ownerOfReason = (reason: WhyUnposted): string =>
  reason === 'REVERSED' || reason === 'UNDONE' ? '' : catalogue[reason].owner

export function ageText({from, to}: Ages, language: Language): string {
  const days = inLanguage(language, 'dage', 'days')
  return to === null ? `over ${from - 1} ${days}` : `${from}–${to} ${days}`
}

/** `Administration: op til 12 regninger, 123.456,00 kr., +1,2 point`. */
export function gainText({owner, invoices, amount, points, isExact}: FixGain, language: Language): string {
  const upTo = isExact ? '' : inLanguage(language, 'op til ', 'up to ')
  const gained = `${signedText(points, language)} ${inLanguage(language, 'point', 'points')}`
  return `${owner}: ${upTo}${invoicesText(invoices, language)}, ${kronerText(amount, language)}, ${gained}`
}

/** `1 regning`, `12 regninger`. */
export const invoicesText = (count: number, language: Language): string =>
  inLanguage(language, counted(count, 'regning', 'regninger', 'da'), counted(count, 'invoice', 'invoices', 'en'))
