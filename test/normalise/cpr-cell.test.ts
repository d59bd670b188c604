/** `formats.md`, Reading tables: CPR numbers as people and spreadsheets write them, and what may be shown of them. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cpr} from '../../src/model/citizen.ts'
import {maskCprCell, readCpr} from '../../src/normalise/cpr-cell.ts'
import {unborn} from '../builders/input-files.ts'

describe('a CPR number', () => {
  it.each([
    ['6101901234', '6101901234'],
    ['610190-1234', '6101901234'],
    ['610190 1234', '6101901234'],
    [' 610190 - 1234 ', '6101901234'],
    ['610190\u20131234', '6101901234'],
    ['610190\u00a01234', '6101901234'],
    ['61 01 90 12 34', '6101901234'],
    [unborn, unborn],
    [unborn.slice(1), unborn],
    ['10157-5678', unborn],
    ['8902281234', '8902281234'],
  ])('%j is %s', (text, number) => {
    expect(readCpr(text)).toBe(number)
  })

  it.each([
    ['', 'empty'],
    ['999999999', 'nine digits that are none with a zero either'],
    ['61019012345', 'eleven digits'],
    ['01575678', 'eight digits'],
    ['6101901234x', 'a letter'],
    ['610190.1234', 'a dot'],
    ['6113901234', 'a thirteenth month'],
    ['9201901234', 'the thirty-second, of replacement numbers'],
    ['6001901234', 'day 60'],
    ['0001901234', 'day 0'],
    ['9002900234', 'the thirtieth of February'],
    ['8902010234', '29 February 1901, no leap year'],
    ['ukendt', 'words'],
  ])('%j is none: %s', (text) => {
    expect(readCpr(text)).toBeNull()
  })

  it.each([
    // The seventh digit gives the century: 2000 was a leap year, 1900 was none.
    ['8902000234', null],
    ['8902004234', '8902004234'],
    ['8902009234', '8902009234'],
    ['8902005234', '8902005234'],
    ['8902040234', '8902040234'],
    ['8902964234', '8902964234'],
    ['8902584234', null],
    ['8902605234', '8902605234'],
    ['8902585234', null],
  ])('of 29 February with the century of its seventh digit: %s', (text, number) => {
    expect(readCpr(text)).toBe(number)
  })

  it('is restored from what a spreadsheet makes of it, whatever it is', () => {
    const two = (value: number): string => String(value).padStart(2, '0')
    const parts = fc.record({
      day: fc.integer({min: 61, max: 91}),
      month: fc.integer({min: 1, max: 12}),
      year: fc.integer({min: 0, max: 99}),
      serial: fc.integer({min: 0, max: 9999}),
    })
    fc.assert(
      fc.property(parts, ({day, month, year, serial}) => {
        const digits = `${two(day)}${two(month)}${two(year)}${String(serial).padStart(4, '0')}`
        expect(readCpr(digits) ?? undefined).toBe(cpr(digits))
        expect(readCpr(`${digits.slice(0, 6)}-${digits.slice(6)}`) ?? undefined).toBe(cpr(digits))
        expect(readCpr(String(Number(digits))) ?? undefined).toBe(cpr(digits))
      }),
    )
    // Days of one digit come only with numbers that people may have; this one's owner is not born.
    expect(readCpr(String(Number(unborn)))).toBe(unborn)
  })
})

it.each([
  ['610190-1234', '610190-****'],
  ['610190', '610190'],
  ['ukendt borger', 'ukendt-****'],
])('of a cell that holds %j %j is shown', (text, shown) => {
  expect(maskCprCell(text)).toBe(shown)
})
