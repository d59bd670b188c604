/** `bills explain` run as a command: exit codes, texts and --json. */
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {runMatch} from '../../src/app/match.ts'
import Explain from '../../src/commands/explain.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import type {ExplainedInvoice} from '../../src/explain/explanation.ts'
import {readLedger} from '../../src/ledger/open/read-ledger.ts'
import type {ExplanationDocument} from '../../src/render/explain/json.ts'
import {runCommandIn} from './run-command.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'bills-explain-'))
const ledger = join(folder, 'bills.db')
const config = join(folder, 'bills.yaml')
const first = '20260330-080000'
const second = '20260407-080000'
const cprAsNumber = '6412422859-7'

async function match(week: number, now: string, dryRun = false): Promise<void> {
  await runMatch({
    invoices: [join(folder, `week-${week}.csv`)],
    grants: [join(folder, `grants-${week}.csv`)],
    mapping: join(folder, 'mapping.xlsx'),
    chart: join(folder, 'chart.csv'),
    ...{booked: [], out: join(folder, 'out'), ledger, newLedger: false, acceptFewerGrants: false, dryRun},
    config: requireMatchConfig(await loadConfig(config)),
    now: new Date(now),
  })
}

beforeAll(async () => {
  cpSync(join(root, 'samples/reasons'), folder, {
    recursive: true,
    filter: (from) => !/[\\/](out|bills\.db.*)$/.test(from),
  })
  // A supplier that makes its invoice numbers of the citizen's, and sends no document number.
  const row = `;${cprAsNumber};Faktura;1;23-03-2026;22-04-2026;83101431;Bostedet Nordhøj;641242-2859;9797,00;5798000000017;0,00;9797,00;;01-03-2026;31-03-2026;;;`
  appendFileSync(join(folder, 'week-1.csv'), `${row}\r\n`)
  await match(1, '2026-03-29T08:00:00+02:00', true)
  await match(1, '2026-03-30T08:00:00+02:00')
  await match(2, '2026-04-07T08:00:00+02:00')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))
afterEach(() => {
  process.exitCode = undefined
  vi.unstubAllEnvs()
})

const run = (language: 'da' | 'en', ...argv: readonly string[]) =>
  runCommandIn(language, Explain, ...argv, '--config', config)

async function explained(...argv: readonly string[]): Promise<ExplainedInvoice> {
  const {bills}: ExplanationDocument = JSON.parse((await run('da', ...argv, '--json')).stdout)
  const [only] = bills
  if (!only || bills.length > 1) throw new RangeError(`${bills.length} bills`)
  return only
}

const withoutFolder = (text: string): string => text.replaceAll(folder, '<folder>')

/** `Bilagsnummer` by code, of the first run. */
function numbersByCode(): Map<string, string> {
  const proofs = readFileSync(join(folder, 'out', first, 'proof.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
  return new Map(
    proofs.map((line) => {
      const {document, verdict} = JSON.parse(line)
      return [verdict.reason ?? verdict.outcome, document.documentNumber || document.invoiceNumber]
    }),
  )
}

describe('an invoice explained', () => {
  it.each([
    ['amount', '5100200156'],
    ['supplier', '5100200186'],
    ['several-lines', '5100200261'],
    ['posted', '5100200000'],
  ])('is read in both languages: %s', async (name, number) => {
    for (const language of ['da', 'en'] as const) {
      const {stdout, stderr, exit} = await run(language, number)
      expect({stderr, exit}).toEqual({stderr: '', exit: 0})
      await expect(withoutFolder(stdout)).toMatchFileSnapshot(`expected/explain-${name}-${language}.txt`)
      for (const line of withoutFolder(stdout).split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    }
  })

  it('counts as the register itself does', async () => {
    const [header = '', ...rows] = readFileSync(join(folder, 'grants-2.csv'), 'utf8').trim().split(/\r?\n/)
    const at = (name: string) => header.replace('\uFEFF', '').split(';').indexOf(name)
    const cells = rows
      .map((row) => row.split(';'))
      .filter((row) => ['', 'Aktiv', 'Bevilget', 'Godkendt', 'Afsluttet'].includes(row[at('Status')] ?? ''))
    const of = (column: string, value: string) =>
      new Set(cells.filter((row) => row[at(column)] === value).map((row) => row[at('Bevillings-id')])).size
    const bill = await explained('5100200027')
    const [grant] = cells.filter((row) => row[at('Bevillings-id')] === bill.lines[0]?.nearestMiss?.grantId)
    expect(bill.reason).toBe('GRANT_NOT_VALID')
    expect(bill.lines[0]?.steps.find(({name}) => name === 'supplier')?.after).toBe(of('CVR-nummer', bill.supplierCvr))
    expect(bill.lines[0]?.steps.find(({name}) => name === 'citizen')?.after).toBe(
      of('CPR-nummer', grant?.[at('CPR-nummer')] ?? ''),
    )
  })

  it('says what was written where, and nothing else', async () => {
    const {run: of, lines} = await explained('5100200000')
    expect(of).toMatchObject({runId: first, folder: join(folder, 'out', first), withoutProof: null})
    expect(of.files).toEqual(['opus-posting-2026.csv', 'opus-remarks.csv', 'sensum-paid.csv'])
    const [posting] = lines[0]?.postings ?? []
    const file = readFileSync(join(folder, 'out', first, 'opus-posting-2026.csv'), 'utf8')
    const row = file.split('\r\n').find((line) => line.endsWith(';5100200000') && line.includes(';Debet;'))
    expect(row?.split(';').slice(0, 7)).toEqual([
      ...[posting?.account, '', posting?.pspElement, '', '', 'Debet', posting?.amount.replace('.', ',')],
    ])
  })

  it('tells its way through trials and runs, and asks the run that is named', async () => {
    const bill = await explained('5100200027')
    expect(bill.history.map(({runId, dryRun, reason}) => [runId, dryRun, reason])).toEqual([
      ['20260329-080000', true, 'GRANT_NOT_VALID'],
      [first, false, 'GRANT_NOT_VALID'],
      [second, false, 'GRANT_NOT_VALID'],
    ])
    expect(bill.run.runId).toBe(second)
    const trial = await explained('5100200027', '--run', '20260329-080000-dry-run')
    expect(trial.run).toMatchObject({runId: '20260329-080000', dryRun: true, withoutProof: null})
    expect(trial.lines[0]?.steps.at(-1)).toMatchObject({name: 'validity', after: 0})
  })

  it('explains the run that posted it, though a later one saw it again', async () => {
    const number = numbersByCode().get('posted') ?? ''
    expect((await explained(number)).run.runId).toBe(first)
  })

  it('finds the proof of a number that holds a CPR number, which stays masked', async () => {
    const {stdout, exit} = await run('da', cprAsNumber)
    expect(exit).toBe(0)
    expect(stdout).toContain('Faktura 641242-****-7\n')
    expect(stdout).not.toContain('6412422859')
    expect(stdout).toMatch(/Borgerens +\d+ +1\n/)
  })

  it('finds an invoice number however it is written', async () => {
    const bill = await explained('5100200156')
    const alike = await explained(` ${bill.invoiceNumber.replace(/^0+/, '')}`)
    expect(alike.documentNumber).toBe('5100200156')
  })

  it('handles all the documents that bear one invoice number', async () => {
    const number = (await explained(numbersByCode().get('DUPLICATE_INVOICE') ?? '')).invoiceNumber
    const {stdout} = await run('da', number)
    expect(stdout).toMatch(new RegExp(`^2 bilag har nummeret ${number}`))
    const {bills}: ExplanationDocument = JSON.parse((await run('da', number, '--json')).stdout)
    expect(new Set(bills.map(({documentNumber}) => documentNumber)).size).toBe(2)
  })

  it('every code is explained, and no CPR number of the files stands in it', async () => {
    const cprs = ['grants-1.csv', 'grants-2.csv', 'week-1.csv', 'week-2.csv'].flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\b(\d{6})-?(\d{4})\b/g)]
        .filter(([, day = '']) => Number(day.slice(0, 2)) > 60)
        .map(([, day, serial]) => `${day}-?${serial}`),
    )
    const whole = new RegExp([...new Set(cprs)].join('|'))
    const numbers = numbersByCode()
    expect(numbers.size).toBeGreaterThan(30)
    for (const [code, number] of numbers) {
      for (const argv of [[number], [number, '--json']]) {
        const {stdout, exit} = await run('da', ...argv)
        expect(exit, code).toBe(0)
        expect(stdout, code).not.toMatch(whole)
      }
    }
  })

  it('only reads the ledger', async () => {
    const before = [statSync(ledger).mtimeMs, readFileSync(ledger).length, readdirSync(folder).length]
    await run('da', '5100200000')
    expect([statSync(ledger).mtimeMs, readFileSync(ledger).length, readdirSync(folder).length]).toEqual(before)
    const asked = {path: ledger, municipality: null}
    expect(() => readLedger(asked, (database) => database.exec('DELETE FROM runs'))).toThrow(/cannot be read/)
  })
})

describe('without the proof', () => {
  const proof = join(folder, 'out', second, 'proof.jsonl')

  it('says that the folder is gone, and tells what the ledger knows', async () => {
    renameSync(join(folder, 'out'), join(folder, 'elsewhere'))
    try {
      const {stdout, exit} = await run('da', '5100200027')
      expect(exit).toBe(0)
      await expect(withoutFolder(stdout)).toMatchFileSnapshot('expected/explain-ledger-alone-da.txt')
      expect((await explained('5100200027', '--out', join(folder, 'elsewhere'))).run.withoutProof).toBeNull()
    } finally {
      renameSync(join(folder, 'elsewhere'), join(folder, 'out'))
    }
  })

  it.each([
    [
      'changed',
      (bytes: Buffer) => writeFileSync(proof, bytes.toString('utf8').replace('GRANT_NOT_VALID', 'OUT_OF_SCOPE')),
    ],
    ['deleted', () => rmSync(proof)],
  ])('does not believe one that was %s', async (_, spoil) => {
    const bytes = readFileSync(proof)
    spoil(bytes)
    try {
      const bill = await explained('5100200027')
      expect(bill).toMatchObject({reason: 'GRANT_NOT_VALID', lines: [{reason: 'GRANT_NOT_VALID', steps: []}]})
      expect(bill.run.lookedFor).toBe(proof)
    } finally {
      writeFileSync(proof, bytes)
    }
  })
})

describe('what cannot be explained', () => {
  it('an unknown number: the nearest known ones are named, whole', async () => {
    const {stderr, stdout, exit} = await run('da', '510020015')
    expect({stdout, exit}).toEqual({stdout: '', exit: 2})
    expect(stderr).toMatch(/Mente du .*5100200156/)
  })

  it.each([
    ['a number like no other', ['zzzzzzzzzzzzzzzzzzzz'], 'Ret nummeret'],
    ['a run that has not seen it', ['5100200000', '--run', '20200101-000000'], `Det har`],
    ['no ledger, which is not made', ['5100200000', '--ledger', join(folder, 'no.db')], 'Ledger-filen findes ikke'],
    ['a file that is no ledger', ['5100200000', '--ledger', config], 'ikke en ledger'],
  ])('%s: exit 2', async (_, argv, message) => {
    const {stderr, stdout, exit} = await run('da', ...argv)
    expect({stdout, exit}).toEqual({stdout: '', exit: 2})
    expect(stderr).toContain(message)
    expect(readdirSync(folder)).not.toContain('no.db')
  })
})
