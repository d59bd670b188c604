/**
 * matching.md 2, Stated: the forms of text that give a period, and those that give none. The grant is paid by
 * the day, and no month is ever named, so that an invoice is posted only for the period that its text gives.
 */
import {describe, expect, it} from 'vitest'
import {daysIn} from '../../src/model/calendar.ts'
import {aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields} from '../builders/run.ts'
import {days} from '../builders/values.ts'

const grants = [aGrant({unit: 'Døgn', rate: 100_00})]
const costOf = (period: string): number => daysIn(days(period)) * 100_00

/** An invoice that costs what `period` does, and has nothing but a text to say so. */
const billed = (text: string, period: string, issued: string, more: RunFields = {}): string =>
  lineOfVerdict({grants, invoices: [anInvoice({text, period: null, issued, amount: costOf(period)})], ...more})

const postedFor = (period: string): string => `G1 ${period} ${(costOf(period) / 100).toFixed(2)}`

const names = [
  ['januar', 'jan'],
  ['februar', 'feb'],
  ['marts', 'mar'],
  ['april', 'apr'],
  ['maj', 'maj'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
]

describe('a month name with a year of four digits', () => {
  const forms = names.flatMap(([full = '', short = ''], at) => {
    const month = `2026-${String(at + 1).padStart(2, '0')}`
    return [`${full} 2026`, `${short} 2026`, `${short}. 2026`, `Ophold ${full.toUpperCase()} 2026, dagtakst`].map(
      (text) => [text, month],
    )
  })

  it.each(forms)('states the month: «%s»', (text = '', month = '') => {
    expect(billed(text, month, `${month}-28`)).toBe(postedFor(month))
  })

  it.each(['Marts 2026', 'Botilbud for marts 2026', 'marts 2026 og igen marts 2026', 'Marts 2026, for marts'])(
    'states it however it stands: «%s»',
    (text) => {
      expect(billed(text, '2026-03', '2026-04-02')).toBe(postedFor('2026-03'))
    },
  )

  it.each([
    ['Jan Hansen, marts 2026', '2026-03'],
    ['Maj Hansen, marts 2026', '2026-03'],
    ['August Hansen, marts 2026', '2026-03'],
    ['Botilbud for Maj Hansen, marts 2026', '2026-03'],
  ])('is not disturbed by a person’s name: «%s»', (text, month) => {
    expect(billed(text, month, '2026-04-02')).toBe(postedFor(month))
  })
})

describe('a month in digits', () => {
  it.each([
    'for 03/2026',
    'for 03-2026',
    'periode 03/2026',
    'Periode 03-2026',
    'Botilbud - 03/2026',
    'Botilbud – 03/2026',
  ])('states the month: «%s»', (text) => {
    expect(billed(text, '2026-03', '2026-04-02')).toBe(postedFor('2026-03'))
  })

  it.each(['03/2026', 'Botilbud 03/2026', 'sag 03-2026'])('states nothing elsewhere: «%s»', (text) => {
    expect(billed(text, '2026-03', '2026-04-02')).toBe('PERIOD_AMBIGUOUS')
  })
})

describe('a first and a last day', () => {
  const march = [
    '01.03.2026 - 31.03.2026',
    '01.03.2026-31.03.2026',
    '01.03.2026 – 31.03.2026',
    '01.03.2026 til 31.03.2026',
    'fra 01.03.2026 til 31.03.2026',
    '01-03-2026 - 31-03-2026',
    '01-03-2026 til 31-03-2026',
    '01/03/2026 - 31/03/2026',
    '2026-03-01 - 2026-03-31',
    '2026-03-01 til 2026-03-31',
    '1. marts 2026 - 31. marts 2026',
    '1. marts 2026 til 31. marts 2026',
    '1. marts - 31. marts 2026',
    '1. - 31. marts 2026',
    '1.-31. marts 2026',
    '01.03 - 31.03.2026',
    '01/03 - 31/03/2026',
    '01.-31.03.2026',
    'Botilbud 01.03.2026 - 31.03.2026, 31 døgn',
  ]

  it.each(march)('states the period: «%s»', (text) => {
    expect(billed(text, '2026-03', '2026-04-02')).toBe(postedFor('2026-03'))
  })

  it.each([
    ['10.03.2026 - 20.03.2026', '2026-03-10/2026-03-20'],
    ['10. - 20. marts 2026', '2026-03-10/2026-03-20'],
    ['31.03.2026 - 31.03.2026', '2026-03-31/2026-03-31'],
    ['marts 2026: 10.03.2026 - 20.03.2026', '2026-03-10/2026-03-20'],
    ['10.03.2026 - 20.03.2026 (marts 2026)', '2026-03-10/2026-03-20'],
    ['for 03/2026, 10.03.2026 - 20.03.2026', '2026-03-10/2026-03-20'],
    ['10.03.2026 - 20.03.2026, for marts', '2026-03-10/2026-03-20'],
  ])('is the period though its month is told too: «%s»', (text, period) => {
    expect(billed(text, period, '2026-04-02')).toBe(postedFor(period))
  })

  it('may begin in one year and end in the next', () => {
    const more = {periods: {postFrom: '2025-01-01', maxMonths: 2}}
    const period = '2025-12-15/2026-01-14'
    expect(billed('15.12.2025 - 14.01.2026', period, '2026-01-20', more)).toBe(postedFor(period))
  })
})

describe('what is no period', () => {
  it.each([
    ['nothing', ''],
    ['a single date', 'Botilbud 31.03.2026'],
    ['a single date in words', 'pr. 31. marts 2026'],
    ['a single ISO date', 'leveret 2026-03-31'],
    ['days with a year of two digits', '01.03.26 - 31.03.26'],
    ['days without a year', '1/3 - 31/3'],
    ['days in words without a year', '1. - 31. marts'],
    ['a month without a year', 'Botilbud for marts'],
    ['a month with a year of two digits', 'marts 26'],
    ['a week', 'uge 12'],
    ['a week with a year', 'uge 12 2026'],
    ['a quarter', '1. kvartal 2026'],
    ['a half-year', '1. halvår 2026'],
    ['a day that does not exist', '01.03.2026 - 32.03.2026'],
    ['a word that begins like a month', 'martsmøde 2026'],
  ])('is %s', (_, text) => {
    expect(billed(text, '2026-03', '2026-04-02')).toBe('PERIOD_AMBIGUOUS')
  })
})

describe('a contradictory text', () => {
  it.each([
    ['two months', 'marts 2026 og april 2026'],
    ['a month of two years', 'marts 2025 og marts 2026'],
    ['two pairs of days', '01.03.2026-31.03.2026 og 01.02.2026-28.02.2026'],
    ['two pairs of days in one month', '01.03.2026-15.03.2026 og 16.03.2026-31.03.2026'],
    ['a pair of days beside another month', '01.03.2026-31.03.2026, februar 2026'],
    ['a month in digits beside another', 'for 03/2026, april 2026'],
    ['a period beside a month word outside it', 'marts 2026, for februar'],
    ['a month word before it', 'for april: marts 2026'],
    ['a month word after a service', 'Botilbud februar, marts 2026'],
  ])('states none where it tells of %s', (_, text) => {
    expect(billed(text, '2026-03', '2026-04-02')).toBe('PERIOD_AMBIGUOUS')
  })

  it('is not settled by the billing month', () => {
    const more = {periods: {billing: 'arrears', gap: 'post'}}
    expect(billed('marts 2026 og april 2026', '2026-03', '2026-04-02', more)).toBe('PERIOD_AMBIGUOUS')
  })

  it('never is a period that ends before it begins', () => {
    expect(billed('31.03.2026 - 01.03.2026', '2026-03', '2026-04-02')).not.toMatch(/^G1/)
  })
})
