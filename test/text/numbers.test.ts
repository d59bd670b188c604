/** How people read numbers: the forms are fixed, whatever the data of the system's locales says. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {jsonKroner, ore, oreOfJson, plainKroner} from '../../src/model/money.ts'
import {amountText, countText, percentText, plainText, signedText, tenthsText} from '../../src/text/numbers.ts'

describe('amounts', () => {
  it.each([
    [0, '0,00', '0.00'],
    [5, '0,05', '0.05'],
    [-5, '-0,05', '-0.05'],
    [123_450, '1.234,50', '1,234.50'],
    [-100_000_00, '-100.000,00', '-100,000.00'],
    [999_999_999_999_999, '9.999.999.999.999,99', '9,999,999,999,999.99'],
  ])('of %i øre', (amount, danish, english) => {
    expect(amountText(ore(amount), 'da')).toBe(danish)
    expect(amountText(ore(amount), 'en')).toBe(english)
  })

  it('have the digits of the plain form, for up to 15 digits', () => {
    fc.assert(
      fc.property(fc.integer({min: -999_999_999_999_999, max: 999_999_999_999_999}), (amount) => {
        expect(amountText(ore(amount), 'da').replaceAll('.', '')).toBe(plainKroner(ore(amount)))
        expect(amountText(ore(amount), 'en').replaceAll(',', '')).toBe(jsonKroner(ore(amount)))
        expect(oreOfJson(jsonKroner(ore(amount)))).toBe(ore(amount))
      }),
    )
  })
})

describe('counts', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1300, '1.300', '1,300'],
    [1_234_567, '1.234.567', '1,234,567'],
  ])('of %i', (count, danish, english) => {
    expect([countText(count, 'da'), countText(count, 'en')]).toEqual([danish, english])
  })
})

describe('rates and points', () => {
  it.each([
    [null, '–', '–', '–'],
    [0, '0,0', '0,0 %', '0,0'],
    [41.2, '41,2', '41,2 %', '+41,2'],
    [-0.3, '−0,3', '−0,3 %', '−0,3'],
    [100, '100,0', '100,0 %', '+100,0'],
    [1234.5, '1.234,5', '1.234,5 %', '+1.234,5'],
  ])('of %j', (value, tenths, percent, signed) => {
    expect(tenthsText(value, 'da')).toBe(tenths)
    expect(percentText(value, 'da')).toBe(percent)
    expect(signedText(value, 'da')).toBe(signed)
  })

  it('have a decimal point in English', () => {
    expect([percentText(41.2, 'en'), signedText(-1234.5, 'en')]).toEqual(['41.2 %', '−1,234.5'])
  })

  it('show every tenth as it was rounded', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 100_000}), (tenths) => {
        expect(tenthsText(tenths / 10, 'en').replaceAll(',', '')).toBe((tenths / 10).toFixed(1))
      }),
    )
  })
})

it.each([
  [50, '50', '50'],
  [37.5, '37,5', '37.5'],
  [0.125, '0,125', '0.125'],
  [1440, '1440', '1440'],
])('%d has as many decimals as it needs', (value, danish, english) => {
  expect([plainText(value, 'da'), plainText(value, 'en')]).toEqual([danish, english])
})
