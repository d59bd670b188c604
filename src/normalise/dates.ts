/** Dates as people and systems write them (`formats.md`, Reading tables): day before month, always. A time of day is left out. */
import {type IsoDate, isoDate} from '../model/calendar.ts'
import type {Cell} from '../read/cell.ts'
import type {Read} from './numbers.ts'

const time = '(?:[T ]\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?'
const dayFirst = new RegExp(`^(\\d{1,2})([-./])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`)
const yearFirst = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${time}$`)
const digits = /^(\d{4})(\d{2})(\d{2})$/

export function readDate(cell: Cell): Read<IsoDate> {
  if (typeof cell === 'object') return 'date' in cell ? {value: cell.date} : {expected: 'date'}
  const text = String(cell)
  const found = dayFirst.exec(text)
  if (found) {
    const [, day, , month, year = ''] = found
    return dated(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day))
  }
  const [whole, year, month, day] = yearFirst.exec(text) ?? digits.exec(text) ?? []
  return whole ? dated(Number(year), Number(month), Number(day)) : {expected: 'date'}
}

function dated(year: number, month: number, day: number): Read<IsoDate> {
  const value = isoDate(year, month, day)
  return value ? {value} : {expected: 'dateInCalendar'}
}
