/** matching.md 2, Stated: columns against text, single ends, the months that a period may touch, and the window. */
import {describe, expect, it} from 'vitest'
import {daysIn} from '../../src/model/calendar.ts'
import {aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields} from '../builders/run.ts'
import {bostedet, days} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]

const daily = [aGrant({unit: 'Døgn', rate: 100_00})]

/** The code, or `posted`. */
function billed(invoice: InvoiceFields, more: RunFields = {}): string {
  const outcome = lineOfVerdict({...more, invoices: [anInvoice(invoice)]})
  return outcome.startsWith('G1') ? 'posted' : outcome
}

describe('columns and text', () => {
  it.each([
    ['the same period', '2026-03', 'marts 2026', 'posted'],
    ['a text without a period', '2026-03', 'Botilbud', 'posted'],
    ['a month word without year', '2026-03', 'Botilbud for februar', 'PERIOD_AMBIGUOUS'],
    ['a weak month word without year', '2026-03', 'takst februar', 'PERIOD_AMBIGUOUS'],
    ['a quarter that holds it', '2026-03', '1. kvartal', 'posted'],
    ['a week of it', '2026-03', 'uge 12', 'PERIOD_AMBIGUOUS'],
    ['all its weeks', '2026-03', 'uge 9-14', 'posted'],
    ['an order number', '2026-03', 'ordre 02/2026', 'posted'],
    ['a date of another month', '2026-03', 'besøg 12.02.2026', 'posted'],
    ['a day that does not exist', '2026-03', 'til 31.04.2026', 'PERIOD_AMBIGUOUS'],
    ['a name', '2026-03', 'Maj-Britt Dahl', 'posted'],
    ['a text period of other days', '2026-03', 'februar 2026', 'PERIOD_AMBIGUOUS'],
    ['a text period of other days, after', '2026-03', 'april 2026', 'PERIOD_AMBIGUOUS'],
    ['a text period of fewer days', '2026-03', '10.03.2026 - 20.03.2026', 'PERIOD_AMBIGUOUS'],
    ['a text period of one day fewer', '2026-03', '01.03.2026 - 30.03.2026', 'PERIOD_AMBIGUOUS'],
    ['a text period of as many days, one day shared', '2026-03', '31.03.2026 - 30.04.2026', 'PERIOD_AMBIGUOUS'],
    ['a text period of more days', '2026-03', '01.02.2026 - 31.03.2026', 'posted'],
    ['a text period outside the window', '2026-03', 'marts 2025', 'PERIOD_AMBIGUOUS'],
    ['two text periods that both hold it', '2026-03', '1.1.2026-31.3.2026, 01.02.2026 - 30.04.2026', 'posted'],
  ])('%s beside the columns', (_, period, text, expected) => {
    expect(billed({period, text})).toBe(expected)
  })

  it('leaves the period of the columns where the text’s has more days', () => {
    const invoices = [anInvoice({period: '2026-03-10/2026-03-20', text: 'marts 2026', amount: 1100_00})]
    expect(lineOfVerdict({grants: daily, invoices})).toBe('G1 2026-03-10/2026-03-20 1100.00')
  })
})

describe('a single end in columns', () => {
  it.each<[string, InvoiceFields, string]>([
    ['states nothing by itself', {periodFrom: '2026-03-01'}, 'PERIOD_AMBIGUOUS'],
    ['lets no text state the period', {text: 'marts 2026', periodFrom: '2026-03-01'}, 'PERIOD_AMBIGUOUS'],
  ])('%s', (_, invoice, expected) => {
    expect(billed(invoice)).toBe(expected)
  })

  it.each<[string, InvoiceFields, string]>([
    ['lies in the named month', {periodFrom: '2026-03-15'}, 'posted'],
    ['is before the named month', {periodFrom: '2026-02-28'}, 'PERIOD_AMBIGUOUS'],
    ['is after the named month', {periodTo: '2026-04-01'}, 'PERIOD_AMBIGUOUS'],
  ])('%s', (_, invoice, expected) => {
    expect(billed(invoice, {periods: {billing: 'arrears', gap: 'post'}})).toBe(expected)
  })
})

describe('how many calendar months a stated period touches', () => {
  const touching = (period: string, more: RunFields = {}): string =>
    billed({period, amount: daysIn(days(period)) * 100_00}, {grants: daily, ...more})
  const two = {periods: {maxMonths: 2}}
  const suppliersTwo = {suppliers: {[bostedet]: {maxMonths: 2}}}

  it.each<[string, string, RunFields, string]>([
    ['one', '2026-03', {}, 'posted'],
    ['two, whole', '2026-03-01/2026-04-30', {}, 'PERIOD_TOO_LONG'],
    ['two, a month long in all', '2026-03-15/2026-04-14', {}, 'PERIOD_TOO_LONG'],
    ['two, where two are allowed', '2026-03-15/2026-04-14', two, 'posted'],
    ['two, where the supplier may', '2026-03-01/2026-04-30', suppliersTwo, 'posted'],
    [
      'two, where all but the supplier may',
      '2026-03-15/2026-04-14',
      {...two, suppliers: {[bostedet]: {maxMonths: 1}}},
      'PERIOD_TOO_LONG',
    ],
  ])('%s', (_, period, more, expected) => {
    expect(touching(period, more)).toBe(expected)
  })

  it('is counted for a period of the text too', () => {
    expect(billed({period: null, text: '01.03.2026 - 30.04.2026', amount: 6100_00}, {grants: daily})).toBe(
      'PERIOD_AMBIGUOUS',
    )
  })
})

describe('the window', () => {
  const issued = '2026-06-10'

  it.each<[string, RunFields, string]>([
    ['2026-02', {}, 'PERIOD_OUTSIDE_WINDOW'],
    ['2026-03', {}, 'posted'],
    ['2026-06', {}, 'posted'],
    ['2026-07', {}, 'posted'],
    ['2026-08', {}, 'PERIOD_OUTSIDE_WINDOW'],
    ['2026-05', {periods: {lookback: 0}}, 'PERIOD_OUTSIDE_WINDOW'],
    ['2026-06', {periods: {lookback: 0, lookahead: 0}}, 'posted'],
    ['2026-07', {periods: {lookahead: 0}}, 'PERIOD_OUTSIDE_WINDOW'],
    ['2026-02', {periods: {lookback: 4}}, 'posted'],
  ])('for a bill of June and the period %s', (period, more, expected) => {
    expect(billed({period, issued}, more)).toBe(expected)
  })

  it('is left by a single day', () => {
    const more = {periods: {maxMonths: 2}, grants: daily}
    expect(billed({period: '2026-01-31/2026-02-01', issued, amount: 200_00}, more)).toBe('PERIOD_OUTSIDE_WINDOW')
  })

  it('is larger by the months that may be billed at once, less one', () => {
    const more = {periods: {maxMonths: 2}, grants: daily}
    expect(billed({period: '2026-02-28/2026-03-01', issued, amount: 200_00}, more)).toBe('posted')
  })

  it('is the same on the first and the last day of the month of issue', () => {
    for (const day of ['2026-06-01', '2026-06-30']) expect(billed({period: '2026-03', issued: day})).toBe('posted')
  })

  it('is asked of a period of the text', () => {
    expect(billed({period: null, text: 'februar 2026', issued})).toBe('PERIOD_AMBIGUOUS')
  })
})

describe('the day from which the program posts', () => {
  it.each<[string, string, RunFields, string]>([
    ['a month before it', '2025-12', {}, 'PERIOD_BEFORE_START'],
    ['a period with one day before it', '2025-12-31/2026-01-30', {periods: {maxMonths: 2}}, 'PERIOD_BEFORE_START'],
    ['the month that begins with it', '2026-01', {}, 'posted'],
    ['a month that it stands in', '2026-01', {periods: {postFrom: '2026-01-02'}}, 'PERIOD_BEFORE_START'],
    ['a month before a later one', '2026-01', {periods: {postFrom: '2026-02-01'}}, 'PERIOD_BEFORE_START'],
  ])('holds or posts %s', (_, period, more, expected) => {
    expect(billed({period, issued: '2026-02-02'}, more)).toBe(expected)
  })

  it('holds a named month that begins before it', () => {
    const periods = {billing: 'arrears', gap: 'post'}
    expect(billed({period: null, issued: '2026-01-05'}, {periods})).toBe('PERIOD_BEFORE_START')
    expect(billed({period: null, issued: '2026-02-05'}, {periods})).toBe('posted')
  })
})

it('a month in digits is one though another invoice has the same digits for a number', () => {
  const other = anInvoice({document: 'B2', number: '0042026', amount: 1_00})
  const invoice = anInvoice({period: null, text: 'Botilbud, for 04/2026', issued: '2026-04-27'})
  expect(lineOfVerdict({invoices: [other, invoice]}, 'B1')).toBe('G1 2026-04 1000.00')
})
