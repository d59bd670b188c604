/** The committed samples: an ordinary week, and a set in which each reason occurs. */
import {csvBytes, usual, xlsxBytes} from './files.ts'
import type {Bill, IsoDate, World} from './model.ts'
import {settingsFile} from './settings-file.ts'
import {chartTable, grantTable, invoiceTable, mappingTable} from './tables.ts'
import {truthFile, truthOn} from './truth-file.ts'
import {lastArrival, makeWorld} from './world.ts'

/** Relative to the folder of the samples. */
export type MadeFile = {readonly path: string; readonly bytes: Uint8Array}

/** Monday to Friday. */
const week = {from: '2026-03-23' as IsoDate, to: '2026-03-27' as IsoDate}
const postFrom = '2026-03-01' as IsoDate

export const sampleFiles = async (): Promise<MadeFile[]> => [...(await ordinaryWeek()), ...(await everyReason())]

/** About 300 bills, of which two in three can be posted. */
async function ordinaryWeek(): Promise<MadeFile[]> {
  const world = makeWorld({
    seed: 20_260_323,
    postFrom,
    span: week,
    bills: 300,
    grants: 420,
    suppliers: 24,
    smooth: 0.6,
    complete: false,
  })
  const bills = arrived(world)
  const inSheet = bills.filter((_, at) => at % 4 === 3)
  const inText = bills.filter((_, at) => at % 4 !== 3)
  const on = lastArrival(world)
  return [
    {path: 'week/invoices-1.csv', bytes: csvBytes(invoiceTable(inText))},
    {
      path: 'week/invoices-2.xlsx',
      bytes: await xlsxBytes(invoiceTable(inSheet), 'Fakturaer', 'Udtræk af åbne regninger, uge 13'),
    },
    {path: 'week/grants.xlsx', bytes: await xlsxBytes(grantTable(world.grants, on), 'Bevillinger')},
    ...(await surroundings('week', world)),
    {path: 'week/truth.jsonl', bytes: Buffer.from(truthFile(bills, on))},
  ]
}

/** Two exports: the second, two months later, holds what is new and what the first could not post. */
async function everyReason(): Promise<MadeFile[]> {
  const world = makeWorld({
    seed: 42,
    postFrom,
    span: week,
    bills: 0,
    grants: 0,
    suppliers: 10,
    smooth: 0,
    complete: true,
  })
  const [first, second] = [lastArrival(world), '2026-05-29' as IsoDate]
  const before = arrived(world, first)
  const open = before.filter((bill) => truthOn(bill, first).expect === 'exception')
  const after = [...open, ...arrived(world, second).filter(({arrives}) => arrives > first)]
  return [
    {path: 'reasons/week-1.csv', bytes: csvBytes(invoiceTable(before))},
    {
      path: 'reasons/week-2.csv',
      bytes: csvBytes(invoiceTable(after), {...usual, encoding: 'windows-1252', amounts: 'grouped'}),
    },
    {path: 'reasons/grants-1.csv', bytes: csvBytes(grantTable(world.grants, first))},
    {path: 'reasons/grants-2.csv', bytes: csvBytes(grantTable(world.grants, second))},
    ...(await surroundings('reasons', world)),
    {path: 'reasons/truth-1.jsonl', bytes: Buffer.from(truthFile(before, first))},
    {path: 'reasons/truth-2.jsonl', bytes: Buffer.from(truthFile(after, second))},
  ]
}

async function surroundings(folder: string, world: World): Promise<MadeFile[]> {
  return [
    {
      path: `${folder}/mapping.xlsx`,
      bytes: await xlsxBytes(mappingTable(world.mapping), 'Konteringsark', 'Støtteark til kontering af regninger'),
    },
    {path: `${folder}/chart.csv`, bytes: csvBytes(chartTable(world.chart))},
    {path: `${folder}/bills.yaml`, bytes: Buffer.from(settingsFile(world, 'chart.csv'))},
  ]
}

const arrived = (world: World, day = lastArrival(world)): Bill[] => world.bills.filter(({arrives}) => arrives <= day)
