/** The corrected copy of a support sheet (`commands.md`, `--fix`): closed numbers give way to open successors. */

import type {Correction} from '../checks/mapping/corrections.ts'
import {type ChangedCell, changeCells} from '../files/xlsx/changed-cells.ts'
import {InputError} from '../model/input-error.ts'
import type {Language} from '../model/language.ts'
import type {Table} from '../read/table.ts'
import type {FixedCell} from '../render/validate-mapping/json.ts'
import {dayText} from '../text/format.ts'

export type Corrected = {
  /** Null where no cell changes. */
  readonly bytes: Uint8Array | null
  readonly cells: readonly FixedCell[]
  readonly formulas: readonly FixedCell[]
}

/** Throws an InputError for a CSV file: it has no cells to mark. */
export function refuseUnfixable({sheet, file}: Table): void {
  if (sheet !== null) return
  throw new InputError(
    {file},
    {
      da: '--fix retter et regneark og markerer cellerne i det; denne fil er CSV. Gem den som .xlsx, og kør igen.',
      en: '--fix corrects a workbook and marks the cells in it; this file is CSV. Save it as .xlsx, and run again.',
    },
  )
}

export async function correctedMapping(
  bytes: Uint8Array,
  table: Table,
  fixes: readonly Correction[],
  language: Language,
): Promise<Corrected> {
  const changes = fixes.flatMap((fix): (ChangedCell & {readonly fix: Correction})[] => {
    const column = table.columns.get(fix.field)
    if (!column) return []
    return [
      {row: fix.source.row, column: column.at + 1, value: fix.becomes.number, comment: noteOf(fix)[language], fix},
    ]
  })
  const shown = ({row, value, fix: {field, was}}: (typeof changes)[number]): FixedCell => ({
    row,
    column: table.columns.get(field)?.header ?? field,
    was,
    becomes: value,
  })
  if (changes.length === 0) return {bytes: null, cells: [], formulas: []}
  const changed = await changeCells(bytes, table.sheet ?? '', changes)
  const cells = changes.filter((change) => !changed.formulas.includes(change))
  return {
    bytes: cells.length === 0 ? null : changed.bytes,
    cells: cells.map(shown),
    formulas: changed.formulas.map(shown),
  }
}

function noteOf({was, state, becomes, day}: Correction) {
  const {number, via, from} = becomes
  const why = {
    da: state.kind === 'blocked' ? 'er spærret' : `udløb ${dayText(state.lastDay, 'da')}`,
    en: state.kind === 'blocked' ? 'is blocked' : `expired on ${dayText(state.lastDay, 'en')}`,
  }
  return {
    da: `Var ${was}, som ${why.da} i kontoplanen. Efterfølger: ${[...via, number].join(' → ')}${from === null ? '' : `, gælder fra ${dayText(from, 'da')}`}. Rettet af bills pr. ${dayText(day, 'da')}.`,
    en: `Was ${was}, which ${why.en} in the chart. Successor: ${[...via, number].join(' → ')}${from === null ? '' : `, valid from ${dayText(from, 'en')}`}. Corrected by bills as of ${dayText(day, 'en')}.`,
  }
}
