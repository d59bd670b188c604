/** Calendar days without time or time zone. A date is ISO text, so that text order is time order. */
declare const dateBrand: unique symbol
declare const monthBrand: unique symbol

/** `2026-03-31`, a day that exists. */
export type IsoDate = string & {readonly [dateBrand]: true}

/** `2026-03`, a calendar month. */
export type Month = string & {readonly [monthBrand]: true}

/** Both ends are included. */
export type Period = {readonly from: IsoDate; readonly to: IsoDate}

/** The end of what has no end. */
export const openEnd = '9999-12-31' as IsoDate

/** Undefined where that day is not in the calendar. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined
  if (day > daysOfMonth(year, month)) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
}

export function parseIsoDate(text: string): IsoDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return found ? isoDate(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

export const yearOf = (date: IsoDate | Month): number => Number(date.slice(0, 4))
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10))
export const monthOf = (date: IsoDate): Month => date.slice(0, 7) as Month
/** 1 to 12. */
export const monthNumber = (month: Month | IsoDate): number => Number(month.slice(5, 7))

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const daysInMonth = (month: Month): number => daysOfMonth(yearOf(month), monthNumber(month))

export function month(year: number, number: number): Month {
  return `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}` as Month
}

export function addMonths(start: Month, count: number): Month {
  const index = yearOf(start) * 12 + monthNumber(start) - 1 + count
  return month(Math.floor(index / 12), (index % 12) + 1)
}

export const monthPeriod = (of: Month): Period => ({
  from: `${of}-01` as IsoDate,
  to: `${of}-${String(daysInMonth(of)).padStart(2, '0')}` as IsoDate,
})

/** The calendar months that a period touches, first to last. */
export function monthsOf({from, to}: Period): Month[] {
  const months: Month[] = []
  for (let at = monthOf(from); at <= monthOf(to); at = addMonths(at, 1)) months.push(at)
  return months
}

/** The number of a day, counted from a fixed day: for differences. */
export function dayNumber(date: IsoDate): number {
  // Days from the civil calendar, March as the first month (Howard Hinnant, «chrono-compatible low-level date algorithms»).
  const monthIndex = (monthNumber(date) + 9) % 12
  const year = yearOf(date) - (monthIndex >= 10 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * monthIndex + 2) / 5) + dayOf(date) - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
}

export function addDays(date: IsoDate, count: number): IsoDate {
  let [year, monthAt, day] = [yearOf(date), monthNumber(date), dayOf(date) + count]
  while (day < 1) {
    monthAt -= 1
    if (monthAt < 1) {
      monthAt = 12
      year -= 1
    }
    day += daysOfMonth(year, monthAt)
  }
  while (day > daysOfMonth(year, monthAt)) {
    day -= daysOfMonth(year, monthAt)
    monthAt += 1
    if (monthAt > 12) {
      monthAt = 1
      year += 1
    }
  }
  return `${String(year).padStart(4, '0')}-${String(monthAt).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
}

/** Both ends counted. */
export const daysIn = ({from, to}: Period): number => dayNumber(to) - dayNumber(from) + 1

/** The days that both have, or undefined. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? {from, to} : undefined
}

export const contains = (outer: Period, inner: Period): boolean => outer.from <= inner.from && inner.to <= outer.to

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to

/** The calendar month that a period is exactly, or undefined. */
export function wholeMonth(period: Period): Month | undefined {
  const only = monthOf(period.from)
  return samePeriod(period, monthPeriod(only)) ? only : undefined
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (date: IsoDate): number => (dayNumber(date) + 2) % 7
