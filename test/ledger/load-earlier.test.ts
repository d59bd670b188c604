/** What the ledger knows of earlier runs, as `match` is given it. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import type {RunRecord} from '../../src/ledger/commit/run-records.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import {nothingEarlier} from '../../src/model/earlier.ts'
import {
  aGrant,
  anInvoice,
  aPosting,
  aRun,
  excepted,
  filesOf,
  inFolder,
  posted,
  postedBefore,
  request,
  reversing,
} from '../builders/ledger.ts'
import {anna, april, bo, bostedet, day, march, ofOre} from '../builders/values.ts'

/** Commits the runs, a week apart, and looks at what the next one finds. */
function afterRuns<Result>(runs: readonly Parameters<typeof aRun>[0][], look: (ledger: Ledger) => Result): Result {
  return inFolder((folder) => {
    const ledger = openLedger(request(folder))
    for (const [at, fields] of runs.entries()) commit(ledger, folder, aRun({runId: runId(at), ...fields}))
    const result = look(ledger)
    closeLedger(ledger)
    return result
  })
}
const runId = (at: number): string => `202604${String(at + 1).padStart(2, '0')}-101500`
const commit = (ledger: Ledger, folder: string, record: RunRecord) =>
  commitRun(ledger, join(folder, 'out'), record, filesOf(record))
const documents = (runs: Parameters<typeof afterRuns>[0], citizens: readonly Cpr[] = [anna, bo]) =>
  afterRuns(runs, (ledger) => loadEarlier(ledger, citizens).documents)

it('knows nothing before the first run, and nothing of dry runs', () => {
  expect(afterRuns([], (ledger) => loadEarlier(ledger, [anna]))).toEqual(nothingEarlier)
  const dryRun = {
    dryRun: true,
    verdicts: [posted(anInvoice())],
    creditedNumbers: [{supplierCvr: bostedet, foldedNumber: '7'}],
  }
  expect(afterRuns([dryRun], (ledger) => loadEarlier(ledger, [anna]))).toEqual(nothingEarlier)
})

it('gives a posted document back as it was, in the run that posted it', () => {
  const billedMonth = {period: march, basis: 'named', doubtful: true} as const
  const verdict = posted(anInvoice(), undefined, {billedMonth})
  expect(documents([{verdicts: [verdict]}, {verdicts: [postedBefore(anInvoice(), runId(0))]}])).toEqual([
    {
      key: 'doc:B1',
      documentNumber: 'B1',
      invoiceNumber: 'F1',
      supplierCvr: bostedet,
      type: 'invoice',
      total: 1000_00,
      issueDate: '2026-04-02',
      outcome: 'posted',
      reason: null,
      runId: runId(0),
      firstSeen: 1,
      held: null,
      fingerprint: '100000::',
      lines: [
        {
          lineNumber: '1',
          citizen: anna,
          amount: 1000_00,
          postingGroup: 1,
          postings: [{...aPosting(), runId: runId(0)}],
          billedMonth,
          reversed: null,
        },
      ],
    },
  ])
})

it('stays with the posting of a document that later comes changed', () => {
  const changed = excepted(anInvoice({invoiceNumber: 'F2'}), 'DOCUMENT_CHANGED')
  expect(documents([{verdicts: [posted(anInvoice())]}, {verdicts: [changed]}])).toMatchObject([
    {outcome: 'posted', reason: null, invoiceNumber: 'F1', runId: runId(0)},
  ])
})

it('counts an exception that is tried again once, with its newest verdict, in the order of first coming', () => {
  const [old, young] = [anInvoice(), anInvoice({documentNumber: 'B0', invoiceNumber: 'F0'})]
  const runs = [{verdicts: [excepted(old)]}, {verdicts: [excepted(young), excepted(old, 'GRANT_AMBIGUOUS')]}]
  expect(documents(runs)).toMatchObject([
    {key: 'doc:B1', firstSeen: 1, outcome: 'exception', reason: 'GRANT_AMBIGUOUS', runId: runId(1)},
    {key: 'doc:B0', firstSeen: 2, outcome: 'exception', reason: 'AMOUNT_MISMATCH', runId: runId(1)},
  ])
  expect(documents([...runs, {verdicts: [posted(old)]}])[0]).toMatchObject({
    outcome: 'posted',
    runId: runId(2),
    firstSeen: 1,
  })
})

it('takes the first of two documents with one key in a run', () => {
  const verdicts = [posted(anInvoice()), excepted(anInvoice(), 'DUPLICATE_INVOICE')]
  expect(documents([{verdicts}])).toMatchObject([{outcome: 'posted'}])
  expect(documents([{verdicts: [excepted(anInvoice()), ...verdicts.slice(1)]}])).toMatchObject([
    {reason: 'AMOUNT_MISMATCH'},
  ])
})

it('recognises a citizen whom this run names, and knows of others only that there is one', () => {
  const [document] = documents([{verdicts: [posted(anInvoice())]}], [bo])
  expect(document?.lines).toMatchObject([{citizen: null, postings: [{citizen: null, grantId: 'G1'}]}])
})

describe('a credit note', () => {
  const note = anInvoice({documentNumber: 'K1', invoiceNumber: 'K1', type: 'creditNote', total: ofOre(-1000_00)})
  const verdict = posted(note, [reversing({documentKey: 'doc:B1', lineNumber: '1'})])
  const grants = [aGrant({paidTo: day('2026-02-28')})]

  it.each([
    ['of an earlier run', [{verdicts: [posted(anInvoice())]}, {verdicts: [verdict], grants}], runId(1)],
    ['of the same run', [{verdicts: [posted(anInvoice()), verdict], grants}], runId(0)],
  ])('takes back a line %s, with what the register then held', (_, runs, reversedIn) => {
    const [invoice, creditNote] = documents(runs)
    expect(invoice?.lines[0]?.reversed).toEqual({runId: reversedIn, paidTo: {G1: '2026-02-28'}})
    expect(creditNote?.lines[0]?.postings[0]).toMatchObject({
      amount: -1000_00,
      reverses: {documentKey: 'doc:B1', lineNumber: '1'},
    })
  })

  it('takes nothing back once its own run has been undone or OPUS has refused it', () => {
    const undone = (sql: string) =>
      afterRuns([{verdicts: [posted(anInvoice())]}, {verdicts: [verdict]}], (ledger) => {
        ledger.database.exec(sql)
        return loadEarlier(ledger, [anna]).documents[0]?.lines[0]?.reversed
      })
    expect(undone("UPDATE runs SET state = 'undone' WHERE number = 2")).toBeNull()
    expect(undone("UPDATE postings SET opus_state = 'refused' WHERE amount < 0")).toBeNull()
  })

  it('of a line that nobody posted stops the run, and nothing is recorded', () => {
    expect(() => documents([{verdicts: [verdict]}])).toThrow(/does not know as posted/)
  })
})

it('forgets a run that was undone, but not what people booked', () => {
  const row = {
    supplierCvr: bostedet,
    citizen: anna,
    documentNumber: '',
    invoiceNumber: 'H1',
    amount: ofOre(5),
    period: april,
  }
  const creditedNumbers = [{supplierCvr: bostedet, foldedNumber: '7'}]
  const run = {verdicts: [posted(anInvoice())], booked: {rows: [row], unreadable: []}, creditedNumbers}
  const earlier = afterRuns([run], (ledger) => {
    ledger.database.exec("UPDATE runs SET state = 'undone'")
    return loadEarlier(ledger, [anna])
  })
  expect(earlier).toEqual({...nothingEarlier, booked: [row]})
})

it('opens a document again that OPUS has refused', () => {
  const refused = afterRuns([{verdicts: [posted(anInvoice())]}], (ledger) => {
    ledger.database.exec("UPDATE verdicts SET opus_state = 'refused'; UPDATE postings SET opus_state = 'refused'")
    return loadEarlier(ledger, [anna]).documents
  })
  expect(refused).toMatchObject([
    {outcome: 'exception', reason: 'OPUS_REFUSED', lines: [{postingGroup: null, postings: []}]},
  ])
})

it('holds for good what a credit note holds: of this run, and of an earlier one', () => {
  const runs = [
    {verdicts: [excepted(anInvoice({documentNumber: 'B0'}))]},
    {verdicts: [excepted(anInvoice(), 'CREDITED_UNPOSTED')], newlyHeld: ['doc:B0']},
    {verdicts: [excepted(anInvoice())]},
  ]
  expect(documents(runs).map(({key, held}) => [key, held])).toEqual([
    ['doc:B0', 'CREDITED_UNPOSTED'],
    ['doc:B1', 'CREDITED_UNPOSTED'],
  ])
})

it('keeps booked rows once, and credited numbers once', () => {
  const row = {
    supplierCvr: bostedet,
    citizen: anna,
    documentNumber: 'B9',
    invoiceNumber: 'H1',
    amount: ofOre(5),
    period: april,
  }
  const run = {
    booked: {rows: [row, row], unreadable: []},
    creditedNumbers: [{supplierCvr: bostedet, foldedNumber: '7'}],
  }
  const earlier = afterRuns([run, run], (ledger) => loadEarlier(ledger, [anna]))
  expect(earlier.booked).toEqual([row])
  expect(earlier.creditedNumbers).toEqual([{supplierCvr: bostedet, foldedNumber: '7'}])
})

it('holds by an unreadable booked row until a file of the same name is read again', () => {
  const unreadable = (row: number) => ({
    source: {file: 'hand.csv', row},
    supplierCvr: bostedet,
    citizen: anna,
    problems: [],
  })
  const file = (name: string) => ({name, kind: 'booked' as const, rows: 1, sha256: ''})
  const run = (row: number | null, name: string) => ({
    files: [file(name)],
    booked: {rows: [], unreadable: row === null ? [] : [unreadable(row)]},
  })
  const rows = (runs: Parameters<typeof afterRuns>[0]) =>
    afterRuns(runs, (ledger) => loadEarlier(ledger, [anna]).unreadableBooked)
  expect(rows([run(2, 'hand.csv'), run(null, 'other.csv')])).toEqual([unreadable(2)])
  expect(rows([run(2, 'hand.csv'), run(3, 'hand.csv')])).toEqual([unreadable(3)])
  expect(rows([run(2, 'hand.csv'), run(null, 'hand.csv')])).toEqual([])
})

it('gives the size of the last register', () => {
  const grants = [aGrant(), aGrant({id: 'G2'})]
  expect(afterRuns([{}, {grants}], (ledger) => loadEarlier(ledger, []).grantCount)).toBe(2)
})
