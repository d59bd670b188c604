/** What the baseline is to read and write: as many files, sheets and rows as `match` wrote, of about the same length. */

import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {parse} from 'csv-parse/sync'
import ExcelJS from 'exceljs'

export type PlannedFile =
  | {
      readonly kind: 'csv'
      readonly name: string
      readonly header: readonly string[]
      readonly row: readonly string[]
      readonly rows: number
    }
  | {readonly kind: 'lines'; readonly name: string; readonly line: unknown; readonly rows: number}
  | {
      readonly kind: 'workbook'
      readonly name: string
      readonly sheets: readonly {
        readonly name: string
        readonly row: readonly unknown[]
        /** Of the cells of that row. */
        readonly styles: readonly Partial<ExcelJS.Style>[]
        readonly rows: number
      }[]
    }

/** The ledger's tables and indices as they are made, and as many rows of each table, all like one in its middle. */
export type PlannedLedger = {
  readonly schema: readonly string[]
  readonly tables: readonly {
    readonly name: string
    readonly row: Readonly<Record<string, Value>>
    readonly rows: number
  }[]
}

type Value = string | number | null

export type Plan = {
  /** The tables, and bills.yaml. */
  readonly reads: readonly string[]
  readonly writes: readonly PlannedFile[]
  readonly ledger: PlannedLedger
}

/** From the one run in `out` and its ledger; gives the path of the plan. */
export async function planFrom(out: string, ledger: string, path: string, reads: readonly string[]): Promise<string> {
  const [run = ''] = (await readdir(out)).filter((name) => /^\d{8}-/.test(name))
  const names = (await readdir(join(out, run))).toSorted()
  const writes = await Promise.all(names.map((name) => planned(join(out, run), name)))
  await writeFile(path, JSON.stringify({reads, writes, ledger: plannedLedger(ledger)} satisfies Plan))
  return path
}

function plannedLedger(path: string): PlannedLedger {
  const database = new DatabaseSync(path, {readOnly: true})
  const all = <Row>(query: string): Row[] => database.prepare(query).all() as Row[]
  const made = all<{type: string; name: string; sql: string}>(
    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC, rowid",
  )
  const tables = made
    .filter(({type}) => type === 'table')
    .flatMap(({name}) => {
      const [{rows} = {rows: 0}] = all<{rows: number}>(`SELECT COUNT(*) AS rows FROM ${name}`)
      const [row] = all<Record<string, Value>>(`SELECT * FROM ${name} LIMIT 1 OFFSET ${Math.floor(rows / 2)}`)
      return row ? [{name, row, rows}] : []
    })
  database.close()
  return {schema: made.map(({sql}) => sql), tables}
}

async function planned(folder: string, name: string): Promise<PlannedFile> {
  const bytes = await readFile(join(folder, name))
  if (name.endsWith('.csv')) {
    const [header = [], ...rows] = parse(bytes, {delimiter: ';', bom: true}) as string[][]
    return {kind: 'csv', name, header, row: typical(rows, (row) => row.join(';').length) ?? [], rows: rows.length}
  }
  if (name.endsWith('.xlsx')) {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    return {
      kind: 'workbook',
      name,
      sheets: workbook.worksheets.map((sheet) => ({
        name: sheet.name,
        row: valuesOf(sheet.getRow(2)),
        styles: stylesOf(sheet.getRow(2), sheet.columnCount),
        rows: sheet.rowCount,
      })),
    }
  }
  const lines = bytes.toString('utf8').trimEnd().split('\n')
  const line = name.endsWith('.jsonl') ? typical(lines, ({length}) => length) : undefined
  return line === undefined
    ? {kind: 'lines', name, line: bytes.toString('utf8'), rows: 1}
    : {kind: 'lines', name, line: JSON.parse(line), rows: lines.length}
}

const valuesOf = (row: ExcelJS.Row): unknown[] => (Array.isArray(row.values) ? row.values.slice(1) : [])

const stylesOf = (row: ExcelJS.Row, count: number): Partial<ExcelJS.Style>[] =>
  Array.from({length: count}, (_, at) => row.getCell(at + 1).style)

/** The row whose length is nearest the mean. */
function typical<Row>(rows: readonly Row[], length: (row: Row) => number): Row | undefined {
  const mean = rows.reduce((sum, row) => sum + length(row), 0) / rows.length
  return rows.toSorted((a, b) => Math.abs(length(a) - mean) - Math.abs(length(b) - mean))[0]
}
