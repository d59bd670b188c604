/** A year of a large municipality is reported in seconds, also where what is open comes again week after week. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {readLedger} from '../../src/record/read-ledger.ts'
import {reportFacts} from '../../src/record/report-facts.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {reportPage} from '../../src/report/page.ts'
import {spanOf} from '../../src/report/span.ts'
import {day} from './build.ts'
import {makeLargeLedger} from './large-ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'bills-large-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

it('150,000 documents with 625,000 verdicts take at most fifteen seconds, page and all', () => {
  const file = join(folder, 'bills.db')
  makeLargeLedger(file, {documents: 150_000, runs: 52, leftEvery: 3, comesAgain: 10})

  const start = performance.now()
  const facts = readLedger(file, null, (database) =>
    reportFacts(database, (horizon) => spanOf(12, day('2026-12-31'), horizon)),
  )
  const figures = figuresOf(facts, {target: 50, minutesPerInvoice: 6})
  const page = reportPage(figures, 'da')
  const seconds = (performance.now() - start) / 1000

  expect(figures.total.counts.received.invoices).toBe(150_000)
  expect(figures.total.counts.left.invoices).toBe(50_000)
  expect(figures.suppliers).toHaveLength(900)
  expect(page.length).toBeGreaterThan(100_000)
  expect(seconds).toBeLessThan(15)
})
