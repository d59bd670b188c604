/** Reads the cells of one row by field, and gathers what is wrong with them: all of it, not the first alone. */

import {foldText} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import {type Cpr, cpr} from '../model/citizen.ts'
import type {Decimal, Ore} from '../model/money.ts'
import type {Expectation, Problem} from '../model/problem.ts'
import type {Source} from '../model/source.ts'
import {type Cell, cellText, isEmpty, type Row} from '../read/cell.ts'
import {tableFields} from '../read/fields.ts'
import type {Table} from '../read/table.ts'
import {maskCprIn} from '../text/mask.ts'
import {readDate} from './dates.ts'
import {type Read, readAmount, readNumber, type Style, styleOf} from './numbers.ts'

export type RowReader = {
  readonly source: Source
  readonly problems: Problem[]
  /** What stands in the cells that have a problem, whole: it tells rows apart, and is shown to nobody. */
  readonly unread: readonly string[]
  /** Empty, with a problem, for a formula that failed. */
  readonly text: (field: string) => string
  /** What the cell shows, a failed formula's error too. */
  readonly shown: (field: string) => string
  readonly required: (field: string) => string
  readonly amount: (field: string) => Ore | null
  readonly number: (field: string) => Decimal | null
  readonly date: (field: string) => IsoDate | null
  /** Null where it is empty or no CPR number; tell them apart by `text`. */
  readonly cpr: (field: string) => Cpr | null
  /** `value` where the cell is empty, else what the words say, else a problem. */
  readonly word: <Value>(
    field: string,
    empty: Value,
    read: (text: string) => Value | undefined,
    expected: Expectation,
  ) => Value
  readonly fail: (field: string, expected: Expectation) => void
}

/** One reader for each row; how the columns of numbers are written is found once for the table. */
export function readersOf(table: Table): RowReader[] {
  const styles = new Map<string, Style>()
  const headers = new Map(tableFields[table.kind].map(({field, header}) => [field, header]))
  const styleOfField = (field: string): Style => {
    const known = styles.get(field)
    if (known) return known
    const at = table.columns.get(field)?.at ?? -1
    const style = styleOf(table.rows.map(({cells}) => cells[at]))
    styles.set(field, style)
    return style
  }
  return table.rows.map((row) => readerOf(row, table, headers, styleOfField))
}

function readerOf(
  {row, cells}: Row,
  table: Table,
  headers: ReadonlyMap<string, string>,
  styleOfField: (field: string) => Style,
): RowReader {
  const problems: Problem[] = []
  const unread: string[] = []
  const cellOf = (field: string): Cell => cells[table.columns.get(field)?.at ?? -1] ?? ''
  const shown = (field: string): string => cellText(cellOf(field))
  // A cell has one problem, the first that was found.
  const fail = (field: string, expected: Expectation): void => {
    const column = table.columns.get(field)?.header ?? headers.get(field) ?? field
    if (problems.some((known) => known.column === column)) return
    const whole = shown(field)
    const value = field === 'citizenCpr' ? masked(whole) : maskCprIn(whole)
    problems.push({column, value: value.slice(0, 60), expected})
    unread.push(`${field}:${whole}`)
  }
  const read = <Value>(field: string, how: (cell: Cell) => Read<Value>): Value | null => {
    const cell = cellOf(field)
    if (isEmpty(cell)) return null
    if (typeof cell === 'object' && 'error' in cell) {
      fail(field, 'formulaError')
      return null
    }
    const found = how(cell)
    if ('value' in found) return found.value
    fail(field, found.expected)
    return null
  }
  const text = (field: string): string => {
    const cell = cellOf(field)
    if (typeof cell !== 'object' || !('error' in cell)) return cellText(cell)
    fail(field, 'formulaError')
    return ''
  }
  const extra = cells.slice(table.width).find((cell) => !isEmpty(cell))
  if (extra !== undefined) {
    problems.push({column: '', value: maskCprIn(cellText(extra)).slice(0, 60), expected: 'extraCells'})
    unread.push(`:${cellText(extra)}`)
  }

  return {
    source: {file: table.file, row},
    problems,
    unread,
    text,
    shown,
    required: (field) => {
      const found = text(field)
      if (found === '') fail(field, 'required')
      return found
    },
    amount: (field) => read(field, (cell) => readAmount(cell, styleOfField(field))),
    number: (field) => read(field, (cell) => readNumber(cell, styleOfField(field))),
    date: (field) => read(field, readDate),
    cpr: (field) => readCpr(text(field)),
    word: (field, empty, how, expected) => {
      const found = text(field)
      if (foldText(found) === '') return empty
      const value = how(found)
      if (value === undefined) fail(field, expected)
      return value ?? empty
    },
    fail,
  }
}

/** A number or name on one line, without doubled spaces. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Spaces and hyphens are dropped; nine digits have lost their zero to a spreadsheet. */
export function readCpr(text: string): Cpr | null {
  const digits = text.replaceAll(/[\s\u2010-\u2014-]/g, '')
  return (/^\d{9}$/.test(digits) ? cpr(`0${digits}`) : cpr(digits)) ?? null
}

/** What stands in a CPR column is shown by its first six characters, whatever it is. */
export const masked = (text: string): string => (text.length > 6 ? `${text.slice(0, 6)}-****` : text)
