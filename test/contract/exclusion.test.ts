/** matching.md 3: the steps in their order, each with its code, and what is left when several or paid ones fit. */
import {describe, expect, it} from 'vitest'
import {lastOf} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, anInvoice, anUnreadableRow} from '../builders/records.ts'
import {lineOfVerdict, linesOfVerdicts, type RunFields, run, verdictOf} from '../builders/run.ts'
import {anna, bo, bostedet, days, eva, hjemmet, kontoret} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type GrantFields = Parameters<typeof aGrant>[0]

const posted = 'G1 2026-03 1000.00'
const arrears = {billing: 'arrears', gap: 'post'}
const billed = (invoice: InvoiceFields, grants: GrantFields[] = [{}], more: RunFields = {}): string =>
  lineOfVerdict({grants: grants.map((grant) => aGrant(grant)), invoices: [anInvoice(invoice)], ...more})

it('posts the covered part of the period where exactly one explanation is left', () => {
  const result = run()
  expect(lineOfVerdict(result)).toBe(posted)
  expect(verdictOf(result).lines[0]?.postings).toEqual([
    {
      grantId: 'G1',
      citizen: anna,
      supplierCvr: bostedet,
      paragraph: '107',
      service: 'Botilbud',
      period: days('2026-03'),
      amount: 1000_00,
      account: '45000000',
      pspElement: 'XG-5038500001-00001',
      reverses: null,
    },
  ])
})

it('posts with the service of the row that covers the last day of the posting', () => {
  const services = [
    {days: '2025-01-01/2026-03-30', service: 'Botilbud'},
    {days: '2026-03-31/2026-12-31', service: 'Aflastning'},
  ]
  const result = run({grants: [aGrant({to: '2026-12-31', services})]})
  expect(verdictOf(result).lines[0]?.postings[0]?.service).toBe('Aflastning')
})

describe('the code of the step that leaves nothing', () => {
  const other = {id: 'G2', citizen: bo}

  it.each<[string, InvoiceFields, GrantFields[], RunFields, string]>([
    ['readable', {}, [{}], {unreadable: [anUnreadableRow()]}, 'GRANT_UNREADABLE'],
    ['supplier', {cvr: kontoret}, [{}], {}, 'SUPPLIER_UNKNOWN'],
    ['citizen, who has no grant at all', {citizen: eva}, [{}], {}, 'CITIZEN_UNKNOWN'],
    ['citizen, who has one elsewhere', {}, [other, {supplierCvr: hjemmet}], {}, 'NO_GRANT_WITH_SUPPLIER'],
    ['scope, by paragraph', {}, [{paragraph: '97'}], {}, 'OUT_OF_SCOPE'],
    ['scope, not fixed', {}, [{fixed: false}], {}, 'OUT_OF_SCOPE'],
    ['period', {period: null}, [{}], {}, 'PERIOD_AMBIGUOUS'],
    ['validity, the grant ended', {}, [{to: '2026-02-28'}], {}, 'GRANT_NOT_VALID'],
    ['validity, the grant begins later', {}, [{from: '2026-04-01'}], {}, 'GRANT_NOT_VALID'],
    ['amount', {amount: 999_99}, [{}], {}, 'AMOUNT_MISMATCH'],
    ['unpaid', {}, [{paidTo: '2026-03-31'}], {}, 'PERIOD_ALREADY_PAID'],
  ])('%s', (_, invoice, grants, more, expected) => {
    expect(billed(invoice, grants, more)).toBe(expected)
  })

  it.each<[string, InvoiceFields, GrantFields[], RunFields, string]>([
    ['readable before supplier', {cvr: kontoret}, [{}], {unreadable: [anUnreadableRow()]}, 'GRANT_UNREADABLE'],
    ['supplier before citizen', {cvr: kontoret, citizen: eva}, [{}], {}, 'SUPPLIER_UNKNOWN'],
    ['citizen before scope', {citizen: eva}, [{paragraph: '97'}], {}, 'CITIZEN_UNKNOWN'],
    ['scope before period', {period: null}, [{paragraph: '97'}], {}, 'OUT_OF_SCOPE'],
    ['period before validity', {period: null}, [{to: '2025-12-31'}], {}, 'PERIOD_AMBIGUOUS'],
    ['validity before amount', {amount: 1}, [{to: '2026-02-28'}], {}, 'GRANT_NOT_VALID'],
    ['amount before unpaid', {amount: 1}, [{paidTo: '2026-03-31'}], {}, 'AMOUNT_MISMATCH'],
  ])('%s', (_, invoice, grants, more, expected) => {
    expect(billed(invoice, grants, more)).toBe(expected)
  })

  it('does not ask what an earlier step excluded', () => {
    expect(billed({}, [{}, {id: 'G2', supplierCvr: hjemmet}])).toBe(posted)
    expect(billed({}, [{}, {id: 'G2', citizen: bo}])).toBe(posted)
    expect(billed({}, [{}, {id: 'G2', fixed: false}])).toBe(posted)
    expect(billed({}, [{}, {id: 'G2', to: '2026-02-28'}])).toBe(posted)
    expect(billed({}, [{}, {id: 'G2', rate: 1000_01}])).toBe(posted)
  })
})

describe('the numbers that a supplier bills under', () => {
  const suppliers = {[bostedet]: {billsAs: [hjemmet]}}

  it('reach its grants', () => {
    expect(billed({cvr: hjemmet}, [{}], {suppliers})).toBe(posted)
    expect(billed({}, [{}], {suppliers})).toBe(posted)
  })

  it('reach no other’s', () => {
    expect(billed({}, [{supplierCvr: hjemmet}], {suppliers})).toBe('SUPPLIER_UNKNOWN')
    expect(billed({cvr: kontoret}, [{}], {suppliers})).toBe('SUPPLIER_UNKNOWN')
  })

  it('may reach two grants that fit', () => {
    expect(billed({cvr: hjemmet}, [{}, {id: 'G2', supplierCvr: hjemmet}], {suppliers})).toBe('GRANT_AMBIGUOUS')
  })
})

describe('the paragraphs in scope', () => {
  it.each(['103', '104', '107', '108', 'STU'])('hold %s', (paragraph) => {
    expect(billed({}, [{paragraph}])).toBe(posted)
  })

  it('are those of rules.paragraphs', () => {
    expect(billed({}, [{paragraph: '97'}], {rules: {paragraphs: ['97']}})).toBe(posted)
    expect(billed({}, [{}], {rules: {paragraphs: ['97']}})).toBe('OUT_OF_SCOPE')
    expect(billed({}, [{paragraph: 'BL 104'}])).toBe('OUT_OF_SCOPE')
  })
})

describe('an amount of another month', () => {
  const daily = {unit: 'Døgn' as const, rate: 100_00}
  const risen = {
    rates: [
      {days: '2025-01-01/2026-01-31', rate: 900_00},
      {days: '2026-02-01/2026-12-31', rate: 1000_00},
    ],
  }

  it.each<[string, InvoiceFields, GrantFields, string]>([
    ['stated, in the window', {period: '2026-02', amount: 3100_00}, daily, 'PERIOD_MISMATCH'],
    ['stated, of no month', {period: '2026-02', amount: 2900_00}, daily, 'AMOUNT_MISMATCH'],
    ['stated, before the rate rose', {period: '2026-03', amount: 900_00}, risen, 'PERIOD_MISMATCH'],
    [
      'stated, before the rate rose and before the window',
      {period: '2026-05', issued: '2026-06-02', amount: 900_00},
      risen,
      'AMOUNT_MISMATCH',
    ],
    ['stated, where the grant does not cover the period', {amount: 1000_00}, {to: '2026-02-28'}, 'GRANT_NOT_VALID'],
    ['named, in the window', {period: null, amount: 2800_00}, daily, 'PERIOD_AMBIGUOUS'],
    ['named, of no month', {period: null, amount: 2900_00}, daily, 'AMOUNT_MISMATCH'],
    ['named, where the grant has ended', {period: null}, {to: '2026-02-28'}, 'PERIOD_AMBIGUOUS'],
    ['named, where the grant begins later', {period: null}, {from: '2026-04-01'}, 'PERIOD_AMBIGUOUS'],
    ['named, of no month, where the grant has ended', {period: null, amount: 1}, {to: '2026-02-28'}, 'GRANT_NOT_VALID'],
    ['named, where the grant ended before the window', {period: null}, {to: '2025-12-31'}, 'GRANT_NOT_VALID'],
  ])('%s', (_, invoice, grant, expected) => {
    expect(billed(invoice, [grant], {periods: arrears})).toBe(expected)
  })
})

describe('several that fit', () => {
  const twin = {id: 'G2', service: 'Aflastning'}

  it.each<[string, GrantFields[], string]>([
    ['two', [{}, twin], 'GRANT_AMBIGUOUS'],
    ['two, one of them paid', [{paidTo: '2026-03-31'}, twin], 'GRANT_AMBIGUOUS'],
    ['two, one of them paid on the first day alone', [{paidTo: '2026-03-01'}, twin], 'GRANT_AMBIGUOUS'],
    ['two, both paid', [{paidTo: '2026-03-31'}, {...twin, paidTo: '2026-03-31'}], 'PERIOD_ALREADY_PAID'],
    ['two, one of them ending with the month', [{}, {...twin, to: '2026-03-31'}], 'GRANT_AMBIGUOUS'],
    ['two of different paragraphs', [{}, {...twin, paragraph: '103'}], 'GRANT_AMBIGUOUS'],
    ['two by different units', [{}, {...twin, unit: 'År', rate: 12_000_00}], 'GRANT_AMBIGUOUS'],
  ])('%s', (_, grants, expected) => {
    expect(billed({}, grants)).toBe(expected)
  })

  it('are doubted too where this run has paid one of them', () => {
    const grants = [aGrant(), aGrant({...twin, from: '2026-03-16'})]
    const half = anInvoice({
      document: 'B2',
      number: 'F2',
      issued: '2026-04-03',
      period: '2026-03-16/2026-03-31',
      amount: 516_13,
    })
    expect(linesOfVerdicts({grants, invoices: [anInvoice(), half]})).toEqual({B1: posted, B2: 'GRANT_AMBIGUOUS'})
  })
})

describe('a grant out of scope by its paragraph', () => {
  const outside = {id: 'G2', paragraph: '97'}

  it.each<[string, GrantFields[], string]>([
    ['fits beside one in scope', [{}, outside], 'GRANT_AMBIGUOUS'],
    ['fits alone', [{rate: 900_00}, outside], 'OUT_OF_SCOPE'],
    ['does not fit', [{}, {...outside, rate: 900_00}], posted],
    ['does not cover the period', [{}, {...outside, to: '2026-02-28'}], posted],
    ['is not fixed either', [{}, {...outside, fixed: false}], posted],
    ['is another citizen’s', [{}, {...outside, citizen: bo}], posted],
    ['fits beside a set in scope', [{rate: 600_00}, {id: 'G3', rate: 400_00}, outside], 'GRANT_AMBIGUOUS'],
    ['fits in a further set', [{}, {id: 'G3', rate: 600_00}, {...outside, rate: 400_00}], 'GRANT_AMBIGUOUS'],
  ])('%s', (_, grants, expected) => {
    expect(billed({}, grants)).toBe(expected)
  })

  it('makes nothing postable with those in scope', () => {
    expect(billed({}, [{rate: 600_00}, {...outside, rate: 400_00}])).not.toMatch(/^G/)
  })
})

describe('a period that is paid', () => {
  const second = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-10'})

  it.each<[string, string]>([
    ['2026-02-28', posted],
    ['2026-03-01', 'PERIOD_ALREADY_PAID'],
    ['2026-03-31', 'PERIOD_ALREADY_PAID'],
    ['2027-01-31', 'PERIOD_ALREADY_PAID'],
  ])('by paidTo %s', (paidTo, expected) => {
    expect(billed({}, [{paidTo}])).toBe(expected)
  })

  it('by this run', () => {
    expect(linesOfVerdicts({invoices: [anInvoice(), second]})).toEqual({B1: posted, B2: 'PERIOD_ALREADY_PAID'})
  })

  it('by the ledger', () => {
    expect(lineOfVerdict(lastOf({}, {invoices: [second]}), 'B2')).toBe('PERIOD_ALREADY_PAID')
  })

  it('by what people booked', () => {
    expect(billed({}, [{}], {booked: {rows: [aBookedRow()]}})).toBe('PERIOD_ALREADY_PAID')
    expect(lineOfVerdict(lastOf({invoices: [], booked: {rows: [aBookedRow()]}}, {}))).toBe('PERIOD_ALREADY_PAID')
  })

  it('is paid where a single day of it is', () => {
    const first = anInvoice({period: '2026-03-01/2026-03-01', amount: 32_26})
    expect(linesOfVerdicts({invoices: [first, second]})).toEqual({
      B1: 'G1 2026-03-01/2026-03-01 32.26',
      B2: 'PERIOD_ALREADY_PAID',
    })
  })

  it('is open for the days beside', () => {
    const first = anInvoice({period: '2026-03-01/2026-03-15', amount: 483_87})
    const next = anInvoice({
      document: 'B2',
      number: 'F2',
      issued: '2026-04-10',
      period: '2026-03-16/2026-03-31',
      amount: 516_13,
    })
    expect(linesOfVerdicts({invoices: [first, next]}).B2).toBe('G1 2026-03-16/2026-03-31 516.13')
  })

  it('is not paid by an invoice that was left to a person', () => {
    const failed = anInvoice({amount: 900_00})
    expect(linesOfVerdicts({invoices: [failed, second]})).toEqual({B1: 'AMOUNT_MISMATCH', B2: posted})
  })
})
