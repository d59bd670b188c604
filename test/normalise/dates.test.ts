/** `formats.md`, Reading tables: every form of dates. Day before month, always. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type IsoDate, isoDate} from '../../src/model/calendar.ts'
import {readDate} from '../../src/normalise/dates.ts'

describe('a date', () => {
  it.each([
    ['31-03-2026', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['31-03-26', '2026-03-31'],
    ['31.03.26', '2026-03-31'],
    ['31/03/26', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['20260331', '2026-03-31'],
    ['1-3-2026', '2026-03-01'],
    ['1/3-2026', undefined],
    ['03/04/2026', '2026-04-03'],
    ['04/03/2026', '2026-03-04'],
    ['12-12-2026', '2026-12-12'],
    ['29-02-2028', '2028-02-29'],
    ['31-12-9999', '9999-12-31'],
    ['31-03-2026 00:00:00', '2026-03-31'],
    ['31-03-2026 23:59', '2026-03-31'],
    ['31-03-2026 00.00', '2026-03-31'],
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    ['2026-03-31T23:30:00.000+02:00', '2026-03-31'],
    ['31-12-99', '2099-12-31'],
    ['01-01-00', '2000-01-01'],
  ])('%s is %s', (text, day) => {
    expect(readDate(text)).toEqual(day ? {value: day} : {expected: 'date'})
  })

  it.each(['29-02-2026', '31-04-2026', '31-06-26', '30.02.2028', '2026-02-29', '20260230', '2026-13-01', '20261301'])(
    '%s is in no calendar',
    (text) => {
      expect(readDate(text)).toEqual({expected: 'dateInCalendar'})
    },
  )

  it.each(['03/31/2026', '03-31-2026', '2026-31-03', '00-01-2026', '01-00-2026', '32-01-2026', '00000000'])(
    '%s is in no calendar: the day comes before the month',
    (text) => {
      expect(readDate(text)).toEqual({expected: 'dateInCalendar'})
    },
  )

  it.each([
    '31. marts 2026',
    'marts 2026',
    '31-03',
    '03-2026',
    '2026',
    '310326',
    '31032026x',
    '2026/03/31',
    '2026.03.31',
    '2026-3-31',
    '31-03-026',
    '31-03-2026 i år',
    'fra 31-03-2026',
    '31-03-2026 - 30-04-2026',
    '46112,5',
    '-',
    '31--03-2026',
  ])('%s is no date', (text) => {
    expect(readDate(text)).toEqual({expected: 'date'})
  })

  it('is what a date cell holds, or digits that a workbook took for a number', () => {
    expect(readDate({date: '2026-03-31' as IsoDate})).toEqual({value: '2026-03-31'})
    expect(readDate(20260331)).toEqual({value: '2026-03-31'})
    expect(readDate(20260229)).toEqual({expected: 'dateInCalendar'})
  })

  it.each([[46112], [45.5], [{error: '#DATE'}]])('%j is none', (cell) => {
    expect(readDate(cell)).toEqual({expected: 'date'})
  })

  it('reads back from every form it may be written in, and an impossible day from none', () => {
    const forms: readonly ((y: string, m: string, d: string) => string)[] = [
      (y, m, d) => `${d}-${m}-${y}`,
      (y, m, d) => `${d}.${m}.${y}`,
      (y, m, d) => `${d}/${m}/${y}`,
      (y, m, d) => `${d}-${m}-${y.slice(2)}`,
      (y, m, d) => `${d}.${m}.${y.slice(2)}`,
      (y, m, d) => `${y}-${m}-${d}`,
      (y, m, d) => `${y}${m}${d}`,
      (y, m, d) => `${d}-${m}-${y} 00:00:00`,
    ]
    const two = (value: number): string => String(value).padStart(2, '0')
    fc.assert(
      fc.property(
        fc.integer({min: 2000, max: 2099}),
        fc.integer({min: 1, max: 13}),
        fc.integer({min: 1, max: 32}),
        fc.constantFrom(...forms),
        (year, month, day, form) => {
          const real = isoDate(year, month, day)
          const read = readDate(form(String(year), two(month), two(day)))
          expect(read).toEqual(real ? {value: real} : {expected: 'dateInCalendar'})
        },
      ),
      {numRuns: 1000},
    )
  })
})
