/**
 * Feeds a made-up world to the program week by week, as the municipality would: each Monday the export of all
 * bills not yet posted, new and old, with the register as it stands; the ledger and the folders are real files.
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parse} from 'yaml'
import {csvBytes, dialects, usual, xlsxBytes} from '../../samples/generator/files.ts'
import type {Bill, IsoDate, World} from '../../samples/generator/model.ts'
import {settingsFile} from '../../samples/generator/settings-file.ts'
import {chartTable, grantTable, invoiceTable, mappingTable} from '../../samples/generator/tables.ts'
import {runMatch} from '../../src/app/match.ts'
import {configSchema, type MatchConfig} from '../../src/config/schema.ts'
import {addDays} from '../../src/model/calendar.ts'
import {type Outcome, type RunSummary, readOutcomes, readSummary} from './outcomes.ts'

export const contraAccount = '95990009'

export type Week = {
  /** The last day whose arrivals are in the export. */
  readonly until: IsoDate
  readonly bills: readonly Bill[]
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly summary: RunSummary
}

export const configFor = (world: World): MatchConfig => configSchema.parse(parse(settingsFile(world))) as MatchConfig

/** One run for each Monday from a week after the first invoice to the first Monday on which all have arrived; the last is run twice. */
export async function simulate(world: World, folder: string): Promise<Week[]> {
  const weeks: Week[] = []
  const posted = new Set<string>()
  await writeSurroundings(world, folder)
  let [since, until] = [addDays(world.span.from, -1), firstSunday(world.span.from)]
  for (;;) {
    const week = await runWeek(world, folder, {since, until, posted, number: weeks.length})
    weeks.push(week)
    for (const [document, outcome] of week.outcomes) if (outcome.posted) posted.add(document)
    if (until >= addDays(world.span.to, 35)) break
    since = until
    until = addDays(until, 7)
  }
  const last = weeks.at(-1)
  if (last)
    weeks.push(await runWeek(world, folder, {since, until, posted: new Set(), number: weeks.length, bills: last.bills}))
  return weeks
}

type WeekSettings = {
  readonly since: IsoDate
  readonly until: IsoDate
  readonly posted: ReadonlySet<string>
  readonly number: number
  readonly bills?: readonly Bill[]
}

async function runWeek(
  world: World,
  folder: string,
  {since, until, posted, number, bills = exportOf(world, since, until, posted)}: WeekSettings,
): Promise<Week> {
  const at = join(folder, `week-${number}`)
  await mkdir(at)
  const invoices = await writeExport(at, bills, number)
  await writeFile(join(at, 'grants.csv'), csvBytes(grantTable(world.grants, until)))
  const report = await runMatch({
    invoices,
    grants: [join(at, 'grants.csv')],
    mapping: join(folder, 'mapping.xlsx'),
    chart: join(folder, 'chart.csv'),
    booked: [],
    out: join(folder, 'out'),
    ledger: join(folder, 'bills.db'),
    newLedger: false,
    acceptFewerGrants: false,
    dryRun: false,
    config: configFor(world),
    now: new Date(`${addDays(until, 1)}T07:00:0${number % 10}Z`),
  })
  return {
    until,
    bills,
    outcomes: await readOutcomes(report.folder, contraAccount),
    summary: await readSummary(report.folder),
  }
}

/** All that is not posted; a document that comes again does so in one week alone, and stands for its earlier self. */
function exportOf(world: World, since: IsoDate, until: IsoDate, posted: ReadonlySet<string>): Bill[] {
  const arrived = world.bills.filter(({arrives}) => arrives <= until)
  const again = arrived.filter((bill) => bill.again !== null && bill.arrives > since)
  const replaced = new Set(again.map(({documentNumber}) => documentNumber))
  const open = arrived.filter(
    (bill) => bill.again === null && !posted.has(bill.documentNumber) && !replaced.has(bill.documentNumber),
  )
  return [...open, ...again]
}

/** In the forms of real systems, by turns: one file or two, CSV or a workbook, which may share rows. */
async function writeExport(folder: string, bills: readonly Bill[], number: number): Promise<string[]> {
  const dialect = dialects[number % dialects.length] ?? usual
  const middle = number % 3 === 1 ? Math.floor(bills.length / 2) : bills.length
  const shared = number % 4 === 1 ? 0 : 3
  const parts = [bills.slice(0, middle), bills.slice(Math.max(0, middle - shared))].filter(
    (part, at) => at === 0 || (middle < bills.length && part.length > 0),
  )
  return Promise.all(
    parts.map(async (part, at) => {
      const asWorkbook = at === 1 && number % 2 === 0
      const path = join(folder, `invoices-${at + 1}.${asWorkbook ? 'xlsx' : 'csv'}`)
      await writeFile(
        path,
        asWorkbook ? await xlsxBytes(invoiceTable(part), 'Fakturaer', 'Udtræk') : csvBytes(invoiceTable(part), dialect),
      )
      return path
    }),
  )
}

async function writeSurroundings(world: World, folder: string): Promise<void> {
  await writeFile(join(folder, 'mapping.xlsx'), await xlsxBytes(mappingTable(world.mapping), 'Konteringsark'))
  await writeFile(join(folder, 'chart.csv'), csvBytes(chartTable(world.chart)))
}

function firstSunday(from: IsoDate): IsoDate {
  let day = from
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 0) day = addDays(day, 1)
  return day
}
