/**
 * The names of runs and their folders (`formats.md`, summary.json): `yyyymmdd-hhmmss`, Danish time, with `-2` … where
 * taken. Takes the folder that runs are written into, and the ledger, returns names.
 */
import {readdirSync} from 'node:fs'
import {danishTime} from '../model/danish-time.ts'
import {compareText} from '../model/source.ts'
import type {Ledger} from './ledger.ts'
import {firstRow, query} from './open/database.ts'

const runFolder = /^\d{8}-\d{6}(-\d+)?$/

/** A run's folder: neither a dry run's, nor one that was begun, nor what `confirm` wrote. */
export const isRunId = (name: string): boolean => runFolder.test(name)

/** Without its path. */
export const folderName = (runId: string, dryRun: boolean): string => (dryRun ? `${runId}-dry-run` : runId)

/** The folder's name while its files are written. The ledger's id is in it, so that no ledger touches another's. */
export const begunName = (folder: string, ledgerId: string): string => `.${folder}.${ledgerId}.begun`

/** The folders that a ledger has begun in `out`, by the name that each was to have. */
export function begunIn(out: string, ledgerId: string): string[] {
  const ending = `.${ledgerId}.begun`
  return readdirOrNothing(out)
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('.') && entry.name.endsWith(ending))
    .map(({name}) => name.slice(1, -ending.length))
    .filter((folder) => isRunId(folder.replace(/-dry-run$/, '')))
    .toSorted(compareText)
}

/** The first id of that second that neither the ledger nor a folder in `out` has, dry runs and begun folders included. */
export function nextRunId(startedAt: Date, out: string, ledger: Pick<Ledger, 'database'>): string {
  const stem = danishTime(startedAt).runId
  const names = namesIn(out)
  for (let count = 1; ; count += 1) {
    const runId = count === 1 ? stem : `${stem}-${count}`
    const taken = [runId, `${runId}-dry-run`]
    const isNamed = names.some((name) => taken.some((folder) => name === folder || name.startsWith(`.${folder}.`)))
    if (!isNamed && !isRecorded(ledger, runId)) return runId
  }
}

/** Names of runs (`isRunId`) in a folder, oldest first; none where it does not exist. */
export const runsIn = (out: string): string[] =>
  readdirOrNothing(out)
    .filter((entry) => isRunId(entry.name) && (entry.isDirectory() || entry.isSymbolicLink()))
    .map(({name}) => name)
    .toSorted(compareRunIds)

/** By time, and within a second by number. */
export const compareRunIds = (a: string, b: string): number =>
  compareText(a.slice(0, 15), b.slice(0, 15)) || Number(a.slice(16)) - Number(b.slice(16))

function isRecorded({database}: Pick<Ledger, 'database'>, runId: string): boolean {
  return firstRow(database, recordById, runId, runId) !== undefined
}

const recordById = query('SELECT 1 FROM runs WHERE run_id = ? UNION ALL SELECT 1 FROM shadow_runs WHERE run_id = ?')

const namesIn = (out: string): string[] => readdirOrNothing(out).map(({name}) => name)

function readdirOrNothing(folder: string) {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
