/**
 * `bills match` run as a command: what the run is given of the flags and settings, what is printed, what cannot be
 * done. Slow: it replaces a module, which needs a process of its own.
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import type {MatchOptions} from '../../src/app/match.ts'
import Match from '../../src/commands/match.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'
import type {MatchResult} from '../../src/model/run.ts'
import {toSummary} from '../../src/outputs/summary.ts'
import {aRun, posted} from '../builders/outputs.ts'
import {runCommand, runCommandIn} from './run-command.ts'

const runMatch = vi.hoisted(() => vi.fn())
vi.mock('../../src/app/match.ts', () => ({runMatch}))

const result: MatchResult = {
  run: aRun([posted()]),
  folder: 'out/20260408-101500',
  actions: [],
  notices: [{da: 'En besked.', en: 'A notice.'}],
}

let folder = ''
let before = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-match-'))
  before = process.cwd()
  await writeFile(
    join(folder, 'bills.yaml'),
    'language: da\nopus: {contraAccount: "95990009"}\nperiods: {postFrom: 2026-01-01}\n',
  )
  runMatch.mockReset()
  runMatch.mockResolvedValue(result)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  process.chdir(before)
  process.exitCode = undefined
  await rm(folder, {recursive: true, force: true})
})

const config = () => ['--config', join(folder, 'bills.yaml')]
const inputs = ['--invoices', 'a.csv', 'b.csv', '--grants', 'g.csv']

const options = (): MatchOptions => runMatch.mock.lastCall?.[0]

describe('what the run is given', () => {
  it('takes paths in bills.yaml from that file, and flags from the working folder', async () => {
    await runCommand(Match, ...inputs, ...config(), '--out', 'here')
    expect(options()).toMatchObject({
      invoices: [join(before, 'a.csv'), join(before, 'b.csv')],
      grants: [join(before, 'g.csv')],
      mapping: join(folder, 'mapping.xlsx'),
      ledger: join(folder, 'bills.db'),
      out: join(before, 'here'),
      chart: null,
      booked: [],
    })
  })

  it('writes its actions in the language of the terminal', async () => {
    await runCommand(Match, ...inputs, ...config())
    expect(options().language).toBe('da')
    await writeFile(join(folder, 'bills.yaml'), 'opus: {contraAccount: "95990009"}\nperiods: {postFrom: 2026-01-01}\n')
    await runCommandIn('en', Match, ...inputs, ...config())
    expect(options().language).toBe('en')
  })

  it('finds bills.yaml in the working folder', async () => {
    process.chdir(folder)
    expect(await runCommand(Match, ...inputs)).toMatchObject({exit: 0})
    expect(options().config.opus.contraAccount).toBe('95990009')
  })

  it('takes what the other flags ask for', async () => {
    await runCommand(
      Match,
      ...inputs,
      ...config(),
      '--dry-run',
      '--new-ledger',
      '--accept-fewer-grants',
      '--booked',
      'x.csv',
    )
    expect(options()).toMatchObject({dryRun: true, newLedger: true, acceptFewerGrants: true})
    expect(options().booked).toEqual([join(before, 'x.csv')])
  })
})

describe('what is printed', () => {
  it('is the result on standard output, progress and notices on standard error', async () => {
    const {stdout, stderr, exit} = await runCommand(Match, ...inputs, ...config())
    expect(stdout).toMatch(/^Kørsel 20260408-101500\n/)
    expect(stderr).toContain('En besked.')
    expect(exit).toBe(0)
  })

  it('is one JSON document alone under --json: the summary with folder and actions', async () => {
    const {stdout} = await runCommand(Match, ...inputs, ...config(), '--json')
    expect(JSON.parse(stdout)).toEqual({...toSummary(aRun([posted()])), folder: result.folder, actions: []})
  })
})

describe('what cannot be done', () => {
  const input = new InputError({file: 'a.csv', row: 3}, {da: 'Beløb mangler.', en: 'Amount is missing.'})
  const fault = new RunFault({da: 'Disken er fuld.', en: 'The disk is full.'})

  it.each([
    ['an input that cannot be used', input, 2, 'Fejl: a.csv:3: Beløb mangler.\n'],
    ['a fault', fault, 3, 'Fejl: Disken er fuld.\n'],
    ['what nobody foresaw', new TypeError('x'), 3, 'Fejl: Uventet fejl: x\n'],
  ])('%s', async (_, error, exit, message) => {
    runMatch.mockRejectedValue(error)
    const ended = await runCommand(Match, ...inputs, ...config())
    expect(ended).toMatchObject({exit, stdout: ''})
    expect(ended.stderr).toContain(message)
    expect(ended.stderr).not.toContain('    at ')
  })

  it.each([
    [
      'an input that cannot be used',
      input,
      2,
      {name: 'InputError', message: 'a.csv:3: Beløb mangler.', place: {file: 'a.csv', row: 3}},
    ],
    ['a fault', fault, 3, {name: 'RunFault', message: 'Disken er fuld.', place: null}],
  ])('%s, under --json', async (_, error, exit, document) => {
    runMatch.mockRejectedValue(error)
    const ended = await runCommand(Match, ...inputs, ...config(), '--json')
    expect(ended.exit).toBe(exit)
    expect(JSON.parse(ended.stdout)).toEqual({error: document})
  })

  it.each([
    ['a missing flag', ['--invoices', 'a.csv'], 'Missing required flag grants'],
    ['a flag without its value', [...inputs, '--out'], 'Flag --out expects a value'],
    ['a mistyped flag', [...inputs, '--dry-rum'], '--dry-run?'],
    ['a missing configuration', [...inputs, '--config', 'no.yaml'], 'no.yaml: '],
    ['a configuration without what is never guessed', [...inputs, '--config', 'empty.yaml'], 'opus.contraAccount'],
  ])('%s is wrong use, and nothing is run', async (_, argv, message) => {
    process.chdir(folder)
    await writeFile('empty.yaml', '')
    const ended = await runCommand(Match, ...argv)
    expect(ended).toMatchObject({exit: 2, stdout: ''})
    expect(ended.stderr).toContain(message)
    const document = JSON.parse((await runCommand(Match, ...argv, '--json')).stdout)
    expect(document.error.message).toContain(message)
    expect(runMatch).not.toHaveBeenCalled()
  })
})
