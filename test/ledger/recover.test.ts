/** What the next run does about one that was cut off. */
import {mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {type Boundary, commitRun} from '../../src/ledger/commit/commit-run.ts'
import type {RunRecord} from '../../src/ledger/commit/run-records.ts'
import type {Ledger} from '../../src/ledger/ledger.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {recover} from '../../src/ledger/recover/recover.ts'
import {
  aFix,
  anInvoice,
  aPosting,
  aRun,
  dump,
  excepted,
  filesOf,
  inFolder,
  posted,
  request,
  reversing,
} from '../builders/ledger.ts'
import {anna, april, bo, march, ofOre} from '../builders/values.ts'

class Cut extends Error {}

/** As far as the boundary, and no further: what a kill leaves, the transaction aside. */
function cutAt(boundary: Boundary, ledger: Ledger, out: string, record: RunRecord): void {
  try {
    commitRun(ledger, out, record, filesOf(record), (reached) => {
      if (reached === boundary) throw new Cut()
    })
  } catch (error) {
    if (!(error instanceof Cut)) throw error
  }
}

const whole = aRun({verdicts: [posted(anInvoice())]})
const begunFolder = (ledger: Ledger, runId = '20260408-101500') => `.${runId}.${ledger.id}.begun`

function withLedger(work: (ledger: Ledger, out: string) => void): void {
  inFolder((folder) => {
    const ledger = openLedger(request(folder))
    work(ledger, join(folder, 'out'))
    closeLedger(ledger)
  })
}

const recovered = (ledger: Ledger, out: string) => recover(ledger, out).map(({kind, folder}) => `${kind} ${folder}`)
const states = ({database}: Ledger) => database.prepare('SELECT run_id, state FROM runs').all()

it('does nothing where nothing was cut off', () => {
  withLedger((ledger, out) => {
    expect(recovered(ledger, out)).toEqual([])
    commitRun(ledger, out, whole, filesOf(whole))
    expect(recovered(ledger, out)).toEqual([])
  })
})

it.each(['recorded', 'placed'] as const)('finishes a run cut off after «%s»', (boundary) => {
  withLedger((ledger, out) => {
    cutAt(boundary, ledger, out, whole)
    expect(recovered(ledger, out)).toEqual(['finished 20260408-101500'])
    expect(readdirSync(out)).toEqual(['20260408-101500'])
    expect(states(ledger)).toEqual([{run_id: '20260408-101500', state: 'done'}])
    expect(recovered(ledger, out)).toEqual([])
  })
})

it('finishes a run in the folder that it was meant for, whatever folder is asked for now', () => {
  withLedger((ledger, out) => {
    cutAt('recorded', ledger, out, whole)
    expect(recovered(ledger, join(out, '..', 'other'))).toEqual(['finished 20260408-101500'])
    expect(readdirSync(out)).toEqual(['20260408-101500'])
  })
})

it('clears a folder that no record stands for, and leaves everything else in the folder alone', () => {
  withLedger((ledger, out) => {
    const others = ['.20260408-101500.ffffffff.begun', `.notes.${ledger.id}.begun`, '20260401-101500-dry-run', 'arkiv']
    for (const name of [...others, begunFolder(ledger), begunFolder(ledger, '20260408-101500-2-dry-run')]) {
      mkdirSync(join(out, name), {recursive: true})
    }
    symlinkSync(join(out, 'arkiv'), join(out, begunFolder(ledger, '20260101-101500')))
    expect(recovered(ledger, out)).toEqual(['cleared 20260408-101500', 'cleared 20260408-101500-2-dry-run'])
    expect(readdirSync(out).toSorted()).toEqual([...others, begunFolder(ledger, '20260101-101500')].toSorted())
  })
})

it.each([
  ['changed', (folder: string) => writeFileSync(join(folder, 'summary.json'), '{}')],
  ['missing', (folder: string) => rmSync(join(folder, 'summary.json'))],
  ['one too many', (folder: string) => writeFileSync(join(folder, 'more.csv'), '')],
])('takes a run back whose files are not whole: %s', (_, harm) => {
  withLedger((ledger, out) => {
    const before = dump(ledger.database)
    cutAt('recorded', ledger, out, whole)
    harm(join(out, begunFolder(ledger)))
    expect(recovered(ledger, out)).toEqual(['takenBack 20260408-101500'])
    expect(dump(ledger.database)).toEqual(before)
    expect(readdirSync(out)).toEqual([])
  })
})

it('counts a run as posted whose files have gone, for they may have been used, and says so', () => {
  withLedger((ledger, out) => {
    cutAt('placed', ledger, out, whole)
    rmSync(join(out, '20260408-101500'), {recursive: true})
    const [recovery] = recover(ledger, out)
    expect(recovery).toMatchObject({
      kind: 'filesGone',
      text: {da: expect.stringContaining('gælder som bogført')},
    })
    expect(states(ledger)).toEqual([{run_id: '20260408-101500', state: 'done'}])
  })
})

it('puts the files in place that turn up later', () => {
  withLedger((ledger, out) => {
    cutAt('recorded', ledger, out, whole)
    renameSync(out, `${out}-away`)
    expect(recovered(ledger, out)).toEqual(['filesGone 20260408-101500'])
    renameSync(`${out}-away`, out)
    expect(recovered(ledger, out)).toEqual(['finished 20260408-101500'])
    expect(readdirSync(out)).toEqual(['20260408-101500'])
  })
})

it('finishes a dry run, and forgets one whose files are gone', () => {
  withLedger((ledger, out) => {
    const before = dump(ledger.database)
    const dryRun = aRun({dryRun: true, verdicts: [posted(anInvoice())]})
    cutAt('recorded', ledger, out, dryRun)
    rmSync(join(out, begunFolder(ledger, '20260408-101500-dry-run')), {recursive: true})
    expect(recovered(ledger, out)).toEqual(['takenBack 20260408-101500-dry-run'])
    expect(dump(ledger.database)).toEqual(before)
    cutAt('recorded', ledger, out, dryRun)
    expect(recovered(ledger, out)).toEqual(['finished 20260408-101500-dry-run'])
  })
})

// Of few documents, citizens and numbers, so that runs meet each other's rows.
const verdict = fc
  .record({
    number: fc.constantFrom('B1', 'B2', 'B3', 'B4'),
    kind: fc.constantFrom('posted', 'exception', 'credited'),
    citizen: fc.constantFrom(anna, bo),
    period: fc.constantFrom(march, april),
  })
  .map(({number, kind, citizen, period}) => {
    const invoice = anInvoice({documentNumber: number, invoiceNumber: `F${number}`})
    if (kind === 'posted') return posted(invoice, [aPosting({citizen, period})])
    return excepted(invoice, kind === 'credited' ? 'CREDITED_UNPOSTED' : 'AMOUNT_MISMATCH', {citizen})
  })
const someRun = fc.record({
  verdicts: fc.uniqueArray(verdict, {selector: ({documentKey}) => documentKey, maxLength: 4}),
  booked: fc.array(fc.constantFrom(anna, bo), {maxLength: 2}),
  credited: fc.array(fc.constantFrom('1', '2'), {maxLength: 2}),
})

it('takes back everything that a run brought and nothing else, whatever it brought', () => {
  fc.assert(
    fc.property(someRun, someRun, (first, second) => {
      withLedger((ledger, out) => {
        const isNew = ({outcome, documentKey}: (typeof first.verdicts)[number]) =>
          outcome !== 'posted' ||
          !first.verdicts.some((each) => each.outcome === 'posted' && each.documentKey === documentKey)
        const toReverse = first.verdicts.find(({outcome}) => outcome === 'posted')
        const note = anInvoice({documentNumber: 'K1', type: 'creditNote', total: ofOre(-1000_00)})
        const notes = toReverse
          ? [posted(note, [reversing({documentKey: toReverse.documentKey, lineNumber: '1'})])]
          : []
        const [before, cut] = [
          recordOf('20260401-101500', first, first.verdicts),
          recordOf('20260408-101500', second, [...second.verdicts.filter(isNew), ...notes]),
        ]
        commitRun(ledger, out, before, filesOf(before))
        const standing = dump(ledger.database)
        cutAt('recorded', ledger, out, cut)
        expect(dump(ledger.database)).not.toEqual(standing)
        rmSync(join(out, begunFolder(ledger), 'summary.json'))
        expect(recovered(ledger, out)).toEqual(['takenBack 20260408-101500'])
        expect(dump(ledger.database)).toEqual(standing)
      })
    }),
    {numRuns: 40},
  )
})

function recordOf(
  runId: string,
  {booked, credited}: {booked: (typeof anna)[]; credited: string[]},
  verdicts: RunRecord['run']['result']['verdicts'],
) {
  const supplierCvr = aPosting().supplierCvr
  return aRun({
    runId,
    verdicts,
    booked: {
      rows: booked.map((citizen) => ({
        ...{supplierCvr, citizen, period: march},
        documentNumber: '',
        invoiceNumber: 'H1',
        amount: ofOre(5),
      })),
      unreadable: booked.map((citizen) => ({source: {file: 'hand.csv', row: 2}, supplierCvr, citizen, problems: []})),
    },
    creditedNumbers: credited.map((foldedNumber) => ({supplierCvr, foldedNumber})),
    fixes: [aFix],
  })
}
