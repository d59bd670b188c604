/**
 * The ledger for commands that only look (`formats.md`, The ledger): opened read-only, never made, never migrated. It
 * may be read while a run writes it; what is seen is what stood before or after that run.
 */
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Text} from '../domain/text.ts'
import {firstRow, isSqliteError, ledgerFault, resultCode, sqlite, unusable} from './database.ts'
import {type Key, keyCheck, keyFileOf, readKey, unseal} from './key-file.ts'
import {applicationId, migrations} from './schema.ts'

export type ReadLedger = {
  /** Full path. */
  readonly file: string
  readonly key: Key
  readonly database: DatabaseSync
}

/**
 * Gives the work an open ledger and closes it; `least` is the oldest version of the tables that it can do with. Throws
 * an InputError where there is none that can be read.
 */
export function withLedger<Result>(
  path: string,
  work: (ledger: ReadLedger) => Result,
  least: number = migrations.length,
): Result {
  const file = resolve(path)
  if (!existsSync(file)) throw unusable(file, missing)
  const key = readKey(file)
  const database = connect(file)
  try {
    check(database, file, key, least)
    return work({file, key, database})
  } catch (error) {
    throw isSqliteError(error) ? faultOf(file, error) : error
  } finally {
    database.close()
  }
}

/** What the ledger keeps sealed, as it was read. */
export const plain = ({key}: Pick<ReadLedger, 'key'>, stored: string): string => unseal(key, stored)

function connect(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, {readOnly: true, timeout: 10_000})
  } catch (error) {
    throw isSqliteError(error) ? faultOf(file, error) : error
  }
}

function check(database: DatabaseSync, file: string, key: Key, least: number): void {
  if (firstRow<{application_id: number}>(database, 'PRAGMA application_id')?.application_id !== applicationId)
    throw unusable(file, notALedger)
  const version = firstRow<{user_version: number}>(database, 'PRAGMA user_version')?.user_version ?? 0
  if (version > migrations.length) throw unusable(file, tooNew)
  if (version < least) throw unusable(file, tooOld)
  if (firstRow<{key_check: string}>(database, 'SELECT key_check FROM ledger')?.key_check !== keyCheck(key))
    throw unusable(keyFileOf(file), otherKey)
}

function faultOf(file: string, error: Error & {readonly errcode: number}) {
  return resultCode(error) === sqlite.notADatabase ? unusable(file, notALedger, error) : ledgerFault(file, error)
}

const missing: Text = {
  da: 'Ledger-filen findes ikke: «bills match» laver den ved første kørsel. Ret --ledger, eller kør i mappen med bills.yaml.',
  en: 'There is no ledger: bills match makes it in the first run. Correct --ledger, or run in the folder of bills.yaml.',
}

const notALedger: Text = {
  da: 'Filen er ikke en ledger fra bills. Ret --ledger.',
  en: 'The file is no ledger of bills. Correct --ledger.',
}

const tooNew: Text = {
  da: 'Ledger-filen er skrevet af en nyere version af bills. Installér den, og kør igen.',
  en: 'The ledger was written by a newer version of bills. Install that, and run again.',
}

const tooOld: Text = {
  da: 'Ledger-filen er fra en ældre version af bills. Næste «bills match» bringer den frem; kør så igen.',
  en: 'The ledger is of an older version of bills. The next bills match brings it up to date; then run again.',
}

const otherKey: Text = {
  da: 'Nøglefilen hører ikke til ledger-filen. Hent den rigtige fra sikkerhedskopien.',
  en: 'The key file is not that of the ledger. Restore the right one from the backup.',
}
