/**
 * Files that survive a power cut: takes a path and a content, writes it under a name of its own, forces it to the disk,
 * and renames it into place (`formats.md`, Written by one run).
 */
import {closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/** `formats.md`: for their owner alone, or with `files.groupReadable` for the group to read. */
export type Modes = {readonly file: number; readonly folder: number}

export const modesFor = (groupReadable: boolean): Modes =>
  groupReadable ? {file: 0o640, folder: 0o750} : {file: 0o600, folder: 0o700}

/** Writes a file that does not exist yet, and waits until it is on the disk. Throws what `node:fs` throws. */
export function writeNewFile(path: string, content: string | Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    fchmodSync(file, mode)
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The file is there whole or not at all. A file of that name is replaced. */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode: number): void {
  const beside = `${path}.new`
  rmSync(beside, {force: true})
  writeNewFile(beside, content, mode)
  moveIntoPlace(beside, path)
}

export function moveIntoPlace(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Makes renames and new names in a folder survive a power cut. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
