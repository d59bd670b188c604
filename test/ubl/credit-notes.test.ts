/** A credit note in XML, the whole way: it takes back the invoice that it names, and no other. */
import {describe, expect, it} from 'vitest'
import {anXml} from '../builders/e-invoices.ts'
import {runFiles} from './run-files.ts'

const period = (month: string) => [`2026-${month}-01`, `2026-${month}-28`] as const
const february = {note: '610190-1234', lines: [{period: period('02')}]}
const bill = anXml({...february, id: 'F-1', issued: '2026-03-01'})
const reference = (number: string): string =>
  `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${number}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`
const note = (numbers: readonly string[]): string =>
  anXml({...february, root: 'CreditNote', id: 'K-1', more: numbers.map(reference).join('')})

describe('a credit note in XML', () => {
  it('takes back the invoice that its BillingReference names', async () => {
    const {report, paid} = await runFiles({'bill.xml': bill, 'note.xml': note(['F-1'])})
    expect(report).toMatchObject({posted: {invoices: 2, amount: '0.00'}, exceptions: {invoices: 0}})
    expect(paid.map(({Fakturanummer, Beløb}) => [Fakturanummer, Beløb]).toSorted()).toEqual([
      ['F-1', '1000,00'],
      ['K-1', '-1000,00'],
    ])
  })

  it.each([
    ['an invoice that nobody knows', ['F-9']],
    ['one that is known and one that is not', ['F-1', 'F-9']],
    ['one that is not and one that is', ['F-9', 'F-1']],
  ])('that names %s is left to a person', async (_, numbers) => {
    const {report} = await runFiles({'bill.xml': bill, 'note.xml': note(numbers)})
    expect(report).toMatchObject({posted: {invoices: 1}, reasons: {CREDIT_NOTE_UNMATCHED: 1}})
  })

  it('that names none takes back the one line that it mirrors, as in a table', async () => {
    const {report} = await runFiles({'bill.xml': bill, 'note.xml': note([])})
    expect(report).toMatchObject({posted: {invoices: 2, amount: '0.00'}})
  })
})
