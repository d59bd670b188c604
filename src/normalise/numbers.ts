/**
 * Amounts and numbers as people and systems write them (`formats.md`, Reading tables).
 *
 * `1.234` and `1,234` can be read in two ways. They are read the way the whole column is written: as Danish where it
 * never shows, and not at all where the column shows both.
 */
import {type Decimal, decimal, type Ore, ore} from '../model/money.ts'
import type {Expectation} from '../model/problem.ts'
import {type Cell, cellNumberText} from '../read/cell.ts'

export type Style = 'danish' | 'international' | 'both'

export type Read<Value> = {readonly value: Value} | {readonly expected: Expectation}

/** The form of a written number: its digits, and which mark is the decimal one. */
type Written = {
  readonly isNegative: boolean
  readonly body: string
  readonly form: 'plain' | 'danish' | 'international' | 'unclear'
}

/** How a column is written, by the cells that can be read in one way only. */
export function styleOf(cells: Iterable<Cell | undefined>): Style {
  let [danish, international] = [false, false]
  for (const cell of cells) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue
    const form = written(cell)?.form
    if (form === 'danish') danish = true
    if (form === 'international') international = true
    if (danish && international) return 'both'
  }
  return international ? 'international' : 'danish'
}

/** Øre. More than two decimals that are not zero are refused, never rounded. */
export function readAmount(cell: Cell, style: Style): Read<Ore> {
  const number = plainNumber(cell, style)
  if (number === 'bothWays') return {expected: 'amountBothWays'}
  const found = number === null ? null : /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(number)
  if (!found) return {expected: 'amount'}
  const [, sign = '', kroner = '', decimals = ''] = found
  if (/[^0]/.test(decimals.slice(2))) return {expected: 'amountDecimals'}
  const size = Number(kroner) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return {value: ore(sign ? -size : size)}
}

/** An exact number of any decimals. */
export function readNumber(cell: Cell, style: Style): Read<Decimal> {
  const number = plainNumber(cell, style)
  if (number === 'bothWays') return {expected: 'numberBothWays'}
  const value = number === null ? undefined : decimal(number)
  return value ? {value} : {expected: 'number'}
}

/** `-1234.56`: a decimal point and no grouping. */
function plainNumber(cell: Cell, style: Style): string | 'bothWays' | null {
  if (typeof cell === 'number') return cellNumberText(cell)
  if (typeof cell !== 'string') return null
  const found = written(cell)
  if (!found) return null
  const {isNegative, body, form} = found
  if (form === 'unclear' && style === 'both') return 'bothWays'
  const read = form === 'unclear' ? style : form
  const digits = read === 'international' ? body.replaceAll(',', '') : body.replaceAll('.', '').replace(',', '.')
  return `${isNegative ? '-' : ''}${digits}`
}

function written(text: string): Written | null {
  if (/^\d[\d.,]*$/.test(text)) {
    const form = formOf(text)
    return form && {isNegative: false, body: text, form}
  }
  const bare = text
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replace(/^\s*(?:kr\.?|DKK)\s*/i, '')
    .replace(/\s*(?:kr\.?|DKK)\s*$/i, '')
    .trim()
  const signed = /^(-?)\s*(?:kr\.?\s*)?(.*?)\s*(-?)$/i.exec(bare)
  const [, before = '', body = '', after = ''] = signed ?? []
  if (before && after) return null
  const isNegative = before !== '' || after !== ''
  const form = formOf(body)
  return form && {isNegative, body: body.replaceAll(' ', ''), form}
}

function formOf(body: string): Written['form'] | null {
  if (/^\d+$/.test(body)) return 'plain'
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return 'unclear'
  if (
    /^\d+,\d+$/.test(body) ||
    /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(body) ||
    /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/.test(body)
  )
    return 'danish'
  if (
    /^\d+\.\d+$/.test(body) ||
    /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(body) ||
    /^[1-9]\d{0,2}(?: \d{3})+\.\d+$/.test(body)
  )
    return 'international'
  return null
}
