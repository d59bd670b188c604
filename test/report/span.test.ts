/** The six months of a report, and its weeks. */
import {describe, expect, it} from 'vitest'
import {spanOf, weekOf, weeksOf} from '../../src/report/span.ts'
import {aHorizon, aSpan} from '../builders/report-facts.ts'
import {day} from '../builders/values.ts'

describe('the span', () => {
  it.each([
    ['the newest month of issue', '2026-05-30', '2026-06-29', 6, aSpan('2025-12-01', '2026-05-31')],
    ['a leap year’s February', '2028-02-01', '2028-03-01', 1, aSpan('2028-02-01', '2028-02-29')],
    ['over the turn of a year', '2026-01-31', '2026-02-02', 2, aSpan('2025-12-01', '2026-01-31')],
  ])('ends with the last day of %s', (_, newest, today, months, span) => {
    const lastRun = {number: 1, runId: 'r', today: day(today)}
    expect(spanOf(months, null, aHorizon({newestIssue: day(newest), lastRun}))).toEqual(span)
  })

  it('ends with the month of the last run where no document has a day of issue', () => {
    expect(spanOf(1, null, aHorizon({newestIssue: null}))).toEqual(aSpan('2026-06-01', '2026-06-30'))
  })

  it.each([
    ['2026-03-31', 3, aSpan('2026-01-01', '2026-03-31')],
    ['2026-03-15', 3, aSpan('2026-01-01', '2026-03-15')],
    ['2026-03-01', 1, aSpan('2026-03-01', '2026-03-01')],
  ])('ends on the very day of --until %s', (until, months, span) => {
    expect(spanOf(months, day(until), aHorizon())).toEqual(span)
  })
})

describe('the week', () => {
  it.each([
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2025-12-28', '2025-W52'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['2026-06-30', '2026-W27'],
  ])('of %s is %s', (date, week) => {
    expect(weekOf(day(date))).toBe(week)
  })

  it('stands once for every one that the span touches, whole', () => {
    expect(weeksOf(aSpan('2026-01-01', '2026-01-12'))).toEqual([
      {key: '2026-W01', days: aSpan('2025-12-29', '2026-01-04')},
      {key: '2026-W02', days: aSpan('2026-01-05', '2026-01-11')},
      {key: '2026-W03', days: aSpan('2026-01-12', '2026-01-18')},
    ])
  })
})
