/**
 * Two files of a run, as the program itself wrote them (`formats.md`): takes the bytes of `opus-remarks.csv` and
 * `sensum-paid.csv`, returns their rows.
 */
import {parse} from 'csv-parse/sync'
import {type Period, parseIsoDate} from '../../model/calendar.ts'
import {type Cpr, cpr} from '../../model/citizen.ts'
import {InputError} from '../../model/input-error.ts'
import {type Ore, ore} from '../../model/money.ts'

/** A document that was posted, by this run or one before, according to `opus-remarks.csv`. */
export type PostedRow = {readonly documentNumber: string; readonly invoiceNumber: string; readonly supplierCvr: string}

export type PaidRow = {
  readonly grantId: string
  readonly citizen: Cpr
  readonly period: Period
  /** Øre; negative where a credit note took it back. */
  readonly amount: Ore
  readonly invoiceNumber: string
  readonly documentNumber: string
}

export type FoundRun = {
  readonly runId: string
  readonly posted: readonly PostedRow[]
  readonly paid: readonly PaidRow[]
}

/** Throws an InputError, as `paidRows` does, where the file is not as the program writes it. */
export const postedRows = (file: string, bytes: Uint8Array): PostedRow[] =>
  rows(file, bytes, ['Bilagsnummer', 'Fakturanummer', 'CVR-nummer', 'Status'])
    .filter(({cell}) => cell('Status') === 'Konteret')
    .map(({cell}) => ({
      documentNumber: cell('Bilagsnummer'),
      invoiceNumber: cell('Fakturanummer'),
      supplierCvr: cell('CVR-nummer'),
    }))

export const paidRows = (file: string, bytes: Uint8Array): PaidRow[] =>
  rows(file, bytes, [
    'Bevillings-id',
    'CPR-nummer',
    'Periode fra',
    'Periode til',
    'Beløb',
    'Fakturanummer',
    'Bilagsnummer',
  ]).map(({row, cell}) => {
    const required = <Value>(column: string, value: Value | undefined): Value => {
      if (value === undefined) throw unreadable(file, row, column)
      return value
    }
    return {
      grantId: cell('Bevillings-id'),
      citizen: required('CPR-nummer', cpr(cell('CPR-nummer').padStart(10, '0'))),
      period: {
        from: required('Periode fra', day(cell('Periode fra'))),
        to: required('Periode til', day(cell('Periode til'))),
      },
      amount: required('Beløb', amount(cell('Beløb'))),
      invoiceNumber: cell('Fakturanummer'),
      documentNumber: cell('Bilagsnummer'),
    }
  })

type FoundRow = {readonly row: number; readonly cell: (column: string) => string}

function rows(file: string, bytes: Uint8Array, columns: readonly string[]): FoundRow[] {
  const [header = [], ...records] = recordsOf(file, bytes)
  const missing = columns.find((column) => !header.includes(column))
  if (missing !== undefined) throw unreadable(file, 1, missing)
  return records.map((cells, index) => ({
    row: index + 2,
    cell: (column) => (cells[header.indexOf(column)] ?? '').trim(),
  }))
}

function recordsOf(file: string, bytes: Uint8Array): string[][] {
  try {
    return parse(decoded(bytes), {delimiter: ';', relax_column_count: true, skip_empty_lines: true, bom: true})
  } catch (error) {
    throw unreadable(file, undefined, undefined, error)
  }
}

/** `opus.encoding`: UTF-8 with or without its mark, or Windows-1252. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** `31.03.2026`, `31-03-2026`, `20260331` or `2026-03-31`. */
function day(text: string) {
  const danish = /^(\d{2})[.-](\d{2})[.-](\d{4})$/.exec(text)
  if (danish) return parseIsoDate(`${danish[3]}-${danish[2]}-${danish[1]}`)
  return parseIsoDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))
}

function amount(text: string): Ore | undefined {
  const found = /^(-?)(\d+),(\d{2})$/.exec(text)
  return found ? ore(Number(`${found[1]}${found[2]}${found[3]}`)) : undefined
}

function unreadable(file: string, row?: number, column?: string, cause?: unknown): InputError {
  const place = {file, ...(row === undefined ? {} : {row}), ...(column === undefined ? {} : {column})}
  return new InputError(
    place,
    {
      da: 'Kan ikke læses, som bills skrev den, så en ny ledger-fil kan ikke overtage kørslen. Hent filen fra sikkerhedskopien.',
      en: 'Cannot be read as bills wrote it, so that a new ledger cannot take the run over. Restore the file from its backup.',
    },
    {cause},
  )
}
