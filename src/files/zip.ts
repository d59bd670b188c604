/**
 * Zips (`formats.md`, Reading tables): takes the bytes of one, returns its entries, each with a way to its bytes. Nothing is unpacked before the sizes that the zip
 * states are within bounds, and nothing beyond what it states; no path in it is ever written or opened.
 */
import {posix} from 'node:path'
import type {Readable} from 'node:stream'
import {crc32} from 'node:zlib'
import {type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile} from 'yauzl'
import type {XmlExpectation} from '../model/problem.ts'

export type ZipEntry = {
  /** With its folders, as the zip has it. */
  readonly path: string
  /** Without folders. */
  readonly file: string
  /** Why it is not to be unpacked; null where it may be. */
  readonly refusal: XmlExpectation | null
  /** Rejects where what is packed is damaged, or is not of the size stated. */
  readonly bytes: () => Promise<Uint8Array>
}

/** `archive`: a folder of files in one; `workbook`: of whatever format; `package`: another document that is a zip inside. */
export type ZipKind = 'archive' | 'workbook' | 'package'

export type OpenZip = {
  readonly kind: ZipKind
  /** Files that are not hidden, in the order of their paths. */
  readonly entries: readonly ZipEntry[]
  /** Unpacked, all of it would be beyond bounds. */
  readonly isTooLarge: boolean
}

const largestEntry = 256 * 1024 * 1024
const largestWhole = 4 * 1024 * 1024 * 1024
const mostEntries = 100_000
/** An entry of over `ratioFrom` bytes is not packed more tightly than this: e-invoices come down to a tenth at most. */
const highestRatio = 100
const ratioFrom = 10 * 1024 * 1024

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** Null where it cannot be opened. Reads the directory alone. */
export async function openZip(bytes: Uint8Array): Promise<OpenZip | null> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await fromBufferPromise(buffer, {decodeStrings: false, autoClose: false})
    if (zip.entryCount > mostEntries) return {kind: 'archive', entries: [], isTooLarge: true}
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const named = entries.map((entry) => ({entry, path: pathOf(entry)}))
    const whole = entries.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0)
    return {
      kind: isOpenDocumentSheet(buffer) ? 'workbook' : kindOf(new Set(named.map(({path}) => path))),
      entries: named
        .filter(({path}) => !path.endsWith('/') && !isHidden(path))
        .map(({entry, path}) => zipEntry(zip, entry, path))
        .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
      isTooLarge: whole > largestWhole,
    }
  } catch {
    return null
  }
}

function zipEntry(zip: ZipFile, entry: Entry, path: string): ZipEntry {
  return {
    path,
    file: posix.basename(path.replaceAll('\\', '/')),
    refusal: refusalOf(entry, path),
    bytes: async () => unpacked(await zip.openReadStreamPromise(entry), entry),
  }
}

function refusalOf(entry: Entry, path: string): XmlExpectation | null {
  const {uncompressedSize, compressedSize} = entry
  if (validateFileName(path) !== null || path.includes('\0')) return 'zipPath'
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return 'zipReadable'
  if (uncompressedSize > largestEntry) return 'zipSize'
  return uncompressedSize > ratioFrom && uncompressedSize > compressedSize * highestRatio ? 'zipSize' : null
}

/** The stream ends with an error where it holds more or less than was stated. */
async function unpacked(stream: Readable, {uncompressedSize, crc32: stated}: Entry): Promise<Uint8Array> {
  const whole = Buffer.alloc(uncompressedSize)
  let end = 0
  for await (const piece of stream as AsyncIterable<Buffer>) end += piece.copy(whole, end)
  if (crc32(whole) !== stated) throw new RangeError('what was packed is not what comes out')
  return whole
}

const pathOf = ({generalPurposeBitFlag, fileNameRaw, extraFields}: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)

/** As in folders, and what a Mac adds to a zip. */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part === '__MACOSX') || /^(?:\.(?!\.?$)|~\$)/.test(posix.basename(path))

/** OpenDocument names its kind first and unpacked (OpenDocument 1.3, part 2, 3.3). */
const isOpenDocumentSheet = (bytes: Buffer): boolean =>
  bytes.subarray(0, 200).includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')

function kindOf(paths: ReadonlySet<string>): ZipKind {
  const hasTypes = paths.has('[Content_Types].xml')
  if (hasTypes && [...paths].some((path) => /^\/?xl\//.test(path))) return 'workbook'
  return hasTypes || paths.has('mimetype') || paths.has('META-INF/MANIFEST.MF') ? 'package' : 'archive'
}
