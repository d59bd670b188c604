/** CPR numbers (`matching.md` 4): ten digits whose first six are a date; a replacement number has 60 added to its day. */
import {isoDate} from './calendar.ts'

declare const cprBrand: unique symbol

/** Ten digits, no hyphen. Personal data: only the files whose purpose needs it may hold it whole. */
export type Cpr = string & {readonly [cprBrand]: true}

/** Undefined where the ten digits are no CPR number. The modulus-11 check is not asked: numbers without it are issued since 2007. */
export function cpr(digits: string): Cpr | undefined {
  if (!/^\d{10}$/.test(digits)) return undefined
  const day = Number(digits.slice(0, 2))
  const year = fullYear(Number(digits.slice(4, 6)), Number(digits.slice(6, 7)))
  return isoDate(year, Number(digits.slice(2, 4)), day > 60 ? day - 60 : day) ? (digits as Cpr) : undefined
}

/** The century that the seventh digit gives (CPR-kontoret, «Personnummeret i CPR-systemet»). */
function fullYear(year: number, seventh: number): number {
  if (seventh <= 3) return 1900 + year
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year
  return (year <= 57 ? 2000 : 1800) + year
}

const cprLength = 10

/** As CPR numbers are written in a text: the date, then the serial number. */
export const cprPattern = /(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)/g

/** The CPR numbers that stand in a text, each once, in order of first appearance. */
export function cprNumbersIn(text: string): Cpr[] {
  if (text.length < cprLength) return []
  const found = new Set<Cpr>()
  for (const [, date = '', serial = ''] of text.matchAll(cprPattern)) {
    const number = cpr(date + serial)
    if (number) found.add(number)
  }
  return [...found]
}
