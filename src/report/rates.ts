/**
 * Shares and their certainty (`commands.md`, report): per cent with one decimal, as they are shown. Null where there is
 * nothing to divide.
 */
import {type Ore, ore} from '../model/money.ts'

/** Documents, and their sizes added up in øre. */
export type Tally = {readonly invoices: number; readonly amount: Ore}

export const tallyOf = (documents: readonly {readonly amount: Ore}[]): Tally => ({
  invoices: documents.length,
  amount: ore(documents.reduce((sum, {amount}) => sum + amount, 0)),
})

/** Rounded down, so that 100 per cent is all and a target is not met before it is. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 1000) / whole) / 10 : null
}

/** Percentage points between two rates as shown. */
export const pointsBetween = (rate: number, other: number): number => Math.round(rate * 10 - other * 10) / 10

/** What a part adds to a rate, in percentage points to the nearest tenth. */
export const pointsOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part * 1000) / whole) / 10 : null

/** Per cent; both ends included. */
export type Interval = {readonly low: number; readonly high: number}

/** The 97.5th percentile of the normal distribution: 95 per cent are between its negative and it. */
const z = 1.959963984540054

/** The 95 % Wilson score interval, rounded outwards to tenths (E. B. Wilson, 1927). */
export function wilson(posted: number, received: number): Interval | null {
  if (received <= 0) return null
  const share = posted / received
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * received)) / received)
  const [middle, scale] = [share + (z * z) / (2 * received), 1 + (z * z) / received]
  const [low, high] = [(middle - spread) / scale, (middle + spread) / scale]
  // At none and at all the formula gives 0 and 1 but for the last bits.
  return {
    low: posted === 0 ? 0 : Math.floor(low * 1000) / 10,
    high: posted === received ? 100 : Math.ceil(high * 1000) / 10,
  }
}
