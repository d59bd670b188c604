/** `formats.md`, Reading tables: every form of amounts, and the style of a column. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {IsoDate} from '../../src/model/calendar.ts'
import {ore, plainKroner} from '../../src/model/money.ts'
import {readAmount, readNumber, type Style, styleOf} from '../../src/normalise/numbers.ts'
import {amountText} from '../../src/text/numbers.ts'

const styles = ['danish', 'international', 'both'] as const

describe('an amount that can be read in one way only', () => {
  it.each([
    ['1.234,56', 123456],
    ['1234,56', 123456],
    ['1234.56', 123456],
    ['1,234.56', 123456],
    ['1 234,56', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234,56', 123456],
    ['1 234.56', 123456],
    ['-1.234,56', -123456],
    ['- 1.234,56', -123456],
    ['1.234,56-', -123456],
    ['1.234,56 -', -123456],
    ['\u22121.234,56', -123456],
    ['kr. 1.234,56', 123456],
    ['kr.1.234,56', 123456],
    ['kr 1.234,56', 123456],
    ['Kr. 1.234,56', 123456],
    ['1.234,56 kr.', 123456],
    ['1.234,56 kr', 123456],
    ['kr. -1.234,56', -123456],
    ['-kr. 1.234,56', -123456],
    ['kr. 1.234,56-', -123456],
    ['DKK 1.234,56', 123456],
    ['1,234.56 DKK', 123456],
    ['1.234.567,89', 123456789],
    ['1,234,567.89', 123456789],
    ['1 234 567,89', 123456789],
    ['1.234.567', 123456700],
    ['1,234,567', 123456700],
    ['1234', 123400],
    ['1 234', 123400],
    ['0', 0],
    ['-0', 0],
    ['0,00', 0],
    ['0,5', 50],
    ['0.5', 50],
    ['0,05', 5],
    ['0,050', 5],
    ['0.050', 5],
    ['1234,5', 123450],
    ['1234.5', 123450],
    ['01234,50', 123450],
    ['12,3', 1230],
    ['1234,5000', 123450],
    ['9999999999999,99', 999999999999999],
  ])('%j is %i øre, however the column is written', (text, amount) => {
    for (const style of styles) expect(readAmount(text, style)).toEqual({value: amount})
  })

  it.each(['1234,567', '1234.567', '1,23400', '0,001', '1.234,567', '1,234.567', '1 234,001'])(
    '%j has more decimals than øre, and is not rounded',
    (text) => {
      for (const style of styles) expect(readAmount(text, style)).toEqual({expected: 'amountDecimals'})
    },
  )

  it.each([
    '',
    '-',
    'kr.',
    'abc',
    '1.23.4',
    '1,23,4',
    '12.34,5.6',
    '1.234,56,78',
    '1,234.56.78',
    '1.2345,67',
    '1234.567,89',
    '.50',
    ',50',
    '12,',
    '12.',
    '--1',
    '-1-',
    '+1',
    '(1.234,56)',
    '1e3',
    '1234 56',
    '12 34,00',
    '1.234 567,00',
    'EUR 12,00',
    '€ 12',
    '12 stk',
    '12%',
    '10000000000000,00',
  ])('%j is no amount', (text) => {
    for (const style of styles) expect(readAmount(text, style)).toEqual({expected: 'amount'})
  })
})

describe('an amount that can be read in two ways', () => {
  it.each<[string, Style, unknown]>([
    ['1.234', 'danish', {value: 123400}],
    ['1.234', 'international', {expected: 'amountDecimals'}],
    ['1.230', 'international', {value: 123}],
    ['1,234', 'international', {value: 123400}],
    ['1,234', 'danish', {expected: 'amountDecimals'}],
    ['1,230', 'danish', {value: 123}],
    ['-12.500', 'danish', {value: -1250000}],
    ['kr. 12.500', 'danish', {value: 1250000}],
    ['12.500-', 'danish', {value: -1250000}],
    ['1.234', 'both', {expected: 'amountBothWays'}],
    ['1,234', 'both', {expected: 'amountBothWays'}],
  ])('%j in a column written %s', (text, style, read) => {
    expect(readAmount(text, style)).toEqual(read)
  })
})

describe('a column', () => {
  it.each<[string, readonly (string | number)[], Style]>([
    ['that never shows is Danish', ['1.234', '1,234', '100', '-5', '1 234'], 'danish'],
    ['of nothing is Danish', ['', '', ''], 'danish'],
    ['of numbers of a workbook is Danish', [1234.5, 1.234], 'danish'],
    ['with a decimal comma is Danish', ['1.234', '0,50'], 'danish'],
    ['with points between thousands and a comma is Danish', ['1.234,5'], 'danish'],
    ['with several points is Danish', ['1.234.567'], 'danish'],
    ['with a decimal point is international', ['1,234', '0.50'], 'international'],
    ['with commas between thousands and a point is international', ['1,234.5'], 'international'],
    ['with several commas is international', ['1,234,567'], 'international'],
    ['with a decimal point on zero is international', ['0.500'], 'international'],
    ['with both is both', ['1.234', '1234,5', '1234.5'], 'both'],
    ['is not told by what cannot be read', ['12.34.5', 'ca. 1.5', '1.234'], 'danish'],
    ['is not told by spaces between thousands', ['1 234', '0.50'], 'international'],
    ['is not told by signs and currency', ['kr. 1.234,50-', '-1.234'], 'danish'],
  ])('%s', (_, cells, style) => {
    expect(styleOf(cells)).toBe(style)
    expect(styleOf(cells.toReversed())).toBe(style)
  })
})

describe("a workbook's cell", () => {
  it.each([
    [1234.56, {value: 123456}],
    [-1234.5, {value: -123450}],
    [0.1 + 0.2, {value: 30}],
    [1.234, {expected: 'amountDecimals'}],
    [1234, {value: 123400}],
    [0, {value: 0}],
    [-0, {value: 0}],
    [1e13, {expected: 'amount'}],
    [1e21, {expected: 'amount'}],
    [{date: '2026-03-31' as IsoDate}, {expected: 'amount'}],
    [{error: '#N/A'}, {expected: 'amount'}],
  ])('with %j', (cell, read) => {
    for (const style of styles) expect(readAmount(cell, style)).toEqual(read)
  })
})

describe('a number', () => {
  it.each<[string | number, Style, unknown]>([
    ['37,5', 'danish', {value: {digits: 375, decimals: 1}}],
    ['37.5', 'danish', {value: {digits: 375, decimals: 1}}],
    ['37,50', 'danish', {value: {digits: 375, decimals: 1}}],
    ['1', 'danish', {value: {digits: 1, decimals: 0}}],
    ['0,3333', 'danish', {value: {digits: 3333, decimals: 4}}],
    ['1.000', 'danish', {value: {digits: 1000, decimals: 0}}],
    ['1.000', 'international', {value: {digits: 1, decimals: 0}}],
    ['1.000', 'both', {expected: 'numberBothWays'}],
    ['-2', 'danish', {value: {digits: -2, decimals: 0}}],
    [37.5, 'danish', {value: {digits: 375, decimals: 1}}],
    [0.1 + 0.2, 'danish', {value: {digits: 3, decimals: 1}}],
    ['37 timer', 'danish', {expected: 'number'}],
    ['1234567890,1234567', 'danish', {expected: 'number'}],
  ])('%j in a column written %s', (cell, style, read) => {
    expect(readNumber(cell, style)).toEqual(read)
  })
})

const grouped = (whole: string, mark: string): string => whole.replaceAll(/\B(?=(\d{3})+$)/g, mark)

it('reads an amount of whole øre back from every form it may be written in', () => {
  const forms: readonly ((whole: string, cents: string) => string)[] = [
    (whole, cents) => `${grouped(whole, '.')},${cents}`,
    (whole, cents) => `${whole},${cents}`,
    (whole, cents) => `${whole}.${cents}`,
    (whole, cents) => `${grouped(whole, ',')}.${cents}`,
    (whole, cents) => `${grouped(whole, ' ')},${cents}`,
    (whole, cents) => `${grouped(whole, '\u00a0')},${cents}`,
    (whole, cents) => `${whole},${cents}000`,
  ]
  const signs: readonly ((body: string) => string)[] = [
    (body) => `-${body}`,
    (body) => `${body}-`,
    (body) => `- ${body}`,
  ]
  const dressings: readonly ((body: string) => string)[] = [
    (body) => body,
    (body) => `kr. ${body}`,
    (body) => `${body} kr.`,
    (body) => `DKK ${body}`,
    (body) => ` ${body} `,
  ]
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({min: -300_000, max: 300_000}), fc.integer({min: -999_999_999_999, max: 999_999_999_999})),
      fc.constantFrom(...forms),
      fc.constantFrom(...signs),
      fc.constantFrom(...dressings),
      fc.constantFrom(...styles),
      (amount, form, sign, dressing, style) => {
        const digits = String(Math.abs(amount)).padStart(3, '0')
        const body = form(digits.slice(0, -2), digits.slice(-2))
        const text = dressing(amount < 0 ? sign(body) : body)
        expect(readAmount(text, style), text).toEqual({value: amount})
      },
    ),
    {numRuns: 1000},
  )
})

it('reads back what the program itself writes, and what a workbook holds', () => {
  fc.assert(
    fc.property(fc.integer({min: -999_999_999_999, max: 999_999_999_999}), (amount) => {
      for (const style of styles) {
        expect(readAmount(plainKroner(ore(amount)), style)).toEqual({value: amount})
        expect(readAmount(amountText(ore(amount), 'da'), style)).toEqual({value: amount})
        expect(readAmount(amount / 100, style)).toEqual({value: amount})
      }
    }),
  )
})

it('reads whole kroner the way the column is written, once any cell of it shows', () => {
  const whole = fc.integer({min: 1000, max: 999_999_999}).map(String)
  fc.assert(
    fc.property(fc.array(whole, {minLength: 1}), fc.boolean(), fc.nat(), (amounts, isDanish, at) => {
      const [thousands, decimals] = isDanish ? ['.', ','] : [',', '.']
      const column = amounts.map((amount) => grouped(amount, thousands))
      column.splice(at % (column.length + 1), 0, `0${decimals}50`)
      const style = styleOf(column)
      expect(style).toBe(isDanish ? 'danish' : 'international')
      for (const amount of amounts)
        expect(readAmount(grouped(amount, thousands), style)).toEqual({value: Number(amount) * 100})
    }),
  )
})
