/**
 * The end of a run, cut off by SIGKILL: every invoice ends in one place, and nothing is posted twice (`formats.md`).
 * A process is killed when it has reached a step, never after a time.
 */
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderHolds} from '../../src/files/staged-folder.ts'
import type {Boundary} from '../../src/ledger/commit/commit-run.ts'
import {findRun} from '../../src/ledger/commit/recorded-runs.ts'
import {filesOf as hashesOf} from '../../src/ledger/commit/run-files.ts'
import {hashOfRun} from '../../src/ledger/hash-chain.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {recover} from '../../src/ledger/recover/recover.ts'
import {inFolder, request} from '../builders/ledger.ts'

const child = join(import.meta.dirname, 'cut-child.ts')
const run = (folder: string, boundary: string, week: number) =>
  spawnSync(process.execPath, [child, folder, boundary, String(week), '1'], {encoding: 'utf8', env})

/** So that the many processes need not compile the same files again. */
const env = {...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'bills-compile-cache')}

/** After the next start: what ledger and folders say of each document agrees, and each was posted once at most. */
function expectWhole(folder: string): void {
  const asked = request(folder, {startedAt: new Date(Date.UTC(2026, 5, 1))})
  const ledger = openLedger(asked)
  recover(ledger, asked.out)
  expect(recover(ledger, asked.out)).toEqual([])

  const {database} = ledger
  const folders = names(asked.out)
  const runs = database
    .prepare('SELECT run_id FROM runs ORDER BY run_id')
    .all()
    .map(({run_id}) => String(run_id))
  const dryRuns = database
    .prepare('SELECT run_id FROM shadow_runs')
    .all()
    .map(({run_id}) => `${String(run_id)}-dry-run`)
  expect(folders).toEqual([...runs, ...dryRuns].toSorted())
  expect(
    database
      .prepare("SELECT 1 FROM runs WHERE state <> 'done' UNION ALL SELECT 1 FROM shadow_runs WHERE state <> 'done'")
      .all(),
  ).toEqual([])

  const inFiles = runs.flatMap((name) => {
    const recorded = findRun(database, name, false)
    expect(recorded && folderHolds(join(asked.out, name), hashesOf(database, recorded))).toBe(true)
    expect(recorded && hashOfRun(database, recorded.number)).toBe(
      database.prepare('SELECT hash FROM runs WHERE run_id = ?').get(name)?.hash,
    )
    return readFileSync(join(asked.out, name, 'opus-posting-2026.csv'), 'utf8')
      .split('\r\n')
      .filter(Boolean)
  })
  const inLedger = loadEarlier(ledger, []).documents.filter(({outcome}) => outcome === 'posted')
  expect(inFiles.toSorted()).toEqual(inLedger.map(({key}) => key).toSorted())
  expect(new Set(inFiles).size).toBe(inFiles.length)
  closeLedger(ledger)
  expect(names(folder).filter((name) => name.includes('.new'))).toEqual([])
}

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return []
  }
}

const boundaries: readonly Boundary[] = ['folderBegun', 'filesWritten', 'recording', 'recorded', 'placed', 'done']

describe.each(boundaries)('a run killed at «%s»', (boundary) => {
  it('is nothing or whole, and so is the one after it', () => {
    inFolder((folder) => {
      expect(run(folder, '', 0).status).toBe(0)
      expect(run(folder, boundary, 1).signal).toBe('SIGKILL')
      expectWhole(folder)
      expect(run(folder, '', 2).stderr).toBe('')
      expectWhole(folder)
    })
  })

  it.each([
    ['the first of its ledger', 0],
    ['a dry run', 6],
  ])('is nothing or whole where it is %s', (_, week) => {
    inFolder((folder) => {
      expect(run(folder, boundary, week).signal).toBe('SIGKILL')
      expectWhole(folder)
    })
  })
})

/** Lines that the program prints in a whole run: opened, recovered, each file and boundary, closed. */
const linesOfRun = 10

describe('runs killed just after a step', () => {
  it.each(Array.from({length: linesOfRun}, (_, index) => index + 1))(
    'leave a ledger that can be used, or none, where they were the first: step %i',
    async (line) => {
      const folder = mkdtempSync(join(tmpdir(), 'bills-cuts-'))
      await killAtLine(folder, 0, line)
      expectWhole(folder)
      expect(run(folder, '', 40).stderr).toBe('')
      expectWhole(folder)
      rmSync(folder, {recursive: true})
    },
  )

  it.each([1, 2, 3, 4, 5])('are nothing or whole, ten times over on one ledger: %i', async (round) => {
    const folder = mkdtempSync(join(tmpdir(), 'bills-cuts-'))
    // Once, the start after a cut is cut off itself.
    await killAtLine(folder, 0, round * 2)
    for (let kill = 1; kill <= 10; kill += 1) {
      // Spread over a few runs, so that each step of a run comes to be the last.
      await killAtLine(folder, kill * 20, 1 + (((round * 10 + kill) * 7919) % (3 * linesOfRun)))
      expectWhole(folder)
    }
    expect(names(join(folder, 'out')).length).toBeGreaterThan(2)
    rmSync(folder, {recursive: true})
  })
})

/** Starts a chain of runs and kills it once it has printed so many lines; what it does meanwhile is left to chance. */
function killAtLine(folder: string, week: number, line: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, '', String(week), '20'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [printed, complaint] = [0, '']
    running.stderr.on('data', (text) => {
      complaint += String(text)
    })
    running.stdout.on('data', (text) => {
      printed += String(text).split('\n').length - 1
      if (printed >= line) running.kill('SIGKILL')
    })
    running.on('error', reject)
    running.on('close', () => (complaint ? reject(new Error(complaint)) : resolve()))
  })
}
