/** The period of a line of an e-invoice (`formats.md`, Invoices): its own, else the document's; several are contradictory. */
import {contains, type IsoDate, wholeMonth} from '../../model/calendar.ts'
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

/**
 * Periods that differ are put into the text, where two are contradictory (`matching.md` 2). A whole month in a text is
 * passed over for days inside it; beside such days it is therefore the line's period, which the days then contradict.
 */
export function periodOf(periods: readonly UblPeriod[]): LinePeriods {
  const [only, ...others] = periods
  if (!only) return {from: null, to: null, text: ''}
  if (others.length === 0) return {...only, text: ''}
  const days = periods.flatMap(({from, to}) => {
    const [first, last] = [from ?? to, to ?? from]
    return first && last ? [{from: first, to: last}] : []
  })
  const month = days.find(
    (period) => wholeMonth(period) && days.some((other) => other !== period && contains(period, other)),
  )
  const text = days.map(({from, to}) => `${from} - ${to}`).join('; ')
  return {from: month?.from ?? null, to: month?.to ?? null, text}
}
