/**
 * A folder for each code that `match` can give: the least input that makes document B-1 an exception with that code,
 * and the exception report beside it. `input-2`, where there is one, is the run after. After a change that is meant
 * to alter a report, run `npm run test:accept` and read the difference.
 */
import {existsSync} from 'node:fs'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import {runMatch} from '../../src/app/match.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {type ReasonCode, reasonCodes} from '../../src/model/reason.ts'

/** A person's decision, and the answer of OPUS: no input of `match` gives them. */
const givenByOthers: readonly ReasonCode[] = ['REJECTED', 'OPUS_REFUSED']
const codes = reasonCodes.filter((code) => !givenByOthers.includes(code))

const here = import.meta.dirname

describe('the folders', () => {
  it('are one for each code', async () => {
    const entries = await readdir(here, {withFileTypes: true})
    const folders = entries.filter((entry) => entry.isDirectory()).map(({name}) => name)
    expect(folders.toSorted()).toEqual(codes.toSorted())
  })
})

describe('the exception report', () => {
  it.each(codes)('says %s', async (code) => {
    const work = await mkdtemp(join(tmpdir(), 'bills-reason-'))
    try {
      const report = await reportOf(code, work)
      const rows: Record<string, string>[] = parse(report, {bom: true, columns: true, delimiter: ';'})
      const given = rows.filter((row) => row.Bilagsnummer === 'B-1').map((row) => row.Kode)
      expect(given).not.toEqual([])
      // What makes the other line fail stands beside it; else every row of the document has the code.
      expect(given.every((one) => one === code || (code === 'OTHER_LINE_FAILED' && one === 'AMOUNT_MISMATCH'))).toBe(
        true,
      )
      expect(given).toContain(code)
      await expect(report).toMatchFileSnapshot(join(here, code, 'expected', 'exceptions.csv'))
    } finally {
      await rm(work, {recursive: true, force: true})
    }
  })
})

/** Of the last run of the folder. */
async function reportOf(code: ReasonCode, work: string): Promise<string> {
  const inputs = ['input', 'input-2'].map((name) => join(here, code, name)).filter(existsSync)
  let folder = ''
  for (const [at, input] of inputs.entries())
    folder = await runOf(input, work, new Date(`2026-09-0${at + 7}T06:00:00Z`))
  return readFile(join(folder, 'exceptions.csv'), 'utf8')
}

async function runOf(input: string, work: string, now: Date): Promise<string> {
  const chart = join(input, 'chart.csv')
  const {folder} = await runMatch({
    invoices: [join(input, 'invoices.csv')],
    grants: [join(input, 'grants.csv')],
    mapping: join(input, 'mapping.csv'),
    chart: existsSync(chart) ? chart : null,
    booked: [],
    out: join(work, 'out'),
    ledger: join(work, 'bills.db'),
    newLedger: false,
    acceptFewerGrants: false,
    dryRun: false,
    config: requireMatchConfig(await loadConfig(join(input, 'bills.yaml'))),
    now,
  })
  return folder
}
