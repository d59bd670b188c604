/**
 * Finds the files to read (`formats.md`, Reading tables): takes paths, returns files with their bytes. A folder is its
 * files and those of its subfolders, a zip the files in it; files are known by content, not by the ending of the name.
 * One file is read at a time, so that many take no more memory than one.
 */
import {closeSync, fstatSync, openSync, readFileSync, readSync} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {sha256, sha256OfFile} from '../files/sha256.ts'
import {isZip, type OpenZip, openZip, type ZipEntry} from '../files/zip.ts'
import {InputError} from '../model/input-error.ts'
import type {XmlExpectation} from '../model/problem.ts'
import {compareText} from '../model/source.ts'
import type {FileBytes} from './read-table.ts'
import {largestXml, type RefusedFile, refused} from './ubl/read-ubl.ts'
import {looksLikeXml} from './ubl/xml-text.ts'

export type FoundFile = FileBytes & {
  readonly kind: 'file'
  /** Found in a folder or zip: it may be something else than what is looked for. */
  readonly isFromFolder: boolean
  /** A document of another program that is a zip inside: no table and no invoice. */
  readonly isForeign: boolean
}

/** By name, then path. Throws an InputError for what is not there or cannot be opened. */
export async function* findInputs(paths: readonly string[]): AsyncGenerator<FoundFile | RefusedFile> {
  for (const {path, isFromFolder} of await filesIn(paths)) {
    const found = await opened(path)
    if (found.kind === 'refused') yield found
    else yield* filesInside(found, isFromFolder, path)
  }
}

type FoundPath = {readonly path: string; readonly isFromFolder: boolean}

async function filesIn(paths: readonly string[]): Promise<FoundPath[]> {
  const found: FoundPath[] = []
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        for (const inner of await filesBelow(path)) found.push({path: inner, isFromFolder: true})
      } else found.push({path, isFromFolder: false})
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  return found.toSorted((a, b) => compareText(basename(a.path), basename(b.path)) || compareText(a.path, b.path))
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map(({parentPath, name}) => join(parentPath, name))
}

type Opened = (FileBytes & {readonly kind: 'file'}) | RefusedFile

async function opened(path: string): Promise<Opened> {
  const file = basename(path)
  try {
    const bytes = bytesOf(path)
    if (bytes === null) return refused(file, await sha256OfFile(path), 'XML', file, 'xmlSize')
    return {kind: 'file', file, sha256: sha256(bytes), bytes}
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Null where it is XML beyond bounds. Read without waiting: of many small files the waiting would take the most time. */
function bytesOf(path: string): Uint8Array | null {
  const file = openSync(path, 'r')
  try {
    if (fstatSync(file).size > largestXml) {
      const start = new Uint8Array(1_024)
      if (looksLikeXml(start.subarray(0, readSync(file, start, 0, start.length, 0)))) return null
    }
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** The files in a zip, unless it is the document of some program; of everything else the file itself. */
async function* filesInside(
  file: FileBytes,
  isFromFolder: boolean,
  path: string,
): AsyncGenerator<FoundFile | RefusedFile> {
  const zip = isZip(file.bytes) ? await openZip(file.bytes) : null
  if (isZip(file.bytes) && !zip && !holdsWorkbook(file.bytes)) throw unopened(path)
  if (zip?.kind !== 'archive') {
    yield {...file, kind: 'file', isFromFolder, isForeign: zip?.kind === 'package'}
    return
  }
  if (zip.isTooLarge) {
    yield refused(file.file, file.sha256, 'ZIP', file.file, 'zipSize')
    return
  }
  yield* filesOf(zip, file)
}

async function* filesOf({entries}: OpenZip, archive: FileBytes): AsyncGenerator<FoundFile | RefusedFile> {
  for (const entry of entries) {
    const bytes = entry.refusal ?? (await entry.bytes().catch((): XmlExpectation => 'zipReadable'))
    if (typeof bytes === 'string') {
      yield refusedEntry(archive, entry, bytes)
      continue
    }
    const inner = isZip(bytes) ? await openZip(bytes) : null
    if (isZip(bytes) && inner?.kind !== 'workbook' && inner?.kind !== 'package') {
      yield refusedEntry(archive, entry, inner ? 'zipInZip' : 'zipReadable')
      continue
    }
    const found: FileBytes = {file: entry.file, sha256: sha256(bytes), bytes}
    yield {...found, kind: 'file', isFromFolder: true, isForeign: inner?.kind === 'package'}
  }
}

/** What was not unpacked is known by the zip's own content and the path in it. */
const refusedEntry = (archive: FileBytes, entry: ZipEntry, expected: XmlExpectation): RefusedFile =>
  refused(entry.file, sha256(`${archive.sha256} ${entry.path}`), 'ZIP', `${archive.file}: ${entry.path}`, expected)

/** Of a zip that cannot be opened: whether it was a workbook, which is reported by the reader of workbooks. */
const holdsWorkbook = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('xl/')

const unopened = (path: string): InputError =>
  new InputError(
    {file: path},
    {
      da: 'Zip-filen kan ikke åbnes: den er afkortet eller beskadiget. Hent den igen.',
      en: 'The zip cannot be opened: it is cut short or damaged. Fetch it again.',
    },
  )

function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') {
    return new InputError(
      {file: path},
      {da: 'Filen findes ikke. Ret stien.', en: 'There is no such file. Correct the path.'},
      {cause: error},
    )
  }
  return new InputError(
    {file: path},
    {
      da: `Filen kan ikke åbnes (${code}). Er den åben i et andet program, eller mangler der rettigheder?`,
      en: `The file cannot be opened (${code}). Is it open in another program, or are rights missing?`,
    },
    {cause: error},
  )
}
