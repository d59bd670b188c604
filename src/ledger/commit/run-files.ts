/**
 * The tables `run_files` and `shadow_files` (those of dry runs): what a run's folder must hold, so that recovery can
 * tell a whole folder from a damaged one, and `explain` a proof that is as the run wrote it.
 */
import type {DatabaseSync} from 'node:sqlite'
import {allRows, inserter, query} from '../open/database.ts'

/** A file of a run's folder; SHA-256 in hexadecimal. */
export type FileHash = {readonly name: string; readonly sha256: string}

type OfRun = {readonly number: number; readonly dryRun: boolean}

export function insertFiles(database: DatabaseSync, {number, dryRun}: OfRun, files: readonly FileHash[]): void {
  const insert = inserter(database, tableOf(dryRun))
  for (const {name, sha256} of files) insert({run: number, name, sha256})
}

/** By name. */
export const filesOf = (database: DatabaseSync, {number, dryRun}: OfRun): FileHash[] =>
  allRows(database, query<FileHash>(`SELECT name, sha256 FROM ${tableOf(dryRun)} WHERE run = ? ORDER BY name`), number)

const tableOf = (dryRun: boolean): string => (dryRun ? 'shadow_files' : 'run_files')
