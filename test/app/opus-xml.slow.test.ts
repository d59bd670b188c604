/** A whole `match` that gives its postings to OPUS as CSV and as XML: files, ledger, and what becomes of it next time. */
import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {runMatch} from '../../src/app/match.ts'
import {parseConfig} from '../../src/config/load.ts'
import type {MatchConfig} from '../../src/config/schema.ts'
import {InputError} from '../../src/model/input-error.ts'
import {matchDocument} from '../../src/render/match/json.ts'
import {all} from '../outputs/opus-files.ts'
import {faultsOf} from '../outputs/opus-schema.ts'

const samples = join(import.meta.dirname, '../../samples/week')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-opus-xml-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

type Fields = {
  readonly opus?: Partial<MatchConfig['opus']>
  readonly municipality?: string | undefined
  readonly dryRun?: boolean
  readonly now?: string
  readonly out?: string
  readonly newLedger?: boolean
}

/** The sample week, by way of a folder of its own. */
async function match({
  opus = {format: 'both'},
  dryRun = false,
  now = '2026-04-08T08:15:00Z',
  out = 'out',
  newLedger = false,
  ...rest
}: Fields) {
  const read = parseConfig('bills.yaml', await readFile(join(samples, 'bills.yaml'))) as MatchConfig
  const config = {...read, ...rest, opus: {...read.opus, ...opus}}
  const result = await runMatch({
    invoices: ['invoices-1.csv', 'invoices-2.xlsx'].map((name) => join(samples, name)),
    grants: [join(samples, 'grants.xlsx')],
    mapping: join(samples, 'mapping.xlsx'),
    chart: join(samples, 'chart.csv'),
    booked: [],
    out: join(folder, out),
    ledger: join(folder, `${out}.db`),
    acceptFewerGrants: false,
    ...{newLedger, dryRun, config, now: new Date(now)},
  })
  return matchDocument(result)
}

const filesIn = async (run: string, pattern: RegExp): Promise<string[]> =>
  Promise.all(
    (await readdir(run))
      .filter((name) => pattern.test(name))
      .toSorted()
      .map((name) => readFile(join(run, name), 'utf8')),
  )

const inOre = (text: string): number => Number(text.replace(/[.,]/, ''))

describe('match with opus.format both', () => {
  it('writes valid XML beside each CSV part, with the same lines, and the ledger knows every document', async () => {
    const {folder: run, posted} = await match({opus: {format: 'both', maxLines: 20}})
    const csv = await filesIn(run, /^opus-posting-.*\.csv$/)
    const xml = await filesIn(run, /^ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_1015\d\d\.xml$/)
    expect(xml.length).toBeGreaterThan(1)
    expect(xml).toHaveLength(csv.length)
    for (const file of xml) expect(faultsOf(file)).toEqual([])

    const cells = csv.flatMap((file) =>
      file
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';')),
    )
    const lines = xml.flatMap((file) => all(file, 'AMT_DOCCUR').map(inOre))
    expect(lines.map((amount) => [amount < 0 ? 'Kredit' : 'Debet', Math.abs(amount)]).toSorted()).toEqual(
      cells.map(([, , , , , side, amount = '']) => [side, inOre(amount)]).toSorted(),
    )
    expect(lines.filter((_, at) => at % 2 === 0).reduce((a, b) => a + b, 0)).toBe(inOre(posted.amount))

    const ids = xml.flatMap((file) => all(file, 'RECEIV_DOC'))
    const ledger = new DatabaseSync(join(folder, 'out.db'), {readOnly: true})
    const known = ledger.prepare('SELECT receiv_doc AS id FROM opus_documents ORDER BY receiv_doc').all()
    const postings = ledger.prepare('SELECT COUNT(*) AS count FROM opus_positions').get()
    ledger.close()
    expect(known.map(({id}) => id)).toEqual(ids.toSorted())
    expect(ids.length).toBeGreaterThanOrEqual(posted.invoices)
    expect(Number(postings?.count)).toBe(lines.length / 2)
  })

  it('posts nothing again, and writes no XML, when the same invoices come next week', async () => {
    const {folder: run, posted} = await match({now: '2026-04-15T08:15:00Z'})
    expect(posted.invoices).toBe(0)
    expect(await filesIn(run, /\.xml/)).toEqual([])
  })

  it('gives the same ids when ledger, key and runs are all lost: OPUS then refuses what it has', async () => {
    const before = await filesIn(join(folder, 'out', '20260408-101500'), /\.xml$/)
    const {folder: run} = await match({opus: {format: 'xml', maxLines: 20}, out: 'anew', now: '2026-04-22T08:15:00Z'})
    const ids = (files: readonly string[]) => files.flatMap((file) => all(file, 'RECEIV_DOC')).toSorted()
    expect(ids(await filesIn(run, /\.xml$/))).toEqual(ids(before))
    expect(await filesIn(run, /^opus-posting/)).toEqual([])
  })

  it('gives the files of a trial an ending that nobody sends, and the ledger no document', async () => {
    const {folder: run} = await match({dryRun: true, out: 'trial'})
    const [file = ''] = await filesIn(run, /^ZFIR_.*\.xml\.trial$/)
    expect(all(file, 'FILE_NAME')).toEqual(['ZFIR_KMD_Opus_Posteringer_IND_230_BILL_20260408_101500.xml'])
    const ledger = new DatabaseSync(join(folder, 'trial.db'), {readOnly: true})
    const count = ledger.prepare('SELECT COUNT(*) AS count FROM opus_documents').get()
    ledger.close()
    expect(count).toEqual({count: 0})
  })

  it('stops before anything is written where bills.yaml names no municipality', async () => {
    await expect(match({municipality: undefined, out: 'none'})).rejects.toThrow(InputError)
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([])
  })

  it('is known as posted by a ledger made anew from its folder', async () => {
    await cp(join(folder, 'out'), join(folder, 'taken'), {recursive: true})
    const {posted} = await match({out: 'taken', newLedger: true, now: '2026-04-29T08:15:00Z'})
    expect(posted.invoices).toBe(0)
  })
})
