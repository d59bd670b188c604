/**
 * The corrections as changes of the workbook's cells (`commands.md`, `--fix`): the new number, and a comment that says
 * what it replaces and why. Takes the corrections and the columns of the table; returns one change for each.
 */
import type {ChangedCell} from '../../files/xlsx/changed-cells.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import type {Columns} from '../../read/table.ts'
import {dayText, localize} from '../../text/format.ts'
import type {Correction} from './corrections.ts'

/** A cell of the corrected copy, as people and programs are shown it. */
export type CorrectedCell = {
  readonly row: number
  readonly column: string
  readonly was: string
  readonly becomes: string
}

export type CellChange = ChangedCell & {readonly shown: CorrectedCell}

export const cellChanges = (
  corrections: readonly Correction[],
  columns: Columns,
  language: Language,
): readonly CellChange[] =>
  corrections.flatMap((correction) => {
    const column = columns.get(correction.field)
    if (!column) return []
    const {source, was, becomes} = correction
    return [
      {
        row: source.row,
        column: column.index + 1,
        value: becomes.number,
        comment: comment(correction)[language],
        shown: {row: source.row, column: column.header, was, becomes: becomes.number},
      },
    ]
  })

const comment = ({was, state, becomes: {number, via, from}, day}: Correction): LocalizedText =>
  localize((language) => {
    const numbers = [...via, number].join(' → ')
    const asOf = dayText(day, language)
    if (language === 'da') {
      const why = state.kind === 'blocked' ? 'er spærret' : `udløb ${dayText(state.lastDay, 'da')}`
      const since = from === null ? '' : `, gælder fra ${dayText(from, 'da')}`
      return `Var ${was}, som ${why} i kontoplanen. Efterfølger: ${numbers}${since}. Rettet af bills pr. ${asOf}.`
    }
    const why = state.kind === 'blocked' ? 'is blocked' : `expired on ${dayText(state.lastDay, 'en')}`
    const since = from === null ? '' : `, valid from ${dayText(from, 'en')}`
    return `Was ${was}, which ${why} in the chart. Successor: ${numbers}${since}. Corrected by bills as of ${asOf}.`
  })
