/**
 * Runs that the tables `runs` and `shadow_runs` (dry runs) have: how far each has come. Takes the ledger; finds runs,
 * marks them as done, or deletes them with all that they brought.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {Ledger} from '../ledger.ts'
import {allRows, firstRow, inTransaction, query} from '../open/database.ts'

/** `takenOver`: rebuilt from the files that a lost ledger left. */
export type RunState = 'begun' | 'done' | 'undone' | 'takenOver'

/** A run as recovery needs it. `out` is a full path. */
export type RecordedRun = {
  readonly number: number
  readonly runId: string
  readonly state: RunState
  readonly out: string
  readonly dryRun: boolean
}

/** Runs, then dry runs, that were begun and not brought to their end; the oldest of each first. */
export const begunRuns = (database: DatabaseSync): RecordedRun[] => [
  ...recordedRuns(database, false, "state = 'begun'"),
  ...recordedRuns(database, true, "state = 'begun'"),
]

export const findRun = (database: DatabaseSync, runId: string, dryRun: boolean): RecordedRun | undefined =>
  recordedRuns(database, dryRun, 'run_id = ?', runId)[0]

/** Of the newest run; empty before the first. */
export const newestHash = (database: DatabaseSync): string => firstRow(database, newestHashQuery)?.hash ?? ''

const newestHashQuery = query<{readonly hash: string}>('SELECT hash FROM runs ORDER BY number DESC LIMIT 1')

/** Throws a RunFault where the ledger cannot be written, as `deleteRun` does. */
export function markDone({database, file}: Pick<Ledger, 'database' | 'file'>, {number, dryRun}: RecordedRun): void {
  const statement = `UPDATE ${tableOf(dryRun)} SET state = 'done' WHERE number = ?`
  inTransaction(database, file, () => database.prepare(statement).run(number))
}

/** Everything that a run brought refers to its row and is deleted with it: the ledger is again as before the run. */
export function deleteRun({database, file}: Pick<Ledger, 'database' | 'file'>, {number, dryRun}: RecordedRun): void {
  const statement = `DELETE FROM ${tableOf(dryRun)} WHERE number = ?`
  inTransaction(database, file, () => database.prepare(statement).run(number))
}

function recordedRuns(database: DatabaseSync, dryRun: boolean, where: string, ...values: string[]): RecordedRun[] {
  const runs = query<Omit<RecordedRun, 'dryRun'>>(
    `SELECT number, run_id AS runId, state, out FROM ${tableOf(dryRun)} WHERE ${where} ORDER BY number`,
  )
  return allRows(database, runs, ...values).map((row) => ({...row, dryRun}))
}

const tableOf = (dryRun: boolean): string => (dryRun ? 'shadow_runs' : 'runs')
