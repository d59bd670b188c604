/**
 * The inputs that the repository has, as series of runs: the sample week twice, the two weeks of reasons, and the
 * inputs of each reason code. For tests that hold for every line that the program may meet.
 */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {readInputs} from '../../src/app/read-inputs.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import type {MatchConfig} from '../../src/config/schema.ts'
import {runBatch} from '../../src/match/run-batch.ts'
import type {BatchResult} from '../../src/model/batch.ts'
import type {IsoDate} from '../../src/model/calendar.ts'
import type {Earlier} from '../../src/model/earlier.ts'
import type {FinishedRun, ReadInputs} from '../../src/model/run.ts'

/** Files of one run; full paths. */
type RunInputs = {
  readonly invoices: readonly string[]
  readonly grants: readonly string[]
  readonly mapping: string
  readonly chart: string | null
  readonly booked: readonly string[]
  readonly config: string
}

export type Series = {readonly name: string; readonly runs: readonly RunInputs[]}

const samples = join(import.meta.dirname, '../../samples')
const reasons = join(import.meta.dirname, '../reasons')

export const sampleSeries = (): Series[] => [
  {name: 'samples/week', runs: [sampleWeek, sampleWeek]},
  {name: 'samples/reasons', runs: [reasonsWeek(1), reasonsWeek(2)]},
  ...readdirSync(reasons, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => ({
      name: `test/reasons/${name}`,
      runs: ['input', 'input-2']
        .map((folder) => join(reasons, name, folder))
        .filter(existsSync)
        .map(reasonInput),
    })),
]

const sampleWeek: RunInputs = {
  invoices: ['invoices-1.csv', 'invoices-2.xlsx'].map((file) => join(samples, 'week', file)),
  grants: [join(samples, 'week/grants.xlsx')],
  mapping: join(samples, 'week/mapping.xlsx'),
  chart: join(samples, 'week/chart.csv'),
  booked: [],
  config: join(samples, 'week/bills.yaml'),
}

const reasonsWeek = (week: number): RunInputs => ({
  invoices: [join(samples, `reasons/week-${week}.csv`)],
  grants: [join(samples, `reasons/grants-${week}.csv`)],
  mapping: join(samples, 'reasons/mapping.xlsx'),
  chart: join(samples, 'reasons/chart.csv'),
  booked: [],
  config: join(samples, 'reasons/bills.yaml'),
})

function reasonInput(folder: string): RunInputs {
  const chart = join(folder, 'chart.csv')
  return {
    invoices: [join(folder, 'invoices.csv')],
    grants: [join(folder, 'grants.csv')],
    mapping: join(folder, 'mapping.csv'),
    chart: existsSync(chart) ? chart : null,
    booked: [],
    config: join(folder, 'bills.yaml'),
  }
}

export type ReadRun = {readonly read: ReadInputs; readonly config: MatchConfig}

export async function readRun(run: RunInputs): Promise<ReadRun> {
  const config = requireMatchConfig(await loadConfig(run.config))
  return {read: await readInputs(run, config), config}
}

export const matchRun = ({read, config}: ReadRun, earlier: Earlier): BatchResult =>
  runBatch(read.batch, config, earlier)

/** `index` counts the runs of the series from 0: each is a week later. */
export function finishedRun(
  {read}: Pick<ReadRun, 'read'>,
  result: BatchResult,
  index: number,
  citizenHash: FinishedRun['citizenHash'],
): FinishedRun {
  const day = `2026-09-${String(7 + 7 * index).padStart(2, '0')}` as IsoDate
  return {
    stamp: {
      runId: `${day.replaceAll('-', '')}-080000`,
      startedAt: `${day}T08:00:00+02:00`,
      finishedAt: `${day}T08:01:00+02:00`,
      today: day,
      dryRun: false,
    },
    read,
    result,
    ...{actionGroups: [], fixes: [], citizenHash},
    opus: {idOf: ({documentKey, year, part}) => `${documentKey} ${year} ${part}`, takenNames: new Set()},
  }
}
