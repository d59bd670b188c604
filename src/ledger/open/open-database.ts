/**
 * The ledger's file as SQLite (`formats.md`, The ledger): made whole or not at all, checked before it is used, brought
 * up to the newest schema. Takes a path, returns an open database.
 */
import {randomBytes} from 'node:crypto'
import {chmodSync, rmSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {moveIntoPlace, writeNewFile} from '../../files/atomic-file.ts'
import {type InputError, RunFault} from '../../model/input-error.ts'
import type {LocalizedText} from '../../model/language.ts'
import {firstRow, inTransaction, query} from './database.ts'
import {type Key, keyCheck} from './key-file.ts'
import {applicationId, migrations} from './schema.ts'
import {isSqliteError, ledgerFault, resultCode, type SqliteError, sqlite, unusable} from './sqlite-errors.ts'

/** Milliseconds to wait for a program that is just reading the ledger. */
const busyTimeout = 10_000

/** Makes a ledger with what `fill` puts into it. A start that is cut off here leaves nothing under the ledger's name. */
export function makeDatabase(file: string, key: Key, mode: number, fill: (database: DatabaseSync) => void): void {
  const beside = `${file}.new`
  for (const stale of [beside, `${beside}-journal`]) rmSync(stale, {force: true})
  writeNewFile(beside, '', mode)
  const database = connect(beside)
  try {
    migrate(database, beside)
    inTransaction(database, beside, () => {
      database
        .prepare('INSERT INTO ledger (only_row, id, key_check) VALUES (1, ?, ?)')
        .run(randomBytes(4).toString('hex'), keyCheck(key))
      fill(database)
    })
  } catch (error) {
    database.close()
    rmSync(beside, {force: true})
    throw error
  }
  database.close()
  moveIntoPlace(beside, file)
}

/** Throws an InputError where the file is no ledger, is damaged, or is of a newer version of the program. */
export function openDatabase(file: string, mode: number): DatabaseSync {
  const database = connect(file)
  try {
    refuseDamaged(database, file)
    narrowMode(file, mode)
    migrate(database, file)
    return database
  } catch (error) {
    database.close()
    throw isSqliteError(error) ? faultOf(file, error) : error
  }
}

/**
 * To read alone: the file is neither made, changed nor brought up to date, and is not searched for damage. Throws an
 * InputError as `openDatabase` does, and a RunFault where a run that was cut off must be finished first.
 */
export function openToRead(file: string): DatabaseSync {
  const database = connect(file, true)
  try {
    refuseForeign(database, file)
    return database
  } catch (error) {
    database.close()
    throw isSqliteError(error) ? readingFault(file, error) : error
  }
}

/** What an SQLite error means where the ledger is only read. */
export function readingFault(file: string, error: SqliteError): InputError | RunFault {
  return resultCode(error) === sqlite.readOnly ? new RunFault(unfinished(file), {cause: error}) : faultOf(file, error)
}

/** Of the file's tables (`migrations`). */
export const versionOf = (database: DatabaseSync): number => firstRow(database, userVersion)?.user_version ?? 0

/** A file that another user owns keeps the mode that its owner gave it. */
function narrowMode(file: string, mode: number): void {
  try {
    chmodSync(file, mode)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error
  }
}

/** Brings a ledger up to a version (the newest, but for tests), each step whole or not at all. */
export function migrate(database: DatabaseSync, file: string, version = migrations.length): void {
  for (const [done, step] of migrations.entries()) {
    if (done >= version || done < versionOf(database)) continue
    inTransaction(database, file, () =>
      database.exec(`${step}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${done + 1};`),
    )
  }
}

function connect(file: string, readOnly = false): DatabaseSync {
  try {
    const database = new DatabaseSync(file, {timeout: busyTimeout, enableForeignKeyConstraints: true, readOnly})
    database.exec(readOnly ? readSettings : writeSettings)
    return database
  } catch (error) {
    if (!isSqliteError(error)) throw error
    throw readOnly ? readingFault(file, error) : faultOf(file, error)
  }
}

/** EXTRA: a commit is on the disk when it returns, the end of its journal too. The cache (KiB) holds a large run. */
const writeSettings =
  'PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;'

const userVersion = query<{readonly user_version: number}>('PRAGMA user_version')
const quickCheck = query<{readonly quick_check: string}>('PRAGMA quick_check(1)')
const ownApplicationId = query<{readonly application_id: number}>('PRAGMA application_id')

const readSettings = 'PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;'

function refuseDamaged(database: DatabaseSync, file: string): void {
  refuseForeign(database, file)
  if (firstRow(database, quickCheck)?.quick_check !== 'ok') throw unusable(file, damaged)
}

function refuseForeign(database: DatabaseSync, file: string): void {
  if (firstRow(database, ownApplicationId)?.application_id !== applicationId) throw unusable(file, notALedger)
  if (versionOf(database) > migrations.length)
    throw unusable(file, {
      da: 'Ledger-filen er skrevet af en nyere version af bills. Installér den, og kør igen.',
      en: 'The ledger was written by a newer version of bills. Install that, and run again.',
    })
}

function faultOf(file: string, error: SqliteError) {
  const code = resultCode(error)
  if (code === sqlite.notADatabase) return unusable(file, notALedger, error)
  return code === sqlite.corrupt ? unusable(file, damaged, error) : ledgerFault(file, error)
}

const notALedger: LocalizedText = {
  da: 'Filen er ikke en ledger fra bills. Ret --ledger, eller hent den rigtige fil fra sikkerhedskopien.',
  en: 'The file is no ledger of bills. Correct --ledger, or restore the right file from the backup.',
}

const unfinished = (file: string): LocalizedText => ({
  da: `Ledger-filen ${file} kan ikke læses: en afbrudt kørsel skal først gøres færdig. Kør bills match, og prøv igen.`,
  en: `The ledger ${file} cannot be read: a run that was cut off must be finished first. Run bills match, and try again.`,
})

const damaged: LocalizedText = {
  da: 'Ledger-filen er ødelagt. Hent den fra sikkerhedskopien.',
  en: 'The ledger is damaged. Restore it from the backup.',
}
