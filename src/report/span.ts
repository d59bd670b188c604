/** The days that a report is about (`commands.md`, report), and the months and weeks of them. Both ends are included. */
import type {Horizon} from '../ledger/read/report-facts.ts'
import {
  addDays,
  addMonths,
  dayNumber,
  type IsoDate,
  type Month,
  monthOf,
  monthPeriod,
  type Period,
  weekdayOf,
  yearOf,
} from '../model/calendar.ts'

/**
 * So many calendar months, the last of them that of `until`; without it, up to the last day of the newest month of
 * issue that is not after the last run (`commands.md`, report).
 */
export function spanOf(months: number, until: IsoDate | null, {newestIssue, lastRun}: Horizon): Period {
  const to = until ?? monthPeriod(monthOf(newestIssue ?? lastRun.today)).to
  return {from: monthPeriod(addMonths(monthOf(to), 1 - months)).from, to}
}

/** `2026-W14`, by ISO 8601: the week belongs to the year of its Thursday. */
export function weekOf(date: IsoDate): string {
  const thursday = addDays(date, 3 - weekdayOf(date))
  const first = `${yearOf(thursday)}-01-01` as IsoDate
  const number = Math.floor((dayNumber(thursday) - dayNumber(first)) / 7) + 1
  return `${String(yearOf(thursday)).padStart(4, '0')}-W${String(number).padStart(2, '0')}`
}

/** A month or a week, whole, though the span may hold only a part of it. */
export type Part = {readonly key: string; readonly days: Period}

export function weeksOf({from, to}: Period): Part[] {
  const weeks: Part[] = []
  for (let monday = addDays(from, -weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push({key: weekOf(monday), days: {from: monday, to: addDays(monday, 6)}})
  }
  return weeks
}

export const partOfMonth = (month: Month): Part => ({key: month, days: monthPeriod(month)})
