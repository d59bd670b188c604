/** matching.md 4, DUPLICATE_INVOICE: whose number it is, in one run and over several. */
import {describe, expect, it} from 'vitest'
import {lastOf} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, aNote, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, linesOfVerdicts} from '../builders/run.ts'
import {bo, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]

const posted = 'G1 2026-03 1000.00'

describe('the number of an invoice', () => {
  const first = anInvoice()
  const second = (fields: InvoiceFields = {}) =>
    anInvoice({document: 'B2', issued: '2026-04-03', period: '2026-02', ...fields})
  const duplicate = 'DUPLICATE_INVOICE'
  const open = 'G1 2026-02 1000.00'

  it.each<[string, string]>([
    ['F1', 'F1'],
    ['F-1', 'f 1'],
    ['0012', '12'],
    ['2026/12', '2026-12'],
  ])('is the same as «%s» written «%s»', (one, other) => {
    expect(linesOfVerdicts({invoices: [anInvoice({number: one}), second({number: other})]})).toEqual({
      B1: posted,
      B2: duplicate,
    })
  })

  it.each<[string, InvoiceFields]>([
    ['of another supplier', {cvr: hjemmet, citizen: bo}],
    ['that is another', {number: 'F10'}],
  ])('is free for an invoice %s', (_, fields) => {
    const grants = [aGrant(), aGrant({id: 'G2', supplierCvr: hjemmet, citizen: bo})]
    expect(linesOfVerdicts({grants, invoices: [first, second(fields)]}).B2).toMatch(/^G/)
  })

  it('is free for a credit note', () => {
    expect(linesOfVerdicts({invoices: [first, aNote({number: 'F1'})]}).B9).toBe('G1 2026-03 -1000.00')
    const notes = [
      aNote({number: 'K1', period: '2026-02'}),
      aNote({document: 'B99', number: 'K1', issued: '2026-04-21'}),
    ]
    expect(linesOfVerdicts({invoices: [first, ...notes]}).B99).toBe(duplicate)
  })

  it('belongs to the first in the order of the run, whether posted or not', () => {
    expect(linesOfVerdicts({invoices: [second({issued: '2026-04-01'}), first]})).toEqual({B1: duplicate, B2: open})
    expect(linesOfVerdicts({invoices: [anInvoice({amount: 1}), second()]})).toEqual({
      B1: 'AMOUNT_MISMATCH',
      B2: duplicate,
    })
  })

  it('belongs to the first of three', () => {
    const third = anInvoice({document: 'B3', issued: '2026-04-04', period: '2026-01'})
    expect(linesOfVerdicts({invoices: [third, second(), first]})).toEqual({B1: posted, B2: duplicate, B3: duplicate})
  })

  it('belongs to what an earlier run posted', () => {
    expect(linesOfVerdicts(lastOf({}, {invoices: [second()]}))).toEqual({B2: duplicate})
    expect(linesOfVerdicts(lastOf({}, {invoices: [second({issued: '2026-04-01'})]}))).toEqual({B2: duplicate})
    expect(linesOfVerdicts(lastOf({}, {invoices: [second({document: ''})]}))).toEqual({'': duplicate})
  })

  it('belongs to an open exception of an earlier run, brought again or not', () => {
    const failed = anInvoice({amount: 1})
    const earlier = second({issued: '2026-04-01'})
    expect(linesOfVerdicts(lastOf({invoices: [failed]}, {invoices: [earlier]}))).toEqual({B2: duplicate})
    expect(linesOfVerdicts(lastOf({invoices: [failed]}, {invoices: [earlier, failed]}))).toEqual({
      B1: 'AMOUNT_MISMATCH',
      B2: duplicate,
    })
    const grants = [aGrant({rate: 1})]
    expect(linesOfVerdicts(lastOf({invoices: [failed]}, {grants, invoices: [earlier, failed]}))).toMatchObject({
      B1: 'G1 2026-03 0.01',
      B2: duplicate,
    })
  })

  it('never goes to a duplicate by its coming again', () => {
    const both = {invoices: [first, second()]}
    expect(linesOfVerdicts(lastOf(both, {invoices: [second()]}))).toEqual({B2: duplicate})
    expect(linesOfVerdicts(lastOf(both, both))).toEqual({B1: 'alreadyPosted', B2: duplicate})
    const failed = {invoices: [anInvoice({amount: 1}), second()]}
    expect(linesOfVerdicts(lastOf(failed, failed, {invoices: [second()]}))).toEqual({B2: duplicate})
  })

  it.each<[string, Parameters<typeof aBookedRow>[0]]>([
    ['invoice number', {invoiceNumber: 'F1'}],
    ['invoice number, written otherwise', {invoiceNumber: 'f-1'}],
    ['document number', {documentNumber: 'B1'}],
    ['invoice number, and paid no day', {invoiceNumber: 'F1', amount: 0}],
  ])('is a duplicate of what people booked with its %s', (_, row) => {
    const booked = {rows: [aBookedRow({citizen: bo, ...row})]}
    expect(lineOfVerdict({booked})).toBe(duplicate)
    expect(lineOfVerdict(lastOf({invoices: [], booked}, {}))).toBe(duplicate)
  })

  it('is no duplicate of what people booked for another supplier', () => {
    const booked = {rows: [aBookedRow({citizen: bo, supplierCvr: hjemmet, invoiceNumber: 'F1'})]}
    expect(lineOfVerdict({booked})).toBe(posted)
  })
})
