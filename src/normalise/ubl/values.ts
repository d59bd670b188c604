/** The values of an e-invoice's elements: amounts, numbers and days as XML Schema writes them, and what is wrong. */

import {type IsoDate, isoDate} from '../../model/calendar.ts'
import {type Decimal, decimal, type Ore, ore} from '../../model/money.ts'
import type {Expectation, Problem} from '../../model/problem.ts'
import type {Source} from '../../model/source.ts'
import type {UblElement} from '../../read/ubl/element.ts'
import {maskCprIn} from '../../text/mask.ts'
import type {Read} from '../numbers.ts'

export type PlacedProblem = Problem & {readonly source: Source}

/** `row` is the line's position in the document, from 1; problems of the whole document have row 1. */
export type UblValues = {
  readonly problems: readonly PlacedProblem[]
  readonly sourceOf: (row: number) => Source
  readonly fail: (row: number, column: string, value: string, expected: Expectation) => void
  /** Øre; null where there is none (`required`, `amount` then say so) or it cannot be read. */
  readonly amount: (row: number, column: string, element: UblElement | undefined) => Ore | null
  readonly number: (row: number, column: string, element: UblElement | undefined) => Decimal | null
  readonly date: (row: number, column: string, text: string) => IsoDate | null
}

export function ublValues(file: string): UblValues {
  const problems: PlacedProblem[] = []
  const sourceOf = (row: number): Source => ({file, row})
  const fail: UblValues['fail'] = (row, column, value, expected) => {
    problems.push({column, value: maskCprIn(value).slice(0, 60), expected, source: sourceOf(row)})
  }
  const read = <Value>(row: number, column: string, text: string, how: (text: string) => Read<Value>): Value | null => {
    if (text === '') return null
    const found = how(text)
    if ('value' in found) return found.value
    fail(row, column, text, found.expected)
    return null
  }
  return {
    problems,
    sourceOf,
    fail,
    amount: (row, column, element) => read(row, column, element?.text ?? '', amountIn),
    number: (row, column, element) => read(row, column, element?.text ?? '', decimalIn),
    date: (row, column, text) => read(row, column, text, dateIn),
  }
}

/** `-1234.50` → -123450 øre. A third decimal that is not zero is refused, never rounded away. */
function amountIn(text: string): Read<Ore> {
  const found = /^([+-]?)0*(\d{0,9})(?:\.(\d*))?$/.exec(text)
  if (!found || !/\d/.test(text)) return {expected: 'xmlAmount'}
  const [, sign, kroner = '', decimals = ''] = found
  if (/[^0]/.test(decimals.slice(2))) return {expected: 'amountDecimals'}
  const size = Number(kroner) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return {value: ore(sign === '-' ? -size : size)}
}

/** An exact number of at most 15 digits. */
function decimalIn(text: string): Read<Decimal> {
  const [found, sign = '', whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  const value =
    found !== undefined && /\d/.test(text)
      ? decimal(`${sign === '-' ? '-' : ''}${whole || '0'}.${fraction}`)
      : undefined
  return value ? {value} : {expected: 'xmlNumber'}
}

/** `2026-03-31`, with a time zone or without: the day as it is written. */
function dateIn(text: string): Read<IsoDate> {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (!found) return {expected: 'xmlDate'}
  const value = isoDate(Number(found[1]), Number(found[2]), Number(found[3]))
  return value ? {value} : {expected: 'dateInCalendar'}
}

/** White space as people read it: runs are one space, or one line end. A copy of its own, not a part of the file's text. */
export const cleanText = (text: string): string =>
  Buffer.from(text.replaceAll(/\s*\n\s*/g, '\n').replaceAll(/[^\S\n]+/g, ' ')).toString()

export const oneLine = (text: string): string => Buffer.from(text.replaceAll(/\s+/g, ' ').trim()).toString()
