/**
 * The corrections as changes of the workbook's cells (`commands.md`, `--fix`): the new number, and a comment that says
 * what it replaces and why. Takes the corrections and the columns of the table; returns one change for each.
 */
import type {ChangedCell} from '../../files/xlsx/changed-cells.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import type {Columns} from '../../read/table.ts'
import {dayText, inLanguage, localize} from '../../text/format.ts'
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
    const since = from === null ? '' : inLanguage(language, ', gælder fra ', ', valid from ') + dayText(from, language)
    return inLanguage(
      language,
      `Var ${was}, som ${whyClosed(state).da} i kontoplanen. Efterfølger: ${numbers}${since}. Rettet af bills pr. ${asOf}.`,
      `Was ${was}, which ${whyClosed(state).en} in the chart. Successor: ${numbers}${since}. Corrected by bills as of ${asOf}.`,
    )
  })

const whyClosed = (state: Correction['state']): LocalizedText =>
  state.kind === 'blocked'
    ? {da: 'er spærret', en: 'is blocked'}
    : localize((language) => `${inLanguage(language, 'udløb', 'expired on')} ${dayText(state.lastDay, language)}`)
