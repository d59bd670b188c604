/**
 * Many tests run weeks one after another without a ledger: `test/builders/earlier-runs.ts` imagines what it would know. Here that is
 * compared with what the ledger itself knows, after each run of every input that the repository has.
 */
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {citizensIn} from '../../src/ledger/commit/run-records.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {type Earlier, nothingEarlier} from '../../src/model/earlier.ts'
import {earlierFrom} from '../builders/earlier-runs.ts'
import {anInvoice, aRun, excepted, filesOf, inFolder, posted, postedBefore, request} from '../builders/ledger.ts'
import {finishedRun, matchRun, type ReadRun, readRun, sampleSeries} from '../builders/sample-runs.ts'
import {anna, april, bostedet, ofOre} from '../builders/values.ts'

it.each(sampleSeries())('what tests imagine of the ledger is what it knows: $name', async ({runs}) => {
  const read = await Promise.all(runs.map(readRun))
  const citizens = new Set(read.flatMap(({read: {batch}}) => [...citizensIn(batch)]))
  inFolder((folder) => {
    const ledger = openLedger(request(folder, {municipality: null}))
    let imagined: Earlier = nothingEarlier
    for (const [index, run] of read.entries()) {
      const {stamp, result} = commit(ledger, folder, run, index, imagined)
      imagined = earlierFrom(result, run.read.batch, imagined, {runId: stamp.runId, files: run.read.files})
      expect(imagined).toEqual(loadEarlier(ledger, citizens))
    }
    closeLedger(ledger)
  })
})

it('also of what no sample has: booked rows, two documents with one key, a hold of an earlier one', () => {
  const row = {
    supplierCvr: bostedet,
    citizen: anna,
    documentNumber: 'B9',
    invoiceNumber: 'H1',
    amount: ofOre(5),
    period: april,
  }
  const unreadable = (file: string, number: number) => ({
    source: {file, row: number},
    supplierCvr: bostedet,
    citizen: anna,
    problems: [],
  })
  const file = (name: string) => ({name, kind: 'booked' as const, rows: 1, sha256: ''})
  const [first, second] = [anInvoice(), anInvoice({documentNumber: 'B2', invoiceNumber: 'F2'})]
  const runs = [
    {
      verdicts: [excepted(first), excepted(first, 'DUPLICATE_INVOICE'), excepted(second)],
      booked: {rows: [row, row], unreadable: [unreadable('a.csv', 2), unreadable('b.csv', 2)]},
      files: [file('a.csv'), file('b.csv')],
      creditedNumbers: [{supplierCvr: bostedet, foldedNumber: '7'}],
    },
    {
      verdicts: [excepted(first, 'DUPLICATE_INVOICE'), posted(first)],
      booked: {rows: [row], unreadable: [unreadable('b.csv', 3)]},
      files: [file('a.csv'), file('b.csv')],
      newlyHeld: ['doc:B2'],
      creditedNumbers: [
        {supplierCvr: bostedet, foldedNumber: '7'},
        {supplierCvr: bostedet, foldedNumber: '12'},
      ],
    },
    {verdicts: [postedBefore(first, '20260402-101500')]},
  ]
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    let imagined: Earlier = nothingEarlier
    for (const [index, fields] of runs.entries()) {
      const record = aRun({runId: `2026040${index + 1}-101500`, ...fields})
      commitRun(ledger, join(folder, 'out'), record, filesOf(record))
      const {stamp, read, result} = record.run
      imagined = earlierFrom(result, read.batch, imagined, {runId: stamp.runId, files: read.files})
      expect(imagined).toEqual(loadEarlier(ledger, [anna]))
    }
    closeLedger(ledger)
  })
})

function commit(ledger: Ledger, folder: string, run: ReadRun, index: number, earlier: Earlier) {
  const finished = finishedRun(run, matchRun(run, earlier), index, ledger.hashOf)
  const record = {
    run: finished,
    municipality: null,
    version: '0.1.0',
    configHash: '',
    ownerOf: () => 'Sagsbehandler' as const,
    opusFiles: [],
  }
  commitRun(ledger, join(folder, 'out'), record, [{name: 'summary.json', bytes: Buffer.from('{}')}])
  return finished
}
