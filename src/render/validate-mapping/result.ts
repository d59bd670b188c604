/** What `bills validate-mapping` gives its renderings (`commands.md`): the check, and what was read and written. */
import type {MappingCheck} from '../../checks/mapping/check-mapping.ts'
import type {CorrectedCell} from '../../checks/mapping/corrected-cells.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {LocalizedText} from '../../model/language.ts'

export type ValidatedMapping = {
  readonly check: MappingCheck
  readonly facts: MappingFacts
  /** For people, beside the result. */
  readonly notices: readonly LocalizedText[]
}

export type MappingFacts = {
  readonly mapping: {readonly name: string; readonly rows: number}
  readonly chart: {readonly name: string; readonly numbers: number}
  /** In scope and running on the day asked about or later; null where no register was given. */
  readonly grants: number | null
  /** The day asked about. */
  readonly day: IsoDate
  /** Null where no corrected copy was asked for. */
  readonly fix: CorrectedCopy | null
  /** The findings as a workbook, where it was asked for. */
  readonly workbook: string | null
}

export type CorrectedCopy = {
  readonly file: string
  /** False where no cell had to change. */
  readonly isWritten: boolean
  readonly cells: readonly CorrectedCell[]
  /** Left alone, for a formula is in them. */
  readonly formulas: readonly CorrectedCell[]
}
