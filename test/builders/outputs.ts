/** Finished runs built by hand: a test names what it is about, the rest is an ordinary invoice of March 2026. */
import {createHash, createSecretKey} from 'node:crypto'
import {configSchema, type MatchConfig} from '../../src/config/schema.ts'
import {actionGroups} from '../../src/exceptions/action-groups.ts'
import {opusId} from '../../src/ledger/opus-id.ts'
import {controlTotals} from '../../src/match/control-totals.ts'
import {openEnd} from '../../src/model/calendar.ts'
import type {Grant, GrantRegister} from '../../src/model/grant.ts'
import type {Invoice, InvoiceLine} from '../../src/model/invoice.ts'
import {oneDecimal, ore, sumOre} from '../../src/model/money.ts'
import type {Posting} from '../../src/model/posting.ts'
import type {RowError} from '../../src/model/problem.ts'
import type {ReasonCode} from '../../src/model/reason.ts'
import type {FinishedRun, OutputFile} from '../../src/model/run.ts'
import type {Candidate, Evidence, InvoiceVerdict, LineVerdict, StepName} from '../../src/model/verdict.ts'
import {anna, bostedet, day, days, march} from './values.ts'

/** The ledger's, of these runs. */
export const key = createSecretKey('ab'.repeat(32), 'hex')

export const aGrant = (fields: Partial<Grant> = {}): Grant => ({
  id: 'B-1',
  citizen: anna,
  supplierCvr: bostedet,
  supplierName: 'Bostedet',
  paragraph: '107',
  unit: 'Måned',
  targetGroup: 'Voksne',
  ownership: 'Privat',
  fixed: true,
  paidTo: null,
  caseworker: 'Kim Kø',
  rates: [{...days(`2026-01-01/${openEnd}`), rate: ore(12_345_00), quantity: oneDecimal}],
  services: [{...days(`2026-01-01/${openEnd}`), service: 'Botilbud'}],
  sources: [{file: 'grants.csv', row: 2}],
  ...fields,
})

export const aRegister = (fields: Partial<GrantRegister> = {}): GrantRegister => ({
  grants: [aGrant()],
  inactive: [],
  unreadable: [],
  ...fields,
})

export const aPosting = (fields: Partial<Posting> = {}): Posting => ({
  grantId: 'B-1',
  citizen: anna,
  supplierCvr: bostedet,
  paragraph: '107',
  service: 'Botilbud',
  period: march,
  amount: ore(12_345_00),
  account: '40000107',
  pspElement: 'XG-5038500001-00001',
  reverses: null,
  ...fields,
})

export const aLine = (fields: Partial<InvoiceLine> = {}): InvoiceLine => ({
  source: {file: 'invoices.csv', row: 2},
  lineNumber: '1',
  amount: ore(12_345_00),
  cprField: {kind: 'number', cpr: anna},
  periodFrom: march.from,
  periodTo: march.to,
  quantity: null,
  unitPrice: null,
  vat: ore(0),
  text: '',
  ...fields,
})

export const aCandidate = (fields: Partial<Candidate> = {}): Candidate => ({
  grantId: 'B-1',
  excludedBy: 'amount' satisfies StepName,
  grantValue: '12345.00',
  lineValue: '12000.00',
  expected: ore(12_345_00),
  covered: march,
  ...fields,
})

export const anEvidence = (fields: Partial<Evidence> = {}): Evidence => ({
  steps: [],
  candidates: [],
  nearest: [],
  doubt: null,
  hints: [],
  ...fields,
})

type LineFields = Partial<Omit<LineVerdict, 'line' | 'evidence'>> & {
  readonly line?: Partial<InvoiceLine>
  readonly evidence?: Partial<Evidence>
}

export const aLineVerdict = ({line, evidence, ...fields}: LineFields = {}): LineVerdict => ({
  citizen: anna,
  period: {...march, basis: 'columns'},
  reason: null,
  postingGroup: null,
  postings: [],
  expected: null,
  billedMonth: null,
  ...fields,
  line: aLine(line),
  evidence: anEvidence(evidence),
})

type VerdictFields = Partial<Omit<InvoiceVerdict, 'invoice' | 'lines'>> & {
  readonly invoice?: Partial<Invoice>
  readonly lines?: readonly LineVerdict[]
}

function aVerdict({invoice, lines = [], ...fields}: VerdictFields): InvoiceVerdict {
  const documentNumber = invoice?.documentNumber ?? '5100000001'
  return {
    documentKey: `doc:${documentNumber}`,
    outcome: 'posted',
    reason: null,
    postedIn: null,
    lines,
    ...fields,
    invoice: {
      documentNumber,
      invoiceNumber: 'F-1',
      type: 'invoice',
      issueDate: day('2026-04-02'),
      dueDate: day('2026-05-01'),
      supplierCvr: bostedet,
      supplierName: 'Bostedet',
      gln: '',
      currency: 'DKK',
      total: sumOre(lines.map(({line}) => line.amount)),
      creditedInvoice: null,
      lines: lines.map(({line}) => line),
      problems: [],
      repeated: false,
      totalMismatch: false,
      ...invoice,
    },
  }
}

/** An invoice of one line for each posting. */
export const posted = (invoice: Partial<Invoice> = {}, postings: readonly Posting[] = [aPosting()]): InvoiceVerdict =>
  aVerdict({
    invoice,
    lines: postings.map((posting, at) =>
      aLineVerdict({
        line: {lineNumber: String(at + 1), amount: posting.amount, source: {file: 'invoices.csv', row: at + 2}},
        postingGroup: at + 1,
        postings: [posting],
      }),
    ),
  })

/** An invoice of one line left to a person. */
export const excepted = (reason: ReasonCode, line: LineFields = {}, invoice: Partial<Invoice> = {}): InvoiceVerdict =>
  aVerdict({invoice, outcome: 'exception', reason, lines: [aLineVerdict({reason, ...line})]})

/** An invoice of several lines left to a person, under the first that fails. */
export const exceptedLines = (lines: readonly LineVerdict[], invoice: Partial<Invoice> = {}): InvoiceVerdict => {
  const failing = lines.find(({reason}) => reason !== null && reason !== 'OTHER_LINE_FAILED')
  return aVerdict({invoice, outcome: 'exception', reason: failing?.reason ?? null, lines})
}

export const postedBefore = (runId: string, invoice: Partial<Invoice> = {}): InvoiceVerdict =>
  aVerdict({invoice, outcome: 'alreadyPosted', postedIn: runId, lines: [aLineVerdict()]})

type RunFields = {
  readonly register?: Partial<GrantRegister>
  readonly rowErrors?: readonly RowError[]
  readonly dryRun?: boolean
}

export function aRun(
  verdicts: readonly InvoiceVerdict[],
  {register, rowErrors = [], dryRun = false}: RunFields = {},
): FinishedRun {
  const rows = verdicts.reduce((sum, {lines}) => sum + lines.length, 0)
  return {
    stamp: {
      runId: '20260408-101500',
      startedAt: '2026-04-08T10:15:00+02:00',
      finishedAt: '2026-04-08T10:15:09+02:00',
      today: day('2026-04-08'),
      dryRun,
    },
    read: {
      batch: {
        invoices: verdicts.map(({invoice}) => invoice),
        register: aRegister(register),
        mapping: {rows: []},
        chart: null,
        booked: {rows: [], unreadable: []},
      },
      files: [{name: 'invoices.csv', kind: 'invoices', rows, sha256: 'ab'.repeat(32)}],
      rowErrors,
      repeatedRows: 0,
      notices: [],
    },
    result: {verdicts, totals: controlTotals(verdicts), newlyHeld: [], creditedNumbers: []},
    actionGroups: actionGroups(verdicts, aRegister(register)),
    fixes: [],
    citizenHash: (citizen) => createHash('sha256').update(`key${citizen}`).digest('hex'),
    opus: {idOf: (document) => opusId(key, document), takenNames: new Set()},
  }
}

type Section = Readonly<Record<string, unknown>>

export const aConfig = ({
  opus,
  ...rest
}: Readonly<Record<string, Section | string>> & {opus?: Section} = {}): MatchConfig =>
  configSchema.parse({
    opus: {contraAccount: '95990009', ...opus},
    periods: {postFrom: '2026-01-01'},
    ...rest,
  }) as MatchConfig

export function fileText(files: readonly OutputFile[], name: string): string {
  const found = files.find((file) => file.name === name)
  if (!found) throw new RangeError(`no file ${name} among ${files.map((file) => file.name).join(', ')}`)
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(found.bytes)
}
