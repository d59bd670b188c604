/** The documents sent to OPUS and their ids, which are never used twice. */
import {createSecretKey} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {hashOfRun} from '../../src/ledger/hash-chain.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {opusId, opusSending} from '../../src/ledger/opus-id.ts'
import {RunFault} from '../../src/model/input-error.ts'
import type {Posting} from '../../src/model/posting.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {opusXmlFiles} from '../../src/outputs/opus/documents.ts'
import {aLine, anInvoice, aPosting, aRun, dump, filesOf, inFolder, posted, request} from '../builders/ledger.ts'
import {aConfig} from '../builders/outputs.ts'
import {anna, bo, march, ofOre} from '../builders/values.ts'

const december = {from: '2025-12-01', to: '2025-12-31'} as Posting['period']

/** Two postings of 2026 about one of 2025, and a file holds one posting. */
const threeFiles = posted(anInvoice(), [
  aPosting({amount: ofOre(1)}),
  aPosting({amount: ofOre(2), period: december}),
  aPosting({amount: ofOre(3), citizen: bo}),
])

/** Records a run as `match` does, with the XML files that it would write. */
function commit(ledger: Ledger, folder: string, verdicts: readonly InvoiceVerdict[], runId = '20260408-101500') {
  const plain = aRun({verdicts, runId})
  const run = {...plain.run, opus: opusSending(ledger)}
  const config = aConfig({municipality: '230', opus: {format: 'xml', maxLines: 2}})
  const record = {...plain, run, opusFiles: opusXmlFiles(run, config)}
  const files = record.opusFiles.map(({name}) => ({name, bytes: Buffer.from(name)}))
  commitRun(ledger, join(folder, 'out'), record, [...filesOf(record), ...files])
  return record.opusFiles.flatMap(({documents}) => documents)
}

const withLedger = <Result>(work: (ledger: Ledger, folder: string) => Result): Result =>
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    try {
      return work(ledger, folder)
    } finally {
      closeLedger(ledger)
    }
  })

const sent = ({database}: Ledger): unknown[] =>
  database
    .prepare(
      `SELECT receiv_doc, year, part, substr(file, -19) AS file, position, postings.amount, opus_documents.verdict = lines.verdict AS own
        FROM opus_documents JOIN opus_positions ON opus_document = opus_documents.id
        JOIN postings ON postings.id = posting JOIN lines ON lines.id = line ORDER BY opus_documents.id, position`,
    )
    .all()

describe('what was sent to OPUS stands in the ledger', () => {
  it('with the verdict and the postings of each document, by year and part', () => {
    withLedger((ledger, folder) => {
      const [older, first, second] = commit(ledger, folder, [threeFiles]).map(({id}) => id)
      expect(sent(ledger)).toEqual([
        {receiv_doc: older, year: 2025, part: 1, file: '20260408_101500.xml', position: 1, amount: 2, own: 1},
        {receiv_doc: first, year: 2026, part: 1, file: '20260408_101501.xml', position: 1, amount: 1, own: 1},
        {receiv_doc: second, year: 2026, part: 2, file: '20260408_101502.xml', position: 1, amount: 3, own: 1},
      ])
    })
  })

  it('several postings of a document in the order of its lines', () => {
    withLedger((ledger, folder) => {
      const lines = [1, 2, 3].map((amount) => aLine({lineNumber: String(amount), amount: ofOre(amount)}))
      const plain = aRun({verdicts: [posted(anInvoice({lines}))]})
      const run = {...plain.run, opus: opusSending(ledger)}
      const opusFiles = opusXmlFiles(run, aConfig({municipality: '230', opus: {format: 'both'}}))
      commitRun(ledger, join(folder, 'out'), {...plain, run, opusFiles}, filesOf(plain))
      expect(sent(ledger)).toMatchObject([1, 2, 3].map((amount) => ({position: amount, amount})))
    })
  })

  it('and nothing does where no XML was written, or in a dry run', () => {
    withLedger((ledger, folder) => {
      for (const [format, dryRun, runId] of [
        ['csv', false, '20260408-101500'],
        ['xml', true, '20260408-101501'],
      ] as const) {
        const record = aRun({verdicts: [posted(anInvoice({documentNumber: runId}))], dryRun, runId})
        const opusFiles = opusXmlFiles(record.run, aConfig({municipality: '230', opus: {format}}))
        commitRun(ledger, join(folder, 'out'), {...record, opusFiles}, filesOf(record))
      }
      expect(dump(ledger.database).filter((row) => row.startsWith('opus_'))).toEqual([])
    })
  })

  it.each([
    ['an id', "UPDATE opus_documents SET receiv_doc = 'B000000000000001' WHERE part = 2"],
    ['a file', "UPDATE opus_documents SET file = 'other.xml' WHERE part = 2"],
    ['a posting', 'DELETE FROM opus_positions WHERE opus_document = 2'],
  ])('under the hash of the run: %s that is changed is seen', (_, change) => {
    withLedger((ledger, folder) => {
      commit(ledger, folder, [threeFiles])
      const {hash} = ledger.database.prepare('SELECT hash FROM runs').get() ?? {}
      expect(hashOfRun(ledger.database, 1)).toBe(hash)
      ledger.database.exec(change)
      expect(hashOfRun(ledger.database, 1)).not.toBe(hash)
    })
  })

  it('and goes with a run that is taken back', () => {
    withLedger((ledger, folder) => {
      const before = dump(ledger.database)
      commit(ledger, folder, [threeFiles])
      ledger.database.exec('DELETE FROM runs')
      expect(dump(ledger.database)).toEqual(before)
    })
  })

  it('so that a later run names its files otherwise', () => {
    withLedger((ledger, folder) => {
      commit(ledger, folder, [threeFiles])
      commit(ledger, folder, [posted(anInvoice({documentNumber: 'B2'}))], '20260408-101500-2')
      expect(sent(ledger).at(-1)).toMatchObject({file: '20260408_101503.xml'})
    })
  })
})

describe('the id of a document', () => {
  it('is the same when the invoice is posted anew after its run was undone', () => {
    withLedger((ledger, folder) => {
      const first = commit(ledger, folder, [threeFiles])
      ledger.database.exec("UPDATE runs SET state = 'undone'")
      const again = commit(ledger, folder, [threeFiles], '20260415-101500')
      expect(again.map(({id}) => id)).toEqual(first.map(({id}) => id))
      expect(sent(ledger)).toHaveLength(6)
    })
  })

  it('that another document has is refused, and nothing is recorded', () => {
    withLedger((ledger, folder) => {
      const [document] = commit(ledger, folder, [posted(anInvoice())])
      const before = dump(ledger.database)
      const plain = aRun({verdicts: [posted(anInvoice({documentNumber: 'B2'}))], runId: '20260415-101500'})
      const run = {...plain.run, opus: {...opusSending(ledger), idOf: () => document?.id ?? ''}}
      const opusFiles = opusXmlFiles(run, aConfig({municipality: '230', opus: {format: 'xml'}}))
      expect(() => commitRun(ledger, join(folder, 'out'), {...plain, run, opusFiles}, filesOf(plain))).toThrow(RunFault)
      expect(dump(ledger.database)).toEqual(before)
    })
  })

  const [key, other] = ['ab', 'cd'].map((byte) => createSecretKey(byte.repeat(32), 'hex'))
  if (!key || !other) throw new RangeError('no keys')
  const of = (documentKey: string, withKey = key, year = 2026, part = 1) => opusId(withKey, {documentKey, year, part})

  it('is this one for good: OPUS knows it', () => {
    expect(of('doc:5100000001')).toBe('BQ2RHPAF3HPT6YYF')
  })

  it('is another for another document, year, part and type', () => {
    const ids = [of('doc:1'), of('doc:2'), of('doc:1', key, 2027), of('doc:1', key, 2026, 2)]
    expect(new Set([...ids, of('inv:12345674:1'), of('note:12345674:1')]).size).toBe(6)
  })

  it('needs no key, so that it outlives the ledger, but where a CPR number stands in the document’s number', () => {
    expect(of('doc:5100000001', other)).toBe(of('doc:5100000001'))
    expect(of(`doc:${anna}`, other)).not.toBe(of(`doc:${anna}`))
    expect(of(`doc:${anna}`)).toBe(of(`doc:${anna}`))
  })

  it('leaves no CPR number in the ledger', () => {
    withLedger((ledger, folder) => {
      commit(ledger, folder, [posted(anInvoice({documentNumber: anna}), [aPosting({period: march})])])
      expect(readFileSync(ledger.file, 'latin1')).not.toContain(anna)
      expect(sent(ledger)).toHaveLength(1)
    })
  })
})
