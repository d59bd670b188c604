/**
 * Opening and closing the ledger (`formats.md`, The ledger): takes where it is and what the run asks for, decides
 * whether it may be used, and returns it open and locked. What may not be used is refused with exit 2 before anything
 * is read from it (`guards.ts`): no ledger beside runs that a ledger must have known, another key, another
 * municipality, a folder with a run that the ledger does not know.
 */
import {existsSync, rmSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {modesFor} from '../../files/atomic-file.ts'
import {danishTime} from '../../model/danish-time.ts'
import {InputError} from '../../model/input-error.ts'
import type {Ledger} from '../ledger.ts'
import {rebuildFromFiles} from '../recover/rebuild-from-files.ts'
import {runsIn} from '../run-id.ts'
import {firstRow, query} from './database.ts'
import {refuseEarlierRuns, refuseOtherKey, refuseOtherMunicipality, refuseUnknownRuns} from './guards.ts'
import {citizenHasher, type Key, keyFileOf, readKey, readOrMakeKey} from './key-file.ts'
import {type Lock, lockLedger} from './lock.ts'
import {makeDatabase, openDatabase} from './open-database.ts'
import {unusable} from './sqlite-errors.ts'

export type LedgerRequest = {
  readonly file: string
  readonly out: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  readonly newLedger: boolean
  readonly groupReadable: boolean
  /** By it the lock names this run. */
  readonly startedAt: Date
  /** Milliseconds to wait for another run on the same ledger. */
  readonly wait?: number
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
    return existsSync(file) ? openExisting(file, request, lock) : makeLedger(file, request, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Closes the ledger and releases its lock. One that was made by this start and has recorded nothing leaves no trace. */
export function closeLedger({database, lock, made}: Ledger): void {
  const isUnused = made.length > 0 && !hasRecorded(database)
  database.close()
  if (isUnused) for (const file of made) rmSync(file, {force: true})
  lock.release()
}

function openExisting(file: string, request: LedgerRequest, lock: Lock): Ledger {
  if (request.newLedger)
    throw new InputError(
      {file},
      {
        da: 'Ledger-filen findes allerede. Kør uden --new-ledger, eller flyt filen væk, hvis den ikke er den rigtige.',
        en: 'The ledger exists already. Run without --new-ledger, or move the file away if it is not the right one.',
      },
    )
  return checked(file, request, lock, readKey(file), [])
}

function makeLedger(file: string, request: LedgerRequest, lock: Lock): Ledger {
  const earlier = runsIn(request.out)
  if (!request.newLedger) refuseEarlierRuns(file, request.out, earlier)
  const modes = modesFor(request.groupReadable)
  const made = [file, ...(existsSync(keyFileOf(file)) ? [] : [keyFileOf(file)])]
  const key = readOrMakeKey(file, modes.file)
  try {
    makeDatabase(file, key, modes.file, (database) => rebuildFromFiles(database, key, request.out, earlier))
    return checked(file, request, lock, key, made)
  } catch (error) {
    for (const path of made) rmSync(path, {force: true})
    throw error
  }
}

/** The existing file, once nothing speaks against its use. */
function checked(file: string, request: LedgerRequest, lock: Lock, key: Key, made: readonly string[]): Ledger {
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

function hasRecorded(database: DatabaseSync): boolean {
  return firstRow(database, anyRecord) !== undefined
}

const anyRecord = query("SELECT 1 FROM runs WHERE state <> 'takenOver' UNION ALL SELECT 1 FROM shadow_runs LIMIT 1")
