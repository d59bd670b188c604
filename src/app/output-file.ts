/**
 * A file that a command is asked to write, beside its result (`commands.md`: one that exists is not overwritten). To be
 * refused before anything is read, and written when the result is there.
 */
import {existsSync} from 'node:fs'
import {dirname} from 'node:path'
import type {Config} from '../config/schema.ts'
import {modesFor, writeFileAtomically} from '../files/atomic-file.ts'
import {InputError, RunFault} from '../model/input-error.ts'

/** Throws an InputError where the file exists, or its folder does not. */
export function refuseExistingFile(file: string): void {
  if (existsSync(file))
    throw new InputError(
      {file},
      {
        da: 'Filen findes allerede og bliver ikke overskrevet. Giv et andet navn, eller flyt den.',
        en: 'The file exists already and is not overwritten. Give another name, or move it.',
      },
    )
  const folder = dirname(file)
  if (!existsSync(folder))
    throw new InputError(
      {file},
      {
        da: `Mappen ${folder} findes ikke. Opret den, eller ret stien.`,
        en: `The folder ${folder} does not exist. Create it, or correct the path.`,
      },
    )
}

/** Whole or not at all, with the rights that `files.groupReadable` gives. Throws a RunFault where it cannot be written. */
export function writeOutputFile(file: string, bytes: Uint8Array, {files}: Config): void {
  try {
    writeFileAtomically(file, bytes, modesFor(files.groupReadable).file)
  } catch (error) {
    throw new RunFault(
      {
        da: `${file} kan ikke skrives. Er der plads og skriveadgang? Prøv igen.`,
        en: `${file} cannot be written. Is there room, and the right to write? Try again.`,
      },
      {cause: error},
    )
  }
}
