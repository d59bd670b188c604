/** A ledger that is only read: what is found in it, when it is refused, and that it is the same file afterwards. */
import {chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {readLedgerWithKey} from '../../src/ledger/open/read-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {anInvoice, aRun, filesOf, inFolder, posted, request, tree} from '../builders/ledger.ts'

const inLedger = <Result>(look: (file: string, folder: string) => Result): Result =>
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    const record = aRun({verdicts: [posted(anInvoice())]})
    commitRun(ledger, join(folder, 'out'), record, filesOf(record))
    closeLedger(ledger)
    return look(join(folder, 'bills.db'), folder)
  })
const keys = (file: string, municipality: string | null = '230') =>
  readLedgerWithKey({path: file, municipality}, (ledger) =>
    loadEarlier(ledger, []).documents.map(({documentNumber}) => documentNumber),
  )

it('finds what was posted, and leaves the folder as it was: no lock, no journal, no other mode', () => {
  inLedger((file, folder) => {
    chmodSync(file, 0o444)
    const [before, stat] = [tree(folder), statSync(file)]
    expect(keys(file)).toEqual(['B1'])
    expect(tree(folder)).toEqual(before)
    expect(statSync(file)).toMatchObject({mode: stat.mode, mtimeMs: stat.mtimeMs})
  })
})

it('waits for no run that holds the ledger', () => {
  inLedger((file, folder) => {
    const running = openLedger(request(folder))
    expect(keys(file)).toEqual(['B1'])
    closeLedger(running)
  })
})

it.each<[string, (file: string) => void, RegExp]>([
  ['whose key is gone', (file) => rmSync(`${file}.key`), /key file is missing/],
  ['with another key', (file) => writeFileSync(`${file}.key`, 'a'.repeat(64)), /not that of the ledger/],
  ['that is no ledger', (file) => writeFileSync(file, 'x'.repeat(5000)), /no ledger of bills/],
  ['that is damaged', (file) => writeFileSync(file, readFileSync(file).subarray(0, 9000)), /damaged/],
])('refuses one %s', (_, spoil, message) => {
  inLedger((file) => {
    spoil(file)
    expect(() => keys(file)).toThrow(message)
  })
})

it('refuses one of another municipality, and makes none where there is none', () => {
  inLedger((file) => {
    expect(() => keys(file, '101')).toThrow(/belongs to municipality 230/)
  })
  inFolder((folder) => {
    const file = join(folder, 'bills.db')
    expect(() => keys(file)).toThrow(/There is no such ledger/)
    expect(existsSync(file)).toBe(false)
  })
})
