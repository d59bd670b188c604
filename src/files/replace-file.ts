/**
 * A report's file (`commands.md`, report): takes its path and bytes, writes it, and replaces an older report, for it is
 * made anew each week, but nothing else.
 */
import {readFileSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {InputError, RunFault} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import {writeFileAtomically} from './atomic-file.ts'

/**
 * Returns whether an older one was replaced. `mode` is that of the new file. Throws an InputError, having written nothing,
 * where the folder is missing or something else has the name, and a RunFault where the disk fails.
 */
export async function writeReportFile(
  path: string,
  bytes: Uint8Array,
  mode: number,
  isOwnKind: (bytes: Uint8Array) => Promise<boolean>,
): Promise<{readonly replaced: boolean}> {
  try {
    const found = statSync(path, {throwIfNoEntry: false})
    if (!statSync(dirname(path), {throwIfNoEntry: false})?.isDirectory()) throw new InputError({file: path}, noFolder)
    if (found && !(found.isFile() && (await isOwnKind(readFileSync(path))))) throw new InputError({file: path}, taken)
    writeFileAtomically(path, bytes, mode)
    return {replaced: found !== undefined}
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error && 'code' in error)) throw error
    throw new RunFault(failed(path, String(error.code)), {cause: error})
  }
}

const noFolder: LocalizedText = {
  da: 'Mappen findes ikke. Opret den, eller ret --out.',
  en: 'The folder does not exist. Create it, or correct --out.',
}

const taken: LocalizedText = {
  da: 'Navnet er optaget af noget, der ikke er en rapport i samme format fra bills; det bliver ikke overskrevet. Giv et andet navn med --out, eller flyt det.',
  en: 'The name is taken by something that is no report of this format by bills; it is not overwritten. Give another name with --out, or move it.',
}

const failed = (path: string, code: string): LocalizedText => ({
  da: `${path} kunne ikke skrives (${code}); en tidligere rapport står urørt. Undersøg disk og rettigheder, og kør igen.`,
  en: `${path} could not be written (${code}); an earlier report is as it was. Check the disk and its permissions, and run again.`,
})
