/** `bills validate-grants` run as a command. */
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import ExcelJS from 'exceljs'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {runMatch} from '../../src/app/match.ts'
import ValidateGrants from '../../src/commands/validate-grants.ts'
import {loadConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {runCommandIn} from './run-command.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'bills-validate-grants-'))
const at = (name: string): string => join(folder, name)
const config = ['--config', at('bills.yaml')]
const grants = ['--grants', at('grants-2.csv')]

beforeAll(async () => {
  cpSync(join(root, 'samples/reasons'), folder, {
    recursive: true,
    filter: (from) => !/[\\/](out|bills\.db.*)$/.test(from),
  })
  await runMatch({
    invoices: [at('week-1.csv')],
    grants: [at('grants-1.csv')],
    ...{mapping: at('mapping.xlsx'), chart: at('chart.csv'), booked: [], out: at('out'), ledger: at('bills.db')},
    ...{newLedger: false, acceptFewerGrants: false, dryRun: false},
    config: requireMatchConfig(await loadConfig(at('bills.yaml'))),
    now: new Date('2026-03-30T08:00:00+02:00'),
  })
  vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-04-01T08:00:00+02:00')})
})
afterAll(() => {
  vi.useRealTimers()
  rmSync(folder, {recursive: true, force: true})
})
afterEach(() => {
  process.exitCode = undefined
  vi.unstubAllEnvs()
})

const run = (language: 'da' | 'en', ...argv: readonly string[]) => runCommandIn(language, ValidateGrants, ...argv)

/** The register with its errors corrected or taken out, and what is a warning left in. */
function withoutErrors(): string {
  const [header = '', ...rows] = readFileSync(at('grants-2.csv'), 'utf8').trim().split(/\r?\n/)
  const sound = rows.slice(0, 3).map((row) => row.split(';'))
  const file = at('sound.csv')
  const columns = header.replace('\uFEFF', '').split(';')
  const ended = sound.map((cells) => cells.with(columns.indexOf('Slutdato'), '31-03-2026').join(';'))
  const renewed = sound.map((cells) =>
    cells
      .with(columns.indexOf('Bevillings-id'), `${cells[0]}-2`)
      .with(columns.indexOf('Startdato'), '10-04-2026')
      .with(columns.indexOf('Slutdato'), '')
      .join(';'),
  )
  writeFileSync(file, [header, ...ended, ...renewed].join('\r\n'))
  return file
}

describe('what was found', () => {
  it.each(['da', 'en'] as const)('is read in 80 columns, %s', async (language) => {
    const {stdout, stderr, exit} = await run(language, ...grants, ...config)
    expect({stderr, exit}).toEqual({stderr: '', exit: 1})
    await expect(stdout).toMatchFileSnapshot(`expected/validate-grants-${language}.txt`)
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it('is one JSON document under --json, with rows and figures', async () => {
    const {stdout, exit} = await run('da', ...grants, ...config, '--json')
    const document = JSON.parse(stdout)
    expect(exit).toBe(1)
    expect(document).toMatchObject({unreadableRows: 2, withMapping: true, withLedger: true})
    expect(document.errors + document.warnings).toBe(document.findings.length)
    expect(document.findings.find(({kind}: {kind: string}) => kind === 'twins')).toMatchObject({
      severity: 'error',
      what: expect.stringContaining('koster det samme'),
      rows: [{file: 'grants-2.csv', row: expect.any(Number)}, {file: 'grants-2.csv'}],
    })
  })

  it('is in the workbook, all of it, for its owner alone', async () => {
    const file = at('findings.xlsx')
    const {findings} = JSON.parse((await run('da', ...grants, ...config, '--json')).stdout)
    await run('da', ...grants, ...config, '--xlsx', file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const sheet = workbook.getWorksheet('Fund')
    expect(sheet?.rowCount).toBe(findings.length + 1)
    expect(sheet?.getRow(2).getCell(5).text).toBe(findings[0].what)
    const before = readFileSync(file)
    expect(await run('da', ...grants, ...config, '--xlsx', file)).toMatchObject({exit: 2, stdout: ''})
    expect(readFileSync(file)).toEqual(before)
  })

  it('holds no CPR number of the register', async () => {
    const numbers = [...readFileSync(at('grants-2.csv'), 'utf8').matchAll(/;(\d{6})-?(\d{4});/g)]
    const whole = new RegExp([...new Set(numbers.map(([, day, serial]) => `${day}-?${serial}`))].join('|'))
    for (const more of [[], ['--json']]) {
      expect((await run('en', ...grants, ...config, ...more)).stdout).not.toMatch(whole)
    }
  })

  it('is warnings alone: exit 0', async () => {
    const {stdout, exit} = await run('da', '--grants', withoutErrors(), ...config)
    expect(stdout).toContain('0 fejl, 3 advarsler')
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('dækker ingen af dem 01.04.2026-09.04.2026')
    expect(exit).toBe(0)
  })
})

describe('what it is compared with', () => {
  it('neither support sheet nor ledger where there is none, and says so; none is made', async () => {
    writeFileSync(at('alone.yaml'), 'mapping: none.xlsx\nledger: none.db\n')
    const {stdout} = await run('da', ...grants, '--config', at('alone.yaml'))
    expect(stdout).toContain('Uden støtteark')
    expect(stdout).toContain('Uden ledger-fil')
    expect(stdout).not.toContain('Ikke i støttearket')
    expect(existsSync(at('none.db'))).toBe(false)
  })

  it('a row that is nobody’s is found with the others, though match stops at it', async () => {
    const [header = '', ...rows] = readFileSync(at('grants-2.csv'), 'utf8').trim().split(/\r?\n/)
    const columns = header.replace('\uFEFF', '').split(';')
    const cells = (rows[0] ?? '').split(';')
    const nobodys = cells.with(columns.indexOf('CPR-nummer'), '').with(columns.indexOf('CVR-nummer'), 'x').join(';')
    writeFileSync(at('nobodys.csv'), [header, ...rows, nobodys].join('\r\n'))
    const {stdout, exit} = await run('da', '--grants', at('nobodys.csv'), ...config)
    expect(exit).toBe(1)
    expect(stdout).toContain('«bills match»')
  })

  it.each([
    ['a folder for the workbook', ['--xlsx', at('none/new.xlsx')], 'Opret den'],
    ['a support sheet that was asked for', ['--mapping', at('no.xlsx')], 'no.xlsx'],
    ['a ledger that was asked for', ['--ledger', at('no.db')], 'Ledger-filen findes ikke'],
    ['a register', ['--grants', at('no.csv')], 'no.csv'],
  ])('%s and is not there: exit 2', async (_, argv, message) => {
    const {stdout, stderr, exit} = await run('da', ...grants, ...config, ...argv)
    expect({stdout, exit}).toEqual({stdout: '', exit: 2})
    expect(stderr).toContain(message)
  })
})
