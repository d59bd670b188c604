/** Working days in Denmark. */
import Holidays from 'date-holidays'
import {addDays, type Period, weekdayOf, yearOf} from './calendar.ts'

/** Mondays to Fridays of a period that are no Danish public holiday (`matching.md` 1). */
export function workdaysIn(period: Period): number {
  let count = 0
  let weekday = weekdayOf(period.from)
  for (let date = period.from; date <= period.to; date = addDays(date, 1)) {
    if (weekday < 5 && !holidaysOf(yearOf(date)).has(date)) count += 1
    weekday = (weekday + 1) % 7
  }
  return count
}

const danishHolidays = new Holidays('DK')
const holidaysByYear = new Map<number, ReadonlySet<string>>()

function holidaysOf(year: number): ReadonlySet<string> {
  let found = holidaysByYear.get(year)
  if (!found) {
    found = new Set(
      danishHolidays
        .getHolidays(year)
        .filter(({type}) => type === 'public')
        .map(({date}) => date.slice(0, 10)),
    )
    holidaysByYear.set(year, found)
  }
  return found
}
