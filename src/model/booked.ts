/** What people posted by hand (`formats.md`, Booked by people). */
import type {Period} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {Ore} from './money.ts'
import type {Problem} from './problem.ts'
import type {Source} from './source.ts'
import type {Cvr} from './supplier.ts'

export type BookedRow = {
  readonly supplierCvr: Cvr
  /** Null: a citizen whom none of this run's files names. */
  readonly citizen: Cpr | null
  readonly documentNumber: string
  readonly invoiceNumber: string
  /** Øre. Not above zero: pays no day, but its number is known. */
  readonly amount: Ore
  readonly period: Period
}

/** A booked row that cannot be read holds bills back as a grant row does. */
export type UnreadableBookedRow = {
  readonly source: Source
  readonly supplierCvr: Cvr | null
  readonly citizen: Cpr | null
  readonly problems: readonly Problem[]
}

export type Booked = {readonly rows: readonly BookedRow[]; readonly unreadable: readonly UnreadableBookedRow[]}
