/** `bills report` run as a command: formats, spans and the file. */
import {existsSync} from 'node:fs'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import ExcelJS from 'exceljs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import Report from '../../src/commands/report.ts'
import {makeLargeLedger} from '../report/large-ledger.ts'
import {runCommand} from './run-command.ts'

let folder = ''
let before = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-report-'))
  before = process.cwd()
  process.chdir(folder)
  await writeFile('bills.yaml', 'language: da\nreport: {target: 60, minutesPerInvoice: 10}\n')
  // 26 weeks from January on: a quarter of 520 documents is left to a person, and so are the two weeks' after it.
  makeLargeLedger('bills.db', {documents: 520, runs: 26, leftEvery: 4, comesAgain: 2})
})
afterEach(async () => {
  process.chdir(before)
  process.exitCode = undefined
  await rm(folder, {recursive: true, force: true})
})

const run = (...argv: readonly string[]) => runCommand(Report, ...argv)

const json = async (...argv: readonly string[]) => JSON.parse((await run(...argv, '--json')).stdout)

describe('the report', () => {
  it('is a table on standard output, in the language of invoices.yaml', async () => {
    const {stdout, stderr, exit} = await run()
    expect(stdout).toMatch(/^bills report · januar 2026 – juni 2026\n/)
    expect(stdout).toContain('75,0 %  390 af 520')
    expect(stdout).toContain('Mål: 60 %')
    expect({stderr, exit}).toEqual({stderr: '', exit: 0})
  })

  it('is one JSON document alone under --json', async () => {
    const {stdout, stderr, exit} = await run('--json')
    expect(JSON.parse(stdout)).toMatchObject({
      span: {from: '2026-01-01', to: '2026-06-30', months: 6},
      received: {invoices: 520},
      posted: {invoices: 390},
      rates: {ofReceived: {byCount: 75}, interval: {low: expect.any(Number), high: expect.any(Number)}},
      target: {percent: 60, points: 15},
      rudersdal: {percent: 38, points: 37},
      hoursSaved: 65,
      file: null,
    })
    expect({stderr, exit}).toEqual({stderr: '', exit: 0})
  })

  it('leaves the ledger as it was', async () => {
    const bytes = await readFile('bills.db')
    await run('--out', 'r.html')
    expect((await readFile('bills.db')).equals(bytes)).toBe(true)
  })

  it.each([
    ['month', 'januar 2026'],
    ['week', 'uge 14, 2026'],
    ['paragraph', '§ 107'],
    ['supplier', 'CVR 10000520'],
    ['reason', 'Beløbet er ikke det'],
  ])('by %s has %s', async (by, text) => {
    expect((await run('--by', by)).stdout).toContain(text)
  })
})

describe('what it looks at', () => {
  it.each([
    [['--months', '2'], {from: '2026-05-01', to: '2026-06-30', months: 2}],
    [['--until', '2026-03-31'], {from: '2025-10-01', to: '2026-03-31', months: 6}],
    [['--months', '1', '--until', '15-03-2026'], {from: '2026-03-01', to: '2026-03-15', months: 1}],
  ])('%j', async (argv, span) => {
    const found = await json(...argv)
    expect(found.span).toEqual(span)
    expect(
      found.months.reduce((sum: number, {received}: {received: {invoices: number}}) => sum + received.invoices, 0),
    ).toBe(found.received.invoices)
  })

  it('is held against --target before report.target', async () => {
    expect((await json('--target', '77,5')).target).toMatchObject({percent: 77.5, points: -2.5, missing: 13})
  })

  it('is the ledger that is named', async () => {
    makeLargeLedger('other.db', {documents: 7, runs: 1, leftEvery: 100, comesAgain: 0})
    expect((await json('--ledger', 'other.db')).received.invoices).toBe(7)
  })
})

describe('a file', () => {
  it('of CSV goes to standard output where none is named', async () => {
    const {stdout, stderr} = await run('--format', 'csv', '--by', 'paragraph')
    expect(stdout.split('\r\n')).toHaveLength(7)
    expect(stdout).toMatch(/^Paragraf;Modtaget;/)
    expect(stderr).toBe('')
  })

  it.each(['html', 'xlsx'])('of %s has a name of its own where none is given', async (format) => {
    const {stdout, stderr} = await run('--format', format)
    expect(existsSync(`bills-report.${format}`)).toBe(true)
    expect(stdout).toBe('')
    expect(stderr).toContain(`bills-report.${format}`)
  })

  it('gets its format from its name, and takes the place of last week’s', async () => {
    expect((await run('--out', 'r.csv')).stderr).not.toContain('erstattet')
    expect((await run('--out', 'r.csv', '--by', 'supplier')).stderr).toContain('den tidligere er erstattet')
    expect(await readFile('r.csv', 'utf8')).toMatch(/^\uFEFFLeverandør;/)
  })

  it('of a workbook opens, with numbers as numbers', async () => {
    await run('--out', 'r.xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile('r.xlsx')
    expect(workbook.worksheets.map(({name}) => name)).toEqual([
      ...['Overblik', 'Måneder', 'Uger', 'Paragraffer', 'Leverandører', 'Årsager'],
      ...['Kommer igen', 'Åbne', 'Løfter andelen', 'Begreber'],
    ])
    const months = workbook.getWorksheet('Måneder')
    expect(months?.getCell('A2').value).toBe('januar 2026')
    expect(months?.getCell('J2').value).toBe(75)
    expect(months?.getCell('J2').numFmt).toBe('0.0')
  })

  it('that is something else is not touched: exit 2', async () => {
    await writeFile('notes.csv', 'mine')
    const {exit, stderr} = await run('--out', 'notes.csv')
    expect(exit).toBe(2)
    expect(stderr).toContain('bliver ikke overskrevet')
    expect(await readFile('notes.csv', 'utf8')).toBe('mine')
  })

  it('under --json is named in the document', async () => {
    expect((await json('--out', 'r.html')).file).toBe(join(folder, 'r.html'))
    expect(existsSync('r.html')).toBe(true)
  })
})

describe('--fail-under', () => {
  it.each([
    ['75', 0],
    ['75.1', 1],
    ['0', 0],
    ['100', 1],
  ])('%s ends with exit code %i, and the report is there all the same', async (percent, exit) => {
    const found = await run('--fail-under', percent)
    expect(found.exit).toBe(exit)
    expect(found.stdout).toContain('75,0 %')
    expect(found.stderr).toBe(
      exit === 0 ? '' : `75,0 % af alle modtagne er konteret: under de krævede ${percent.replace('.', ',')} %.\n`,
    )
    const {stdout} = await run('--fail-under', percent, '--json')
    expect(JSON.parse(stdout).posted.invoices).toBe(390)
    expect(process.exitCode ?? 0).toBe(exit)
  })

  it('is not reached by a span without invoices', async () => {
    const found = await run('--fail-under', '1', '--until', '2020-12-31')
    expect(found.exit).toBe(1)
    expect(found.stderr).toContain('Ingen regninger i perioden')
  })
})

describe('what cannot be done', () => {
  it.each([
    ['no ledger', ['--ledger', 'none.db'], 'none.db'],
    ['an unknown grouping', ['--by', 'colour'], 'colour'],
    ['an unknown format', ['--format', 'pdf'], 'pdf'],
    ['a day that does not exist', ['--until', '2026-02-30'], '--until'],
    ['a target above all', ['--target', '101'], '--target'],
    ['a percentage that is none', ['--fail-under', 'half'], '--fail-under'],
    ['no month', ['--months', '0'], '1'],
    ['a mistyped flag', ['--mnths', '3'], '--months?'],
  ])('%s is wrong use: exit 2, and nothing is made', async (_, argv, message) => {
    const found = await run(...argv)
    expect(found).toMatchObject({exit: 2, stdout: ''})
    expect(found.stderr).toContain(message)
    expect(existsSync('none.db')).toBe(false)
    const document = JSON.parse((await run(...argv, '--json')).stdout)
    expect(document.error.message).toContain(message)
  })
})
