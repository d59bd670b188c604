/** Opening the ledger: what is refused, the lock, older versions. */
import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {describe, expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {pendingRuns, tooFewGrants} from '../../src/ledger/open/guards.ts'
import {migrate} from '../../src/ledger/open/open-database.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {migrations} from '../../src/ledger/open/schema.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {nextRunId} from '../../src/ledger/run-id.ts'
import {danishTime} from '../../src/model/danish-time.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'
import {anInvoice, aRun, dump, excepted, filesOf, inFolder, posted, request} from '../builders/ledger.ts'
import {anna} from '../builders/values.ts'

const commit = (ledger: Ledger, folder: string, record = aRun({verdicts: [posted(anInvoice())]})): string =>
  commitRun(ledger, join(folder, 'out'), record, filesOf(record))

/** A ledger with one run, closed again. */
function withOneRun(folder: string, record = aRun({verdicts: [posted(anInvoice())]})): void {
  const ledger = openLedger(request(folder))
  commit(ledger, folder, record)
  closeLedger(ledger)
}

function refusal(work: () => Ledger): {kind: string; da: string} {
  try {
    closeLedger(work())
    return {kind: 'none', da: ''}
  } catch (error) {
    if (error instanceof InputError || error instanceof RunFault) return {kind: error.name, da: error.text.da}
    throw error
  }
}

describe('a ledger that may not be used is refused', () => {
  const open = (folder: string, fields = {}) => refusal(() => openLedger(request(folder, fields)))

  it('when there is none beside earlier runs', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'out', '20260401-101500'), {recursive: true})
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('20260401-101500')})
      expect(readdirSync(folder)).toEqual(['out'])
    })
  })

  it.each(['20260401-101500-dry-run', '20260401-101500-confirmed-1', 'arkiv'])('but not beside %s alone', (name) => {
    inFolder((folder) => {
      mkdirSync(join(folder, 'out', name), {recursive: true})
      expect(open(folder).kind).toBe('none')
    })
  })

  it('when --new-ledger is given and the file exists', () => {
    inFolder((folder) => {
      withOneRun(folder)
      expect(open(folder, {newLedger: true})).toMatchObject({
        kind: 'InputError',
        da: expect.stringContaining('findes allerede'),
      })
    })
  })

  it('when the folder holds a run that it does not know', () => {
    inFolder((folder) => {
      withOneRun(folder)
      mkdirSync(join(folder, 'out', '20260415-101500-2'))
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('20260415-101500-2')})
    })
  })

  it('when it belongs to another municipality, and only then', () => {
    inFolder((folder) => {
      withOneRun(folder, aRun({municipality: null}))
      expect(open(folder, {municipality: '999'}).kind).toBe('none')
      const ledger = openLedger(request(folder))
      commit(ledger, folder, aRun({runId: '20260409-101500', municipality: '230'}))
      closeLedger(ledger)
      expect(open(folder, {municipality: '999'})).toMatchObject({
        kind: 'InputError',
        da: expect.stringContaining('kommune 230'),
      })
      expect(open(folder, {municipality: null}).kind).toBe('none')
    })
  })

  it.each([
    ['is missing', (key: string) => rmSync(key)],
    ['is another', (key: string) => writeFileSync(key, 'a'.repeat(64))],
    ['is damaged', (key: string) => writeFileSync(key, 'secret')],
  ])('when its key file %s', (_, harm) => {
    inFolder((folder) => {
      withOneRun(folder)
      harm(join(folder, 'bills.db.key'))
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('Nøglefilen')})
    })
  })

  it.each([
    ['empty', ''],
    ['no SQLite', 'Bilagsnummer;Fakturanummer\r\n'.repeat(100)],
  ])('when the file is %s', (_, content) => {
    inFolder((folder) => {
      withOneRun(folder)
      writeFileSync(join(folder, 'bills.db'), content)
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('ikke en ledger')})
    })
  })

  it('when the file is the database of another program', () => {
    inFolder((folder) => {
      withOneRun(folder)
      rmSync(join(folder, 'bills.db'))
      const other = new DatabaseSync(join(folder, 'bills.db'))
      other.exec('CREATE TABLE runs (id)')
      other.close()
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('ikke en ledger')})
    })
  })

  it('when the file is damaged', () => {
    inFolder((folder) => {
      withOneRun(folder)
      const file = join(folder, 'bills.db')
      const bytes = readFileSync(file)
      bytes.fill(0xff, 4096 * 2, 4096 * 6)
      writeFileSync(file, bytes)
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('ødelagt')})
    })
  })

  it('when a newer version of the program wrote it', () => {
    inFolder((folder) => {
      withOneRun(folder)
      const database = new DatabaseSync(join(folder, 'bills.db'))
      database.exec(`PRAGMA user_version = ${migrations.length + 1}`)
      database.close()
      expect(open(folder)).toMatchObject({kind: 'InputError', da: expect.stringContaining('nyere version')})
    })
  })

  it('when its folder does not exist', () => {
    inFolder((folder) => {
      expect(open(folder, {file: join(folder, 'nowhere', 'bills.db')}).kind).toBe('InputError')
    })
  })
})

/** A module of the ledger, to be imported by `startProgram`. */
const imported = (module: string): string => JSON.stringify(join(import.meta.dirname, '../../src/ledger', module))

/** A program in a process of its own. `printed` waits for a line, and rejects where the program ends without it. */
function startProgram(text: string) {
  const running = spawn(process.execPath, ['--input-type=module', '-e', text])
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()))
  let [output, complaint] = ['', '']
  running.stderr.on('data', (part) => {
    complaint += String(part)
  })
  running.stdout.on('data', (part) => {
    output += String(part)
  })
  const printed = (line: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (output.split('\n').includes(line)) resolve()
      }
      running.stdout.on('data', look)
      ended.then(() => reject(new Error(complaint)))
      look()
    })
  return {printed, ended, kill: () => running.kill('SIGKILL')}
}

describe('one run at a time', () => {
  it('refuses a second run, naming the first, and lets it in when the first is done', () => {
    inFolder((folder) => {
      const first = openLedger(request(folder))
      const second = refusal(() => openLedger(request(folder, {startedAt: new Date('2026-04-08T09:00:00Z')})))
      expect(second).toMatchObject({
        kind: 'RunFault',
        da: expect.stringContaining(`20260408-101500 (proces ${process.pid}`),
      })
      closeLedger(first)
      expect(refusal(() => openLedger(request(folder))).kind).toBe('none')
    })
  })

  it('waits for the first run where that ends in time, and leaves no lock behind', async () => {
    const folder = inFolder((gone) => gone)
    mkdirSync(folder)
    const first = openLedger(request(folder))
    const second = startProgram(`
      import {closeLedger, openLedger} from ${imported('open/open-ledger.ts')}
      const request = ${JSON.stringify(request(folder, {wait: 20_000}))}
      console.log('waits')
      closeLedger(openLedger({...request, startedAt: new Date(request.startedAt)}))
      console.log('opened')`)
    await second.printed('waits')
    expect(refusal(() => openLedger(request(folder))).kind).toBe('RunFault')
    closeLedger(first)
    await second.printed('opened')
    await second.ended
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, {recursive: true})
  })

  it('takes over the lock of a process that was killed', async () => {
    const folder = inFolder((gone) => gone)
    mkdirSync(folder)
    const first = startProgram(`
      import {lockLedger} from ${imported('open/lock.ts')}
      lockLedger(${JSON.stringify(join(folder, 'bills.db'))}, 'first', 0)
      console.log('holds')
      process.stdin.resume()`)
    await first.printed('holds')
    expect(refusal(() => openLedger(request(folder))).kind).toBe('RunFault')
    first.kill()
    await first.ended
    expect(refusal(() => openLedger(request(folder))).kind).toBe('none')
    rmSync(folder, {recursive: true})
  })
})

it('brings an older ledger up to date and loses nothing', () => {
  inFolder((folder) => {
    withOneRun(folder)
    const file = join(folder, 'bills.db')
    const database = new DatabaseSync(file)
    database.exec(
      'DROP TABLE opus_positions; DROP TABLE opus_documents; DROP TABLE fixes; DROP TABLE shadow_postings; DROP TABLE shadow_documents; DROP TABLE shadow_files; DROP TABLE shadow_runs; PRAGMA user_version = 1',
    )
    const before = dump(database)
    const version1 = new DatabaseSync(':memory:')
    migrate(version1, 'memory', 1)
    const schema = (of: DatabaseSync) => of.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
    expect(schema(database)).toEqual(schema(version1))
    database.close()

    const ledger = openLedger(request(folder))
    expect(ledger.database.prepare('PRAGMA user_version').get()).toEqual({user_version: migrations.length})
    expect(dump(ledger.database, 'shadow')).toEqual(before)
    commit(ledger, folder, aRun({runId: '20260409-101500', dryRun: true}))
    closeLedger(ledger)
  })
})

describe('ids of runs', () => {
  it.each([
    ['2026-04-08T08:15:00Z', '20260408-101500', '2026-04-08T10:15:00+02:00'],
    ['2026-01-31T23:30:05Z', '20260201-003005', '2026-02-01T00:30:05+01:00'],
    ['2026-10-25T00:30:00Z', '20261025-023000', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', '20261025-023000', '2026-10-25T02:30:00+01:00'],
  ])('%s is %s in Danish time', (moment, runId, iso) => {
    expect(danishTime(new Date(moment))).toEqual({runId, iso, day: iso.slice(0, 10)})
  })

  it('are never given twice, whether the ledger has them or a folder', () => {
    inFolder((folder) => {
      const ledger = openLedger(request(folder))
      const [moment, out] = [new Date('2026-04-08T08:15:00Z'), join(folder, 'out')]
      const next = () => nextRunId(moment, out, ledger)
      expect(next()).toBe('20260408-101500')
      commit(ledger, folder)
      expect(next()).toBe('20260408-101500-2')
      rmSync(join(out, '20260408-101500'), {recursive: true})
      expect(next()).toBe('20260408-101500-2')
      mkdirSync(join(out, '20260408-101500-2-dry-run'))
      expect(next()).toBe('20260408-101500-3')
      mkdirSync(join(out, '.20260408-101500-3.abcdef12.begun'))
      expect(next()).toBe('20260408-101500-4')
      closeLedger(ledger)
    })
  })
})

it('warns of runs that are neither confirmed nor undone, in one sentence', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    expect(pendingRuns(ledger)).toBeNull()
    commit(ledger, folder, aRun({runId: '20260401-101500', verdicts: [excepted(anInvoice())]}))
    expect(pendingRuns(ledger)).toBeNull()
    commit(ledger, folder, aRun({runId: '20260408-101500', verdicts: [posted(anInvoice())]}))
    expect(pendingRuns(ledger)?.text.da).toMatch(/^1 tidligere kørsel er .*: 20260408-101500\.$/)
    commit(ledger, folder, aRun({runId: '20260415-101500', verdicts: [posted(anInvoice({documentNumber: 'B2'}))]}))
    expect(pendingRuns(ledger)).toMatchObject({count: 2, newest: '20260415-101500'})
    ledger.database.exec(
      "UPDATE runs SET state = 'undone' WHERE run_id = '20260415-101500'; UPDATE postings SET opus_state = 'confirmed' WHERE id = 1",
    )
    expect(pendingRuns(ledger)).toBeNull()
    closeLedger(ledger)
  })
})

it.each([
  [100, null, false],
  [90, 100, false],
  [89, 100, true],
  [0, 0, false],
  [100, 100, false],
])('%i grants after %s are too few: %s', (count, earlier, expected) => {
  expect(tooFewGrants(count, earlier)).toBe(expected)
})

it('gives every citizen the same hash from one ledger, and another from another', () => {
  const hashes = [1, 2].map(() =>
    inFolder((folder) => {
      withOneRun(folder)
      const ledger = openLedger(request(folder))
      const hash = ledger.hashOf(anna)
      expect(loadEarlier(ledger, [anna]).documents[0]?.lines[0]?.citizen).toBe(anna)
      closeLedger(ledger)
      expect(existsSync(join(folder, 'bills.db.lock'))).toBe(false)
      return hash
    }),
  )
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(hashes[0]).not.toBe(hashes[1])
})
