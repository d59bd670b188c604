/**
 * The tables `runs`, `run_totals`, `run_inputs`, `run_files`, and `shadow_runs` with `shadow_files`: that there was a
 * run, how far it came, and what its folder must hold.
 */

import type {DatabaseSync} from 'node:sqlite'
import type {ControlTotals} from '../../model/batch.ts'
import type {InputFile} from '../../model/run.ts'
import {maskCprIn} from '../../text/mask.ts'
import {firstRow, inserter, inTransaction, rowsOf} from '../open/database.ts'
import type {Ledger} from '../open/ledger.ts'
import type {RunRecord} from './run-records.ts'

/** A file of a run's folder; SHA-256 in hexadecimal. */
export type FileHash = {readonly name: string; readonly sha256: string}

export type RunState = 'begun' | 'done' | 'undone' | 'takenOver'

/** A run as recovery needs it. `out` is a full path. */
export type RecordedRun = {
  readonly number: number
  readonly runId: string
  readonly state: RunState
  readonly out: string
  readonly dryRun: boolean
}

const headColumns = [
  'run_id',
  'state',
  'out',
  'started_at',
  'finished_at',
  'today',
  'municipality',
  'version',
  'config_hash',
] as const

/** Gives the run's number. The hash is left to `chain.ts`, when all else is in. */
export function insertRun(database: DatabaseSync, record: RunRecord, out: string, files: readonly FileHash[]): number {
  const {read, result} = record.run
  const columns = [...headColumns, 'grant_count', 'repeated_rows', 'previous_hash', 'hash'] as const
  const run = inserter(
    database,
    'runs',
    columns,
  )({
    ...headOf(record, out),
    grant_count: read.batch.register.grants.length,
    repeated_rows: read.repeatedRows,
    previous_hash: newestHash(database),
    hash: '',
  })
  insertTotals(database, run, result.totals)
  insertInputs(database, run, read.files)
  insertFiles(database, 'run_files', run, files)
  return run
}

/** A run made of the files that a lost ledger left (`take-over.ts`). */
export function insertRebuiltRun(
  database: DatabaseSync,
  runId: string,
  out: string,
  files: readonly FileHash[],
): number {
  const [day, time] = [
    runId.slice(0, 8).replace(/(....)(..)(..)/, '$1-$2-$3'),
    runId.slice(9, 15).replace(/(..)(..)(..)/, '$1:$2:$3'),
  ]
  const columns = [...headColumns, 'repeated_rows', 'previous_hash', 'hash'] as const
  const run = inserter(
    database,
    'runs',
    columns,
  )({
    run_id: runId,
    state: 'takenOver',
    out,
    started_at: `${day}T${time}`,
    finished_at: `${day}T${time}`,
    today: day,
    municipality: null,
    version: '',
    config_hash: '',
    repeated_rows: 0,
    previous_hash: newestHash(database),
    hash: '',
  })
  insertFiles(database, 'run_files', run, files)
  return run
}

export function insertShadowRun(
  database: DatabaseSync,
  record: RunRecord,
  out: string,
  files: readonly FileHash[],
): number {
  const run = inserter(database, 'shadow_runs', headColumns)(headOf(record, out))
  insertFiles(database, 'shadow_files', run, files)
  return run
}

/** Runs and trials that were begun and not brought to their end, oldest first. */
export const begunRuns = (database: DatabaseSync): RecordedRun[] => [
  ...recordedRuns(database, 'runs', "state = 'begun'"),
  ...recordedRuns(database, 'shadow_runs', "state = 'begun'"),
]

export const findRun = (database: DatabaseSync, runId: string, dryRun: boolean): RecordedRun | undefined =>
  recordedRuns(database, dryRun ? 'shadow_runs' : 'runs', 'run_id = ?', runId)[0]

export const filesOf = (database: DatabaseSync, {number, dryRun}: RecordedRun): FileHash[] => [
  ...rowsOf<FileHash>(
    database,
    `SELECT name, sha256 FROM ${dryRun ? 'shadow_files' : 'run_files'} WHERE run = ? ORDER BY name`,
    number,
  ),
]

export function markDone({database, file}: Pick<Ledger, 'database' | 'file'>, {number, dryRun}: RecordedRun): void {
  const table = dryRun ? 'shadow_runs' : 'runs'
  inTransaction(database, file, () =>
    database.prepare(`UPDATE ${table} SET state = 'done' WHERE number = ?`).run(number),
  )
}

/** Everything that a run brought goes with its row: the ledger is again what it was before the run. */
export function takeBack({database, file}: Pick<Ledger, 'database' | 'file'>, {number, dryRun}: RecordedRun): void {
  const table = dryRun ? 'shadow_runs' : 'runs'
  inTransaction(database, file, () => database.prepare(`DELETE FROM ${table} WHERE number = ?`).run(number))
}

function headOf({run, municipality, version, configHash}: RunRecord, out: string) {
  const {runId, startedAt, finishedAt, today} = run.stamp
  return {
    run_id: runId,
    state: 'begun',
    out,
    started_at: startedAt,
    finished_at: finishedAt,
    today,
    municipality,
    version,
    config_hash: configHash,
  }
}

function insertTotals(database: DatabaseSync, run: number, totals: ControlTotals): void {
  const insert = inserter(database, 'run_totals', ['run', 'kind', 'invoices', 'lines', 'amount'])
  for (const kind of ['received', 'posted', 'decided', 'exceptions', 'alreadyPosted'] as const)
    insert({run, kind, ...totals[kind]})
}

function insertInputs(database: DatabaseSync, run: number, files: readonly InputFile[]): void {
  const insert = inserter(database, 'run_inputs', ['run', 'position', 'name', 'kind', 'rows', 'sha256'])
  for (const [position, {name, kind, rows, sha256}] of files.entries()) {
    insert({run, position, name: maskCprIn(name), kind, rows, sha256})
  }
}

function insertFiles(
  database: DatabaseSync,
  table: 'run_files' | 'shadow_files',
  run: number,
  files: readonly FileHash[],
): void {
  const insert = inserter(database, table, ['run', 'name', 'sha256'])
  for (const {name, sha256} of files) insert({run, name, sha256})
}

const newestHash = (database: DatabaseSync): string =>
  firstRow<{hash: string}>(database, 'SELECT hash FROM runs ORDER BY number DESC LIMIT 1')?.hash ?? ''

function recordedRuns(
  database: DatabaseSync,
  table: 'runs' | 'shadow_runs',
  where: string,
  ...values: string[]
): RecordedRun[] {
  const query = `SELECT number, run_id AS runId, state, out FROM ${table} WHERE ${where} ORDER BY number`
  const rows = rowsOf<Omit<RecordedRun, 'dryRun'>>(database, query, ...values)
  return [...rows].map((row) => ({...row, dryRun: table === 'shadow_runs'}))
}
