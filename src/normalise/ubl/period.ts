/** The period of a line of an e-invoice (`formats.md`, Invoices): its own, else the document's; several are contradictory. */
import type {IsoDate} from '../../model/calendar.ts'
import {elementsAt, type UblElement} from '../../read/ubl/element.ts'
import type {UblValues} from './values.ts'

export type UblPeriod = {readonly from: IsoDate | null; readonly to: IsoDate | null}

/** The periods of a line or a document: none, the one, or several that differ. */
export function periodsIn(element: UblElement, row: number, values: UblValues): UblPeriod[] {
  const found = elementsAt(element, 'InvoicePeriod').map((period) => ({
    from: values.date(row, 'InvoicePeriod/StartDate', elementsAt(period, 'StartDate')[0]?.text ?? ''),
    to: values.date(row, 'InvoicePeriod/EndDate', elementsAt(period, 'EndDate')[0]?.text ?? ''),
  }))
  return distinctPeriods(found.filter(({from, to}) => from !== null || to !== null))
}

export const distinctPeriods = (periods: readonly UblPeriod[]): UblPeriod[] =>
  periods.filter(({from, to}, index) => periods.findIndex((other) => other.from === from && other.to === to) === index)

export type LinePeriods = UblPeriod & {
  /** What the text must say beside it; empty where the period is one or none. */
  readonly text: string
}

/** A day that does not exist: whatever else the text says, it speaks against any period (`matching.md` 2, Mentions). */
const noSuchDay = '30.02.2000'

/** Periods that differ are put into the text, which then speaks against any (`formats.md`, Invoices). */
export function periodOf(periods: readonly UblPeriod[]): LinePeriods {
  const [only, ...others] = periods
  if (!only) return {from: null, to: null, text: ''}
  if (others.length === 0) return {...only, text: ''}
  const shown = periods.map(({from, to}) => `${from ?? ''} - ${to ?? ''}`)
  return {from: null, to: null, text: [...shown, noSuchDay].join('; ')}
}
