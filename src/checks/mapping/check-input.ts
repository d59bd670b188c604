/**
 * What `validate-mapping` checks (`commands.md`): the support sheet, the chart, the grants and the day asked about, and
 * the days that follow from it.
 */
import type {Config} from '../../config/schema.ts'
import type {Chart, Mapping, MappingRow} from '../../model/accounts.ts'
import {addMonths, type IsoDate, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {RowError} from '../../model/problem.ts'

export type MappingField =
  | 'paragraph'
  | 'ownership'
  | 'targetGroup'
  | 'service'
  | 'account'
  | 'pspElement'
  | 'from'
  | 'to'
  | 'note'

/** The column's header as the file has it, or the field's own. */
export type Headers = Readonly<Record<MappingField, string>>

export type CheckInput = {
  readonly mapping: Mapping
  readonly headers: Headers
  readonly chart: Chart
  /** Rows of the chart that could not be read: their numbers are not in it. */
  readonly chartErrors: readonly RowError[]
  /** Null where no register was given. */
  readonly grants: readonly Grant[] | null
  readonly config: Config
  /** The day asked about: today unless another was, and never before `periods.postFrom`. */
  readonly today: IsoDate
}

type Days = Pick<CheckInput, 'config' | 'today'>

/** The cells of a row that hold a number of the chart, and what the chart calls its kind. */
export const numberFields = ['account', 'pspElement'] as const
export type NumberField = (typeof numberFields)[number]
export const numberTypes = {account: 'Art', pspElement: 'PSP'} as const

/** The first day that an invoice issued on the day asked about may still be posted for (`matching.md` 2, the window). */
export function firstPostableDay({config: {periods}, today}: Days): IsoDate {
  const {from} = monthPeriod(addMonths(monthOf(today), -periods.lookback))
  return periods.postFrom !== undefined && periods.postFrom > from ? periods.postFrom : from
}

/** The day a row is judged on: the day asked about, or the nearest one on which the row holds. */
export function judgedOn({from, to}: MappingRow, today: IsoDate): IsoDate {
  if (to !== null && to < today) return to
  return from !== null && from > today ? from : today
}

/** The days that `match` asks the chart about: the period's last, and the posting date where `bills.yaml` sets one. */
export function chartDays({config, today}: Days, row: MappingRow): IsoDate[] {
  const day = judgedOn(row, today)
  return config.opus.postingDate === null ? [day] : [day, config.opus.postingDate]
}

/** No invoice that may still be posted has its last day while the row holds. */
export const isOver = (input: Days, {to}: MappingRow): boolean => to !== null && to < firstPostableDay(input)
