/**
 * A program for the test of cuts: `<folder> <boundary or ''> <first week> <weeks>`. Each week it starts as `match` does,
 * takes five new invoices and all that were not posted, posts every second of them, and commits. It prints a line for
 * each step that it has reached, so that the test can kill it there; at the boundary named it kills itself.
 */
import {join} from 'node:path'
import {commitRun} from '../../src/ledger/commit/commit-run.ts'
import {closeLedger, openLedger} from '../../src/ledger/open/open-ledger.ts'
import {loadEarlier} from '../../src/ledger/read/load-earlier.ts'
import {recover} from '../../src/ledger/recover/recover.ts'
import {nextRunId} from '../../src/ledger/run-id.ts'
import type {EarlierDocument} from '../../src/model/earlier.ts'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {anInvoice, aRun, excepted, filesOf, posted, postedBefore, request} from '../builders/ledger.ts'
import {anna} from '../builders/values.ts'

const [folder = '', boundary = '', firstWeek = '0', weeks = '1'] = process.argv.slice(2)
/** A pipe takes a line at once: whoever reads it knows that the step has been reached, and hardly more. */
const print = (step: string): void => {
  process.stdout.write(`${step}\n`)
}

for (let week = Number(firstWeek); week < Number(firstWeek) + Number(weeks); week += 1) {
  const startedAt = new Date(Date.UTC(2026, 3, 8, 8, 0, week))
  const asked = request(folder, {startedAt, wait: 5000})
  const ledger = openLedger(asked)
  print('opened')
  recover(ledger, asked.out)
  print('recovered')
  const {documents} = loadEarlier(ledger, [anna])
  const runId = nextRunId(startedAt, asked.out, ledger)
  const record = aRun({runId, verdicts: verdictsOf(week, documents), dryRun: week % 7 === 6})
  commitRun(ledger, join(folder, 'out'), record, filesOf(record), (reached) => {
    if (reached === boundary) process.kill(process.pid, 'SIGKILL')
    print(reached)
  })
  closeLedger(ledger)
  print('closed')
}

function verdictsOf(week: number, documents: readonly EarlierDocument[]): InvoiceVerdict[] {
  const known = new Map(documents.map((document) => [document.documentNumber, document]))
  const open = documents.filter(({outcome}) => outcome === 'exception').map(({documentNumber}) => documentNumber)
  const brought = Array.from({length: 5}, (_, index) => `B${week}-${index}`)
  return [...new Set([...open, ...brought])].map((documentNumber, index) => {
    const invoice = anInvoice({documentNumber, invoiceNumber: documentNumber})
    const before = known.get(documentNumber)
    if (before?.outcome === 'posted') return postedBefore(invoice, before.runId)
    return index % 2 === 0 ? posted(invoice) : excepted(invoice)
  })
}
