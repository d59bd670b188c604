/** Cells of a spreadsheet as the text that a person typed. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import type {IsoDate} from '../../src/model/calendar.ts'
import {cellNumberText, cellText, isEmpty} from '../../src/read/cell.ts'

it.each([
  [undefined, ''],
  ['', ''],
  ['Bostedet', 'Bostedet'],
  [12345674, '12345674'],
  [1234.5, '1234.5'],
  [{date: '2026-03-31' as IsoDate}, '2026-03-31'],
  [{error: '#N/A'}, '#N/A'],
])('shows %j as «%s»', (cell, text) => {
  expect(cellText(cell)).toBe(text)
})

it.each([
  [0.1 + 0.2, '0.3'],
  [1.005, '1.005'],
  [45_250.5, '45250.5'],
  [-0.5, '-0.5'],
  [1234.4999999999998, '1234.5'],
  [5_790_000_000_000, '5790000000000'],
  [123_456_789_012_345, '123456789012345'],
  [1e21, '1000000000000000000000'],
  [0.0000001, '0.0000001'],
])('writes the number %f as %s: fifteen digits, no powers', (value, text) => {
  expect(cellNumberText(value)).toBe(text)
})

it('writes every amount of whole øre that a spreadsheet can hold as it was typed', () => {
  fc.assert(
    fc.property(fc.integer({min: -999_999_999_999, max: 999_999_999_999}), (amount) => {
      const [kroner, cents] = [Math.trunc(Math.abs(amount) / 100), Math.abs(amount) % 100]
      const decimals = String(cents).padStart(2, '0').replace(/0+$/, '')
      const typed = `${amount < 0 ? '-' : ''}${kroner}${decimals ? `.${decimals}` : ''}`
      expect(cellNumberText(Number(typed))).toBe(typed === '-0' ? '0' : typed)
    }),
  )
})

it('is empty only where nothing stands: zero and a failed formula are something', () => {
  expect([undefined, '', ' ', 0, {error: '#N/A'}].map(isEmpty)).toEqual([true, true, false, false, false])
})
