/**
 * The periods that a text names (`matching.md` 2).
 *
 * Takes the text of an invoice line and returns three things: the periods it states in full, the months it only
 * mentions, and whether it contradicts itself. What was read is taken out of the text before the next form is looked
 * for, the longest form first, so that `1.-31. marts 2026` is a pair of days and not a month as well.
 */
import {foldText} from '../../model/accounts.ts'
import {
  addDays,
  addMonths,
  contains,
  type IsoDate,
  isoDate,
  month,
  monthNumber,
  monthPeriod,
  monthsOf,
  overlap,
  type Period,
  samePeriod,
  weekdayOf,
  yearOf,
} from '../../model/calendar.ts'

/** A calendar month by its number, 1 to 12; the year where the text gives one. */
export type NamedMonth = {readonly year: number | null; readonly month: number}

export type Mention = {
  readonly months: readonly NamedMonth[]
  /** A month word without a year: beside a stated period that it is outside of, the text is contradictory. */
  readonly isWord: boolean
  /** A first and a last day whose year is short or missing; null for every other form. */
  readonly days: {readonly first: number; readonly last: number} | null
  readonly text: string
}

export type PeriodText = {
  /** Each once; a month that holds a pair of days of the same text has given way to the pair. */
  readonly periods: readonly Period[]
  readonly mentions: readonly Mention[]
  readonly contradictory: boolean
}

const monthNames = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const shortNames = 'jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec'
const anyMonth = `(?:(?:${monthNames}|(?:${shortNames})\\b)\\.?)`
const between = '\\s*(?:-|–|—|til og med|t\\.o\\.m\\.|tom\\b|til|to\\b)\\s*:?\\s*(?:og med\\s+)?(?:den\\s+|d\\.\\s*)?'
const start = '(?<![\\p{L}\\p{N}.,/-])'
const end = '(?![\\p{L}\\p{N}])'

/** A day: ISO, numbers with a year of four or two digits or none, or with the month's name. */
const day = (name: string): string =>
  `(?<${name}>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.?\\s*${anyMonth}(?:\\s*,?\\s*\\d{4})?|\\d{1,2}[./-]\\d{1,2}(?:[./-]\\s?|\\s)\\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}(?!\\d)|\\d{1,2}[./]\\d{1,2}\\.?)`

const pairOfDays = new RegExp(
  `${start}(?:${day('first')}|(?<firstDay>\\d{1,2})\\.?)${between}${day('last')}${end}`,
  'giu',
)
const isoInterval = new RegExp(
  `${start}(?<first>\\d{4}-\\d{2}-\\d{2})\\s*/\\s*(?<last>\\d{4}-\\d{2}-\\d{2})${end}`,
  'giu',
)
const singleDay = new RegExp(`${start}(?!24/7${end})${day('single')}${end}`, 'giu')
const week = new RegExp(
  `${start}(?:uge|ugerne|uger)(?:\\s*nr\\.?)?\\s*(?<first>\\d{1,2})(?:\\s*(?:-|–|til|og|\\+)\\s*(?<last>\\d{1,2}))?(?:\\s*(?:[,/-]|i)?\\s*(?<year>\\d{4}))?${end}`,
  'giu',
)
const partOfYear = new RegExp(
  `${start}(?<number>[1-4])\\.?\\s*(?<kind>kvartal|kvt\\.?|halvår)(?:\\s*(?:[,/-]|i)?\\s*(?<year>\\d{4}))?${end}`,
  'giu',
)
const quarterCode = new RegExp(`${start}(?:q|k)(?<number>[1-4])(?:\\s*[,/-]?\\s*(?<year>\\d{4}))?${end}`, 'giu')
const monthAndYear = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<name>${anyMonth})\\s*(?:måned)?\\s*[,/-]?\\s*(?<year>\\d{4})${end}`,
  'giu',
)
const numberAndYear =
  /(?<before>(?:for|periode|perioden|[-–—])\s*:?\s*)?(?<![\p{L}\p{N}.,/-]|\d\s)(?<month>\d{1,2})[/-](?<year>\d{4})(?![\p{L}\p{N}/-])/giu
const dashedNumberAndYear = /(?<=(?:^|\s)[-–—]\s*)(?<month>\d{1,2})[/-](?<year>\d{4})(?![\p{L}\p{N}/-])/giu
const yearAndNumber = new RegExp(`${start}(?<year>20\\d{2})[-/](?<month>\\d{2})${end}`, 'giu')

/** `services` are folded (`foldText`): a month's name right after one of them counts. */
export function periodText(text: string, issueDate: IsoDate, services: ReadonlySet<string>): PeriodText {
  const periods: Period[] = []
  const mentions: Mention[] = []
  let impossible = false
  let rest = text.normalize('NFC')

  const take = (form: RegExp, read: (groups: Record<string, string | undefined>, whole: string) => boolean): void => {
    rest = rest.replaceAll(form, (...found: unknown[]) => {
      const groups = found.at(-1) as Record<string, string | undefined>
      const whole = String(found[0])
      return read(groups, whole) ? ' ¦ ' : whole
    })
  }
  const mention = (
    months: readonly NamedMonth[],
    whole: string,
    isWord = false,
    days: Mention['days'] = null,
  ): true => {
    mentions.push({months, isWord, days, text: whole.trim()})
    return true
  }

  const readPair = ({first, firstDay, last = ''}: Record<string, string | undefined>, whole: string): boolean => {
    const pair = pairOf(first ?? firstDay ?? '', last)
    if (pair.kind === 'none') return false
    if (pair.kind === 'impossible') impossible = true
    else if (pair.kind === 'period') periods.push(pair.period)
    else mention(pair.months, whole, false, pair.days)
    return true
  }
  take(isoInterval, readPair)
  take(pairOfDays, readPair)
  take(week, ({first, last, year}, whole) => {
    const weeks = weeksOf(Number(first), Number(last ?? first), Number(year ?? yearOf(issueDate)))
    return weeks ? mention(monthsOf(weeks).map(withYear), whole) : false
  })
  const readQuarter = ({number, kind, year}: Record<string, string | undefined>, whole: string): boolean => {
    const length = kind?.toLowerCase() === 'halvår' ? 6 : 3
    if (Number(number) * length > 12) return false
    const from = month(Number(year ?? yearOf(issueDate)), (Number(number) - 1) * length + 1)
    return mention(
      Array.from({length}, (_, at) => withYear(addMonths(from, at))),
      whole,
    )
  }
  take(partOfYear, readQuarter)
  take(quarterCode, readQuarter)
  take(singleDay, ({single = ''}, whole) => {
    const date = dayIn(single)
    if (!date) return false
    if (date.year === null || date.shortYear) return mention([{year: date.year, month: date.month}], whole)
    return true // a single date is no period
  })
  const joinedWords: Mention[] = []
  rest = rest.replaceAll(joinedMonths, (whole, name: string) => {
    const number = monthNamed(name)
    if (number) joinedWords.push({months: [{year: null, month: number}], isWord: true, days: null, text: name})
    return number ? whole.replace(name, ' ¦ ') : whole
  })
  mentions.push(...joinedWords)
  take(monthAndYear, ({name = '', year}) => {
    const number = monthNamed(name)
    if (number) periods.push(monthPeriod(month(Number(year), number)))
    return number !== undefined
  })
  const readNumbers =
    (stated: boolean) =>
    ({month: number, year}: Record<string, string | undefined>, whole: string): boolean => {
      if (!(Number(number) >= 1 && Number(number) <= 12)) return false
      if (stated) periods.push(monthPeriod(month(Number(year), Number(number))))
      else mention([{year: Number(year), month: Number(number)}], whole)
      return true
    }
  take(dashedNumberAndYear, readNumbers(true))
  take(numberAndYear, (groups, whole) => readNumbers(groups.before !== undefined)(groups, whole))
  take(yearAndNumber, readNumbers(false))
  mentions.push(...monthWords(rest, services))

  const kept = withoutMonthsOfPairs(periods)
  const outside = kept.some((period) =>
    mentions.some(({isWord, months}) => isWord && !months.every((named) => touches(period, named))),
  )
  return {periods: kept, mentions, contradictory: impossible || kept.length > 1 || outside}
}

const withYear = (of: ReturnType<typeof addMonths>): NamedMonth => ({year: yearOf(of), month: monthNumber(of)})

/** Whether a period has a day in the month, in any year where none is given. */
export const touches = (period: Period, named: NamedMonth): boolean =>
  monthsOf(period).some((of) => monthNumber(of) === named.month && (named.year === null || yearOf(of) === named.year))

/** A month that holds a pair of days in the same text does not differ from it: the pair is the period. */
function withoutMonthsOfPairs(periods: readonly Period[]): Period[] {
  const distinct = periods.filter((period, at) => periods.findIndex((other) => samePeriod(other, period)) === at)
  const isMonth = (period: Period): boolean =>
    monthsOf(period).length === 1 && samePeriod(period, monthPeriod(period.from.slice(0, 7) as never))
  return distinct.filter(
    (period) => !(isMonth(period) && distinct.some((other) => other !== period && contains(period, other))),
  )
}

type DayInText = {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly shortYear: boolean
}

function dayIn(text: string): DayInText | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return {day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]), shortYear: false}
  const named = new RegExp(`^(\\d{1,2})\\.?\\s*(${anyMonth})(?:\\s*,?\\s*(\\d{4}))?$`, 'iu').exec(text)
  const [, dayText = '', monthText = '', yearText] =
    named ?? /^(\d{1,2})[./-](\d{1,2})(?:(?:[./-]\s?|\s)(\d{4}|\d{2}))?\.?$/.exec(text) ?? []
  const number = named ? monthNamed(monthText) : Number(monthText)
  if (!dayText || !number || number > 12 || Number(dayText) < 1 || Number(dayText) > 31) return undefined
  const shortYear = yearText?.length === 2
  return {
    day: Number(dayText),
    month: number,
    year: yearText ? Number(yearText) + (shortYear ? 2000 : 0) : null,
    shortYear,
  }
}

type Pair =
  | {readonly kind: 'none'}
  | {readonly kind: 'impossible'}
  | {readonly kind: 'period'; readonly period: Period}
  | {readonly kind: 'months'; readonly months: readonly NamedMonth[]; readonly days: Mention['days']}

/** The first day may lack month or year; it then has the last day's, or the year before where that puts it in order. */
function pairOf(firstText: string, lastText: string): Pair {
  const last = dayIn(lastText)
  const first =
    dayIn(firstText) ?? (/^\d{1,2}$/.test(firstText) && last ? {...last, day: Number(firstText)} : undefined)
  if (!last || !first) return {kind: 'none'}
  if (last.year === null || last.shortYear || first.shortYear) {
    return {kind: 'months', months: spanOf(first, last), days: {first: first.day, last: last.day}}
  }
  const earlier = first.year === null && first.month > last.month ? last.year - 1 : last.year
  const [from, to] = [isoDate(first.year ?? earlier, first.month, first.day), isoDate(last.year, last.month, last.day)]
  return from && to ? {kind: 'period', period: {from, to}} : {kind: 'impossible'}
}

/** The months from the first day's to the last day's, over a new year too. */
function spanOf(first: DayInText, last: DayInText): NamedMonth[] {
  const count = ((last.month - first.month + 12) % 12) + 1
  return Array.from({length: count}, (_, at) => ({
    year: last.year === null ? null : last.year - (first.month + at > 12 || first.month <= last.month ? 0 : 1),
    month: ((first.month - 1 + at) % 12) + 1,
  }))
}

const monthOrder = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ')

function monthNamed(name: string): number | undefined {
  const at = monthOrder.indexOf(name.toLowerCase().slice(0, 3))
  return at < 0 ? undefined : at + 1
}

/** Monday of the first to Sunday of the last ISO week; undefined where there is no such week. */
function weeksOf(first: number, last: number, year: number): Period | undefined {
  const fourth = isoDate(year, 1, 4)
  if (!fourth || first < 1 || last < first || last > 53) return undefined
  const monday = addDays(fourth, -weekdayOf(fourth))
  return {from: addDays(monday, (first - 1) * 7), to: addDays(monday, (last - 1) * 7 + 6)}
}

/** A month's name that a dash, «og», «til», a slash or a comma joins to another month: it counts without more. */
const joinedMonths = new RegExp(
  `(?<![\\p{L}\\p{N}])(${anyMonth})(?=\\s*(?:måned\\s*)?(?:-|–|—|/|,|\\+|og|til|&)\\s*${anyMonth}${end})`,
  'giu',
)

const wordAfter = new RegExp(`(?<before>^|.*?)(?<![\\p{L}\\p{N}])(?<name>${monthNames})${end}(?<after>.*)$`, 'isu')

/** Month words without a year that count: in full, after «for», «i», «periode», a dash or a service. */
function monthWords(text: string, services: ReadonlySet<string>): Mention[] {
  const found: Mention[] = []
  let [passed, rest] = ['', text]
  for (let match = wordAfter.exec(rest); match?.groups; match = wordAfter.exec(rest)) {
    const {before = '', name = '', after = ''} = match.groups
    passed += before
    const number = monthNamed(name)
    if (number && introduces(passed, services) && !isPersonsName(name, after)) {
      found.push({months: [{year: null, month: number}], isWord: true, days: null, text: name})
    }
    passed += name
    rest = after
  }
  return found
}

function introduces(before: string, services: ReadonlySet<string>): boolean {
  if (/(?:(?<![\p{L}\p{N}])(?:for|i|perioden?)|[-–—]|¦\s*(?:[/,+&]|og|til))\s*:?\s*$/iu.test(before)) return true
  const folded = foldText(before.replace(/[\s:,]+$/u, ''))
  for (const service of services) if (service && folded.endsWith(service)) return true
  return false
}

/** `Maj Hansen`: a month that is also a first name, before a capitalised word. */
const isPersonsName = (name: string, after: string): boolean =>
  /^(?:Maj|August)$/.test(name) && /^\s+\p{Lu}\p{L}/u.test(after)

/** Whether a mention is of this one month and no other, and its days are the month's first and last. */
export function isOfMonth({months, days}: Mention, named: Period): boolean {
  if (!months.every((each) => monthsOf(named).length === 1 && touches(named, each))) return false
  return days === null || (days.first === 1 && days.last === Number(named.to.slice(8)))
}

/** Whether two periods share a day. */
export const shareDay = (a: Period, b: Period): boolean => overlap(a, b) !== undefined
