/**
 * The forms of a mention (`matching.md` 2, the table of mentions). Each is tried where a word or number begins, in this
 * order, and reads as far as it goes; the first that reads something has it.
 */
import {
  addDays,
  addMonths,
  type IsoDate,
  isoDate,
  type Month,
  month,
  monthPeriod,
  type Period,
  weekdayOf,
} from '../../../model/calendar.ts'
import type {Reading} from './mention.ts'
import {monthNamed, monthWord} from './words.ts'
import {nearest, shortYear} from './years.ts'

/** What one form read. */
export type Read = {
  /** Of the text: where it ends. */
  readonly end: number
  /** Null for a day or week that does not exist. */
  readonly period: Period | null
  readonly kind: 'days' | 'months' | 'week' | 'part' | 'date'
  /** Whether the text gives the year. */
  readonly hasYear: boolean
  /** A form that is weak unless something introduces it: `mm/yy`, `yyyymm`, `ddmmyy`, «måned 3». */
  readonly isWeakForm: boolean
  /** Several months or weeks joined, or a first and a last day. */
  readonly isJoined: boolean
}

export type Form = {
  readonly name: string
  readonly read: (text: string, start: number, reading: Reading) => Read | undefined
}

export const forms: readonly Form[] = [
  {name: 'a first and a last day', read: readDays},
  {name: 'a single date', read: readDate},
  {name: 'weeks', read: readWeeks},
  {name: 'a quarter or half-year', read: readPartOfYear},
  {name: 'a number behind «måned»', read: readMonthNumber},
  {name: 'months', read: readMonths},
]

const dash = '[-\\u2010-\\u2015]'
const notAfter = '(?![\\p{L}\\p{N}]|[.,/]\\p{N})'

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start
  return pattern.exec(text)
}

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'iuy')

// ── Days ──

/** A day as it is written: what it lacks is null. */
type WrittenDay = {
  readonly day: number
  readonly month: number | null
  readonly year: number | null
  readonly isCompact: boolean
  readonly end: number
}

const namedDay = sticky(
  `(\\d{1,2})\\.?\\s*(${monthWord})(?!\\p{L})\\.?(?:\\s*[,'’]?\\s*(\\d{4})(?!\\d)|\\s*['’]?(\\d{2})(?![\\d.:/-]))?`,
)
const isoDay = sticky(`(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)`)
const numberedDay = sticky(`(\\d{1,2})([./-])(\\d{1,2})(?:(?:[./-]\\s?|\\s)(\\d{4})(?!\\d)|[./-](\\d{2})(?!\\d))`)
const shortDay = sticky(`(\\d{1,2})(?:/(\\d{1,2})(?![\\d/])|\\.(\\d{1,2})\\.(?!\\d))`)
const dottedDay = sticky('(\\d{1,2})\\.(\\d{1,2})(?!\\d)')
const compactDay = sticky(`(\\d{8}|\\d{6})(?!\\d)`)
const bareDay = sticky(`(\\d{1,2})\\.?(?!\\d)`)

/** The ways to read a day here, the longest first: `1/3-26` may be a day of 2026, or the first day of `1/3-26/3`. */
function daysAt(text: string, start: number, {window}: Reading): WrittenDay[] {
  const iso = at(isoDay, text, start)
  if (iso) return [written(iso, Number(iso[3]), Number(iso[2]), Number(iso[1]))]
  const named = at(namedDay, text, start)
  if (named) {
    const monthOfDay = monthNamed(named[2] ?? '') ?? null
    const short = named[4] ? shortYear(named[4], window) : undefined
    const year = named[3] ? Number(named[3]) : short
    const withoutYear = named[0].length - (named[3] ?? named[4] ?? '').length
    const bare = {...written(named, Number(named[1]), monthOfDay, null), end: start + withoutYear}
    return year === undefined ? [bare] : [written(named, Number(named[1]), monthOfDay, year), bare]
  }
  const [full, short] = [at(numberedDay, text, start), at(shortDay, text, start)]
  const ways: WrittenDay[] = []
  if (full && isMonth(full[3])) {
    const year = full[4] ? Number(full[4]) : (shortYear(full[5] ?? '', window) ?? 2000 + Number(full[5]))
    ways.push(written(full, Number(full[1]), Number(full[3]), year))
  }
  const monthOfShort = short?.[2] ?? short?.[3]
  if (short && isMonth(monthOfShort)) ways.push(written(short, Number(short[1]), Number(monthOfShort), null))
  return ways
}

const isMonth = (digits: string | undefined): boolean => Number(digits) >= 1 && Number(digits) <= 12

/** With `dd.mm` and digits without a mark between them, which are no date where they stand alone. */
function daysOfPairAt(text: string, start: number, reading: Reading): WrittenDay[] {
  const compact = at(compactDay, text, start)
  const date = compact && compactDate(compact, reading.window)
  const dotted = at(dottedDay, text, start)
  return [
    ...daysAt(text, start, reading),
    ...(dotted && isMonth(dotted[2]) ? [written(dotted, Number(dotted[1]), Number(dotted[2]), null)] : []),
    ...(date ? [date] : []),
  ]
}

const written = (found: RegExpExecArray, day: number, monthOfDay: number | null, year: number | null): WrittenDay => ({
  day,
  month: monthOfDay,
  year,
  isCompact: false,
  end: found.index + found[0].length,
})

/** `yyyymmdd`, `ddmmyyyy`, `ddmmyy`: the first of these that is a day. */
function compactDate(found: RegExpExecArray, window: Period): WrittenDay | undefined {
  const digits = found[1] ?? ''
  const part = (from: number, to: number): number => Number(digits.slice(from, to))
  const ways =
    digits.length === 8
      ? [
          [part(6, 8), part(4, 6), part(0, 4)],
          [part(0, 2), part(2, 4), part(4, 8)],
        ]
      : [[part(0, 2), part(2, 4), shortYear(digits.slice(4), window) ?? 0]]
  const fits = ways.find(([, monthOfDay = 0, year = 0]) => monthOfDay >= 1 && monthOfDay <= 12 && year > 1900)
  const [day, monthOfDay, year] = fits ?? []
  if (!day || !monthOfDay || !year) return undefined
  return {...written(found, day, monthOfDay, year), isCompact: digits.length === 6}
}

const between = sticky(
  `\\s*(?:${dash}|til\\s+og\\s+med|t\\.\\s?o\\.\\s?m\\.|tom\\b\\.?|til|to\\b)\\s*:?\\s*(?:den\\s+|d\\.\\s*)?`,
)
const stroke = sticky('\\s*/\\s*')

function readDays(text: string, start: number, reading: Reading): Read | undefined {
  const bare = at(bareDay, text, start)
  const firsts = [...daysOfPairAt(text, start, reading), ...(bare ? [written(bare, Number(bare[1]), null, null)] : [])]
  for (const first of firsts) {
    const last = lastDay(text, first, reading)
    if (!last || (first.month === null && last.month === null)) continue
    const period = periodOf(first, last, reading)
    if (period === undefined) continue
    const isWeakForm = first.isCompact && last.isCompact
    return {end: last.end, period, kind: 'days', hasYear: hasYear(first, last), isWeakForm, isJoined: true}
  }
  return undefined
}

const hasYear = (first: WrittenDay, last: WrittenDay): boolean => first.year !== null || last.year !== null

/** ISO days may be joined by a stroke. */
function lastDay(text: string, first: WrittenDay, reading: Reading): WrittenDay | undefined {
  const joiner = at(between, text, first.end)
  if (joiner) {
    const from = joiner.index + joiner[0].length
    const bare = first.month === null ? null : at(bareDay, text, from)
    return daysOfPairAt(text, from, reading)[0] ?? (bare ? written(bare, Number(bare[1]), null, null) : undefined)
  }
  const isoJoiner = at(stroke, text, first.end)
  const iso = isoJoiner && at(isoDay, text, isoJoiner.index + isoJoiner[0].length)
  return iso && first.year !== null ? written(iso, Number(iso[3]), Number(iso[2]), Number(iso[1])) : undefined
}

/** Null where a day does not exist; undefined where the two are no first and last day. */
function periodOf(first: WrittenDay, last: WrittenDay, {issueDate}: Reading): Period | null | undefined {
  const [firstMonth, lastMonth] = [first.month ?? last.month ?? 0, last.month ?? first.month ?? 0]
  const isOverNewYear = firstMonth > lastMonth
  const make = (firstYear: number): Period | undefined => {
    const from = isoDate(firstYear, firstMonth, first.day)
    const to = isoDate(last.year ?? firstYear + (isOverNewYear ? 1 : 0), lastMonth, last.day)
    return from && to ? {from, to} : undefined
  }
  const year = first.year ?? (last.year === null ? null : last.year - (isOverNewYear ? 1 : 0))
  const period = year === null ? nearest(make, issueDate) : make(year)
  if (!period) return null
  return period.from <= period.to ? period : undefined
}

function readDate(text: string, start: number, reading: Reading): Read | undefined {
  const [found] = daysAt(text, start, reading)
  if (!found || found.month === null) return undefined
  const {day, month: monthOfDay, year, end} = found
  const make = (inYear: number): Period | undefined => {
    const date = isoDate(inYear, monthOfDay, day)
    return date ? {from: date, to: date} : undefined
  }
  const period = (year === null ? nearest(make, reading.issueDate) : make(year)) ?? null
  return {end, period, kind: 'date', hasYear: year !== null, isWeakForm: false, isJoined: false}
}

// ── Weeks ──

const weeks = sticky(
  `(?:uge|ugerne|uger|week|weeks)(?:\\s*nr\\.?)?\\s*(\\d{1,2})(?!\\d)(?:\\s*(?:${dash}|til|og|\\+|&|,)\\s*(\\d{1,2})(?!\\d))?(?:\\s*(?:[,/]|${dash}|i)?\\s*(\\d{4})(?!\\d))?${notAfter}`,
)

function readWeeks(text: string, start: number, {issueDate}: Reading): Read | undefined {
  const found = at(weeks, text, start)
  if (!found) return undefined
  const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])]
  const make = (year: number): Period | undefined => weeksOf(first, last, year)
  const year = found[3] ? Number(found[3]) : null
  const period = (year === null ? nearest(make, issueDate) : make(year)) ?? null
  const isJoined = found[2] !== undefined
  return {end: start + found[0].length, period, kind: 'week', hasYear: year !== null, isWeakForm: false, isJoined}
}

/** Monday of the first to Sunday of the last (ISO 8601); undefined where the year has no such week. */
function weeksOf(first: number, last: number, year: number): Period | undefined {
  const monday = mondayOf(1, year)
  if (!monday || first < 1) return undefined
  const lastYear = last < first ? year + 1 : year
  const [from, lastMonday] = [addDays(monday, (first - 1) * 7), mondayOf(last, lastYear)]
  const isThere = first <= weeksIn(year) && last <= weeksIn(lastYear)
  return lastMonday && isThere ? {from, to: addDays(lastMonday, 6)} : undefined
}

function mondayOf(week: number, year: number): IsoDate | undefined {
  const fourth = isoDate(year, 1, 4)
  return fourth ? addDays(fourth, -weekdayOf(fourth) + (week - 1) * 7) : undefined
}

/** 53 where the year begins on a Thursday, or on a Wednesday and is a leap year. */
function weeksIn(year: number): number {
  const [first, next] = [mondayOf(1, year), mondayOf(1, year + 1)]
  return first && next && addDays(first, 52 * 7) < next ? 53 : 52
}

// ── Quarters and half-years ──

const partOfYear = sticky(
  `(?:([1-4])\\.?\\s*(kvartal|kvt\\.?|halvår)|q([1-4]))(?!\\p{L})(?:\\s*(?:[,/]|${dash}|i)?\\s*(\\d{4})(?!\\d))?${notAfter}`,
)

function readPartOfYear(text: string, start: number, {issueDate}: Reading): Read | undefined {
  const found = at(partOfYear, text, start)
  if (!found) return undefined
  const length = found[2]?.toLowerCase() === 'halvår' ? 6 : 3
  const number = Number(found[1] ?? found[3])
  if (number * length > 12) return undefined
  const make = (year: number): Period => monthsFrom(month(year, (number - 1) * length + 1), length)
  const year = found[4] ? Number(found[4]) : null
  const period = (year === null ? nearest(make, issueDate) : make(year)) ?? null
  return {
    end: start + found[0].length,
    period,
    kind: 'part',
    hasYear: year !== null,
    isWeakForm: false,
    isJoined: false,
  }
}

const monthsFrom = (first: Month, count: number): Period => ({
  from: monthPeriod(first).from,
  to: monthPeriod(addMonths(first, count - 1)).to,
})

// ── Months ──

const monthNumber = sticky(`(?:måned|md\\.|mdr\\.)\\s*:?\\s*(\\d{1,2})${notAfter}(?![/-]\\d)`)

function readMonthNumber(text: string, start: number, {issueDate}: Reading): Read | undefined {
  const found = at(monthNumber, text, start)
  const number = Number(found?.[1])
  if (!found || number < 1 || number > 12) return undefined
  const period = nearest((year) => monthPeriod(month(year, number)), issueDate) ?? null
  const end = start + found[0].length
  return {end, period, kind: 'months', hasYear: false, isWeakForm: true, isJoined: false}
}

type WrittenMonth = {
  readonly month: number
  readonly year: number | null
  readonly isWeakForm: boolean
  readonly end: number
}

const namedMonth = sticky(
  `(${monthWord})(?![\\p{L}])\\.?(?:\\s*måned(?!\\p{L}))?(?:\\s*(?:[,/]|${dash})?\\s*(\\d{4})(?![\\p{L}\\p{N}])|\\s?(?:[/'’]|${dash})?\\s?(\\d{2})(?![\\p{L}\\p{N}]|[.:/-]\\p{N}))?`,
)
const monthAndYear = sticky(`(\\d{1,2})[/.-](\\d{4})(?![\\p{L}\\p{N}]|[./-]\\p{N})`)
const yearAndMonth = sticky(`((?:19|20)\\d{2})([-/]?)(\\d{2})(?![\\p{L}\\p{N}]|[./-]\\p{N})`)
const monthAndShortYear = sticky(`(\\d{1,2})[/-](\\d{2})(?![\\p{L}\\p{N}]|[./-]\\p{N})`)

function monthAt(text: string, start: number, {window}: Reading): WrittenMonth | undefined {
  const named = at(namedMonth, text, start)
  if (named) {
    const number = monthNamed(named[1] ?? '') ?? 0
    const end = start + named[0].length
    if (named[2]) return {month: number, year: Number(named[2]), isWeakForm: false, end}
    const short = named[3] ? shortYear(named[3], window) : undefined
    if (short !== undefined) return {month: number, year: short, isWeakForm: false, end}
    const word = named[3] ? named[0].slice(0, -named[3].length).replace(/[\s/'’\u2010-\u2015-]+$/u, '') : named[0]
    return {month: number, year: null, isWeakForm: false, end: start + word.length}
  }
  const numbered = at(monthAndYear, text, start)
  if (numbered) return monthIn(Number(numbered[1]), Number(numbered[2]), false, start + numbered[0].length)
  const yearFirst = at(yearAndMonth, text, start)
  if (yearFirst) {
    const isWeakForm = yearFirst[2] === ''
    return monthIn(Number(yearFirst[3]), Number(yearFirst[1]), isWeakForm, start + yearFirst[0].length)
  }
  const short = at(monthAndShortYear, text, start)
  const year = short && shortYear(short[2] ?? '', window)
  return short && year ? monthIn(Number(short[1]), year, true, start + short[0].length) : undefined
}

const monthIn = (number: number, year: number, isWeakForm: boolean, end: number): WrittenMonth | undefined =>
  number >= 1 && number <= 12 ? {month: number, year, isWeakForm, end} : undefined

const span = sticky(`\\s*(?:${dash}|/|til(?!\\p{L}))\\s*`)
const list = sticky('\\s*(?:,\\s*(?:og\\s)?|og(?!\\p{L})|\\+|&)\\s*')

function readMonths(text: string, start: number, reading: Reading): Read | undefined {
  const first = monthAt(text, start, reading)
  if (!first) return undefined
  const chain = [first]
  const joiner = at(span, text, first.end)
  const last = joiner && monthAt(text, joiner.index + joiner[0].length, reading)
  if (last) chain.push(...monthsBetween(first, last))
  else chain.push(...listed(text, first, reading))
  const period = monthsPeriod(chain, reading.issueDate)
  return {
    end: chain.at(-1)?.end ?? first.end,
    period,
    kind: 'months',
    hasYear: chain.some(({year}) => year !== null),
    isWeakForm: chain.length === 1 && first.isWeakForm,
    isJoined: chain.length > 1,
  }
}

/** The months after the first to the last, over New Year too. */
function monthsBetween(first: WrittenMonth, last: WrittenMonth): WrittenMonth[] {
  const count =
    first.year !== null && last.year !== null
      ? (last.year - first.year) * 12 + last.month - first.month
      : (last.month - first.month + 12) % 12
  if (count <= 0 || count > 11) return []
  return Array.from({length: count}, (_, index) => ({
    ...last,
    month: ((first.month + index) % 12) + 1,
    year: index === count - 1 ? last.year : null,
  }))
}

/** Months that follow each other, each right after the one before it. */
function listed(text: string, first: WrittenMonth, reading: Reading): WrittenMonth[] {
  const found: WrittenMonth[] = []
  let before = first
  for (let joiner = at(list, text, before.end); joiner; joiner = at(list, text, before.end)) {
    const next = monthAt(text, joiner.index + joiner[0].length, reading)
    if (!next || next.month !== (before.month % 12) + 1) break
    found.push(next)
    before = next
  }
  return found
}

/** The year stands at one of the months; the others take it, or the year beside it over New Year. */
function monthsPeriod(chain: readonly WrittenMonth[], issueDate: IsoDate): Period | null {
  const [first] = chain
  if (!first) return null
  const make = (year: number): Period => monthsFrom(month(year, first.month), chain.length)
  const dated = chain.findIndex(({year}) => year !== null)
  if (dated < 0) return nearest(make, issueDate) ?? null
  return make((chain[dated]?.year ?? 0) - Math.floor((first.month - 1 + dated) / 12))
}
