/**
 * The table in a file (`formats.md`, Reading tables): takes the bytes, CSV or XLSX by their content and not by the ending
 * of the name, and returns the rows below the header with the columns that were found.
 */
import {InputError} from '../model/input-error.ts'
import type {TableKind} from '../model/tables/tables.ts'
import {cellText, type Sheet} from './cell.ts'
import {assignColumns, requireColumns, type SiteHeaders} from './columns.ts'
import {readCsv} from './csv.ts'
import type {Table} from './table.ts'
import {readXlsx} from './xlsx.ts'

const headerWithin = 20

/** `file` is the name without folders; the hash is hexadecimal. */
export type FileBytes = {readonly file: string; readonly sha256: string; readonly bytes: Uint8Array}

/** Throws an InputError where the file holds no such table, or none with a row. A booked table may be empty. */
export async function readTable(kind: TableKind, {file, sha256, bytes}: FileBytes, site: SiteHeaders): Promise<Table> {
  const sheets = await readSheets(kind, file, bytes, site)
  const {sheet, index, sheetsAfter} = findHeader(kind, sheets, site)
  const headers = (sheet.rows[index]?.cells ?? []).map((cell) => cellText(cell).trim())
  const columns = requireColumns(file, headers, assignColumns(kind, headers, site))
  const rows = sheet.rows.slice(index + 1)
  if (rows.length === 0 && kind !== 'booked') {
    throw new InputError(
      {file},
      kind === 'mapping'
        ? {
            da: 'Støttearket har en overskrift og ingen rækker. Udfyld det.',
            en: 'The support sheet has a header and no rows. Fill it in.',
          }
        : {
            da: 'Filen har en overskrift og ingen rækker. Lav udtrækket igen.',
            en: 'The file has a header and no rows. Make the export again.',
          },
    )
  }
  return {kind, file, sha256, sheet: sheet.name, unreadSheets: sheetsAfter, columns, width: headers.length, rows}
}

async function readSheets(kind: TableKind, file: string, bytes: Uint8Array, site: SiteHeaders): Promise<Sheet[]> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(file, bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new InputError(
      {file},
      {
        da: 'Filen er en gammel .xls, eller den har adgangskode. Gem den som .xlsx eller CSV uden adgangskode.',
        en: 'The file is an old .xls, or has a password. Save it as .xlsx or CSV without a password.',
      },
      {isOtherContent: !oldWorkbookParts.some((part) => Buffer.from(bytes).includes(part, 0, 'utf16le'))},
    )
  }
  const isHeader = (headers: readonly string[]) => {
    const {columns, missing, unclear} = assignColumns(kind, headers, site)
    return {isWhole: missing.length === 0 && columns.size + unclear.length > 0, found: columns.size}
  }
  return [readCsv(file, bytes, isHeader)]
}

/** The names of streams that an old workbook, or a new one with a password, has, and a mail or a letter has not. */
const oldWorkbookParts = ['Workbook', 'Book', 'EncryptedPackage']

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** `index` is that of the header's row. `sheetsAfter` have a whole header and rows too, and are not read. */
type FoundHeader = {readonly sheet: Sheet; readonly index: number; readonly sheetsAfter: readonly string[]}

/** The first sheet with a whole header near its top; else where most of one was found, for the message. */
function findHeader(kind: TableKind, sheets: readonly Sheet[], site: SiteHeaders): FoundHeader {
  const found = sheets.map((sheet) => ({sheet, ...headerIn(kind, sheet, site)}))
  const [first, ...others] = found.filter(({isWhole}) => isWhole)
  if (first) {
    const withRows = others.filter(({sheet, index}) => sheet.rows.length > index + 1)
    return {...first, sheetsAfter: withRows.map(({sheet}) => sheet.name ?? '')}
  }
  const [best] = found.toSorted((a, b) => b.columns - a.columns)
  return {sheet: best?.sheet ?? {name: null, rows: []}, index: best?.index ?? 0, sheetsAfter: []}
}

type HeaderPlace = {readonly index: number; readonly columns: number; readonly isWhole: boolean}

function headerIn(kind: TableKind, {name, rows}: Sheet, site: SiteHeaders): HeaderPlace {
  let best: HeaderPlace = {index: 0, columns: -1, isWhole: false}
  for (const [index, {row, cells}] of rows.entries()) {
    if (index >= headerWithin || (name !== null && row > headerWithin)) break
    const {missing, columns} = assignColumns(kind, cells.map(cellText), site)
    if (missing.length === 0) return {index, columns: columns.size, isWhole: true}
    if (columns.size > best.columns) best = {index, columns: columns.size, isWhole: false}
  }
  return best
}
