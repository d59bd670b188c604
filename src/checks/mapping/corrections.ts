/** The cells that a corrected copy changes: numbers closed on the day asked about that have an open successor. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Source} from '../../model/source.ts'
import {askedDays, isOver} from './chart-findings.ts'
import type {ChartLookup, NumberState, Successor} from './chart-lookup.ts'
import {type CheckInput, type NumberField, numberFields} from './check-input.ts'
import {formFault} from './row-findings.ts'

export type Correction = {
  readonly source: Source
  readonly field: NumberField
  readonly was: string
  readonly state: Extract<NumberState, {kind: 'blocked' | 'expired'}>
  readonly becomes: Extract<Successor, {kind: 'open'}>
  /** The day asked about. */
  readonly day: IsoDate
}

/** In the order of rows and columns. A row whose time is over is left as it was. */
export function correctionsOf(subject: CheckInput, numbers: ChartLookup): Correction[] {
  return subject.mapping.rows
    .filter((row) => !isOver(subject, row))
    .flatMap((row) =>
      (['account', 'pspElement'] as const).flatMap((field): Correction[] => {
        if (row[field] === '' || formFault(row, field) !== null) return []
        const state = numbers.stateOn(numberFields[field], row[field], askedDays(subject, row))
        if ((state.kind !== 'blocked' && state.kind !== 'expired') || state.successor.kind !== 'open') return []
        return [{source: row.source, field, was: row[field], state, becomes: state.successor, day: subject.today}]
      }),
    )
}
