/**
 * SQLite's errors: takes what it threw, returns what it means to people (`commands.md`, exit codes). A fault of disk or
 * access is a RunFault (exit 3), a file that cannot be a ledger an InputError (exit 2).
 */
import {InputError, RunFault} from '../../model/input-error.ts'
import type {LocalizedText} from '../../model/language.ts'

export type SqliteError = Error & {readonly errcode: number}

export const isSqliteError = (error: unknown): error is SqliteError =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'

/** SQLite's primary result codes, without what is added to them in the higher bits (sqlite.org/rescode.html). */
export const resultCode = (error: Pick<SqliteError, 'errcode'>): number => error.errcode & 0xff

export const sqlite = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

export function ledgerFault(file: string, error: SqliteError): RunFault {
  return new RunFault(faultText(file, resultCode(error), error.message), {cause: error})
}

function faultText(file: string, code: number, message: string): LocalizedText {
  if (code === sqlite.full)
    return {
      da: `Disken er fuld: ledger-filen ${file} kan ikke skrives. Intet er bogført; skaf plads og kør igen.`,
      en: `The disk is full: the ledger ${file} cannot be written. Nothing was posted; make room and run again.`,
    }
  if (code === sqlite.busy || code === sqlite.locked)
    return {
      da: `Ledger-filen ${file} er i brug af et andet program. Luk det og kør igen.`,
      en: `The ledger ${file} is in use by another program (ledger locked). Close it and run again.`,
    }
  if (code === sqlite.readOnly || code === sqlite.cannotOpen)
    return {
      da: `Ledger-filen ${file} kan ikke skrives. Giv skriveadgang til filen og dens mappe, og kør igen.`,
      en: `The ledger ${file} cannot be written. Give write access to the file and its folder, and run again.`,
    }
  return {
    da: `Ledger-filen ${file} kan ikke læses eller skrives (${message}). Undersøg disken, eller hent filen fra sikkerhedskopien.`,
    en: `The ledger ${file} cannot be read or written (${message}). Check the disk, or restore the file from its backup.`,
  }
}

/** A file that cannot serve as a ledger at all: exit 2. */
export const unusable = (file: string, text: LocalizedText, cause?: unknown): InputError =>
  new InputError({file}, text, cause === undefined ? undefined : {cause})
