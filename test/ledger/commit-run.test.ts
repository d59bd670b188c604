/** A run put on the disk and into the ledger in one step. */
import {chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {hashOfRun} from '../../src/ledger/hash-chain.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {RunFault} from '../../src/model/input-error.ts'
import {anInvoice, aRun, dump, excepted, filesOf, inFolder, posted, request, tree} from '../builders/ledger.ts'

const commit = (ledger: Ledger, folder: string, record = aRun()): string =>
  commitRun(ledger, join(folder, 'out'), record, filesOf(record))

it('puts the files into a folder named by the run, for their owner alone', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    const placed = commit(ledger, folder, aRun({verdicts: [posted(anInvoice())]}))
    expect(placed).toBe(join(folder, 'out', '20260408-101500'))
    expect(readdirSync(join(folder, 'out'))).toEqual(['20260408-101500'])
    expect(readdirSync(placed).toSorted()).toEqual(['opus-posting-2026.csv', 'summary.json'])
    expect(statSync(placed).mode & 0o777).toBe(0o700)
    for (const path of [join(placed, 'summary.json'), `${ledger.file}`, `${ledger.file}.key`]) {
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
    closeLedger(ledger)
  })
})

it('lets the group read where that was asked for', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder, {groupReadable: true}))
    const placed = commit(ledger, folder)
    expect(statSync(placed).mode & 0o777).toBe(0o750)
    expect(statSync(join(placed, 'summary.json')).mode & 0o777).toBe(0o640)
    expect(statSync(ledger.file).mode & 0o777).toBe(0o640)
    closeLedger(ledger)
  })
})

it('leaves nothing but a record of its own and its folder after a dry run', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    commit(ledger, folder, aRun({verdicts: [posted(anInvoice())]}))
    const before = dump(ledger.database, 'shadow')
    const dryRun = aRun({runId: '20260408-111500', dryRun: true, verdicts: [posted(anInvoice({documentNumber: 'B2'}))]})
    expect(commit(ledger, folder, dryRun)).toBe(join(folder, 'out', '20260408-111500-dry-run'))
    expect(dump(ledger.database, 'shadow')).toEqual(before)
    expect(ledger.database.prepare('SELECT key, outcome FROM shadow_documents').all()).toEqual([
      {key: 'doc:B2', outcome: 'posted'},
    ])
    expect(ledger.database.prepare('SELECT grant_id, amount FROM shadow_postings').all()).toEqual([
      {grant_id: 'G1', amount: 1000_00},
    ])
    closeLedger(ledger)
  })
})

it('refuses to post a document twice, and leaves ledger and folders as they were', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    commit(ledger, folder, aRun({verdicts: [posted(anInvoice())]}))
    const before = [...dump(ledger.database), ...tree(join(folder, 'out'))]
    const again = aRun({runId: '20260409-101500', verdicts: [posted(anInvoice())]})
    expect(() => commit(ledger, folder, again)).toThrow(/B1 was posted before/)
    expect([...dump(ledger.database), ...tree(join(folder, 'out'))]).toEqual(before)
    closeLedger(ledger)
  })
})

it('refuses two postings of one document in one run', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    const twice = aRun({verdicts: [posted(anInvoice()), posted(anInvoice())]})
    expect(() => commit(ledger, folder, twice)).toThrow(RunFault)
    expect(readdirSync(join(folder, 'out'))).toEqual([])
    closeLedger(ledger)
  })
})

it('leaves nothing where the folder cannot be written', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    const before = dump(ledger.database)
    const record = aRun({verdicts: [posted(anInvoice())]})
    const twice = [...filesOf(record), ...filesOf(record)]
    expect(() => commitRun(ledger, join(folder, 'out'), record, twice)).toThrow(RunFault)
    writeFileSync(join(folder, 'file'), '')
    expect(() => commitRun(ledger, join(folder, 'file'), record, filesOf(record))).toThrow(RunFault)
    expect(dump(ledger.database)).toEqual(before)
    expect(readdirSync(join(folder, 'out'))).toEqual([])
    closeLedger(ledger)
  })
})

it('takes the record back where the folder cannot be put in place', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    mkdirSync(join(folder, 'out', '20260408-101500'), {recursive: true})
    const before = dump(ledger.database)
    expect(() => commit(ledger, folder, aRun({verdicts: [posted(anInvoice())]}))).toThrow(/exists already/)
    expect(dump(ledger.database)).toEqual(before)
    expect(readdirSync(join(folder, 'out'))).toEqual(['20260408-101500'])
    closeLedger(ledger)
  })
})

it('says that the disk is full where the ledger cannot grow, and nothing counts', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    const before = dump(ledger.database)
    const pages = ledger.database.prepare('PRAGMA page_count').get()?.page_count
    ledger.database.exec(`PRAGMA max_page_count = ${Number(pages)}`)
    const many = Array.from({length: 500}, (_, at) => excepted(anInvoice({documentNumber: `B${at}`})))
    expect(() => commit(ledger, folder, aRun({verdicts: many}))).toThrow(/disk is full/)
    expect(dump(ledger.database)).toEqual(before)
    expect(readdirSync(join(folder, 'out'))).toEqual([])
    closeLedger(ledger)
  })
})

it('chains the runs: each hash covers its rows, its files and the hash before', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    commit(ledger, folder, aRun({verdicts: [excepted(anInvoice())]}))
    commit(ledger, folder, aRun({runId: '20260409-101500', verdicts: [posted(anInvoice())]}))
    const [first, second] = ledger.database.prepare('SELECT hash, previous_hash FROM runs ORDER BY number').all()
    expect(first?.previous_hash).toBe('')
    expect(second?.previous_hash).toBe(first?.hash)
    expect(hashOfRun(ledger.database, 2)).toBe(second?.hash)
    ledger.database.exec("UPDATE postings SET opus_state = 'confirmed'; UPDATE runs SET state = 'undone'")
    expect(hashOfRun(ledger.database, 2)).toBe(second?.hash)
    ledger.database.exec('UPDATE postings SET amount = amount + 1')
    expect(hashOfRun(ledger.database, 2)).not.toBe(second?.hash)
    expect(hashOfRun(ledger.database, 1)).toBe(first?.hash)
    ledger.database.exec("UPDATE run_files SET sha256 = '' WHERE run = 1")
    expect(hashOfRun(ledger.database, 1)).not.toBe(first?.hash)
    closeLedger(ledger)
  })
})

it('keeps nothing of a new ledger that has recorded nothing', () => {
  inFolder((folder) => {
    closeLedger(openLedger(request(folder)))
    expect(readdirSync(folder)).toEqual([])
    const ledger = openLedger(request(folder))
    commit(ledger, folder)
    closeLedger(ledger)
    expect(readdirSync(folder).toSorted()).toEqual(['bills.db', 'bills.db.key', 'out'])
    closeLedger(openLedger(request(folder)))
    expect(existsSync(join(folder, 'bills.db'))).toBe(true)
  })
})

it('reads what it recorded from a ledger whose mode somebody had widened, and narrows it', () => {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    commit(ledger, folder, aRun({verdicts: [posted(anInvoice())]}))
    closeLedger(ledger)
    chmodSync(join(folder, 'bills.db'), 0o666)
    const again = openLedger(request(folder))
    expect(statSync(again.file).mode & 0o777).toBe(0o600)
    expect(loadEarlier(again, []).documents).toHaveLength(1)
    closeLedger(again)
  })
})
