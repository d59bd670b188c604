/** A register and bills of any size, for measuring: one export of everything. */
import type {Period} from '../../src/model/calendar.ts'
import {csvBytes, xlsxBytes} from './files.ts'
import type {IsoDate} from './model.ts'
import type {MadeFile} from './samples.ts'
import {settingsFile} from './settings-file.ts'
import {chartTable, grantTable, invoiceTable, mappingTable} from './tables.ts'
import {lastArrival, makeWorld} from './world.ts'

export type BulkSize = {readonly seed: number; readonly bills: number; readonly grants: number; readonly span: Period}

/** The last twentieth of the bills comes as a workbook, at most 2,000 of them. */
export async function bulkFiles({seed, bills, grants, span}: BulkSize): Promise<MadeFile[]> {
  const world = makeWorld({
    seed,
    bills,
    grants,
    span,
    postFrom: '2026-03-01' as IsoDate,
    suppliers: Math.ceil(grants / 40),
    smooth: 0.7,
    complete: false,
  })
  const inSheet = Math.min(2_000, Math.ceil(world.bills.length / 20))
  // A document that comes again would stand twice in one export.
  const once = world.bills.filter(({again}) => again === null)
  return [
    {path: 'invoices.csv', bytes: csvBytes(invoiceTable(once.slice(0, -inSheet)))},
    {path: 'invoices.xlsx', bytes: await xlsxBytes(invoiceTable(once.slice(-inSheet)), 'Fakturaer')},
    {path: 'grants.csv', bytes: csvBytes(grantTable(world.grants, lastArrival(world)))},
    {path: 'mapping.xlsx', bytes: await xlsxBytes(mappingTable(world.mapping), 'Konteringsark')},
    {path: 'chart.csv', bytes: csvBytes(chartTable(world.chart))},
    {path: 'bills.yaml', bytes: Buffer.from(settingsFile(world))},
  ]
}
