/** matching.md 4: what is asked of an invoice before its grants are, and in which order. */
import {describe, expect, it} from 'vitest'
import type {Invoice} from '../../src/model/invoice.ts'
import {ore} from '../../src/model/money.ts'
import type {Cvr} from '../../src/model/supplier.ts'
import {inTurn, lastOf} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, aNote, anInvoice} from '../builders/records.ts'
import {codesOf, lineOfVerdict, linesOfVerdicts, type RunFields, run, verdictOf} from '../builders/run.ts'
import {bo, bostedet, days, eva, hjemmet, kontoret} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]

const posted = 'G1 2026-03 1000.00'
const problem = {source: {file: 'invoices.csv', row: 2}, column: 'Beløb', value: 'x', expected: 'amount' as const}
const billed = (invoice: InvoiceFields, more: RunFields = {}): string =>
  lineOfVerdict({invoices: [anInvoice(invoice)], ...more})

describe('a document that was posted', () => {
  const march = anInvoice()
  const again = (invoice: Invoice, first = march): string =>
    lineOfVerdict(lastOf({invoices: [first]}, {invoices: [invoice]}), invoice.documentNumber)

  it('is neither posted again nor an exception when it comes again', () => {
    const [first, second] = inTurn({}, {})
    expect(lineOfVerdict(second)).toBe('alreadyPosted')
    expect(second?.totals).toMatchObject({
      received: {invoices: 1, lines: 1, amount: 1000_00},
      posted: {invoices: 0, lines: 0, amount: 0},
      alreadyPosted: {invoices: 1, lines: 1, amount: 1000_00},
    })
    expect(first && verdictOf(first).postedIn).toBeNull()
    expect(second && verdictOf(second).postedIn).toBe('run-1')
  })

  it.each<[string, InvoiceFields]>([
    ['another supplier', {cvr: hjemmet}],
    ['another invoice number', {number: 'F2'}],
    ['another total', {amount: 900_00}],
    ['other lines', {lines: [{amount: 600_00}, {amount: 400_00}]}],
    ['another period', {period: '2026-02'}],
    ['another citizen', {citizen: bo}],
    ['a row that cannot be read', {rest: {problems: [problem]}}],
  ])('has changed when it comes with %s', (_, fields) => {
    expect(again(anInvoice(fields))).toBe('DOCUMENT_CHANGED')
  })

  it('is still posted afterwards', () => {
    const changed = {invoices: [anInvoice({amount: 900_00})]}
    expect(lineOfVerdict(lastOf({}, changed, {}))).toBe('alreadyPosted')
    expect(linesOfVerdicts(lastOf({}, changed, {invoices: [anInvoice({document: 'B2', number: 'F2'})]})).B2).toBe(
      'PERIOD_ALREADY_PAID',
    )
  })

  it('is known by supplier, invoice number and total where it has no document number', () => {
    const without = anInvoice({document: ''})
    expect(again(without, without)).toBe('alreadyPosted')
    expect(again(anInvoice({document: '', amount: 900_00}), without)).toBe('DUPLICATE_INVOICE')
    expect(again(anInvoice({document: '', number: 'F2'}), without)).toBe('PERIOD_ALREADY_PAID')
  })

  it('has changed without a document number, too, when its lines have', () => {
    const without = anInvoice({document: ''})
    expect(again(anInvoice({document: '', lines: [{amount: 600_00}, {amount: 400_00}]}), without)).toBe(
      'DOCUMENT_CHANGED',
    )
  })

  it('is tried anew where it was an exception', () => {
    const failed = anInvoice({amount: 1200_00})
    const later = {grants: [aGrant({rate: 1200_00})], invoices: [failed]}
    expect(lineOfVerdict(lastOf({invoices: [failed]}, later))).toBe('G1 2026-03 1200.00')
  })
})

describe('the order of the checks', () => {
  const wrongDigit = '12345675' as Cvr

  /** Each makes an invoice fail at one check; taken together they tell which check comes first. */
  type Fault = {
    readonly code: string
    readonly fields?: InvoiceFields
    readonly rest?: Partial<Invoice>
    readonly more?: RunFields
  }

  const shared: Fault[] = [
    {code: 'ROW_INVALID', rest: {problems: [problem]}},
    {code: 'ROW_REPEATED', rest: {repeated: true}},
    {code: 'TOTAL_MISMATCH', rest: {totalMismatch: true}},
    {code: 'DUPLICATE_INVOICE', more: {booked: {rows: [aBookedRow({documentNumber: 'B1', citizen: eva})]}}},
    {code: 'CURRENCY_UNSUPPORTED', rest: {currency: 'EUR'}},
    {code: 'VAT_UNSUPPORTED', fields: {vat: 200_00}},
    {code: 'OUT_OF_SCOPE', rest: {gln: '5790000000001'}},
    {code: 'CVR_INVALID', fields: {cvr: wrongDigit}},
  ]
  const periodAndCpr = (code: string, period: InvoiceFields): Fault[] => [
    {code: 'SUPPLIER_BLOCKED'},
    {code, fields: period ?? {}},
    {code: 'CPR_MISSING', fields: {citizen: null}},
    {code: 'SUPPLIER_UNKNOWN', fields: {cvr: kontoret}},
  ]
  const invalid = {periodFrom: '2024-03-31', periodTo: '2024-01-01'}
  const tooLong = {periodFrom: '2024-01-01', periodTo: '2024-03-31'}
  const outside = {period: '2024-03'}
  const before = {period: '2026-01'}
  const orders: [string, Fault[]][] = [
    [
      'a total of zero',
      [...shared, {code: 'AMOUNT_ZERO', fields: {amount: 0}}, ...periodAndCpr('PERIOD_INVALID', invalid)],
    ],
    [
      'a total over the limit',
      [...shared, {code: 'AMOUNT_OVER_LIMIT', fields: {amount: 9000_00}}, ...periodAndCpr('PERIOD_TOO_LONG', tooLong)],
    ],
    ['a period outside the window', [...shared, ...periodAndCpr('PERIOD_OUTSIDE_WINDOW', outside)]],
    ['a period before the start', [...shared, ...periodAndCpr('PERIOD_BEFORE_START', before)]],
  ]
  const cases = orders.flatMap(([name, faults]) =>
    faults.map((_, at): [string, string, Fault[]] => [faults[at]?.code ?? '', name, faults.slice(at)]),
  )

  it.each(cases)('%s comes first, with %s and all that follows', (code, _, faults) => {
    const fields = Object.assign({}, ...faults.map((fault) => fault.fields ?? {}).toReversed())
    const rest = Object.assign({}, ...faults.map((fault) => fault.rest ?? {}))
    const more = Object.assign({}, ...faults.map((fault) => fault.more ?? {}))
    const blockedSuppliers = faults.some((fault) => fault.code === 'SUPPLIER_BLOCKED') ? [wrongDigit, kontoret] : []
    const rules = {gln: ['5790000000002'], maxAmount: '5000', blockedSuppliers}
    const gln = faults.some((fault) => fault.code === 'OUT_OF_SCOPE') ? {} : {gln: '5790000000002'}
    const invoice = anInvoice({...fields, rest: {...gln, ...rest}})
    expect(lineOfVerdict({invoices: [invoice], rules, periods: {postFrom: '2026-02-01'}, ...more})).toBe(code)
  })

  it('asks whether a document has changed before anything else', () => {
    const rest = {problems: [problem], repeated: true, totalMismatch: true, currency: 'EUR'}
    const booked = {rows: [aBookedRow({documentNumber: 'B1', citizen: eva})]}
    expect(lineOfVerdict(lastOf({}, {invoices: [anInvoice({rest})], booked}))).toBe('DOCUMENT_CHANGED')
  })

  it('asks whether a note holds it after the duplicates, and before the currency', () => {
    const held = aNote({text: 'faktura F10001', number: 'K7', document: 'B7'})
    const invoice = anInvoice({number: 'F10001', rest: {currency: 'EUR'}})
    const earlier = {invoices: [held]}
    expect(lineOfVerdict(lastOf(earlier, {invoices: [invoice]}))).toBe('CREDITED_UNPOSTED')
    const booked = {rows: [aBookedRow({documentNumber: 'B1', citizen: eva})]}
    expect(lineOfVerdict(lastOf(earlier, {invoices: [invoice], booked}))).toBe('DUPLICATE_INVOICE')
  })
})

describe('each check', () => {
  it.each<[string, InvoiceFields, RunFields, string]>([
    ['VAT of zero', {vat: 0}, {}, posted],
    ['VAT, taken as gross', {vat: 200_00}, {rules: {vat: 'gross'}}, posted],
    ['VAT, held', {vat: 1}, {}, 'VAT_UNSUPPORTED'],
    ['our GLN', {rest: {gln: '5790000000001'}}, {rules: {gln: ['5790000000001']}}, posted],
    ['any GLN where none is set', {rest: {gln: '5790000000001'}}, {}, posted],
    ['another GLN', {rest: {gln: '5790000000001'}}, {rules: {gln: ['5790000000002']}}, 'OUT_OF_SCOPE'],
    ['no CVR number', {cvr: ''}, {}, 'CVR_INVALID'],
    ['a CVR number of seven digits', {cvr: '1234567'}, {}, 'CVR_INVALID'],
    ['a CVR number of nine digits', {cvr: '123456741'}, {}, 'CVR_INVALID'],
    ['a CVR number that is text', {cvr: 'Bostedet'}, {}, 'CVR_INVALID'],
    ['a CVR number with a wrong check digit', {cvr: '12345675'}, {}, 'CVR_INVALID'],
    ['a right CVR number that nobody has', {cvr: kontoret}, {}, 'SUPPLIER_UNKNOWN'],
    ['lines that add up to nothing', {lines: [{amount: 100_00}, {amount: -100_00}]}, {}, 'AMOUNT_ZERO'],
    ['a total at the limit', {}, {rules: {maxAmount: '1000.00'}}, posted],
    ['a total over the limit', {}, {rules: {maxAmount: '999.99'}}, 'AMOUNT_OVER_LIMIT'],
    ['a supplier that is blocked', {}, {rules: {blockedSuppliers: [bostedet]}}, 'SUPPLIER_BLOCKED'],
    ['another supplier that is blocked', {}, {rules: {blockedSuppliers: [hjemmet]}}, posted],
    ['a period that ends before it begins', {periodFrom: '2026-03-02', periodTo: '2026-03-01'}, {}, 'PERIOD_INVALID'],
    ['another currency', {rest: {currency: 'SEK'}}, {}, 'CURRENCY_UNSUPPORTED'],
  ])('of %s', (_, invoice, more, expected) => {
    expect(billed(invoice, more)).toBe(expected)
  })

  it('takes a CVR number with a wrong check digit where a grant has that very number', () => {
    const odd = '12345675' as Cvr
    expect(billed({cvr: odd}, {grants: [aGrant({supplierCvr: odd})]})).toBe(posted)
  })

  it('lists an amount that cannot be read as nothing in the totals', () => {
    const {totals} = run({invoices: [anInvoice({amount: 0, rest: {problems: [problem]}})]})
    expect(totals.exceptions).toEqual({invoices: 1, lines: 1, amount: ore(0)})
  })

  it('gives the period codes to their line', () => {
    const {from, to} = days('2025-12')
    const lines = [{period: '2026-02'}, {periodFrom: from, periodTo: to}]
    expect(codesOf(run({invoices: [anInvoice({lines})]}))).toEqual(['OTHER_LINE_FAILED', 'PERIOD_OUTSIDE_WINDOW'])
  })

  it('stands by a person’s refusal', () => {
    const failed = {invoices: [anInvoice({amount: 1})]}
    const [first] = inTurn(failed)
    const key = first ? verdictOf(first).documentKey : ''
    expect(lineOfVerdict({...failed, earlier: refused(key)})).toBe('REJECTED')
  })
})

function refused(key: string): NonNullable<RunFields['earlier']> {
  const document = {
    key,
    documentNumber: 'B1',
    invoiceNumber: 'F1',
    supplierCvr: bostedet,
    type: 'invoice' as const,
    total: ore(1),
    issueDate: days('2026-04-02/2026-04-02').from,
    outcome: 'exception' as const,
    reason: 'REJECTED' as const,
    runId: 'run-1',
    firstSeen: 1,
    held: 'REJECTED' as const,
    fingerprint: '',
    lines: [],
  }
  return {documents: [document], booked: [], unreadableBooked: [], creditedNumbers: [], grantCount: 1}
}
