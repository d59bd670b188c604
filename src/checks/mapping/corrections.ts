/**
 * The cells that a corrected copy changes (`commands.md`, `--fix`): numbers closed on the day asked about that have an
 * open successor.
 */
import type {IsoDate} from '../../model/calendar.ts'
import type {Source} from '../../model/source.ts'
import type {ChartLookup, NumberState, Successor} from './chart-lookup.ts'
import {type CheckInput, chartDays, isOver, type NumberField, numberFields, numberTypes} from './check-input.ts'
import {hasNumber} from './number-form.ts'

export type Correction = {
  readonly source: Source
  readonly field: NumberField
  readonly was: string
  readonly state: Extract<NumberState, {kind: 'blocked' | 'expired'}>
  readonly becomes: Extract<Successor, {kind: 'open'}>
  /** The day asked about. */
  readonly day: IsoDate
}

/** In the order of rows and columns. A row that no invoice can be posted by any more is left as it was. */
export function correctionsOf(input: CheckInput, chart: ChartLookup): Correction[] {
  return input.mapping.rows
    .filter((row) => !isOver(input, row))
    .flatMap((row) =>
      numberFields.flatMap((field): Correction[] => {
        if (!hasNumber(row, field)) return []
        const state = chart.stateOn(numberTypes[field], row[field], chartDays(input, row))
        if ((state.kind !== 'blocked' && state.kind !== 'expired') || state.successor.kind !== 'open') return []
        return [{source: row.source, field, was: row[field], state, becomes: state.successor, day: input.today}]
      }),
    )
}
