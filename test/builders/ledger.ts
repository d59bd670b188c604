/** Hand-built runs for the tests of the ledger: small, and different only in what the test is about. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import type {RunRecord} from '../../src/ledger/commit/run-records.ts'
import type {LedgerRequest} from '../../src/ledger/open/open-ledger.ts'
import {controlTotals} from '../../src/match/control-totals.ts'
import {documentKey} from '../../src/match/document-key.ts'
import type {BatchResult} from '../../src/model/batch.ts'
import type {Booked} from '../../src/model/booked.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import type {Grant} from '../../src/model/grant.ts'
import type {Invoice, InvoiceLine} from '../../src/model/invoice.ts'
import {ore, sumOre, zeroOre} from '../../src/model/money.ts'
import type {PostedLineRef, Posting} from '../../src/model/posting.ts'
import type {ReasonCode} from '../../src/model/reason.ts'
import type {Fix, InputFile, OutputFile, RunStamp} from '../../src/model/run.ts'
import type {InvoiceVerdict, LineVerdict} from '../../src/model/verdict.ts'
import {anna, bostedet, day, march, ofOre} from './values.ts'

export function aLine(fields: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    source: {file: 'invoices.csv', row: 2},
    lineNumber: '1',
    amount: ofOre(1000_00),
    cprField: {kind: 'number', cpr: anna},
    periodFrom: null,
    periodTo: null,
    quantity: null,
    unitPrice: null,
    vat: zeroOre,
    text: '',
    ...fields,
  }
}

export function anInvoice(fields: Partial<Invoice> = {}): Invoice {
  const lines = fields.lines ?? [aLine()]
  return {
    documentNumber: 'B1',
    invoiceNumber: 'F1',
    type: 'invoice',
    issueDate: day('2026-04-02'),
    dueDate: null,
    supplierCvr: bostedet,
    supplierName: 'Botilbuddet',
    gln: '',
    currency: 'DKK',
    total: sumOre(lines.map(({amount}) => amount)),
    creditedInvoice: null,
    lines,
    problems: [],
    repeated: false,
    totalMismatch: false,
    ...fields,
  }
}

export function aPosting(fields: Partial<Posting> = {}): Posting {
  return {
    grantId: 'G1',
    citizen: anna,
    supplierCvr: bostedet,
    paragraph: '107',
    service: 'Botilbud',
    period: march,
    amount: ofOre(1000_00),
    account: '45000000',
    pspElement: 'XG-5038500001-00001',
    reverses: null,
    ...fields,
  }
}

export function aGrant(fields: Partial<Grant> = {}): Grant {
  return {
    id: 'G1',
    citizen: anna,
    supplierCvr: bostedet,
    supplierName: '',
    paragraph: '107',
    unit: 'Måned',
    targetGroup: '',
    ownership: 'Privat',
    fixed: true,
    paidTo: null,
    caseworker: '',
    rates: [],
    services: [],
    sources: [],
    ...fields,
  }
}

const noEvidence = {steps: [], candidates: [], nearest: [], doubt: null, hints: []}

function lineVerdict(line: InvoiceLine, fields: Partial<LineVerdict>): LineVerdict {
  return {
    line,
    citizen: line.cprField.kind === 'number' ? line.cprField.cpr : null,
    period: {...march, basis: 'named'},
    reason: null,
    postingGroup: null,
    postings: [],
    expected: null,
    evidence: noEvidence,
    billedMonth: null,
    ...fields,
  }
}

/** Posted in full on one grant, a posting for each line, unless postings are given for the first. */
export function posted(
  invoice: Invoice,
  postings?: readonly Posting[],
  fields: Partial<LineVerdict> = {},
): InvoiceVerdict {
  const lines = invoice.lines.map((line, at) =>
    lineVerdict(line, {
      postingGroup: at + 1,
      postings: postings ?? [aPosting({amount: line.amount, citizen: citizenOf(line)})],
      ...fields,
    }),
  )
  return {invoice, documentKey: documentKey(invoice), outcome: 'posted', reason: null, postedIn: null, lines}
}

export function excepted(
  invoice: Invoice,
  reason: ReasonCode = 'AMOUNT_MISMATCH',
  fields: Partial<LineVerdict> = {},
): InvoiceVerdict {
  const lines = invoice.lines.map((line) => lineVerdict(line, {reason, ...fields}))
  return {invoice, documentKey: documentKey(invoice), outcome: 'exception', reason, postedIn: null, lines}
}

export function postedBefore(invoice: Invoice, postedIn: string): InvoiceVerdict {
  const lines = invoice.lines.map((line) => lineVerdict(line, {}))
  return {invoice, documentKey: documentKey(invoice), outcome: 'alreadyPosted', reason: null, postedIn, lines}
}

export const reversing = (ref: PostedLineRef, fields: Partial<Posting> = {}): Posting =>
  aPosting({amount: ofOre(-1000_00), reverses: ref, ...fields})

type RunFields = {
  readonly runId?: string
  readonly dryRun?: boolean
  readonly verdicts?: readonly InvoiceVerdict[]
  readonly grants?: readonly Grant[]
  readonly booked?: Booked
  readonly files?: readonly InputFile[]
  readonly fixes?: readonly Fix[]
  readonly newlyHeld?: BatchResult['newlyHeld']
  readonly creditedNumbers?: BatchResult['creditedNumbers']
  readonly municipality?: string | null
  readonly opusFiles?: RunRecord['opusFiles']
}

export function aRun(fields: RunFields = {}): RunRecord {
  const {runId = '20260408-101500', dryRun = false, verdicts = [], municipality = '230'} = fields
  const stamp: RunStamp = {
    runId,
    startedAt: '2026-04-08T10:15:00+02:00',
    finishedAt: '2026-04-08T10:16:00+02:00',
    today: day('2026-04-08'),
    dryRun,
  }
  const batch = {
    invoices: verdicts.map(({invoice}) => invoice),
    register: {grants: fields.grants ?? [aGrant()], inactive: [], unreadable: []},
    mapping: {rows: []},
    chart: null,
    booked: fields.booked ?? {rows: [], unreadable: []},
  }
  return {
    run: {
      stamp,
      read: {batch, files: fields.files ?? [], rowErrors: [], repeatedRows: 0, notices: []},
      result: {
        verdicts,
        totals: controlTotals(verdicts),
        newlyHeld: fields.newlyHeld ?? [],
        creditedNumbers: fields.creditedNumbers ?? [],
      },
      actionGroups: [],
      fixes: fields.fixes ?? [],
      citizenHash: (citizen) => citizen,
      opus: {idOf: ({documentKey, year, part}) => `${documentKey} ${year} ${part}`, takenNames: new Set()},
    },
    municipality,
    version: '0.1.0',
    configHash: 'c'.repeat(64),
    ownerOf: () => 'Sagsbehandler',
    opusFiles: fields.opusFiles ?? [],
  }
}

/** Its text holds a CPR number, and a PSP element that is none. */
export const aFix: Fix = {
  key: '',
  kind: 'rate',
  text: {da: `Ret ${anna} på XG-5038500001-00009.`, en: `Change ${anna} on XG-5038500001-00009.`},
  owner: 'Administration',
  reason: 'AMOUNT_MISMATCH',
  invoices: 3,
  amount: ore(3000_00),
  exact: true,
}

/** Two files: who was posted, and the whole of it. */
export function filesOf(record: RunRecord): OutputFile[] {
  const {stamp, result} = record.run
  const keys = result.verdicts.filter(({outcome}) => outcome === 'posted').map(({documentKey: key}) => key)
  return [
    {name: 'opus-posting-2026.csv', bytes: Buffer.from(keys.map((key) => `${key}\r\n`).join(''))},
    {name: 'summary.json', bytes: Buffer.from(JSON.stringify({runId: stamp.runId}))},
  ]
}

export function request(folder: string, fields: Partial<LedgerRequest> = {}): LedgerRequest {
  return {
    file: join(folder, 'bills.db'),
    out: join(folder, 'out'),
    municipality: '230',
    newLedger: false,
    groupReadable: false,
    startedAt: new Date('2026-04-08T08:15:00Z'),
    wait: 0,
    ...fields,
  }
}

/** Runs something in a folder of its own, which is gone afterwards. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'bills-ledger-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Every row of every table, rowids included: equal dumps are equal ledgers. `except` names tables by their beginning. */
export function dump(database: DatabaseSync, except?: string): string[] {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  return tables.flatMap(({name}) => {
    if (except && String(name).startsWith(except)) return []
    return database
      .prepare(`SELECT * FROM ${String(name)} ORDER BY 1, 2`)
      .all()
      .map((row) => `${String(name)} ${JSON.stringify(row)}`)
  })
}

/** Everything below a folder: names and contents. */
export function tree(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return `${path.slice(folder.length + 1)} ${entry.isFile() ? readFileSync(path, 'utf8') : ''}`
    })
    .toSorted()
}

const citizenOf = (line: InvoiceLine): Cpr => (line.cprField.kind === 'number' ? line.cprField.cpr : anna)
