/**
 * `--new-ledger`: a lost ledger is rebuilt from the runs found in `out` (`formats.md`, The ledger). Takes the folders of
 * those runs, reads what they wrote for OPUS's remarks and for Sensum, and records their documents as posted and the
 * rows for Sensum as paid. Accounts, paragraphs and services are not in those files and stay empty; what is recorded
 * like this cannot be paid a second time, and no credit note takes it back.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {sha256} from '../../files/sha256.ts'
import {InputError} from '../../model/input-error.ts'
import {insertRebuiltRun} from '../commit/runs.ts'
import {verdictWriter} from '../commit/verdicts.ts'
import {hashRun} from '../hash-chain.ts'
import {citizenHasher, type Key} from '../open/key-file.ts'
import {rebuiltVerdicts} from './rebuilt-verdicts.ts'
import {type FoundRun, paidRows, postedRows} from './run-folder.ts'

/** `runs` are the ids of the folders, oldest first. Throws an InputError where one cannot be read. */
export function rebuildFromFiles(database: DatabaseSync, key: Key, out: string, runs: readonly string[]): void {
  const found = runs.map((run) => readRun(out, run))
  const hashOf = citizenHasher(key)
  for (const [index, verdicts] of rebuiltVerdicts(found).entries()) {
    const run = insertRebuiltRun(database, runs[index] ?? '', resolve(out), hashesOf(join(out, runs[index] ?? '')))
    const writer = verdictWriter({database, key, hashOf}, run)
    for (const verdict of verdicts) writer.add(verdict)
    hashRun(database, run)
  }
}

function readRun(out: string, runId: string): FoundRun {
  const folder = join(out, runId)
  const remarks = join(folder, 'opus-remarks.csv')
  if (!existsSync(remarks))
    throw new InputError(
      {file: remarks},
      {
        da: 'Filen mangler, så kørslen kan ikke overtages af en ny ledger-fil. Læg den tilbage, eller flyt kørslens mappe ud af --out.',
        en: "The file is missing, so that a new ledger cannot take the run over. Put it back, or move the run's folder out of --out.",
      },
    )
  const confirmed = readdirSync(out).filter((name) => name.startsWith(`${runId}-confirmed-`))
  const paid = [runId, ...confirmed.toSorted()]
    .map((name) => join(out, name, 'sensum-paid.csv'))
    .filter((file) => existsSync(file))
  return {
    runId,
    posted: postedRows(remarks, readFileSync(remarks)),
    paid: paid.flatMap((file) => paidRows(file, readFileSync(file))),
  }
}

const hashesOf = (folder: string) =>
  readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => ({name, sha256: sha256(readFileSync(join(folder, name)))}))
