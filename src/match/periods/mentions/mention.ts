/** What a text says of time (`matching.md` 2, Mentions). */
import type {IsoDate, Period} from '../../../model/calendar.ts'

export type Mention = {
  /** Both ends are included; null for a day, week or the like that does not exist: it speaks against any period. */
  readonly period: Period | null
  /** A weak mention states nothing, but a period must agree with it all the same. */
  readonly isWeak: boolean
  /** As it stands in the text. */
  readonly text: string
}

/** What the reading of a text depends on beside the text. */
export type Reading = {
  /** The month of issue is what a mention without a year is nearest to. */
  readonly issueDate: IsoDate
  readonly dueDate: IsoDate | null
  /** The window: a year of two digits is one that a year of the window ends in. */
  readonly window: Period
  /** Folded names of every service of the register. */
  readonly services: ReadonlySet<string>
  /** Numbers that are no mention: the invoice's own, and the supplier's known invoices. */
  readonly isKnownNumber: (token: string) => boolean
}
