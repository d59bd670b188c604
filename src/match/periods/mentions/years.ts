/** Which year a mention means (`matching.md` 2): the one that it gives, or the nearest to the month of issue. */
import {type IsoDate, type Month, monthNumber, monthOf, type Period, yearOf} from '../../../model/calendar.ts'

/** A year of two digits, where a year of the window ends in them. */
export function shortYear(digits: string, window: Period): number | undefined {
  for (let year = yearOf(window.from); year <= yearOf(window.to); year += 1)
    if (year % 100 === Number(digits)) return year
  return undefined
}

/**
 * Of the periods that one mention makes in the year before that of issue, in that year and in the next, the one that is
 * fewest months from the month of issue; the earlier of two as near. Undefined where there is none.
 */
export function nearest(make: (year: number) => Period | undefined, issueDate: IsoDate): Period | undefined {
  const issued = monthIndex(monthOf(issueDate))
  const found = [-1, 0, 1].flatMap((offset) => make(yearOf(issueDate) + offset) ?? [])
  const distance = ({from, to}: Period): number =>
    Math.max(0, monthIndex(monthOf(from)) - issued, issued - monthIndex(monthOf(to)))
  return found.toSorted((a, b) => distance(a) - distance(b) || (a.from < b.from ? -1 : 1))[0]
}

const monthIndex = (month: Month): number => yearOf(month) * 12 + monthNumber(month)
