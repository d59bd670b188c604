/**
 * CSV (`formats.md`, Reading tables): takes the bytes of a file, returns one sheet. The delimiter is the one by which a line near the top is a header; rows above the header
 * are titles. Quoting is RFC 4180, and strict: a stray quote could swallow rows, so it stops the run.
 */
import {CsvError, parse} from 'csv-parse/sync'
import {decodeText} from '../files/decode.ts'
import {InputError} from '../model/input-error.ts'
import {longestCell, type Row, type Sheet} from './cell.ts'

const delimiters = [';', ',', '\t'] as const
const headerWithin = 20

/** How many of the columns a row of headers holds, and whether all the required ones are among them. */
export type HeaderTest = (headers: readonly string[]) => {readonly isWhole: boolean; readonly found: number}

/** The rows from the header on; where no header is found, the most likely one comes first. */
export function readCsv(file: string, bytes: Uint8Array, isHeader: HeaderTest): Sheet {
  const text = decodeText(file, bytes)
  const {delimiter, line, offset, isWhole} = findHeader(text, isHeader)
  try {
    return {name: null, rows: recordsOf(file, text.slice(offset), delimiter, line)}
  } catch (error) {
    // Without a header it is some other text: its quotes and lengths are no mistakes.
    if (isWhole || !(error instanceof InputError)) throw error
    throw new InputError(error.place, error.text, {cause: error, isOtherContent: true})
  }
}

type HeaderPlace = {
  readonly delimiter: string
  readonly line: number
  readonly offset: number
  readonly isWhole: boolean
}

function findHeader(text: string, isHeader: HeaderTest): HeaderPlace {
  let best: HeaderPlace & {found: number} = {delimiter: ';', line: 1, offset: 0, isWhole: false, found: -1}
  let offset = 0
  for (let line = 1; line <= headerWithin && offset < text.length; line += 1) {
    const end = text.indexOf('\n', offset)
    const content = text.slice(offset, end < 0 ? undefined : end)
    for (const delimiter of delimiters) {
      const {isWhole, found} = isHeader(headersIn(content, delimiter))
      if (isWhole) return {delimiter, line, offset, isWhole}
      if (found > best.found) best = {delimiter, line, offset, isWhole, found}
    }
    if (end < 0) break
    offset = end + 1
  }
  return best
}

const headersIn = (line: string, delimiter: string): string[] =>
  line.length > longestCell
    ? []
    : line.split(delimiter).map((header) =>
        trimmed(
          header
            .trim()
            .replace(/^"(.*)"$/, '$1')
            .replaceAll('""', '"'),
        ),
      )

function recordsOf(file: string, text: string, delimiter: string, firstLine: number): Row[] {
  try {
    let next = firstLine
    return parsed(text, delimiter).flatMap(({info, record}) => {
      const row = next
      next = firstLine + info.lines
      const cells = record.map(shown)
      const long = cells.findIndex(({length}) => length > longestCell)
      if (long >= 0) throw tooLong(file, row, long)
      return cells.some((cell) => cell !== '') ? [{row, cells}] : []
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = firstLine + linesOf(text, delimiter, Number(error.records ?? 0))
    throw new InputError(
      {file, row},
      {
        da: 'Filen kan ikke læses som CSV: et anførselstegn åbner eller lukker et felt det forkerte sted. Ret linjen, eller lav udtrækket igen.',
        en: 'The file cannot be read as CSV: a quote opens or closes a field in the wrong place. Correct the line, or make the export again.',
      },
      {cause: error},
    )
  }
}

type Parsed = {readonly info: {readonly lines: number}; readonly record: readonly string[]}

/** Throws a CsvError. */
const parsed = (text: string, delimiter: string, limits: {readonly to?: number} = {}): readonly Parsed[] =>
  parse(text, {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    info: true,
    ...limits,
  }) as unknown as readonly Parsed[]

/** How many lines the first records take: a quote that is never closed is reported where its own record begins. */
const linesOf = (text: string, delimiter: string, records: number): number =>
  records > 0 ? (parsed(text, delimiter, {to: records}).at(-1)?.info.lines ?? 0) : 0

export function tooLong(file: string, row: number, index: number): InputError {
  return new InputError(
    {file, row},
    {
      da: `Felt nr. ${index + 1} rummer over ${longestCell} tegn. Det er ikke et udtræk; ret feltet, eller lav udtrækket igen.`,
      en: `Field no. ${index + 1} holds over ${longestCell} characters. That is no export; correct the field, or make the export again.`,
    },
  )
}

/** `="0101901234"` is how programs keep a spreadsheet from taking text for a number: it shows the text. */
const shown = (text: string): string => trimmed(text.startsWith('="') ? text.replace(/^="([^"]*)"\s*$/, '$1') : text)

/** Without spaces around it, hard ones too. */
const trimmed = (text: string): string => text.trim()
