/** How sentences write days, months, periods, lists and numbers of things. */
import {describe, expect, it} from 'vitest'
import {type IsoDate, type Month, openEnd} from '../../src/model/calendar.ts'
import {ore} from '../../src/model/money.ts'
import {
  counted,
  dayText,
  inLanguage,
  kronerText,
  listText,
  localize,
  monthText,
  periodText,
} from '../../src/text/format.ts'

const day = (text: string): IsoDate => text as IsoDate

describe('months', () => {
  it('have their names in both languages', () => {
    const months = Array.from({length: 12}, (_, index) => `2026-${String(index + 1).padStart(2, '0')}` as Month)
    expect(months.map((month) => monthText(month, 'da')).join(', ')).toBe(
      'januar 2026, februar 2026, marts 2026, april 2026, maj 2026, juni 2026, juli 2026, august 2026, september 2026, oktober 2026, november 2026, december 2026',
    )
    expect(months.map((month) => monthText(month, 'en')).join(', ')).toBe(
      'January 2026, February 2026, March 2026, April 2026, May 2026, June 2026, July 2026, August 2026, September 2026, October 2026, November 2026, December 2026',
    )
  })
})

describe('days and periods', () => {
  it.each([
    ['a whole month', '2026-03-01', '2026-03-31', 'marts 2026', 'March 2026'],
    ['days', '2026-03-01', '2026-03-15', '01.03.2026-15.03.2026', '2026-03-01 to 2026-03-15'],
    ['without an end', '2026-03-01', openEnd, 'fra 01.03.2026', 'from 2026-03-01'],
  ])('%s', (_, from, to, danish, english) => {
    const period = {from: day(from), to: day(to)}
    expect(localize((language) => periodText(period, language))).toEqual({da: danish, en: english})
  })

  it('are written as they are, in years of fewer digits too', () => {
    expect(dayText(day('0202-03-01'), 'da')).toBe('01.03.0202')
  })
})

describe('lists', () => {
  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a og b', 'a and b'],
    [['a', 'b', 'c'], 'a, b og c', 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c og 2 flere', 'a, b, c and 2 more'],
  ])('of %j', (items, danish, english) => {
    expect(localize((language) => listText(items, language))).toEqual({da: danish, en: english})
  })

  it('are whole where no most is set', () => {
    expect(listText(['a', 'b', 'c', 'd'], 'da', Number.POSITIVE_INFINITY)).toBe('a, b, c og d')
  })
})

it.each([
  [0, '0 regninger'],
  [1, '1 regning'],
  [2, '2 regninger'],
  [1300, '1.300 regninger'],
])('%i of something', (count, text) => {
  expect(counted(count, 'regning', 'regninger', 'da')).toBe(text)
})

it('kroner have their unit after them in Danish and before them in English, with an ordinary space', () => {
  expect(localize((language) => kronerText(ore(123_450), language))).toEqual({da: '1.234,50 kr.', en: 'DKK 1,234.50'})
})

it('one of two values is in the language', () => {
  expect([inLanguage('da', 'ja', 'yes'), inLanguage('en', 'ja', 'yes')]).toEqual(['ja', 'yes'])
})
