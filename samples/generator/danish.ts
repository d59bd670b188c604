/** Amounts, dates and periods as Danish files and suppliers write them. */
import {type IsoDate, monthOf, monthPeriod, type Period, samePeriod} from '../../src/model/calendar.ts'
import type {Random} from './random.ts'

/** `1234,50` */
export function kroner(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0')
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

/** `1.234,50` */
export function groupedKroner(ore: number): string {
  const [whole = '', cents = ''] = kroner(ore).split(',')
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')},${cents}`
}

/** `31-03-2026`, with the separator given. */
export const danishDate = (date: IsoDate, separator = '-'): string => date.split('-').reverse().join(separator)

export const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const
const shortNames = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.']

export const monthName = (date: string): string => monthNames[Number(date.slice(5, 7)) - 1] ?? ''

/** A text that states the period, in one of the forms that count (`matching.md` 2). */
export function statingText(random: Random, service: string, period: Period): string {
  const lead = random.pick([service, `${service} § 107,`, 'Ophold', 'Betaling,', 'Opkrævning'])
  const month = samePeriod(period, monthPeriod(monthOf(period.from)))
  const form = month && random.chance(0.7) ? random.pick(monthForms(period)) : random.pick(dayForms(period))
  return `${lead} ${form}`
}

function monthForms({from}: Period): string[] {
  const [year, number] = [from.slice(0, 4), from.slice(5, 7)]
  const name = monthName(from)
  return [
    `${name} ${year}`,
    `${name.toUpperCase()} ${year}`,
    `${name[0]?.toUpperCase()}${name.slice(1)} ${year}`,
    `for ${name} ${year}`,
    `${shortNames[Number(number) - 1]} ${year}`,
    `for ${number}/${year}`,
    `periode ${number}-${year}`,
    `- ${number}/${year}`,
  ]
}

function dayForms({from, to}: Period): string[] {
  const short = (date: IsoDate): string => `${Number(date.slice(8))}`
  const sameMonth = monthOf(from) === monthOf(to)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return [
    `${danishDate(from, '.')} - ${danishDate(to, '.')}`,
    `${danishDate(from)} til ${danishDate(to)}`,
    `i perioden ${danishDate(from, '.')}-${danishDate(to, '.')}`,
    `${danishDate(from, '/')} – ${danishDate(to, '/')}`,
    `${from} - ${to}`,
    ...(sameYear ? [`${danishDate(from, '.').slice(0, 5)} - ${danishDate(to, '.')}`] : []),
    ...(sameYear ? [`${short(from)}. ${monthName(from)} - ${short(to)}. ${monthName(to)} ${to.slice(0, 4)}`] : []),
    ...(sameMonth ? [`${short(from)}.-${short(to)}. ${monthName(to)} ${to.slice(0, 4)}`] : []),
    ...(samePeriod({from, to}, monthPeriod(monthOf(from)))
      ? [`${monthName(from)} ${from.slice(0, 4)} (${danishDate(from, '.')} - ${danishDate(to, '.')})`]
      : []),
  ]
}

/** A text that names the month without stating a period. */
export function namingText(random: Random, service: string, date: IsoDate): string {
  const {from, to} = monthPeriod(monthOf(date))
  const day = (at: IsoDate): string => `${Number(at.slice(8))}/${Number(at.slice(5, 7))}`
  return random.pick([
    `Ophold for ${monthName(date)}`,
    `${service} ${monthName(date)}`,
    `${service} i ${monthName(date)}`,
    `${service} ${day(from)} - ${day(to)}`,
    `${service} ${danishDate(from, '.').slice(0, 6)}${from.slice(2, 4)} - ${danishDate(to, '.').slice(0, 6)}${to.slice(2, 4)}`,
  ])
}
