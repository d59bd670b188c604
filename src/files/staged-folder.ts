/**
 * The folder of a run, all or nothing (`formats.md`, Written by one run): takes the files, writes them into a staged
 * folder with a name of its own, forces them to the disk, and renames it into place. Faults of the disk are thrown as
 * RunFault, after the staged folder has been removed.
 */
import {lstatSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {basename, join} from 'node:path'
import {RunFault} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import type {OutputFile} from '../model/run.ts'
import {type Modes, moveIntoPlace, syncFolder, writeNewFile} from './atomic-file.ts'
import {sha256} from './sha256.ts'

/** Writes the files into a new folder inside `parent` (made where it is missing) and waits for the disk. */
export function writeFolder(
  parent: string,
  name: string,
  files: readonly OutputFile[],
  modes: Modes,
  onFile: (name: string) => void = () => {},
): void {
  const folder = join(parent, name)
  try {
    mkdirSync(parent, {recursive: true, mode: modes.folder})
    rmSync(folder, {recursive: true, force: true})
    mkdirSync(folder, {mode: modes.folder})
    for (const file of files) {
      if (basename(file.name) !== file.name) throw new RangeError(`not the name of a file: ${file.name}`)
      writeNewFile(join(folder, file.name), file.bytes, modes.file)
      onFile(file.name)
    }
    syncFolder(folder)
    syncFolder(parent)
  } catch (error) {
    removeFolder(parent, name)
    throw folderFault(folder, error)
  }
}

/** Renames the staged folder. Throws a RunFault, and changes nothing, where the name is taken. */
export function placeFolder(parent: string, from: string, to: string): void {
  if (exists(join(parent, to))) throw new RunFault(taken(join(parent, to)))
  try {
    moveIntoPlace(join(parent, from), join(parent, to))
  } catch (error) {
    throw folderFault(join(parent, to), error)
  }
}

/** Removes a staged folder; a link, or what is no folder, is left alone. Never throws: the next start tries again. */
export function removeFolder(parent: string, name: string): void {
  try {
    if (isFolder(join(parent, name))) rmSync(join(parent, name), {recursive: true, force: true})
  } catch {
    return
  }
}

export function isFolder(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}

/** Whether the folder has just these files, each with its hash. Throws a RunFault where the disk cannot tell. */
export function folderHolds(path: string, files: readonly {readonly name: string; readonly sha256: string}[]): boolean {
  try {
    if (!isFolder(path) || readdirSync(path).length !== files.length) return false
    return files.every(({name, sha256: expected}) => {
      const isFile = lstatSync(join(path, name), {throwIfNoEntry: false})?.isFile() ?? false
      return isFile && sha256(readFileSync(join(path, name))) === expected
    })
  } catch (error) {
    throw folderFault(path, error, unreadable)
  }
}

const exists = (path: string): boolean => lstatSync(path, {throwIfNoEntry: false}) !== undefined

function folderFault(folder: string, error: unknown, textOf = faultText): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  return new RunFault(textOf(folder, error.code), {cause: error})
}

const unreadable = (folder: string, code: string): LocalizedText => ({
  da: `${folder} kan ikke læses (${code}). Undersøg disken og adgangen til mappen, og kør igen.`,
  en: `${folder} cannot be read (${code}). Check the disk and the access to the folder, and run again.`,
})

function faultText(folder: string, code: string): LocalizedText {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      da: `Disken er fuld: ${folder} kan ikke skrives. Intet er bogført; skaf plads og kør igen.`,
      en: `The disk is full: ${folder} cannot be written. Nothing was posted; make room and run again.`,
    }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return {
      da: `Der er ikke adgang til at skrive ${folder}. Intet er bogført; giv skriveadgang, eller vælg en anden mappe med --out.`,
      en: `There is no access to write ${folder}. Nothing was posted; give write access, or choose another folder with --out.`,
    }
  return {
    da: `${folder} kan ikke skrives (${code}). Intet er bogført; undersøg disken og kør igen.`,
    en: `${folder} cannot be written (${code}). Nothing was posted; check the disk and run again.`,
  }
}

const taken = (path: string): LocalizedText => ({
  da: `${path} findes allerede. Intet er bogført; flyt den og kør igen.`,
  en: `${path} exists already. Nothing was posted; move it away and run again.`,
})
