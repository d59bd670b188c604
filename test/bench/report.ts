/**
 * How long a year of a large municipality takes to report, also where what is open comes again week after week:
 * 150,000 documents with 625,000 verdicts, the HTML page included. `npm run bench:report`. Nothing is asserted.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readLedger} from '../../src/ledger/open/read-ledger.ts'
import {reportFacts} from '../../src/ledger/read/report-facts.ts'
import type {IsoDate} from '../../src/model/calendar.ts'
import {plainRendering} from '../../src/render/rendering.ts'
import {reportPage} from '../../src/render/report/page/page.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {spanOf} from '../../src/report/span.ts'
import {makeLargeLedger} from '../report/large-ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-report-'))
try {
  const file = join(folder, 'bills.db')
  makeLargeLedger(file, {documents: 150_000, runs: 52, leftEvery: 3, comesAgain: 10})
  const start = performance.now()
  const facts = readLedger({path: file, municipality: null}, (database) =>
    reportFacts(database, (horizon) => spanOf(12, '2026-12-31' as IsoDate, horizon)),
  )
  const read = performance.now()
  const figures = figuresOf(facts, {target: 50, minutesPerInvoice: 6})
  const page = reportPage(figures, {rendering: plainRendering('da')})
  const end = performance.now()
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`
  console.log(`${figures.total.counts.received.invoices} documents, ${page.length} characters of page`)
  console.log(`  reading the ledger  ${seconds(start, read)}\n  figures and page    ${seconds(read, end)}`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}
