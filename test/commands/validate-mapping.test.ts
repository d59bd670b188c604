/** `bills validate-mapping` run as a command: exit codes, the corrected copy, the workbook. */
import {existsSync} from 'node:fs'
import {chmod, copyFile, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import ValidateMapping from '../../src/commands/validate-mapping.ts'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {readXlsx} from '../../src/read/xlsx.ts'
import {anInvoice, aPosting, aRun, filesOf, posted, request} from '../builders/ledger.ts'
import {anna} from '../builders/values.ts'
import {runCommand} from './run-command.ts'

const root = join(import.meta.dirname, '../..')
const libreOffice = join(root, 'test/files/xlsx/libreoffice/stoetteark.xlsx')
const chart = [
  'Type;Nummer;Gyldig fra;Gyldig til;Spærret;Erstattet af',
  'Art;47000103;;;;',
  'Art;47000107;;;;',
  'Art;47000300;;;;',
  'Art;47000190;;;Ja;47000191',
  'Art;47000191;;31-12-2025;;47000107',
  'PSP;XG-5038500001-00001;;;;',
  'PSP;XG-5038500003-00001;;;;',
  'PSP;XG-5038500003-00009;;31-12-2025;;XG-5038500003-00001',
  'PSP;XG-5038500005-00001;;;;',
]
const good = ['Paragraf;Ejerforhold;Målgruppe;Art;PSP-element', '107;;;47000107;XG-5038500003-00001']
const grants = [
  'Bevillings-id;CPR-nummer;CVR-nummer;Paragraf;Indsats;Takst;Takstenhed;Startdato;Slutdato;Målgruppe;Ejerforhold',
  `G1;${anna};12345674;107;Botilbud;1000;Måned;01-01-2025;;Voksne;Privat`,
  `G2;${anna};12345674;108;Botilbud;2500,50;Måned;01-01-2025;;Voksne;Privat`,
]

let folder = ''
let before = ''
const inFolder = (name: string) => join(folder, name)
const put = (name: string, rows: readonly string[]) => writeFile(inFolder(name), `${rows.join('\r\n')}\r\n`)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-mapping-'))
  before = process.cwd()
  process.chdir(folder)
  await put('bills.yaml', ['language: da', 'municipality: "230"', 'mapping: good.csv'])
  await put('chart.csv', chart)
  await put('good.csv', good)
  await put('grants.csv', grants)
  await copyFile(libreOffice, inFolder('mapping.xlsx'))
})
afterEach(async () => {
  process.chdir(before)
  process.exitCode = undefined
  await rm(folder, {recursive: true, force: true})
})

const run = (...argv: readonly string[]) => runCommand(ValidateMapping, ...argv)

const usual = ['--chart', 'chart.csv', '--day', '2026-07-15']
const sheet = ['--mapping', 'mapping.xlsx', ...usual]
const json = async (...argv: readonly string[]) => JSON.parse((await run(...argv, '--json')).stdout)

describe('the exit code and the result', () => {
  it('is 0 where there is nothing to correct, with the sheet that bills.yaml names', async () => {
    const {stdout, stderr, exit} = await run(...usual)
    expect({stderr, exit}).toEqual({stderr: '', exit: 0})
    expect(stdout).toContain('Støttearket good.csv, 1 række')
    expect(stdout).toContain('Intet at rette.')
  })

  it('is 0 with warnings alone', async () => {
    await put('good.csv', [...good, '107;;;47000107;XG-5038500003-1'])
    expect(await run(...usual)).toMatchObject({exit: 0, stdout: expect.stringContaining('1 advarsel')})
  })

  it('is 1 with errors, under --json too, which prints one document alone', async () => {
    expect(await run(...sheet)).toMatchObject({exit: 1, stdout: expect.stringContaining('4 fejl')})
    const {stdout, exit} = await run(...sheet, '--json')
    expect(exit).toBe(1)
    const document = JSON.parse(stdout)
    expect(document).toMatchObject({errors: 4, warnings: 0, day: '2026-07-15', grants: null, changes: null, fix: null})
    expect(document.findings).toHaveLength(4)
    expect(document.findings[0]).toMatchObject({severity: 'error', row: 5, column: 'Art', successor: '47000107'})
  })

  it('names grants without a row and the kroner on them', async () => {
    const {findings, grants: count} = await json(...usual, '--grants', 'grants.csv')
    expect(count).toBe(2)
    expect(findings).toMatchObject([{code: 'grantsWithoutRow', grants: 1, monthly: '2500.50', row: null}])
  })

  it('says on standard error which grants it could not count', async () => {
    await put('grants.csv', [...grants, `G3;${anna};12345674;107;Botilbud;x;Måned;01-01-2025;;Voksne;Privat`])
    expect((await run(...usual, '--grants', 'grants.csv')).stderr).toContain('1 række i registret kan ikke læses')
  })

  it('asks about the day given, or the first that may be posted for', async () => {
    await put('chart.csv', [...chart.slice(0, 2), 'Art;47000107;;31-07-2026;;', ...chart.slice(3)])
    const codes = async (...argv: readonly string[]) =>
      (await json('--chart', 'chart.csv', ...argv)).findings.map(({code}: {code: string}) => code)
    expect(await codes('--day', '31-07-2026')).toEqual(['numberCloses'])
    expect(await codes('--day', '2026-08-01')).toEqual(['numberExpired'])
    await put('bills.yaml', ['mapping: good.csv', 'periods: {postFrom: 2026-09-01}'])
    expect(await codes('--day', '2026-07-15')).toEqual(['numberExpired'])
  })

  it('says what changes against the sheet and the chart before', async () => {
    await put('old.csv', [good[0] ?? '', '107;;;47000103;XG-5038500003-00001'])
    const {changes} = await json(...usual, '--previous', 'old.csv', '--grants', 'grants.csv')
    expect(changes).toMatchObject([
      {paragraph: '107', was: {account: '47000103'}, becomes: {account: '47000107'}, grants: 1, monthly: '1000.00'},
    ])
    await put('old-chart.csv', [...chart, 'Art;47000107;;;Ja;'])
    expect((await json(...usual, '--previous-chart', 'old-chart.csv')).changes).toMatchObject([
      {was: {code: 'ACCOUNT_CLOSED'}, becomes: {code: null}},
    ])
  })
})

describe('the corrected copy', () => {
  it('is written for its owner alone, and the sheet itself is left as it was', async () => {
    const original = await readFile('mapping.xlsx')
    const {stdout, exit} = await run(...sheet, '--fix', 'fixed.xlsx')
    expect(exit).toBe(1)
    expect(stdout).toContain(`${inFolder('fixed.xlsx')} (3 celler ændret og markeret)`)
    expect(stdout).toContain('Række 7: cellen er en formel')
    expect((await stat('fixed.xlsx')).mode & 0o777).toBe(0o600)
    expect(await readFile('mapping.xlsx')).toEqual(original)
  })

  it('has no closed number left but where a formula stands', async () => {
    await run(...sheet, '--fix', 'fixed.xlsx')
    const {findings} = await json('--mapping', 'fixed.xlsx', ...usual)
    expect(findings.map(({row}: {row: number}) => row)).toEqual([7])
    const rows = (await readXlsx('fixed.xlsx', await readFile('fixed.xlsx')))[1]?.rows
    expect(rows?.find(({row}) => row === 6)?.cells[4]).toBe(47000107)
  })

  it('is not written where nothing has to change', async () => {
    const {stdout} = await run('--mapping', 'mapping.xlsx', ...usual, '--fix', 'a.xlsx')
    expect(stdout).toContain('Rettet kopi')
    await put(
      'chart.csv',
      chart.map((row) => row.replace(';Ja;', ';;').replace(';;31-12-2025;;', ';;;;')),
    )
    expect((await run(...sheet, '--fix', 'fixed.xlsx')).stdout).toContain('Ingen rettet kopi')
    expect(existsSync('fixed.xlsx')).toBe(false)
  })

  it('lists its cells under --json', async () => {
    const {fix} = await json(...sheet, '--fix', 'fixed.xlsx')
    expect(fix).toEqual({
      file: inFolder('fixed.xlsx'),
      isWritten: true,
      cells: [
        {row: 5, column: 'Art', was: '47000190', becomes: '47000107'},
        {row: 5, column: 'PSP-element', was: 'XG-5038500003-00009', becomes: 'XG-5038500003-00001'},
        {row: 6, column: 'Art', was: '47000190', becomes: '47000107'},
      ],
      formulas: [{row: 7, column: 'Art', was: '47000190', becomes: '47000107'}],
    })
  })
})

it('writes the findings as a workbook, errors first', async () => {
  await put('old.csv', good)
  await run(...sheet, '--xlsx', 'found.xlsx', '--previous', 'old.csv')
  const sheets = await readXlsx('found.xlsx', await readFile('found.xlsx'))
  expect(sheets.map(({name}) => name)).toEqual(['Fund', 'Ændringer'])
  expect(sheets[0]?.rows).toHaveLength(5)
  expect(sheets[0]?.rows[1]?.cells.slice(0, 5)).toEqual(['Fejl', 'mapping.xlsx', 5, 'Art', '47000190'])
})

describe('the ledger', () => {
  const record = () => {
    const ledger = openLedger(request(folder))
    const postings = [aPosting({account: '47000107', pspElement: 'XG-5038500003-00001'})]
    const made = aRun({verdicts: [posted(anInvoice(), postings)]})
    commitRun(ledger, inFolder('out'), made, filesOf(made))
    closeLedger(ledger)
  }

  it('says where the invoices of the last six months would be posted now', async () => {
    record()
    const {postedBefore} = await json(...usual, '--grants', 'grants.csv')
    expect(postedBefore).toMatchObject({
      from: '2026-02-01',
      to: '2026-07-15',
      posted: {invoices: 1, amount: '1000.00'},
      same: {invoices: 1, amount: '1000.00'},
      failing: {invoices: 0, amount: '0.00'},
    })
    await put(
      'chart.csv',
      chart.map((row) => row.replace('Art;47000107;;;', 'Art;47000107;;;Ja')),
    )
    expect((await json(...usual, '--grants', 'grants.csv')).postedBefore).toMatchObject({
      failing: {invoices: 1},
      failingBy: {ACCOUNT_CLOSED: {invoices: 1, amount: '1000.00'}},
    })
  })

  it('is only read, and never made', async () => {
    expect((await json(...usual)).postedBefore).toBeNull()
    expect(existsSync('bills.db')).toBe(false)
    record()
    await chmod('bills.db', 0o400)
    const bytes = await readFile('bills.db')
    expect((await json(...usual)).postedBefore.unknown.invoices).toBe(1)
    expect(await readFile('bills.db')).toEqual(bytes)
  })
})

describe('wrong use ends with 2, and nothing is written', () => {
  it.each<[string, readonly string[], string]>([
    ['no chart', [], 'Missing required flag chart'],
    ['a mistyped flag', [...usual, '--grant', 'grants.csv'], '--grants?'],
    ['a chart that is not there', ['--chart', 'no.csv'], 'no.csv'],
    ['a sheet that is none', ['--mapping', 'chart.csv', ...usual], 'Paragraf'],
    ['a row without a paragraph', ['--mapping', 'unclear.csv', ...usual], 'unclear.csv:2: Paragraf'],
    ['a day that is none', ['--chart', 'chart.csv', '--day', '2026-02-30'], '--day: '],
    ['a copy of a CSV file', [...usual, '--fix', 'new.xlsx'], 'denne fil er CSV'],
    ['a copy over another file', [...sheet, '--fix', 'mapping.xlsx'], 'findes allerede'],
    ['a workbook over another file', [...usual, '--xlsx', 'good.csv'], 'findes allerede'],
    ['one file for both', [...sheet, '--fix', 'new.xlsx', '--xlsx', 'new.xlsx'], 'samme fil'],
    ['a folder that is not there', [...sheet, '--fix', 'no/new.xlsx'], 'Opret den'],
    ['a ledger that is not there', [...usual, '--ledger', 'no.db'], 'Ledger-filen findes ikke'],
  ])('%s', async (_, argv, message) => {
    await put('unclear.csv', [good[0] ?? '', 'x;;;47000107;XG-5038500003-00001'])
    const result = await run(...argv)
    expect(result).toMatchObject({exit: 2, stdout: ''})
    expect(result.stderr).toContain(message)
    const document = JSON.parse((await run(...argv, '--json')).stdout)
    expect(document.error.message).toContain(message)
    expect(existsSync('new.xlsx')).toBe(false)
  })
})
