/**
 * A file of a run, counted anew in its bytes as they were written (`formats.md`, Written by one run): takes a file,
 * returns its rows and amounts, for `tie-out.ts` to compare with the verdicts. Its reading of CSV, amounts and
 * encodings is meant to be its own: it shares nothing with the code that wrote the file, so that a fault there is seen.
 */
import type {OutputFile} from '../../model/run.ts'
import {plainName} from '../dry-run-ending.ts'

export type CountedFile = {
  readonly name: string
  /** Below the header of a CSV file; lines of a JSONL file; 0 of any other. */
  readonly rows: number
  /** Øre of each row, debit positive where the file has sides; none where it has no amounts. NaN is no amount. */
  readonly amounts: readonly number[]
}

export function countedFile({name, bytes}: OutputFile): CountedFile {
  const plain = plainName(name)
  if (plain.endsWith('.csv')) return {name, ...countedCsv(bytes)}
  return {name, rows: plain.endsWith('.jsonl') ? linesIn(bytes) : 0, amounts: []}
}

/** The two columns that are counted. */
const [amount, side] = ['Beløb', 'Debet/kredit'] as const

function countedCsv(bytes: Uint8Array): Omit<CountedFile, 'name'> {
  const [header = '', ...rows] = recordsIn(decoded(bytes))
  const columns = fieldsIn(header)
  const [amountIndex, sideIndex] = [columns.indexOf(amount), columns.indexOf(side)]
  if (amountIndex < 0) return {rows: rows.length, amounts: []}
  const amounts = rows.map((row) => {
    const fields = fieldsIn(row)
    if (fields.length !== columns.length) return Number.NaN
    return inOre(fields[amountIndex]) * (sideIndex < 0 ? 1 : signOf(fields[sideIndex]))
  })
  return {rows: rows.length, amounts}
}

const signOf = (written = ''): number => ({Debet: 1, Kredit: -1})[written] ?? Number.NaN

/** A line end inside quotes ends no record. */
function recordsIn(text: string): string[] {
  const records: string[] = []
  let isOpen = false
  for (const line of text.replace(/\r\n$/, '').split('\r\n')) {
    if (isOpen) records.push(`${records.pop()}\r\n${line}`)
    else records.push(line)
    if (line.includes('"') && line.split('"').length % 2 === 0) isOpen = !isOpen
  }
  return records
}

/** Quotes as they are written: a semicolon before an odd number of quotes is inside them. */
const fieldsIn = (record: string): string[] =>
  record.includes('"') ? record.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/) : record.split(';')

/** `-1234,50` → -123450; what is no amount ties out with nothing. */
const inOre = (text = ''): number => (/^-?\d+,\d{2}$/.test(text) ? Number(text.replace(',', '')) : Number.NaN)

/** UTF-8, with or without its mark, or else Windows-1252: what `opus.encoding` may ask for. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Counted in the bytes: as one text the file may be too long. */
function linesIn(bytes: Uint8Array): number {
  let count = 0
  for (let index = bytes.indexOf(lineFeed); index >= 0; index = bytes.indexOf(lineFeed, index + 1)) count += 1
  return count
}

const lineFeed = 0x0a
