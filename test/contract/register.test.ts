/** matching.md 1: rows that cannot be read, and grants whose rows do not count. */
import {describe, expect, it} from 'vitest'
import {lastOf} from '../builders/earlier-runs.ts'
import {aGrant, aNote, anInvoice, anUnreadableBookedRow, anUnreadableRow} from '../builders/records.ts'
import {lineOfVerdict, linesOfVerdicts, type RunFields, run, verdictOf} from '../builders/run.ts'
import {bo, bostedet, hjemmet, kontoret} from '../builders/values.ts'

const posted = 'G1 2026-03 1000.00'
const unreadable = 'GRANT_UNREADABLE'

/** Anna and Bo at Bostedet, Anna at Hjemmet too. */
const grants = [aGrant(), aGrant({id: 'G2', citizen: bo}), aGrant({id: 'G3', supplierCvr: hjemmet})]
const invoices = [
  anInvoice(),
  anInvoice({document: 'B2', number: 'F2', citizen: bo}),
  anInvoice({document: 'B3', number: 'F3', cvr: hjemmet}),
]
const all = {B1: posted, B2: 'G2 2026-03 1000.00', B3: 'G3 2026-03 1000.00'}
const billed = (more: RunFields) => linesOfVerdicts({grants, invoices, ...more})

describe('a grant row that cannot be read', () => {
  it('holds every line of its citizen, whoever the supplier is', () => {
    const held = {...all, B1: unreadable, B3: unreadable}
    expect(billed({unreadable: [anUnreadableRow()]})).toEqual(held)
    expect(billed({unreadable: [anUnreadableRow({supplierCvr: null})]})).toEqual(held)
    expect(billed({unreadable: [anUnreadableRow({supplierCvr: kontoret})]})).toEqual(held)
  })

  it('holds every line of its supplier where its citizen cannot be read', () => {
    expect(billed({unreadable: [anUnreadableRow({citizen: null})]})).toEqual({...all, B1: unreadable, B2: unreadable})
    expect(billed({unreadable: [anUnreadableRow({citizen: null, supplierCvr: hjemmet})]})).toEqual({
      ...all,
      B3: unreadable,
    })
    expect(billed({unreadable: [anUnreadableRow({citizen: null, supplierCvr: kontoret})]})).toEqual(all)
  })

  it('holds every line of a number that reaches its supplier', () => {
    const row = anUnreadableRow({citizen: null, supplierCvr: kontoret})
    expect(billed({unreadable: [row], suppliers: {[kontoret]: {billsAs: [hjemmet]}}})).toEqual({...all, B3: unreadable})
    expect(billed({unreadable: [row], suppliers: {[hjemmet]: {billsAs: [kontoret]}}})).toEqual(all)
  })

  it('holds the line even where the row is of a grant that can be read', () => {
    expect(billed({unreadable: [anUnreadableRow({grantId: 'G1'})]}).B1).toBe(unreadable)
  })

  it('holds credit notes', () => {
    expect(linesOfVerdicts(lastOf({}, {unreadable: [anUnreadableRow()], invoices: [aNote()]})).B9).not.toMatch(/^G1/)
  })

  it('is asked after what is asked before exclusion', () => {
    expect(lineOfVerdict({unreadable: [anUnreadableRow()], invoices: [anInvoice({period: '2025-03'})]})).toBe(
      'PERIOD_OUTSIDE_WINDOW',
    )
  })
})

describe('a booked row that cannot be read', () => {
  it('holds invoices back as a grant row does', () => {
    const held = (row: Parameters<typeof anUnreadableBookedRow>[0]) =>
      billed({booked: {unreadable: [anUnreadableBookedRow(row)]}})
    expect(held({})).toEqual({...all, B1: unreadable, B3: unreadable})
    expect(held({citizen: null})).toEqual({...all, B1: unreadable, B2: unreadable})
    expect(held({citizen: null, supplierCvr: hjemmet})).toEqual({...all, B3: unreadable})
  })

  it('holds them in later runs', () => {
    const first = {invoices: [], booked: {unreadable: [anUnreadableBookedRow()]}}
    expect(lineOfVerdict(lastOf(first, {}))).toBe(unreadable)
  })
})

describe('a grant of rows that do not count', () => {
  const inactive = [aGrant({id: 'G9'})]

  it('makes nothing ambiguous', () => {
    expect(lineOfVerdict({inactive})).toBe(posted)
  })

  it('explains nothing', () => {
    expect(lineOfVerdict({grants: [aGrant({rate: 900_00})], inactive})).toBe('AMOUNT_MISMATCH')
  })

  it('is no grant for the supplier or citizen steps either', () => {
    expect(lineOfVerdict({grants: [], inactive})).toBe('SUPPLIER_UNKNOWN')
    expect(lineOfVerdict({grants: [aGrant({citizen: bo})], inactive})).toBe('CITIZEN_UNKNOWN')
    expect(lineOfVerdict({grants: [aGrant({citizen: bo}), aGrant({id: 'G2', supplierCvr: hjemmet})], inactive})).toBe(
      'NO_GRANT_WITH_SUPPLIER',
    )
  })

  it('is named where it would fit', () => {
    const result = run({grants: [aGrant({rate: 900_00})], inactive})
    expect(verdictOf(result).lines[0]?.evidence.hints).toContainEqual({kind: 'inactiveGrantFits', grantId: 'G9'})
    const other = run({grants: [aGrant({rate: 900_00})], inactive: [aGrant({id: 'G9', rate: 800_00})]})
    expect(verdictOf(other).lines[0]?.evidence.hints).not.toContainEqual({kind: 'inactiveGrantFits', grantId: 'G9'})
  })

  it('has no gap to be doubted for, and no number of a supplier', () => {
    const ended = [aGrant({id: 'G9', to: '2026-02-28'})]
    const more = {periods: {billing: 'arrears'}, invoices: [anInvoice({period: null})]}
    expect(lineOfVerdict({grants: [aGrant({from: '2026-03-01'})], inactive: ended, ...more})).toBe(posted)
    expect(
      lineOfVerdict({inactive: [aGrant({id: 'G9', supplierCvr: kontoret})], invoices: [anInvoice({cvr: kontoret})]}),
    ).toBe('SUPPLIER_UNKNOWN')
  })
})

describe('the order in which invoices are taken', () => {
  const one = {period: '2026-03'}

  it.each([
    ['by issue date', {document: 'B2', issued: '2026-04-01'}, {document: 'B1', issued: '2026-04-02'}],
    ['then by document number, as text', {document: 'B10'}, {document: 'B9'}],
    ['then by supplier', {document: '', cvr: bostedet}, {document: '', cvr: hjemmet}],
    ['then by invoice number', {document: '', number: 'F10'}, {document: '', number: 'F9'}],
  ])('is %s', (_, first, second) => {
    const suppliers = {[bostedet]: {billsAs: [hjemmet]}}
    const pair = [anInvoice({...one, number: 'F1', ...first}), anInvoice({...one, number: 'F2', ...second})]
    for (const some of [pair, pair.toReversed()]) {
      const {verdicts} = run({suppliers, invoices: some})
      expect(verdicts.map(({invoice}) => invoice)).toEqual(pair)
      expect(verdicts.map(({outcome}) => outcome)).toEqual(['posted', 'exception'])
    }
  })

  it('has invoices before credit notes of a day, and earlier notes before later invoices', () => {
    const note = aNote({document: 'A1', issued: '2026-04-02'})
    const later = anInvoice({document: 'A0', number: 'F2', issued: '2026-04-03'})
    const {verdicts} = run({invoices: [later, note, anInvoice()]})
    expect(verdicts.map(({invoice}) => invoice.documentNumber)).toEqual(['B1', 'A1', 'A0'])
  })
})
