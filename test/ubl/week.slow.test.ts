/** A generated week as CSV, as OIOUBL files and as Peppol files: the same bills, and the same postings. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {csvBytes, xlsxBytes} from '../../samples/generator/files.ts'
import type {Bill, IsoDate} from '../../samples/generator/model.ts'
import {chartTable, grantTable, invoiceTable, mappingTable} from '../../samples/generator/tables.ts'
import {lastArrival, makeWorld} from '../../samples/generator/world.ts'
import {canBeXml, invoiceXml, type XmlForm, xmlFileName} from '../../samples/generator/xml.ts'
import {runMatch} from '../../src/app/match.ts'
import type {Outcome} from '../simulation/outcomes.ts'
import {readOutcomes} from '../simulation/outcomes.ts'
import {configFor, contraAccount} from '../simulation/weeks.ts'

const span = {from: '2026-03-23' as IsoDate, to: '2026-03-27' as IsoDate}
const world = makeWorld({
  ...{seed: 20_260_404, postFrom: '2026-03-01' as IsoDate, span, bills: 1_050, grants: 1_500, suppliers: 60},
  ...{smooth: 0.6, complete: true},
})
const bills = world.bills.filter((bill) => bill.again === null && canBeXml(bill)).slice(0, 1_000)
const config = {...configFor(world), xmlDocumentNumber: '^(\\d+)_'}

let folder = ''
const outcomes = new Map<string, ReadonlyMap<string, Outcome>>()
const of = (form: string): ReadonlyMap<string, Outcome> => outcomes.get(form) ?? new Map()

describe('a week of 1,000 invoices', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bills-week-'))
    await writeFile(join(folder, 'grants.csv'), csvBytes(grantTable(world.grants, lastArrival(world))))
    await writeFile(join(folder, 'mapping.xlsx'), await xlsxBytes(mappingTable(world.mapping), 'Konteringsark'))
    await writeFile(join(folder, 'chart.csv'), csvBytes(chartTable(world.chart)))
    await writeFile(join(folder, 'bills.csv'), csvBytes(invoiceTable(bills)))
    await writeFile(join(folder, 'bills.xlsx'), await xlsxBytes(invoiceTable(bills), 'Fakturaer'))
    for (const form of ['oioubl', 'peppol'] as const) await writeXml(form)
    for (const form of ['bills.csv', 'bills.xlsx', 'oioubl', 'peppol']) outcomes.set(form, await matched(form))
  }, 300_000)
  afterAll(() => rm(folder, {recursive: true, force: true}))

  it('is large, and about half of it can be posted', () => {
    expect(bills).toHaveLength(1_000)
    const posted = [...of('bills.csv').values()].filter((outcome) => outcome.posted)
    expect(posted.length).toBeGreaterThan(400)
    expect(posted.length).toBeLessThan(900)
  })

  it.each(['bills.xlsx', 'oioubl', 'peppol'])('as %s gives the same postings as CSV', (form) => {
    expect(postings(of(form))).toEqual(postings(of('bills.csv')))
  })

  it.each(['bills.xlsx', 'oioubl'])('as %s gives the same reasons as CSV', (form) => {
    expect(codes(of(form))).toEqual(codes(of('bills.csv')))
  })

  it('as Peppol too, but that it has no field for a number that is none', () => {
    const csv = codes(of('bills.csv'))
    const other = codes(of('peppol')).filter((each) => !csv.includes(each))
    expect(new Set(other.map((each) => each.split(' ')[1]))).toEqual(new Set(['CPR_MISSING']))
    expect(other.length).toBeLessThan(20)
  })
})

async function writeXml(form: XmlForm): Promise<void> {
  await mkdir(join(folder, form))
  for (const bill of bills satisfies readonly Bill[])
    await writeFile(join(folder, form, xmlFileName(bill)), invoiceXml(bill, form))
}

async function matched(form: string): Promise<ReadonlyMap<string, Outcome>> {
  const {run, folder: out} = await runMatch({
    invoices: [join(folder, form)],
    grants: [join(folder, 'grants.csv')],
    mapping: join(folder, 'mapping.xlsx'),
    chart: join(folder, 'chart.csv'),
    booked: [],
    out: join(folder, `${form}-out`),
    ledger: join(folder, `${form}.db`),
    newLedger: false,
    acceptFewerGrants: false,
    dryRun: false,
    config,
    now: new Date('2026-03-30T07:00:00Z'),
  })
  expect(run.result.totals.received.invoices).toBe(1_000)
  expect(run.read.repeatedRows).toBe(0)
  return readOutcomes(out, contraAccount)
}

const postings = (found: ReadonlyMap<string, Outcome>) =>
  [...found].filter(([, {paid}]) => paid.length > 0).map(([document, {paid, coded}]) => [document, paid, coded])

const codes = (found: ReadonlyMap<string, Outcome>) => [...found].map(([document, {code}]) => `${document} ${code}`)
