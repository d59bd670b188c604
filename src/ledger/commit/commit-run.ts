/**
 * The end of a run (`formats.md`, Written by one run): takes the open ledger, the record and the files, and stores all
 * of it or nothing.
 *
 * 1. The files are written into a folder with a name of its own in `out`, and forced to the disk.
 * 2. One transaction records the whole run as begun, with the hash of each file. From here on the run counts.
 * 3. The folder is renamed into place.
 * 4. The run is marked as done.
 *
 * Cut off before 2, nothing counts and the next start removes the folder; cut off after it, the next start finishes
 * (`recover.ts`). A dry run is stored in the same way, in tables of its own.
 */
import {join, resolve} from 'node:path'
import {sha256} from '../../files/sha256.ts'
import {isFolder, placeFolder, removeFolder, writeFolder} from '../../files/staged-folder.ts'
import {RunFault} from '../../model/input-error.ts'
import type {OutputFile} from '../../model/run.ts'
import {compareText} from '../../model/source.ts'
import {hashRun} from '../hash-chain.ts'
import type {Ledger} from '../ledger.ts'
import {inTransaction} from '../open/database.ts'
import {begunName, folderName} from '../run-id.ts'
import {insertBooked} from './booked.ts'
import {insertCreditedNumbers} from './credited-numbers.ts'
import {insertFixes} from './fixes.ts'
import {insertHolds} from './holds.ts'
import {insertOpusDocuments} from './opus-documents.ts'
import {deleteRun, findRun, markDone, type RecordedRun} from './recorded-runs.ts'
import type {FileHash} from './run-files.ts'
import {type RunRecord, verdictRecords} from './run-records.ts'
import {insertDryRun, insertRun} from './runs.ts'
import {insertDryRunDocuments} from './shadow-documents.ts'
import {verdictWriter} from './verdicts.ts'

/** Where a run can be cut off, in their order. */
export type Boundary = 'folderBegun' | 'filesWritten' | 'recording' | 'recorded' | 'placed' | 'done'

/**
 * Returns the full path of the run's folder. Throws a RunFault where the disk or the ledger fails; then nothing counts
 * and no folder is left, or, if only the last mark failed, the run counts and is whole. `onBoundary` is for tests.
 */
export function commitRun(
  ledger: Ledger,
  out: string,
  record: RunRecord,
  files: readonly OutputFile[],
  onBoundary: (boundary: Boundary) => void = () => {},
): string {
  const {runId, dryRun} = record.run.stamp
  const parent = resolve(out)
  const folder = folderName(runId, dryRun)
  const begun = begunName(folder, ledger.id)
  const hashes = files
    .map(({name, bytes}) => ({name, sha256: sha256(bytes)}))
    .toSorted((a, b) => compareText(a.name, b.name))

  writeFolder(parent, begun, files, ledger.modes, () => onBoundary('folderBegun'))
  onBoundary('filesWritten')
  const recorded = recordOrRemove(ledger, parent, begun, record, hashes, onBoundary)
  onBoundary('recorded')
  placeOrDelete(ledger, parent, begun, folder, recorded)
  onBoundary('placed')
  markDone(ledger, recorded)
  onBoundary('done')
  return join(parent, folder)
}

function recordOrRemove(
  ledger: Ledger,
  parent: string,
  begun: string,
  record: RunRecord,
  hashes: readonly FileHash[],
  onBoundary: (boundary: Boundary) => void,
): RecordedRun {
  const {runId, dryRun} = record.run.stamp
  const find = (): RecordedRun | undefined => findRun(ledger.database, runId, dryRun)
  try {
    inTransaction(ledger.database, ledger.file, () => {
      if (dryRun) insertWholeDryRun(ledger, record, parent, hashes)
      else insertWholeRun(ledger, record, parent, hashes)
      onBoundary('recording')
    })
  } catch (error) {
    // A commit can fail after it has taken effect; the folder then belongs to a run that counts.
    if (find() === undefined) removeFolder(parent, begun)
    throw error
  }
  const recorded = find()
  if (!recorded) throw new RangeError(`run ${runId} was recorded and is not there`)
  return recorded
}

function insertWholeRun(ledger: Ledger, record: RunRecord, out: string, hashes: readonly FileHash[]): void {
  const {database, key} = ledger
  const {read, result} = record.run
  const run = insertRun(database, record, out, hashes)
  const writer = verdictWriter(ledger, run)
  for (const verdict of verdictRecords(record)) writer.add(verdict)
  insertHolds(database, run, result, writer)
  insertCreditedNumbers(database, key, run, result)
  insertBooked(database, key, run, read.batch.booked, writer)
  insertFixes(database, run, record.run.fixes)
  insertOpusDocuments(database, run, record, writer)
  hashRun(database, run)
}

function insertWholeDryRun(ledger: Ledger, record: RunRecord, out: string, hashes: readonly FileHash[]): void {
  const run = insertDryRun(ledger.database, record, out, hashes)
  insertDryRunDocuments(ledger, run, verdictRecords(record))
}

function placeOrDelete(ledger: Ledger, parent: string, begun: string, folder: string, recorded: RecordedRun): void {
  try {
    placeFolder(parent, begun, folder)
  } catch (error) {
    // A rename that failed has left the begun folder where it was; else it may be in place, and the run counts.
    if (!isFolder(join(parent, begun)))
      throw error instanceof RunFault ? error : new RunFault(unclear(parent, folder), {cause: error})
    deleteRun(ledger, recorded)
    removeFolder(parent, begun)
    throw error
  }
}

const unclear = (parent: string, folder: string) => ({
  da: `${join(parent, folder)} kunne ikke sættes på plads. Kør igen: næste start gør kørslen færdig.`,
  en: `${join(parent, folder)} could not be put in place. Run again: the next start finishes the run.`,
})
