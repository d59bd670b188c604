/**
 * The tables `runs`, `run_totals` and `run_inputs`, and `shadow_runs` for dry runs (`formats.md`, The ledger): takes
 * the record of a run, adds that there was one, with its control totals, its inputs and the hashes of its files.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {ControlTotals} from '../../model/batch.ts'
import type {InputFile} from '../../model/run.ts'
import {maskCprIn} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'
import {newestHash, type RunState} from './recorded-runs.ts'
import {type FileHash, insertFiles} from './run-files.ts'
import type {RunRecord} from './run-records.ts'

/** Returns the run's number. Its hash is left to `hash-chain.ts`, once all else is in. */
export function insertRun(database: DatabaseSync, record: RunRecord, out: string, files: readonly FileHash[]): number {
  const {read, result} = record.run
  const insert = inserter(database, 'runs')
  const run = insert({
    ...headOf(record, out),
    grant_count: read.batch.register.grants.length,
    repeated_rows: read.repeatedRows,
    previous_hash: newestHash(database),
    hash: '',
  })
  insertTotals(database, run, result.totals)
  insertInputs(database, run, read.files)
  insertFiles(database, {number: run, dryRun: false}, files)
  return run
}

/** A run rebuilt from the files that a lost ledger left (`rebuild-from-files.ts`). Returns its number. */
export function insertRebuiltRun(
  database: DatabaseSync,
  runId: string,
  out: string,
  files: readonly FileHash[],
): number {
  const day = runId.slice(0, 8).replace(/(....)(..)(..)/, '$1-$2-$3')
  const time = runId.slice(9, 15).replace(/(..)(..)(..)/, '$1:$2:$3')
  const state: RunState = 'takenOver'
  const insert = inserter(database, 'runs')
  const run = insert({
    run_id: runId,
    state,
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
  insertFiles(database, {number: run, dryRun: false}, files)
  return run
}

/** Returns the number of the dry run, which counts among dry runs alone. */
export function insertDryRun(
  database: DatabaseSync,
  record: RunRecord,
  out: string,
  files: readonly FileHash[],
): number {
  const insert = inserter(database, 'shadow_runs')
  const run = insert(headOf(record, out))
  insertFiles(database, {number: run, dryRun: true}, files)
  return run
}

/** What runs and dry runs have in common. */
function headOf({run, municipality, version, configHash}: RunRecord, out: string) {
  const {runId, startedAt, finishedAt, today} = run.stamp
  const state: RunState = 'begun'
  return {
    run_id: runId,
    state,
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
  const insert = inserter(database, 'run_totals')
  for (const kind of ['received', 'posted', 'decided', 'exceptions', 'alreadyPosted'] as const) {
    const {invoices, lines, amount} = totals[kind]
    insert({run, kind, invoices, lines, amount})
  }
}

function insertInputs(database: DatabaseSync, run: number, files: readonly InputFile[]): void {
  const insert = inserter(database, 'run_inputs')
  for (const [position, {name, kind, rows, sha256}] of files.entries()) {
    insert({run, position, name: maskCprIn(name), kind, rows, sha256})
  }
}
