/** What the ledger gives the report. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {describe, expect, it} from 'vitest'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {readLedger} from '../../src/ledger/open/read-ledger.ts'
import {migrations} from '../../src/ledger/open/schema.ts'
import {type Horizon, type InvoiceStatus, type ReportFacts, reportFacts} from '../../src/ledger/read/report-facts.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {
  aLine,
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
import {anna, day, ofOre} from '../builders/values.ts'

type Week = {
  readonly today: string
  readonly verdicts: readonly InvoiceVerdict[]
  readonly dryRun?: boolean
}

const allDays = () => ({from: day('2000-01-01'), to: day('2099-12-31')})
const fileIn = (folder: string): string => join(folder, 'bills.db')

/** Records the weeks as runs of their days, changes the ledger as is asked, and reads it for the report. */
function factsOf(
  weeks: readonly Week[],
  change: (database: DatabaseSync) => void = () => {},
  spanFor: (horizon: Horizon) => ReportFacts['span'] = allDays,
): ReportFacts {
  return inFolder((folder) => {
    const ledger = openLedger(request(folder))
    for (const [at, {today, verdicts, dryRun = false}] of weeks.entries()) {
      const run = aRun({runId: `20260408-10150${at}`, verdicts, dryRun})
      commitRun(ledger, join(folder, 'out'), run, filesOf(run))
      ledger.database.prepare('UPDATE runs SET today = ? WHERE run_id = ?').run(today, `20260408-10150${at}`)
    }
    change(ledger.database)
    closeLedger(ledger)
    return readLedger({path: fileIn(folder), municipality: '230'}, (database) => reportFacts(database, spanFor))
  })
}

const only = ({documents}: ReportFacts): InvoiceStatus | undefined => {
  expect(documents).toHaveLength(1)
  return documents[0]
}

const b1 = anInvoice()
const [week1, week2, week3] = ['2026-04-06', '2026-04-13', '2026-04-20']

describe('what became of a document', () => {
  it('posted by the run that first saw it', () => {
    expect(only(factsOf([{today: week1, verdicts: [posted(b1)]}]))).toEqual({
      day: '2026-04-02',
      isDated: true,
      amount: 1000_00,
      supplierCvr: '12345674',
      supplierName: 'Botilbuddet',
      paragraph: '107',
      status: 'automatic',
      isFirstPass: true,
      isInScope: true,
      whyUnposted: null,
      firstReason: null,
      isOpen: false,
    })
  })

  it('is counted once, however often it comes', () => {
    const weeks = [
      {today: week1, verdicts: [excepted(b1, 'PERIOD_AMBIGUOUS')]},
      {today: week2, verdicts: [posted(b1)]},
      {today: week3, verdicts: [postedBefore(b1, '20260408-101501')]},
    ]
    expect(only(factsOf(weeks))).toMatchObject({
      status: 'automatic',
      isFirstPass: false,
      firstReason: 'PERIOD_AMBIGUOUS',
      whyUnposted: null,
      isOpen: false,
    })
  })

  it('left to a person counts by its last code', () => {
    const weeks = [
      {today: week1, verdicts: [excepted(b1, 'PERIOD_AMBIGUOUS')]},
      {today: week2, verdicts: [excepted(b1, 'OUT_OF_SCOPE')]},
    ]
    expect(only(factsOf(weeks))).toMatchObject({
      status: 'unposted',
      whyUnposted: 'OUT_OF_SCOPE',
      firstReason: 'PERIOD_AMBIGUOUS',
      isInScope: false,
      isOpen: true,
    })
  })

  it('taken back by a credit note is not posted; the note is', () => {
    const note = anInvoice({documentNumber: 'B2', type: 'creditNote', lines: [aLine({amount: ofOre(-1000_00)})]})
    const reversal = reversing({documentKey: 'doc:B1', lineNumber: '1'})
    const weeks = [
      {today: week1, verdicts: [posted(b1)]},
      {today: week2, verdicts: [posted(note, [reversal])]},
    ]
    const {documents} = factsOf(weeks)
    expect(documents).toMatchObject([
      {status: 'unposted', isFirstPass: false, whyUnposted: 'REVERSED', isOpen: false},
      {status: 'automatic', isFirstPass: true, amount: 1000_00},
    ])
    const refuseTheNote = (database: DatabaseSync) =>
      database.exec("UPDATE verdicts SET opus_state = 'refused' WHERE type = 'creditNote'")
    expect(factsOf(weeks, refuseTheNote).documents).toMatchObject([
      {status: 'automatic'},
      {status: 'unposted', whyUnposted: 'OPUS_REFUSED'},
    ])
    const undoTheNote = (database: DatabaseSync) => database.exec("UPDATE runs SET state = 'undone' WHERE number = 2")
    expect(only(factsOf(weeks, undoTheNote))).toMatchObject({status: 'automatic'})
  })

  it('taken back in one line of two is not posted either', () => {
    const two = anInvoice({lines: [aLine(), aLine({lineNumber: '2', amount: ofOre(500_00)})]})
    const note = anInvoice({documentNumber: 'B2', type: 'creditNote', lines: [aLine({amount: ofOre(-500_00)})]})
    const reversal = reversing({documentKey: 'doc:B1', lineNumber: '2'}, {amount: ofOre(-500_00)})
    const {documents} = factsOf([{today: week1, verdicts: [posted(two), posted(note, [reversal])]}])
    expect(documents).toMatchObject([{whyUnposted: 'REVERSED', amount: 1500_00}, {status: 'automatic'}])
  })

  it('refused by OPUS is open again, until a later run posts it', () => {
    const refuse = (database: DatabaseSync) => database.exec("UPDATE verdicts SET opus_state = 'refused' WHERE run = 1")
    const once = [{today: week1, verdicts: [posted(b1)]}]
    expect(only(factsOf(once, refuse))).toMatchObject({status: 'unposted', whyUnposted: 'OPUS_REFUSED', isOpen: true})
    const refusedAfterIt = [...once, {today: week2, verdicts: [postedBefore(b1, '20260408-101500')]}]
    expect(only(factsOf(refusedAfterIt, refuse))).toMatchObject({status: 'unposted', whyUnposted: 'OPUS_REFUSED'})
  })

  it('refused by OPUS and posted since is posted, but not at first', () => {
    const status = inFolder((folder) => {
      const ledger = openLedger(request(folder))
      const runs = ['20260408-101500', '20260408-101501'].map((runId) => aRun({runId, verdicts: [posted(b1)]}))
      for (const run of runs) {
        commitRun(ledger, join(folder, 'out'), run, filesOf(run))
        ledger.database.exec("UPDATE verdicts SET opus_state = 'refused' WHERE run = 1")
      }
      closeLedger(ledger)
      return only(readLedger({path: fileIn(folder), municipality: null}, (database) => reportFacts(database, allDays)))
    })
    expect(status).toMatchObject({status: 'automatic', isFirstPass: false})
  })

  it('of which OPUS refused one posting is not posted', () => {
    const refuseOne = (database: DatabaseSync) =>
      database.exec("UPDATE postings SET opus_state = 'refused' WHERE id = (SELECT MAX(id) FROM postings)")
    const halves = [aPosting({amount: ofOre(500_00)}), aPosting({amount: ofOre(500_00), grantId: 'G2'})]
    const facts = factsOf([{today: week1, verdicts: [posted(b1, halves)]}], refuseOne)
    expect(only(facts)).toMatchObject({status: 'unposted', whyUnposted: 'OPUS_REFUSED', isOpen: true})
  })

  it('posted by a run that was undone is as if that run had not been', () => {
    const undo = (number: number) => (database: DatabaseSync) =>
      database.exec(`UPDATE runs SET state = 'undone' WHERE number = ${number}`)
    const weeks = [
      {today: week1, verdicts: [posted(b1)]},
      {today: week2, verdicts: [excepted(b1, 'AMOUNT_MISMATCH')]},
    ]
    expect(only(factsOf(weeks, undo(1)))).toMatchObject({status: 'unposted', whyUnposted: 'AMOUNT_MISMATCH'})
    const known = [weeks[0], {today: week2, verdicts: [postedBefore(b1, '20260408-101500')]}].flatMap(
      (each) => each ?? [],
    )
    expect(only(factsOf(known, undo(1)))).toMatchObject({status: 'unposted', whyUnposted: 'UNDONE', isOpen: false})
    expect(factsOf([...weeks.slice(0, 1), {today: week2, verdicts: []}], undo(1)).documents).toEqual([])
  })

  it('changed after it was posted is posted, and an open exception', () => {
    const weeks = [
      {today: week1, verdicts: [posted(b1)]},
      {today: week2, verdicts: [excepted(anInvoice({lines: [aLine({amount: ofOre(1)})]}), 'DOCUMENT_CHANGED')]},
    ]
    expect(only(factsOf(weeks))).toMatchObject({status: 'automatic', amount: 1000_00, isOpen: true, whyUnposted: null})
  })

  it('is left out where only a dry run saw it', () => {
    const weeks = [
      {today: week1, verdicts: [posted(b1)]},
      {today: week2, verdicts: [posted(anInvoice({documentNumber: 'B2'}))], dryRun: true},
    ]
    expect(factsOf(weeks).documents).toHaveLength(1)
    expect(factsOf(weeks).horizon).toMatchObject({runs: 1, lastRun: {today: week1}})
  })

  it('without a day of issue stands on the day of the first run that saw it', () => {
    const undated = anInvoice({issueDate: null})
    const weeks = [
      {today: week1, verdicts: [excepted(undated, 'ROW_INVALID')]},
      {today: week2, verdicts: [excepted(undated, 'ROW_INVALID')]},
    ]
    expect(only(factsOf(weeks))).toMatchObject({day: week1, isDated: false})
    const readLater = [weeks[0], {today: week2, verdicts: [posted(b1)]}].flatMap((each) => each ?? [])
    expect(only(factsOf(readLater))).toMatchObject({day: '2026-04-02', isDated: true})
  })

  it.each([
    [['107'], '107'],
    [['107', '107'], '107'],
    [['103', '107'], 'several'],
  ])('on grants of paragraphs %j is of %s', (paragraphs, paragraph) => {
    const lines = paragraphs.map((_, at) => aLine({lineNumber: String(at + 1)}))
    const postings = paragraphs.map((each) => aPosting({paragraph: each}))
    expect(only(factsOf([{today: week1, verdicts: [posted(anInvoice({lines}), postings)]}]))).toMatchObject({paragraph})
  })

  it('shows no CPR number that stood for a CVR number', () => {
    expect(
      only(factsOf([{today: week1, verdicts: [excepted(anInvoice({supplierCvr: anna}), 'CVR_INVALID')]}])),
    ).toMatchObject({
      supplierCvr: '',
      paragraph: null,
    })
  })
})

describe('the days', () => {
  const issued = (issueDate: string, documentNumber: string) =>
    posted(anInvoice({issueDate: day(issueDate), documentNumber, invoiceNumber: documentNumber}))

  it('reach to the newest issue that is no later than the last run', () => {
    const weeks = [{today: '2026-04-06', verdicts: [issued('2026-03-31', 'B1'), issued('2062-04-01', 'B2')]}]
    const {horizon, documents} = factsOf(weeks, undefined, ({newestIssue}) => ({
      from: day('2026-03-31'),
      to: newestIssue ?? day('2026-01-01'),
    }))
    expect(horizon.newestIssue).toBe('2026-03-31')
    expect(documents).toHaveLength(1)
  })

  it.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('of March hold %s: %i', (date, found) => {
    const march = () => ({from: day('2026-03-01'), to: day('2026-03-31')})
    expect(factsOf([{today: week1, verdicts: [issued(date, 'B1')]}], undefined, march).documents).toHaveLength(found)
  })
})

describe('open exceptions of the last run', () => {
  const b2 = anInvoice({documentNumber: 'B2', lines: [aLine({amount: ofOre(-7)})]})

  it('are those that it brought, since the run that first left them to a person', () => {
    const weeks = [
      {today: week1, verdicts: [excepted(b1), excepted(b2)]},
      {today: week2, verdicts: [excepted(b2)]},
      {today: week3, verdicts: [excepted(b2)]},
    ]
    expect(factsOf(weeks).open).toEqual([{since: week1, amount: 7}])
  })

  it('are no older than their last posting', () => {
    const weeks = [
      {today: week1, verdicts: [posted(b1)]},
      {today: week2, verdicts: [postedBefore(b1, '20260408-101500')]},
      {today: week3, verdicts: [excepted(b1, 'DOCUMENT_CHANGED')]},
    ]
    expect(factsOf(weeks).open).toEqual([{since: week3, amount: 1000_00}])
  })
})

describe('what would raise the share posted', () => {
  const insertFixes = (database: DatabaseSync): void => {
    const insert = database.prepare('INSERT INTO fixes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    insert.run(1, 1, 'rate', 'gammel', 'old', 'Administration', 'AMOUNT_MISMATCH', 99, 1, 1)
    insert.run(2, 1, 'mapping', 'b', 'b', 'Kontoplan', 'MAPPING_MISSING', 2, 100, 1)
    insert.run(2, 2, 'other', 'c', 'c', 'Sagsbehandler', 'CITIZEN_UNKNOWN', 2, 500, 0)
    insert.run(2, 3, 'rate', 'a', 'a', 'Administration', 'AMOUNT_MISMATCH', 5, 1, 1)
  }
  const weeks = [
    {today: week1, verdicts: [excepted(b1)]},
    {today: week2, verdicts: [excepted(b1)]},
  ]

  it('is what the last run that counts found, by invoices and then by kroner', () => {
    expect(factsOf(weeks, insertFixes).fixes.map(({da, isExact}) => [da, isExact])).toEqual([
      ['a', true],
      ['c', false],
      ['b', true],
    ])
    const undone = factsOf(weeks, (database) => {
      insertFixes(database)
      database.exec("UPDATE runs SET state = 'undone' WHERE number = 2")
    })
    expect(undone.fixes).toMatchObject([{kind: 'rate', da: 'gammel', en: 'old', invoices: 99, amount: 1}])
  })

  it('is nothing in a ledger of an older version, which stays as it is', () => {
    const older = (database: DatabaseSync) => database.exec('DROP TABLE fixes; PRAGMA user_version = 2')
    expect(factsOf(weeks, older)).toMatchObject({fixes: [], documents: [{status: 'unposted'}]})
  })
})

describe('the ledger is only read', () => {
  const withOneRun = (folder: string): void => {
    const ledger = openLedger(request(folder))
    const run = aRun({verdicts: [posted(b1)]})
    commitRun(ledger, join(folder, 'out'), run, filesOf(run))
    closeLedger(ledger)
  }
  const read = (folder: string, municipality: string | null = null): ReportFacts =>
    readLedger({path: fileIn(folder), municipality}, (database) => reportFacts(database, allDays))
  const thrown = (work: () => unknown): Error => {
    try {
      work()
    } catch (error) {
      if (error instanceof Error) return error
    }
    throw new RangeError('nothing was thrown')
  }

  it('and not a byte of it changes; its key is not asked for', () => {
    inFolder((folder) => {
      withOneRun(folder)
      const before = readFileSync(fileIn(folder))
      writeFileSync(join(folder, 'bills.db.key'), '')
      expect(read(folder).documents).toHaveLength(1)
      expect(readFileSync(fileIn(folder)).equals(before)).toBe(true)
    })
  })

  it.each([
    ['there is none', () => {}, 'findes ikke'],
    ['its name is a folder’s', (file: string) => mkdirSync(file), 'findes ikke'],
    [
      'it is another file',
      (file: string) => writeFileSync(file, 'Bilagsnummer;Beløb\r\n'.repeat(50)),
      'ikke en ledger',
    ],
    ['it is empty', (file: string) => writeFileSync(file, ''), 'ikke en ledger'],
  ])('is wrong use where %s, and nothing is made', (_, make, message) => {
    inFolder((folder) => {
      make(fileIn(folder))
      const error = thrown(() => read(folder))
      expect(error).toBeInstanceOf(InputError)
      expect((error as InputError).text.da).toContain(message)
    })
  })

  it.each([
    ['no run has been recorded', 'DELETE FROM runs', 'ingen kørsler'],
    ['every run was undone', "UPDATE runs SET state = 'undone'", 'ingen kørsler'],
    ['a newer version wrote it', `PRAGMA user_version = ${migrations.length + 1}`, 'nyere version'],
    ['it is another municipality’s', "UPDATE runs SET municipality = '751'", 'kommune 751'],
  ])('is wrong use where %s', (_, change, message) => {
    inFolder((folder) => {
      withOneRun(folder)
      const ledger = openLedger(request(folder))
      ledger.database.exec(change)
      closeLedger(ledger)
      const error = thrown(() => read(folder, '230'))
      expect(error).toBeInstanceOf(InputError)
      expect((error as InputError).text.da).toContain(message)
    })
  })

  it('a damaged one is said to be damaged', () => {
    inFolder((folder) => {
      withOneRun(folder)
      const bytes = readFileSync(fileIn(folder))
      writeFileSync(fileIn(folder), bytes.fill(0x5a, 4096))
      const error = thrown(() => read(folder))
      expect(error).toBeInstanceOf(InputError)
      expect((error as InputError).text.da).toContain('ødelagt')
    })
  })

  it('what a cut has left to be mended is left alone, with the way out', () => {
    inFolder((folder) => {
      withOneRun(folder)
      const journal = Buffer.alloc(512 + 4 + 4096 + 4)
      Buffer.from('d9d505f920a163d7', 'hex').copy(journal)
      journal.writeUInt32BE(1, 8)
      journal.writeUInt32BE(1, 16)
      journal.writeUInt32BE(512, 20)
      journal.writeUInt32BE(4096, 24)
      writeFileSync(`${fileIn(folder)}-journal`, journal)
      const error = thrown(() => read(folder))
      expect(error).toBeInstanceOf(RunFault)
      expect((error as RunFault).text.da).toContain('afbrudt kørsel')
    })
  })
})
