/** What is measured: a week of a large municipality, and far more than any. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {bulkFiles} from '../../samples/generator/bulk.ts'
import type {IsoDate} from '../../samples/generator/model.ts'

export type Size = {
  readonly name: string
  readonly invoices: number
  readonly grants: number
  readonly until: string
  readonly runs: number
}

export const sizes: readonly Size[] = [
  {name: 'week', invoices: 3_000, grants: 12_000, until: '2026-03-27', runs: 7},
  {name: 'large', invoices: 100_000, grants: 50_000, until: '2026-09-30', runs: 3},
]

export type Inputs = {
  readonly files: readonly string[]
  readonly flags: readonly string[]
  readonly rows: string
}

/** Writes them into the folder. */
export async function makeInputs(folder: string, {invoices, grants, until}: Size): Promise<Inputs> {
  const span = {from: '2026-03-23' as IsoDate, to: until as IsoDate}
  const made = await bulkFiles({seed: 1, bills: invoices, grants, span})
  for (const {path, bytes} of made) await writeFile(join(folder, path), bytes)
  const at = (name: string): string => join(folder, name)
  const files = ['invoices.csv', 'invoices.xlsx', 'grants.csv', 'mapping.xlsx', 'chart.csv'].map(at)
  const [table = '', sheet = '', register = '', mapping = '', chart = ''] = files
  return {
    files: [...files, at('bills.yaml')],
    flags: [
      '--invoices',
      table,
      sheet,
      '--grants',
      register,
      '--mapping',
      mapping,
      '--chart',
      chart,
      '--config',
      at('bills.yaml'),
      '--json',
    ],
    rows: `${invoices} invoices, ${grants} grants`,
  }
}
