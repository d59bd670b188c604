/**
 * Makes data with a known truth.
 *
 *   node samples/generator/make.ts                    the committed samples, anew
 *   node samples/generator/make.ts --out DIR [--seed N] [--invoices N] [--grants N] [--months N]
 *                                                     a register and all its bills in one export
 */
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {addMonths, monthPeriod} from '../../src/model/calendar.ts'
import {bulkFiles} from './bulk.ts'
import type {IsoDate, Month} from './model.ts'
import {type MadeFile, sampleFiles} from './samples.ts'

const {values} = parseArgs({
  options: {
    out: {type: 'string'},
    seed: {type: 'string', default: '1'},
    invoices: {type: 'string', default: '3000'},
    grants: {type: 'string', default: '12000'},
    months: {type: 'string', default: '1'},
  },
})

if (values.out === undefined) await writeAll(join(import.meta.dirname, '..'), await sampleFiles())
else {
  const first = '2026-03' as Month
  const last = monthPeriod(addMonths(first, Number(values.months) - 1)).to
  const size = {seed: Number(values.seed), bills: Number(values.invoices), grants: Number(values.grants)}
  await writeAll(values.out, await bulkFiles({...size, span: {from: '2026-03-23' as IsoDate, to: last}}))
}

async function writeAll(folder: string, files: readonly MadeFile[]): Promise<void> {
  for (const {path, bytes} of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), bytes)
  }
}
