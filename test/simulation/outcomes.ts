/** What a run said and did, read from the files that it wrote. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'

export type Outcome = {
  readonly posted: boolean
  /** Empty when posted. */
  readonly code: string
  /** `grant from to amount`, sorted: the rows for Sensum. */
  readonly paid: readonly string[]
  /** `account pspElement from to amount`, sorted: the lines for OPUS but for the contra account; a reversal is negative. */
  readonly coded: readonly string[]
}

export type Total = {readonly invoices: number; readonly lines: number; readonly amount: string}
export type RunSummary = Readonly<Record<'received' | 'posted' | 'decided' | 'exceptions' | 'alreadyPosted', Total>> & {
  readonly repeatedRows: number
  readonly inputs: readonly {readonly name: string; readonly kind?: string; readonly rows: number}[]
}

/** By document number. */
export async function readOutcomes(folder: string, contraAccount: string): Promise<ReadonlyMap<string, Outcome>> {
  const names = await readdir(folder)
  const paid = grouped(await rowsOf(join(folder, 'sensum-paid.csv')), 'Bilagsnummer', (row) =>
    [row['Bevillings-id'], isoDay(row['Periode fra']), isoDay(row['Periode til']), row.Beløb].join(' '),
  )
  const parts = names.filter((name) => /^opus-posting-.*\.csv$/.test(name))
  const lines = (await Promise.all(parts.map((name) => rowsOf(join(folder, name))))).flat()
  const coded = grouped(
    lines.filter(({Artskonto}) => Artskonto !== contraAccount),
    'Referencenøgle',
    (row) =>
      [
        row.Artskonto,
        row['PSP-element'],
        isoDay(row['Ydelsesperiode fra']),
        isoDay(row['Ydelsesperiode til']),
        `${row['Debet/kredit'] === 'Kredit' ? '-' : ''}${row.Beløb}`,
      ].join(' '),
  )
  const remarks = await rowsOf(join(folder, 'opus-remarks.csv'))
  return new Map(
    remarks.map(({Bilagsnummer = '', Status, Kode = ''}) => [
      Bilagsnummer,
      {
        posted: Status === 'Konteret',
        code: Kode,
        paid: paid.get(Bilagsnummer)?.toSorted() ?? [],
        coded: coded.get(Bilagsnummer)?.toSorted() ?? [],
      },
    ]),
  )
}

export const readSummary = async (folder: string): Promise<RunSummary> =>
  JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as RunSummary

type CsvRow = Readonly<Record<string, string | undefined>>

async function rowsOf(path: string): Promise<CsvRow[]> {
  return parse(await readFile(path), {columns: true, delimiter: ';', bom: true}) as CsvRow[]
}

function grouped(rows: readonly CsvRow[], key: string, value: (row: CsvRow) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const row of rows) groups.set(row[key] ?? '', [...(groups.get(row[key] ?? '') ?? []), value(row)])
  return groups
}

/** `31.03.2026` and `31-03-2026` → `2026-03-31`. */
const isoDay = (text = ''): string =>
  /^\d{2}[.-]\d{2}[.-]\d{4}$/.test(text) ? text.split(/[.-]/).reverse().join('-') : text
