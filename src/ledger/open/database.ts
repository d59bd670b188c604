/** The few words in which the ledger's files speak to SQLite, and what its errors mean to people. */
import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {InputError, RunFault} from '../../model/input-error.ts'
import type {LocalizedText} from '../../model/language.ts'

export type SqlValue = string | number | null

/** Adds one row and gives its rowid; a column that the row lacks is null. The statement is prepared once. */
export function inserter<Row extends Readonly<Record<string, SqlValue>>>(
  database: DatabaseSync,
  table: string,
  columns: readonly (keyof Row & string)[],
  conflict: '' | 'OR IGNORE' = '',
): (row: Row) => number {
  const places = columns.map(() => '?')
  const statement = database.prepare(
    `INSERT ${conflict} INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
  )
  return (row) => {
    const values = columns.map((column) => row[column] ?? null)
    return Number(statement.run(...values).lastInsertRowid)
  }
}

/** The rows of a query, one at a time. The caller names their shape, as the query has it. */
export function rowsOf<Row>(database: DatabaseSync, query: string, ...parameters: SQLInputValue[]): Iterable<Row> {
  return database.prepare(query).iterate(...parameters) as Iterable<Row>
}

export function firstRow<Row>(database: DatabaseSync, query: string, ...parameters: SQLInputValue[]): Row | undefined {
  return database.prepare(query).get(...parameters) as Row | undefined
}

/** All of it or nothing. What the work throws is thrown on; an SQLite error becomes a RunFault. */
export function inTransaction<Result>(database: DatabaseSync, file: string, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE')
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw isSqliteError(error) ? ledgerFault(file, error) : error
  }
}

export const isSqliteError = (error: unknown): error is Error & {readonly errcode: number} =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'

/** SQLite's primary result codes, without what is added to them in the higher bits (sqlite.org/rescode.html). */
export const resultCode = (error: {readonly errcode: number}): number => error.errcode & 0xff

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

export function ledgerFault(file: string, error: Error & {readonly errcode: number}): RunFault {
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
