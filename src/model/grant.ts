/** A grant: a citizen's right to one service from one supplier at one rate (`formats.md`, Grants). */
import type {IsoDate, Period} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {Decimal, Ore} from './money.ts'
import type {Problem} from './problem.ts'
import type {Source} from './source.ts'
import type {Cvr} from './supplier.ts'

export const units = ['Måned', 'Døgn', 'Dag', 'Uge', 'Time', 'År', 'Engang'] as const
export type Unit = (typeof units)[number]

/** A stretch of days at one rate. Rate in øre for one unit; neighbouring stretches differ in rate or quantity. */
export type RatePeriod = Period & {readonly rate: Ore; readonly quantity: Decimal}

export type ServicePeriod = Period & {readonly service: string}

export type Grant = {
  readonly id: string
  readonly citizen: Cpr
  readonly supplierCvr: Cvr
  readonly supplierName: string
  /** The section alone: `107`, `STU`, `BL 104`. */
  readonly paragraph: string
  readonly unit: Unit
  readonly targetGroup: string
  readonly ownership: string
  /** What it pays is the same every time: all its rows say so, and a `Time` grant has its hours. */
  readonly fixed: boolean
  /** Paid up to and with this day, by the latest of its rows. */
  readonly paidTo: IsoDate | null
  readonly caseworker: string
  /** By first day, never overlapping; empty only for a grant that is not fixed. */
  readonly rates: readonly RatePeriod[]
  /** By first day, never overlapping: the days that the grant covers, with the service of each. */
  readonly services: readonly ServicePeriod[]
  readonly sources: readonly Source[]
}

/** A grant row that cannot be read, or one of rows that contradict each other: it holds back what it might be about. */
export type UnreadableGrantRow = {
  readonly source: Source
  readonly grantId: string
  readonly citizen: Cpr | null
  readonly supplierCvr: Cvr | null
  readonly problems: readonly Problem[]
}

export type GrantRegister = {
  /** Sorted by id. Every grant has at least one row that counts. */
  readonly grants: readonly Grant[]
  /** Grants of rows whose status does not count: never an explanation, only named in `Forslag`. Sorted by id. */
  readonly inactive: readonly Grant[]
  readonly unreadable: readonly UnreadableGrantRow[]
}
