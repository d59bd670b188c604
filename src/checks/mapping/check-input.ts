/** What is looked at (`commands.md`, validate-mapping): the support sheet, the chart, the grants, and the day asked about. */
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

/** The two cells of a row that hold a number of the chart, and what the chart calls its kind. */
export const numberFields = {account: 'Art', pspElement: 'PSP'} as const
export type NumberField = keyof typeof numberFields

/** The first day that a bill issued on the day asked about may still be posted for (`matching.md` 2, the window). */
export function firstPostableDay({config: {periods}, today}: Pick<CheckInput, 'config' | 'today'>): IsoDate {
  const {from} = monthPeriod(addMonths(monthOf(today), -periods.lookback))
  return periods.postFrom !== undefined && periods.postFrom > from ? periods.postFrom : from
}

/** The day a row is judged on: the day asked about, or the nearest one on which the row holds. */
export function judgedOn({from, to}: MappingRow, today: IsoDate): IsoDate {
  if (to !== null && to < today) return to
  return from !== null && from > today ? from : today
}

/** Grants that the program posts for (`matching.md` 3, scope). */
export const inScope = ({fixed, paragraph}: Grant, {rules}: Config): boolean =>
  fixed && rules.paragraphs.includes(paragraph)
