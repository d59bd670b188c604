/** The names of runs: `yyyymmdd-hhmmss`, Danish time, with `-2` … where taken (`formats.md`, summary.json). */
import {readdirSync} from 'node:fs'
import type {IsoDate} from '../model/calendar.ts'
import {compareText} from '../model/source.ts'
import {firstRow} from './open/database.ts'
import type {Ledger} from './open/ledger.ts'

const runFolder = /^\d{8}-\d{6}(-\d+)?$/

/** A run's folder, and neither a trial's, one that was begun, nor what `confirm` wrote. */
export const isRunId = (name: string): boolean => runFolder.test(name)

/** Where a trial's folder and record differ from a run's. */
export const folderName = (runId: string, dryRun: boolean): string => (dryRun ? `${runId}-dry-run` : runId)

/** While its files are written. The ledger's id is in it, so that two ledgers never touch each other's. */
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

/** The first id of that second that neither the ledger nor a folder in `out` has, trials and begun folders included. */
export function nextRunId(startedAt: Date, out: string, ledger: Ledger): string {
  const stem = danishTime(startedAt).runId
  const names = namesIn(out)
  for (let count = 1; ; count += 1) {
    const runId = count === 1 ? stem : `${stem}-${count}`
    const taken = [runId, `${runId}-dry-run`]
    const isNamed = names.some((name) => taken.some((each) => name === each || name.startsWith(`.${each}.`)))
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

export type DanishTime = {
  readonly runId: string
  /** ISO 8601 with offset, to the second. */
  readonly iso: string
  readonly day: IsoDate
}

/** A moment as clocks in Denmark show it, whatever the machine's own zone. */
export function danishTime(moment: Date): DanishTime {
  const parts = new Map(danishClock.formatToParts(moment).map(({type, value}) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const day = `${of('year')}-${of('month')}-${of('day')}` as IsoDate
  const time = `${of('hour')}:${of('minute')}:${of('second')}`
  return {
    runId: `${day}-${time}`.replaceAll(/[-:]/g, '').replace(/^(\d{8})/, '$1-'),
    iso: `${day}T${time}${of('timeZoneName').replace('GMT', '') || '+00:00'}`,
    day,
  }
}

const danishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
})

function isRecorded({database}: Ledger, runId: string): boolean {
  const known = 'SELECT 1 FROM runs WHERE run_id = ? UNION ALL SELECT 1 FROM shadow_runs WHERE run_id = ?'
  return firstRow(database, known, runId, runId) !== undefined
}

const namesIn = (out: string): string[] => readdirOrNothing(out).map(({name}) => name)

function readdirOrNothing(folder: string) {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
