/**
 * The start after a run was cut off (`formats.md`, Written by one run): takes the ledger and its folder, finishes or
 * takes back what an earlier run began, and returns what it did. Called at every start, under the lock, before anything
 * is read from the ledger.
 *
 * A run that the ledger has as begun counts, so it is finished wherever that is possible. It is taken back only where
 * its files still have the name that nobody uses, and are damaged: where they are gone altogether they may have been
 * put in place and used, and to post again what has been paid is the worse of the two.
 */
import {join, resolve} from 'node:path'
import {folderHolds, isFolder, placeFolder, removeFolder} from '../../files/staged-folder.ts'
import type {LocalizedText} from '../../model/language.ts'
import {begunRuns, deleteRun, findRun, markDone, type RecordedRun} from '../commit/recorded-runs.ts'
import {filesOf} from '../commit/run-files.ts'
import type {Ledger} from '../ledger.ts'
import {begunIn, begunName, folderName} from '../run-id.ts'

export type Recovery = {
  readonly kind: 'finished' | 'takenBack' | 'cleared' | 'filesGone'
  /** The run's folder, without the path. */
  readonly folder: string
  readonly text: LocalizedText
}

export function recover(ledger: Ledger, out: string): Recovery[] {
  const recovered = begunRuns(ledger.database).map((run) => finishOrTakeBack(ledger, out, run))
  return [...recovered, ...recoverUnowned(ledger, resolve(out))]
}

/** For a run that the ledger has as begun. */
function finishOrTakeBack(ledger: Ledger, out: string, run: RecordedRun): Recovery {
  const folder = folderName(run.runId, run.dryRun)
  const begun = begunName(folder, ledger.id)
  const parents = [...new Set([run.out, resolve(out)])]

  if (parents.some((parent) => isFolder(join(parent, folder)))) {
    markDone(ledger, run)
    return recovery('finished', folder)
  }
  const parent = parents.find((path) => isFolder(join(path, begun)))
  if (parent === undefined) return withoutFiles(ledger, run, folder)
  if (folderHolds(join(parent, begun), filesOf(ledger.database, run))) {
    placeFolder(parent, begun, folder)
    markDone(ledger, run)
    return recovery('finished', folder)
  }
  deleteRun(ledger, run)
  removeFolder(parent, begun)
  return recovery('takenBack', folder)
}

/** A dry run without its files is of no use; the files of a run may have been used, and it counts. */
function withoutFiles(ledger: Ledger, run: RecordedRun, folder: string): Recovery {
  if (run.dryRun) {
    deleteRun(ledger, run)
    return recovery('takenBack', folder)
  }
  markDone(ledger, run)
  return recovery('filesGone', folder)
}

/** Folders that were begun and belong to no begun run. */
function recoverUnowned(ledger: Ledger, out: string): Recovery[] {
  return begunIn(out, ledger.id).flatMap((folder) => {
    const dryRun = folder.endsWith('-dry-run')
    const run = findRun(ledger.database, folder.replace(/-dry-run$/, ''), dryRun)
    const begun = begunName(folder, ledger.id)
    if (!run) {
      removeFolder(out, begun)
      return [recovery('cleared', folder)]
    }
    // The run counts already (`withoutFiles`), and here are its files after all.
    if (isFolder(join(out, folder)) || !folderHolds(join(out, begun), filesOf(ledger.database, run))) return []
    placeFolder(out, begun, folder)
    return [recovery('finished', folder)]
  })
}

const recovery = (kind: Recovery['kind'], folder: string): Recovery => ({kind, folder, text: sentences[kind](folder)})

const sentences: Readonly<Record<Recovery['kind'], (folder: string) => LocalizedText>> = {
  finished: (folder) => ({
    da: `Kørslen ${folder} blev afbrudt, efter at den var registreret; den er gjort færdig, og dens filer ligger på plads.`,
    en: `Run ${folder} was cut off after it had been recorded; it has been finished, and its files are in place.`,
  }),
  takenBack: (folder) => ({
    da: `Kørslen ${folder} blev afbrudt, og dens filer er ikke hele; den er taget tilbage, og dens regninger prøves igen.`,
    en: `Run ${folder} was cut off and its files are not whole; it has been taken back, and its bills are tried again.`,
  }),
  cleared: (folder) => ({
    da: `Kørslen ${folder} blev afbrudt, før noget var registreret; dens halve mappe er fjernet.`,
    en: `Run ${folder} was cut off before anything was recorded; its half-written folder has been removed.`,
  }),
  filesGone: (folder) => ({
    da: `Kørslen ${folder} blev afbrudt, efter at den var registreret, og dens mappe er væk. Dens regninger gælder som bogført. Er filerne aldrig brugt, så kontér dem manuelt: kørslen kan ikke tages tilbage endnu.`,
    en: `Run ${folder} was cut off after it had been recorded, and its folder is gone. Its bills count as posted. If its files were never used, post them by hand: a run cannot be taken back yet.`,
  }),
}
