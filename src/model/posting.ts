/** What one explanation becomes: the cost of one grant over one period, moved to its account. */
import type {Period} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {Ore} from './money.ts'
import type {Cvr} from './supplier.ts'

export type Posting = {
  readonly grantId: string
  readonly citizen: Cpr
  /** Of the grant, not of the invoice. */
  readonly supplierCvr: Cvr
  readonly paragraph: string
  /** Of the grant on the period's last day. */
  readonly service: string
  /** The part of the invoice's period that the grant covers. */
  readonly period: Period
  /** Øre; negative in a reversal. */
  readonly amount: Ore
  readonly account: string
  readonly pspElement: string
  /** The posted line that this takes back, or null. */
  readonly reverses: PostedLineRef | null
}

export type PostedLineRef = {readonly documentKey: string; readonly lineNumber: string}

/** A posting before its account and PSP element have been looked up. */
export type UncodedPosting = Omit<Posting, 'account' | 'pspElement'>
