/**
 * When a ledger may not be used, or only with a warning (`formats.md`, The ledger; `matching.md` 1). The `refuse…`
 * functions throw an InputError (exit 2) that says what to do, and return nothing where all is well.
 */
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {InputError} from '../../model/input-error.ts'
import type {LocalizedText} from '../../model/language.ts'
import type {Ledger} from '../ledger.ts'
import {allRows, finder, firstRow, query} from './database.ts'
import {type Key, keyCheck, keyFileOf} from './key-file.ts'
import {unusable} from './sqlite-errors.ts'

/** Without its ledger nobody knows what the earlier runs paid. */
export function refuseEarlierRuns(file: string, out: string, runs: readonly string[]): void {
  const newest = runs.at(-1)
  if (newest === undefined) return
  throw new InputError(
    {file},
    {
      da: `Ledger-filen findes ikke, men ${out} indeholder ${runs.length === 1 ? 'kørslen' : `${runs.length} kørsler, senest`} ${newest}; uden den kunne regninger blive betalt igen. Ret --ledger, eller hent filen fra sikkerhedskopien; er den tabt, så kør med --new-ledger.`,
      en: `The ledger does not exist, yet ${out} holds ${runs.length === 1 ? 'run' : `${runs.length} runs, the newest`} ${newest}; without it bills could be paid again. Correct --ledger, or restore the file from its backup; if it is lost, run with --new-ledger.`,
    },
  )
}

/** A run in `out` that the ledger does not know: the ledger is an old copy, or the folder another ledger's. */
export function refuseUnknownRuns(file: string, database: DatabaseSync, out: string, runs: readonly string[]): void {
  const find = finder(database, runById)
  const unknown = runs.filter((run) => find(run) === undefined)
  const newest = unknown.at(-1)
  if (newest === undefined) return
  throw new InputError(
    {file},
    {
      da: `${join(out, newest)} er en kørsel, som ledger-filen ikke kender (${unknown.length} i alt); den er nok en gammel kopi, og regninger kunne blive betalt igen. Hent den nyeste ledger-fil, eller ret --out.`,
      en: `${join(out, newest)} is a run that the ledger does not know (${unknown.length} in all); it may be an old copy, and bills could be paid again. Restore the newest ledger, or correct --out.`,
    },
  )
}

/** A ledger belongs to the first municipality that a run gave it. */
export function refuseOtherMunicipality(file: string, database: DatabaseSync, municipality: string | null): void {
  const owner = firstRow(database, firstMunicipality)?.municipality
  if (owner === undefined || municipality === null || owner === municipality) return
  throw new InputError(
    {file},
    {
      da: `Ledger-filen tilhører kommune ${owner}, ikke ${municipality}. Ret --ledger eller municipality i bills.yaml.`,
      en: `The ledger belongs to municipality ${owner}, not ${municipality}. Correct --ledger or municipality in bills.yaml.`,
    },
  )
}

/** The key file is the one that the ledger was made with; returns the ledger's own id. */
export function refuseOtherKey(file: string, key: Key, database: DatabaseSync): {readonly id: string} {
  const own = firstRow(database, identity)
  if (own?.key_check !== keyCheck(key))
    throw unusable(keyFileOf(file), {
      da: `Nøglefilen hører ikke til ledger-filen ${file}. Hent den rigtige fra sikkerhedskopien.`,
      en: `The key file is not that of the ledger ${file}. Restore the right one from the backup.`,
    })
  return own
}

/** Over 10 % fewer grants than the last run's register; `earlierCount` is null before the first run. */
export const tooFewGrants = (count: number, earlierCount: number | null): boolean =>
  earlierCount !== null && count * 10 < earlierCount * 9

export type PendingRuns = {readonly count: number; readonly newest: string; readonly text: LocalizedText}

/** Runs with a posting that is neither confirmed nor refused, and that were not undone. Null where there is none. */
export function pendingRuns({database}: Pick<Ledger, 'database'>): PendingRuns | null {
  const runs = allRows(database, runsWithOpenPosting)
  const newest = runs.at(-1)?.run_id
  if (newest === undefined) return null
  const [many, count] = [runs.length !== 1, runs.length]
  return {
    count,
    newest,
    text: {
      da: `${count} ${many ? 'tidligere kørsler er' : 'tidligere kørsel er'} hverken bekræftet eller fortrudt${many ? ', senest' : ':'} ${newest}.`,
      en: `${count} earlier ${many ? 'runs are' : 'run is'} neither confirmed nor undone${many ? ', the newest' : ':'} ${newest}.`,
    },
  }
}

const identity = query<{readonly id: string; readonly key_check: string}>('SELECT id, key_check FROM ledger')

const runById = query('SELECT 1 FROM runs WHERE run_id = ?')

const firstMunicipality = query<{readonly municipality: string}>(
  'SELECT municipality FROM runs WHERE municipality IS NOT NULL ORDER BY number LIMIT 1',
)

const runsWithOpenPosting = query<{readonly run_id: string}>(`
  SELECT run_id FROM runs
  WHERE state = 'done' AND EXISTS (
    SELECT 1 FROM verdicts JOIN lines ON lines.verdict = verdicts.id JOIN postings ON postings.line = lines.id
    WHERE verdicts.run = runs.number AND postings.opus_state = 'open')
  ORDER BY number`)
