/**
 * The open exceptions: an exception is open while that is the invoice's last verdict (`commands.md`, report). Takes the
 * span's documents and what the last run brought; returns their counts and ages in days.
 */
import type {InvoiceStatus, OpenException} from '../ledger/read/report-facts.ts'
import {dayNumber, type IsoDate} from '../model/calendar.ts'
import {type Tally, tallyOf} from './rates.ts'

/** Days, both included; null: any number more. */
export type Ages = {readonly from: number; readonly to: number | null}

export type OpenFigures = {
  /** Issued in the span. */
  readonly inSpan: Tally
  /** Brought by the last run, whenever issued: only their age is counted, for the others may have been dealt with. */
  readonly inLastRun: Tally
  /** All of the last run's, youngest first. */
  readonly ages: readonly (Ages & {readonly open: Tally})[]
  /** Days; null where the last run brought none. */
  readonly oldest: number | null
  readonly median: number | null
}

const ageGroups: readonly Ages[] = [
  {from: 0, to: 7},
  {from: 8, to: 30},
  {from: 31, to: 60},
  {from: 61, to: 90},
  {from: 91, to: null},
]

/** The age is counted in days from the run that first left the invoice to a person to the last run. */
export function openFigures(
  documents: readonly InvoiceStatus[],
  open: readonly OpenException[],
  lastRun: IsoDate,
): OpenFigures {
  const aged = open.map(({since, amount}) => ({amount, age: dayNumber(lastRun) - dayNumber(since)}))
  const sorted = aged.map(({age}) => age).toSorted((a, b) => a - b)
  return {
    inSpan: tallyOf(documents.filter(({isOpen}) => isOpen)),
    inLastRun: tallyOf(aged),
    ages: ageGroups.map(({from, to}) => ({
      from,
      to,
      open: tallyOf(aged.filter(({age}) => age >= from && (to === null || age <= to))),
    })),
    oldest: sorted.at(-1) ?? null,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null,
  }
}
