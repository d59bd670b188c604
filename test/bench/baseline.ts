/**
 * Reads the files of a plan and writes as many rows as it says, in the same form and as durably, with the libraries that
 * the program uses, and decides nothing: what reading and writing alone costs. `node baseline.ts PLAN OUT [ledger]`; with the last word the
 * rows of the ledger are written too.
 */
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {parse} from 'csv-parse/sync'
import {stringify} from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import yaml from 'yaml'
import type {Plan, PlannedFile, PlannedLedger} from './plan.ts'

const [planPath = '', out = '', ledgerToo] = process.argv.slice(2)
const plan = JSON.parse(await readFile(planPath, 'utf8')) as Plan

const tables: unknown[] = []
for (const path of plan.reads) tables.push(await read(path))
await mkdir(out, {recursive: true})
// Forced to the disk, as the run's files must be before they count.
for (const file of plan.writes) await writeFile(join(out, file.name), await bytesOf(file), {flush: true})
if (ledgerToo) writeLedger(plan.ledger, join(out, 'bills.db'))
if (tables.length !== plan.reads.length) process.exitCode = 1

async function read(path: string): Promise<unknown[]> {
  const bytes = await readFile(path)
  if (path.endsWith('.yaml')) return [yaml.parse(bytes.toString())]
  if (path.endsWith('.csv')) return parse(bytes, {delimiter: ';', bom: true, columns: true})
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const rows: unknown[] = []
  workbook.eachSheet((sheet) => sheet.eachRow((row) => rows.push(row.values)))
  return rows
}

async function bytesOf(file: PlannedFile): Promise<string | Uint8Array> {
  if (file.kind === 'csv') {
    return stringify([file.header, ...Array.from({length: file.rows}, () => file.row)], {
      delimiter: ';',
      record_delimiter: '\r\n',
    })
  }
  if (file.kind === 'lines') {
    const {line, rows} = file
    return typeof line === 'string' ? line : Array.from({length: rows}, () => `${JSON.stringify(line)}\n`).join('')
  }
  const workbook = new ExcelJS.Workbook()
  for (const {name, row, styles, rows} of file.sheets) {
    const sheet = workbook.addWorksheet(name)
    for (let at = 0; at < rows; at += 1) {
      const added = sheet.addRow([...row])
      for (const [place, style] of styles.entries()) added.getCell(place + 1).style = style
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** In one transaction, as the program writes them; keys that must differ are counted up. */
function writeLedger({schema, tables}: PlannedLedger, path: string): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; BEGIN')
  for (const sql of schema) database.exec(sql)
  for (const {name, row, rows} of tables) {
    const columns = Object.keys(row)
    const insert = database.prepare(
      `INSERT OR IGNORE INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (let at = 0; at < rows; at += 1) {
      const values = columns.map((column) => (/^(id|number|position)$/.test(column) ? at + 1 : (row[column] ?? null)))
      const own = columns.indexOf(columns.includes('key') ? 'key' : 'hash')
      insert.run(
        ...values.map((value, place) =>
          place === own ? `${String(value).slice(0, -8)}${String(at).padStart(8, '0')}` : value,
        ),
      )
    }
  }
  database.exec('COMMIT')
  database.close()
}
