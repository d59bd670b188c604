/**
 * One run at a time on a ledger (`commands.md`, match): takes the ledger's path, returns a lock or throws.
 *
 * The lock is a write transaction held open on a small SQLite file beside the ledger: the operating system drops it
 * with the process, however that ends, so no lock is ever left behind. The row in it, readable all the while, names
 * the holder. The file is removed when the lock is released; whoever waited for it then finds another file under
 * the name, and begins again.
 */
import {randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {hostname} from 'node:os'
import {DatabaseSync} from 'node:sqlite'
import {RunFault} from '../../model/input-error.ts'
import {firstRow, query} from './database.ts'
import {isSqliteError, ledgerFault, resultCode, type SqliteError, sqlite} from './sqlite-errors.ts'

export type Holder = {
  /** The run's id without the `-2` … that it may get. */
  readonly run: string
  readonly process: number
  readonly host: string
}

export type Lock = {readonly release: () => void}

type HolderRow = Holder & {readonly token: string}

const holderQuery = query<HolderRow>('SELECT token, run, process, host FROM holder')

/** Throws a RunFault that names the holder where the lock is not free within `wait` milliseconds. */
export function lockLedger(ledger: string, run: string, wait: number): Lock {
  const file = `${ledger}.lock`
  const me: HolderRow = {token: randomUUID(), run, process: process.pid, host: hostname()}
  const deadline = Date.now() + wait
  for (;;) {
    const remaining = Math.max(0, deadline - Date.now())
    const held = tryLock(file, me, remaining)
    if (held) return {release: () => release(held, file)}
    if (Date.now() >= deadline) throw lockedBy(readHolder(file))
  }
}

function tryLock(file: string, me: HolderRow, wait: number): DatabaseSync | null {
  const database = openLockFile(file, wait)
  try {
    database.exec(`
      BEGIN IMMEDIATE;
      CREATE TABLE IF NOT EXISTS holder (token TEXT, run TEXT, process INTEGER, host TEXT) STRICT;
      DELETE FROM holder;`)
    database.prepare('INSERT INTO holder VALUES (:token, :run, :process, :host)').run(me)
    database.exec('COMMIT; BEGIN IMMEDIATE;')
  } catch (error) {
    database.close()
    if (!isSqliteError(error)) throw error
    if (isBusy(error) || error.errcode === movedAway) return null
    throw ledgerFault(file, error)
  }
  // Between the two transactions another may have come first, or the file may have been removed by the last holder.
  if (readHolder(file)?.token === me.token) return database
  database.close()
  return null
}

function openLockFile(file: string, timeout: number): DatabaseSync {
  try {
    return new DatabaseSync(file, {timeout})
  } catch (error) {
    throw isSqliteError(error) ? ledgerFault(file, error) : error
  }
}

/** The file is removed while still held, so that nobody can lock a file that is about to be removed. */
function release(database: DatabaseSync, file: string): void {
  if (process.platform !== 'win32') rmSync(file, {force: true})
  database.close()
}

/** Undefined where there is no such file, or no holder in it. */
function readHolder(file: string): HolderRow | undefined {
  try {
    const database = new DatabaseSync(file, {readOnly: true})
    try {
      return firstRow(database, holderQuery)
    } finally {
      database.close()
    }
  } catch (error) {
    if (isSqliteError(error)) return undefined
    throw error
  }
}

/** SQLITE_READONLY_DBMOVED: the last holder has removed the file under the one that waited for it. */
const movedAway = 1032

const isBusy = (error: SqliteError): boolean => resultCode(error) === sqlite.busy || resultCode(error) === sqlite.locked

function lockedBy(holder: Holder | undefined): RunFault {
  const da = holder ? `kørslen ${holder.run} (proces ${holder.process} på ${holder.host})` : 'en anden kørsel'
  const en = holder ? `run ${holder.run} (process ${holder.process} on ${holder.host})` : 'another run'
  return new RunFault({
    da: `Ledger-filen er låst: ${da} er i gang. Vent, til den er færdig, og kør igen.`,
    en: `Ledger locked: ${en} is at work. Wait until it has finished, and run again.`,
  })
}
