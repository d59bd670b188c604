/**
 * Opening the ledger (`formats.md`, The ledger): receives where it is and what the run asks for, decides whether it
 * may be used, and hands on an open, locked ledger. What may not be used is refused with exit 2 before anything is
 * read from it: no ledger beside runs that a ledger must have known, another key, another municipality, a folder
 * with a run that the ledger does not know.
 */
import {existsSync, rmSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {type Modes, modesFor} from '../../files/atomic-file.ts'
import type {Cpr} from '../../model/citizen.ts'
import {InputError} from '../../model/input-error.ts'
import {rebuildFromFiles} from '../recover/rebuild-from-files.ts'
import {danishTime, runsIn} from '../run-id.ts'
import {firstRow, unusable} from './database.ts'
import {refuseEarlierRuns, refuseOtherMunicipality, refuseUnknownRuns} from './guards.ts'
import {citizenHasher, type Key, keyCheck, keyFileOf, readKey, readOrMakeKey} from './key-file.ts'
import {type Lock, lockLedger} from './lock.ts'
import {makeDatabase, openDatabase} from './open-database.ts'

export type LedgerRequest = {
  readonly file: string
  readonly out: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  readonly newLedger: boolean
  readonly groupReadable: boolean
  /** For the lock to name this run by. */
  readonly startedAt: Date
  /** Milliseconds to wait for another run on the same ledger. */
  readonly wait?: number
}

export type Ledger = {
  readonly file: string
  /** Random, and the ledger's own for good. */
  readonly id: string
  readonly key: Key
  /** HMAC-SHA256 of a CPR number by the ledger's key, hexadecimal. */
  readonly hashOf: (citizen: Cpr) => string
  readonly database: DatabaseSync
  readonly lock: Lock
  readonly modes: Modes
  /** What this very start made: it is removed again if nothing comes to be recorded. */
  readonly made: readonly string[]
}

/** Throws an InputError where the ledger may not be used, and a RunFault where another run holds it. */
export function openLedger(request: LedgerRequest): Ledger {
  const file = resolve(request.file)
  if (!existsSync(dirname(file)))
    throw unusable(file, {
      da: `Mappen ${dirname(file)} findes ikke. Opret den, eller ret --ledger.`,
      en: `The folder ${dirname(file)} does not exist. Create it, or correct --ledger.`,
    })
  const lock = lockLedger(file, danishTime(request.startedAt).runId, request.wait ?? 3000)
  try {
    return existsSync(file) ? openOld(file, request, lock) : openNew(file, request, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Gives the ledger back. One that was made by this start and has recorded nothing leaves no trace. */
export function closeLedger({database, lock, made}: Ledger): void {
  const isUnused = made.length > 0 && !hasRecorded(database)
  database.close()
  if (isUnused) for (const file of made) rmSync(file, {force: true})
  lock.release()
}

/** A ledger that is only read. */
export type OpenToRead = Pick<Ledger, 'database' | 'key' | 'hashOf'>

function openOld(file: string, request: LedgerRequest, lock: Lock): Ledger {
  if (request.newLedger)
    throw new InputError(
      {file},
      {
        da: 'Ledger-filen findes allerede. Kør uden --new-ledger, eller flyt filen væk, hvis den ikke er den rigtige.',
        en: 'The ledger exists already. Run without --new-ledger, or move the file away if it is not the right one.',
      },
    )
  return opened(file, request, lock, readKey(file), [])
}

function openNew(file: string, request: LedgerRequest, lock: Lock): Ledger {
  const earlier = runsIn(request.out)
  if (!request.newLedger) refuseEarlierRuns(file, request.out, earlier)
  const modes = modesFor(request.groupReadable)
  const made = [file, ...(existsSync(keyFileOf(file)) ? [] : [keyFileOf(file)])]
  const key = readOrMakeKey(file, modes.file)
  try {
    makeDatabase(file, key, modes.file, (database) => rebuildFromFiles(database, key, request.out, earlier))
    return opened(file, request, lock, key, made)
  } catch (error) {
    for (const each of made) rmSync(each, {force: true})
    throw error
  }
}

function opened(file: string, request: LedgerRequest, lock: Lock, key: Key, made: readonly string[]): Ledger {
  const modes = modesFor(request.groupReadable)
  const database = openDatabase(file, modes.file)
  try {
    const own = refuseOtherKey(file, key, database)
    refuseOtherMunicipality(file, database, request.municipality)
    refuseUnknownRuns(file, database, request.out, runsIn(request.out))
    return {file, id: own.id, key, hashOf: citizenHasher(key), database, lock, modes, made}
  } catch (error) {
    database.close()
    throw error
  }
}

export function refuseOtherKey(file: string, key: Key, database: DatabaseSync): {readonly id: string} {
  const own = firstRow<{id: string; key_check: string}>(database, 'SELECT id, key_check FROM ledger')
  if (own?.key_check !== keyCheck(key)) throw otherKey(file)
  return own
}

function hasRecorded(database: DatabaseSync): boolean {
  const recorded = "SELECT 1 FROM runs WHERE state <> 'takenOver' UNION ALL SELECT 1 FROM shadow_runs LIMIT 1"
  return firstRow(database, recorded) !== undefined
}

const otherKey = (file: string): InputError =>
  unusable(keyFileOf(file), {
    da: `Nøglefilen hører ikke til ledger-filen ${file}. Hent den rigtige fra sikkerhedskopien.`,
    en: `The key file is not that of the ledger ${file}. Restore the right one from the backup.`,
  })
