/**
 * Generated weeks go through the program into a real ledger; then the figures are counted a second time, without the
 * report's code and without the ledger: from the files that each run wrote, and from what the generator knows is true.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Bill, IsoDate} from '../../samples/generator/model.ts'
import {truthOn} from '../../samples/generator/truth-file.ts'
import {makeWorld} from '../../samples/generator/world.ts'
import {readLedger} from '../../src/ledger/open/read-ledger.ts'
import {reportFacts} from '../../src/ledger/read/report-facts.ts'
import {type Figures, figuresOf} from '../../src/report/figures.ts'
import {spanOf} from '../../src/report/span.ts'
import {simulate, type Week} from '../simulation/weeks.ts'

const world = makeWorld({
  seed: 7,
  postFrom: '2026-01-01' as IsoDate,
  span: {from: '2026-01-01' as IsoDate, to: '2026-03-31' as IsoDate},
  bills: 1_200,
  grants: 300,
  suppliers: 20,
  smooth: 0.4,
  complete: true,
})

/** A document as somebody who has only the exports and the files of the runs would note it down. */
type Noted = {
  month: string
  /** Øre, without sign. */
  amount: number
  readonly firstWeek: number
  /** The week of its posting; undefined where it never was, or was taken back. */
  postedIn: number | undefined
  lastCode: string
}

let folder = ''
let weeks: Week[] = []
let figures: Figures
let documents: ReadonlyMap<string, Noted>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bills-figures-'))
  weeks = await simulate(world, folder)
  documents = noted(weeks)
  const facts = readLedger({path: join(folder, 'bills.db'), municipality: null}, (database) =>
    reportFacts(database, (horizon) => spanOf(4, '2026-04-30' as IsoDate, horizon)),
  )
  figures = figuresOf(facts, {target: 50, minutesPerInvoice: 6})
}, 120_000)
afterAll(() => rm(folder, {recursive: true, force: true}))

const months = ['2026-01', '2026-02', '2026-03', '2026-04']

describe('figures counted from the exports and the written files', () => {
  it.each(months)('%s: received, in scope, posted and posted in the first run', (month) => {
    const found = figures.months.find(({key}) => key === month)
    expect(found?.counts).toMatchObject(countedIn((each) => each.month === month))
  })

  it('hold for the whole span, and there is enough to count', () => {
    const counted = countedIn(() => true)
    expect(figures.total.counts).toMatchObject(counted)
    expect(counted.received.invoices).toBeGreaterThan(1_100)
    expect(counted.posted.invoices).toBeGreaterThan(500)
    expect(counted.inScope.invoices).toBeLessThan(counted.received.invoices)
    expect(counted.firstPass.invoices).toBeLessThan(counted.posted.invoices)
    expect([...documents.values()].filter(isTakenBack).length).toBeGreaterThan(0)
  })

  it('hold for the reasons behind the rest', () => {
    const left = [...documents.values()].filter((each) => each.postedIn === undefined && !isTakenBack(each))
    const byCode = Map.groupBy(left, ({lastCode}) => lastCode)
    const codes = figures.reasons.filter(({reason}) => reason !== 'REVERSED')
    expect(Object.fromEntries(codes.map(({reason, unposted: {invoices}}) => [reason, invoices]))).toEqual(
      Object.fromEntries([...byCode].map(([code, some]) => [code, some.length])),
    )
    const takenBack = [...documents.values()].filter(isTakenBack).length
    expect(figures.reasons.find(({reason}) => reason === 'REVERSED')?.unposted.invoices).toBe(takenBack)
  })

  it('hold for what the last run left open', () => {
    const last = weeks.at(-1)
    const open = [...(last?.outcomes.values() ?? [])].filter(({posted}) => !posted)
    expect(figures.open.inLastRun.invoices).toBe(open.length)
  })
})

it('figures counted from what the generator knows is true: what may be posted is, and nothing else', () => {
  const postedBy = new Map<string, number>()
  const standing = new Map<string, string[]>()
  for (const [at, {bills, until}] of weeks.entries()) {
    const isPostable = (bill: Bill): boolean => {
      const {expect: verdict} = truthOn(bill, until)
      // Words that can be read in two ways: both are right, so the files say which way it went.
      return verdict === 'post' || (verdict === 'either' && documents.get(bill.documentNumber)?.postedIn === at)
    }
    const postings = bills
      .filter((bill) => !postedBy.has(bill.documentNumber) && isPostable(bill))
      .flatMap((bill) => truthOn(bill, until).postings.map((posting) => ({...posting, document: bill.documentNumber})))
      .toSorted((a, b) => b.amount - a.amount)
    for (const {document, grantId, from, to, amount} of postings) {
      postedBy.set(document, at)
      const place = [grantId, from, to, Math.abs(amount)].join(' ')
      if (amount >= 0) standing.set(place, [...(standing.get(place) ?? []), document])
      else postedBy.set(standing.get(place)?.pop() ?? 'nobody', takenBackWeek)
    }
  }
  const kept = [...postedBy].filter(([, week]) => week !== takenBackWeek)
  expect(postedBy.has('nobody')).toBe(false)
  expect(figures.total.counts.posted.invoices).toBe(kept.length)
  const first = kept.filter(([document, week]) => documents.get(document)?.firstWeek === week)
  expect(figures.total.counts.firstPass.invoices).toBe(first.length)
  const came = new Set(weeks.flatMap(({bills}) => bills.map(({documentNumber}) => documentNumber)))
  expect(figures.total.counts.received.invoices).toBe(came.size)
})

const takenBackWeek = -1

function noted(runs: readonly Week[]): ReadonlyMap<string, Noted> {
  const found = new Map<string, Noted>()
  const paidBy = new Map<string, Noted[]>()
  for (const [at, {bills, outcomes, until}] of runs.entries()) {
    for (const bill of bills) {
      const document = bill.documentNumber
      const outcome = outcomes.get(document)
      if (!outcome) throw new RangeError(`no outcome of ${document}`)
      const known = found.get(document) ?? {month: '', amount: 0, firstWeek: at, postedIn: undefined, lastCode: ''}
      found.set(document, known)
      if (known.postedIn === undefined && known.lastCode !== 'taken back') {
        known.month = monthOf(bill, runs[known.firstWeek]?.until ?? until)
        known.amount = amountOf(bill)
      }
      known.lastCode = outcome.code === '' && known.lastCode === 'taken back' ? 'taken back' : outcome.code
      if (outcome.paid.length === 0) continue
      known.postedIn = at
      for (const row of outcome.paid) noteRow(row, known, paidBy)
    }
  }
  return found
}

/** A row for Sensum is `grant from to amount`; a negative one takes back the latest that was paid so. */
function noteRow(row: string, document: Noted, paidBy: Map<string, Noted[]>): void {
  const [place = '', amount = ''] = [row.replace(/ [^ ]+$/, ''), row.replace(/^.* /, '')]
  if (!amount.startsWith('-')) {
    paidBy.set(`${place} ${amount}`, [...(paidBy.get(`${place} ${amount}`) ?? []), document])
    return
  }
  const reversed = paidBy.get(`${place} ${amount.slice(1)}`)?.pop()
  if (!reversed) throw new RangeError(`nothing was paid that ${row} takes back`)
  reversed.postedIn = undefined
  reversed.lastCode = 'taken back'
}

const isTakenBack = ({lastCode}: Noted): boolean => lastCode === 'taken back'

/** Of issue; a cell that no one can read makes it the month of the run that first saw it, the day after its export. */
function monthOf(bill: Bill, firstUntil: IsoDate): string {
  const cells = bill.lines.map((_, at) => bill.cells[at]?.Fakturadato)
  const written = cells.every((cell) => cell !== undefined) ? cells[0] : bill.issued
  if (written !== undefined && /^\d{4}-\d\d-\d\d$/.test(written)) return written.slice(0, 7)
  return new Date(Date.parse(firstUntil) + 86_400_000).toISOString().slice(0, 7)
}

/** What the invoice states as its total, else its lines; what cannot be read counts for nothing. */
function amountOf(bill: Bill): number {
  const lines = bill.lines.reduce((sum, {amount}, at) => sum + (bill.cells[at]?.Beløb === undefined ? amount : 0), 0)
  return Math.abs(bill.total ?? lines)
}

function countedIn(has: (document: Noted) => boolean) {
  const all = [...documents.values()].filter(has)
  const tally = (some: readonly Noted[]) => ({
    invoices: some.length,
    amount: some.reduce((sum, {amount}) => sum + amount, 0),
  })
  return {
    received: tally(all),
    inScope: tally(all.filter(({lastCode}) => lastCode !== 'OUT_OF_SCOPE')),
    posted: tally(all.filter(({postedIn}) => postedIn !== undefined)),
    firstPass: tally(all.filter(({postedIn, firstWeek}) => postedIn === firstWeek)),
  }
}
