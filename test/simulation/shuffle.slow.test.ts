/** The order of rows and files changes no verdict. */
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {csvBytes, xlsxBytes} from '../../samples/generator/files.ts'
import type {IsoDate} from '../../samples/generator/model.ts'
import {type Random, randomFrom} from '../../samples/generator/random.ts'
import {chartTable, grantTable, invoiceTable, mappingTable, type Table} from '../../samples/generator/tables.ts'
import {lastArrival, makeWorld} from '../../samples/generator/world.ts'
import {runMatch} from '../../src/app/match.ts'
import {workbookCells} from '../samples/workbook-cells.ts'
import {configFor} from './weeks.ts'

const world = makeWorld({
  seed: 99,
  postFrom: '2026-03-01' as IsoDate,
  span: {from: '2026-03-23' as IsoDate, to: '2026-03-27' as IsoDate},
  bills: 60,
  grants: 90,
  suppliers: 8,
  smooth: 0.3,
  complete: true,
})

/** Trials on one ledger: nothing is recorded between them, and citizens have the same keyed hash in each. */
describe.each([
  ['with line numbers', []],
  ['without line numbers', ['Linje']],
  ['without line and document numbers', ['Linje', 'Bilagsnummer']],
])('a week %s', (_, without) => {
  let folder = ''
  let expected: Outputs = new Map()
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shuffle-'))
    expected = await outputsOf(folder, without, undefined)
  })
  afterAll(() => rm(folder, {recursive: true, force: true}))

  it('gives the same outputs whatever the order of rows and files', async () => {
    expect([...expected.keys()]).toContain('summary.json')
    for (let seed = 1; seed <= 34; seed += 1) {
      const outputs = await outputsOf(folder, without, randomFrom(seed))
      expect([...outputs.keys()]).toEqual([...expected.keys()])
      for (const [name, content] of outputs) expect(content, `${name}, shuffle ${seed}`).toEqual(expected.get(name))
    }
  })
})

type Outputs = ReadonlyMap<string, unknown>

/** What a trial writes, by file name, without row numbers, hashes of inputs and the run's stamp. */
async function outputsOf(folder: string, without: readonly string[], random: Random | undefined): Promise<Outputs> {
  const at = await mkdtemp(join(folder, 'trial-'))
  const inOrder = <Item>(items: readonly Item[]): Item[] => random?.shuffle(items) ?? [...items]
  const mixed = ({headers, rows}: Table): Table => ({headers, rows: inOrder(rows)})
  const day = lastArrival(world)
  const bills = world.bills.filter(({arrives}) => arrives <= day)
  const tables = [0, 1, 2].map((part) => lacking(invoiceTable(bills.filter((_, index) => index % 3 === part)), without))

  await mkdir(at, {recursive: true})
  const invoices = inOrder(tables.map((table, part) => [join(at, `invoices-${part}.csv`), table] as const))
  for (const [path, table] of invoices) await writeFile(path, csvBytes(mixed(table)))
  const grants = grantTable(world.grants, day)
  const halves = inOrder([
    [join(at, 'grants-a.csv'), {...grants, rows: grants.rows.filter((_, index) => index % 2 === 0)}] as const,
    [join(at, 'grants-b.csv'), {...grants, rows: grants.rows.filter((_, index) => index % 2 === 1)}] as const,
  ])
  for (const [path, table] of halves) await writeFile(path, csvBytes(mixed(table)))
  await writeFile(join(at, 'mapping.xlsx'), await xlsxBytes(mixed(mappingTable(world.mapping)), 'Konteringsark'))
  await writeFile(join(at, 'chart.csv'), csvBytes(mixed(chartTable(world.chart))))

  const report = await runMatch({
    invoices: invoices.map(([path]) => path),
    grants: halves.map(([path]) => path),
    mapping: join(at, 'mapping.xlsx'),
    chart: join(at, 'chart.csv'),
    booked: [],
    out: join(at, 'out'),
    ledger: join(folder, 'bills.db'),
    newLedger: false,
    acceptFewerGrants: false,
    dryRun: true,
    config: configFor(world),
    now: new Date('2026-03-30T07:00:00Z'),
  })
  const names = (await readdir(report.folder)).toSorted()
  return new Map(
    await Promise.all(names.map(async (name) => [name, await contentOf(join(report.folder, name))] as const)),
  )
}

function lacking({headers, rows}: Table, without: readonly string[]): Table {
  const kept = headers.map((_, at) => at).filter((at) => !without.includes(headers[at] ?? ''))
  return {headers: kept.map((at) => headers[at] ?? ''), rows: rows.map((row) => kept.map((at) => row[at] ?? null))}
}

async function contentOf(path: string): Promise<unknown> {
  const bytes = await readFile(path)
  if (path.endsWith('.xlsx')) {
    const cells = JSON.parse(withoutRowsInWords(JSON.stringify(await workbookCells(bytes)))) as readonly unknown[]
    return cells.map(withoutRowNumbers)
  }
  const text = withoutRowsInWords(bytes.toString('utf8'))
  if (path.endsWith('summary.json'))
    return text.replaceAll(/"sha256": ?"[0-9a-f]{64}"/g, '').replaceAll(/"(runId|startedAt|finishedAt)": ?"[^"]*"/g, '')
  if (path.endsWith('proof.jsonl')) return text.replaceAll(/"row":\d+/g, '')
  // `Række` is the last column of exceptions.csv.
  return path.includes('exceptions') ? text.replaceAll(/;\d+\r\n/g, '\r\n') : text
}

/** Sentences name rows too («række 19 i mapping.xlsx», «invoices-0.csv:33»), and hidden cells the run's stamp. */
const withoutRowsInWords = (text: string): string =>
  text.replaceAll(/(række |\.csv:|\.xlsx:)\d+/g, '$1').replaceAll(/20260330-090000(-\d+)?/g, '')

type Sheet = {readonly name: string; readonly rows: readonly (readonly unknown[])[]}

/** A list of row errors comes by row number, so that without them its order says nothing. */
function withoutRowNumbers(sheet: unknown): unknown {
  const {name, rows} = sheet as Sheet
  const column = rows[0]?.indexOf('Række') ?? -1
  if (column === -1) return sheet
  const rest = rows.map((row) => row.filter((_, at) => at !== column))
  return {
    name,
    rows:
      rows[0]?.includes('Kode') && rows[0]?.includes('Ansvarlig')
        ? rest
        : rest.map((row) => JSON.stringify(row.slice(1))).toSorted(),
  }
}
