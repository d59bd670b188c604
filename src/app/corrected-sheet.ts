/**
 * The corrected copy of a support sheet (`commands.md`, `--fix`): reads the workbook's bytes, puts the corrections into its
 * cells and writes the copy where any cell changes.
 */
import {cellChanges} from '../checks/mapping/corrected-cells.ts'
import type {Correction} from '../checks/mapping/corrections.ts'
import type {Config} from '../config/schema.ts'
import {changeCells} from '../files/xlsx/changed-cells.ts'
import {InputError, RunFault} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import {findInputs} from '../read/find-inputs.ts'
import type {Table} from '../read/table.ts'
import type {CorrectedCopy} from '../render/validate-mapping/result.ts'
import {writeOutputFile} from './output-file.ts'

/** Throws an InputError for a CSV file: it has no cells to mark. */
export function refuseUnfixable({sheet, file}: Table): void {
  if (sheet === null) throw new InputError({file}, isCsv)
}

/** The support sheet as it was read, from a file or folder, and the copy to write. */
export type CopyRequest = {
  readonly path: string
  readonly table: Table
  readonly file: string
  readonly config: Config
}

/** The comments of the cells are in the files' language. Throws a RunFault where the copy cannot be made. */
export async function writeCorrectedSheet(
  {path, table, file, config}: CopyRequest,
  corrections: readonly Correction[],
): Promise<CorrectedCopy> {
  const bytes = await bytesOf(path, table)
  const changes = cellChanges(corrections, table.columns, config.language ?? 'da')
  if (changes.length === 0) return {file, isWritten: false, cells: [], formulas: []}
  const changed = await changeCells(bytes, table.sheet ?? '', changes)
  const cells = changes.filter((change) => !changed.formulas.includes(change))
  const isWritten = cells.length > 0
  if (isWritten) writeOutputFile(file, changed.bytes, config)
  return {file, isWritten, cells: cells.map(({shown}) => shown), formulas: changed.formulas.map(({shown}) => shown)}
}

/** Where a folder was given, those of the file in it that holds the support sheet. */
async function bytesOf(path: string, {sha256}: Table): Promise<Uint8Array> {
  for await (const found of findInputs([path])) {
    if (found.kind === 'file' && found.sha256 === sha256) return found.bytes
  }
  throw new RunFault(changedMeanwhile)
}

const isCsv: LocalizedText = {
  da: '--fix retter et regneark og markerer cellerne i det; denne fil er CSV. Gem den som .xlsx, og kør igen.',
  en: '--fix corrects a workbook and marks the cells in it; this file is CSV. Save it as .xlsx, and run again.',
}

const changedMeanwhile: LocalizedText = {
  da: 'Støttearket er ændret, mens det blev læst. Kør igen.',
  en: 'The support sheet was changed while it was read. Run again.',
}
