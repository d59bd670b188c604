/** Whose a line of an e-invoice is. */
import {describe, expect, it} from 'vitest'
import type {Cpr} from '../../src/model/citizen.ts'
import {delivered, type Fields, onlyLine, read} from '../builders/e-invoices.ts'
import {aGrant} from '../builders/records.ts'
import {lineOfVerdict, run} from '../builders/run.ts'
import {anna, bo} from '../builders/values.ts'

const property = (name: string, value: string): string =>
  `<cac:AdditionalItemProperty><cbc:Name>${name}</cbc:Name><cbc:Value>${value}</cbc:Value></cac:AdditionalItemProperty>`
const contact = (id: string, scheme = ''): string =>
  `<cac:Contact><cbc:ID${scheme && ` schemeID="${scheme}"`}>${id}</cbc:ID><cbc:Name>Hr. Hansen</cbc:Name></cac:Contact>`

/** Bo has a grant too, so that his number in a text counts. */
const grants = [aGrant(), aGrant({id: 'G2', citizen: bo, rate: 2000_00})]
const verdict = (fields: Fields): string => {
  const march = ['2026-03-01', '2026-03-31'] as const
  const lines = (fields.lines ?? [{}]).map((line) => ({period: march, ...line}))
  return lineOfVerdict(run({invoices: [{...read({...fields, lines}), documentNumber: 'B1'}], grants}))
}
const citizen = (fields: Fields): Cpr | string => {
  const {cprField} = onlyLine(read(fields))
  return cprField.kind === 'number' ? cprField.cpr : cprField.kind
}

describe('whose a line is', () => {
  it.each([
    ['the party it is delivered to', {lines: [{more: delivered('610190-1234')}]}],
    ['the party that the document is delivered to', {more: delivered('6101901234')}],
    ['Peppol’s number for the scheme', {more: delivered('6101901234', '0237')}],
    ['a property of the item', {lines: [{item: property('CPR', '6101901234')}]}],
    ['the line’s note', {lines: [{note: 'Anna, 610190-1234'}]}],
    ['its description', {lines: [{description: 'Ophold 610190 1234'}]}],
    ['its name', {lines: [{name: 'Ophold 6101901234'}]}],
    ['the document’s note', {note: 'Vedr. 610190-1234'}],
    ['the order reference', {more: '<cac:OrderReference><cbc:ID>610190-1234</cbc:ID></cac:OrderReference>'}],
    [
      'the customer’s reference',
      {
        more: '<cac:OrderReference><cbc:ID>NA</cbc:ID><cbc:CustomerReference>610190-1234</cbc:CustomerReference></cac:OrderReference>',
      },
    ],
    ['the buyer reference', {more: '<cbc:BuyerReference>610190-1234</cbc:BuyerReference>'}],
    ['the buyer’s contact', {customer: contact('6101901234')}],
  ] satisfies [string, Fields][])('%s', (_, fields) => {
    expect(citizen(fields)).toBe(anna)
    expect(verdict(fields)).toBe('G1 2026-03 1000.00')
  })

  it.each([
    ['delivery before the line’s texts', {lines: [{more: delivered(anna), item: property('CPR', bo)}]}],
    ['the line’s own delivery before the document’s', {more: delivered(bo), lines: [{more: delivered(anna)}]}],
    ['the line’s texts before the document’s', {note: 'Kontakt', customer: contact(bo), lines: [{note: anna}]}],
  ] satisfies [string, Fields][])('%s', (_, fields) => {
    expect(citizen(fields)).toBe(anna)
  })

  it.each([
    ['a P-number in the contact', {customer: contact('6101901234', 'DK:P')}],
    ['a P-number by Peppol’s scheme', {customer: contact('6101901234', '0096')}],
    [
      'an order number with a GLN scheme',
      {more: '<cac:OrderReference><cbc:ID schemeID="GLN">6101901234</cbc:ID></cac:OrderReference>'},
    ],
    ['a property that says it is a P-number', {lines: [{item: property('P-nummer', '6101901234')}]}],
    ['a delivery to a P-number', {more: delivered('6101901234', 'DK:P')}],
    ['ten digits that are no day', {note: '9913901234'}],
    ['digits of a longer number', {note: '46101901234'}],
  ] satisfies [string, Fields][])('never %s', (_, fields) => {
    expect(citizen(fields)).toBe('empty')
    expect(verdict(fields)).toBe('CPR_MISSING')
  })

  it.each(['1234', '9913901234', 'ukendt', '610190123'])('a delivery to «%s» by CPR is no number', (id) => {
    expect(citizen({more: delivered(id), lines: [{note: anna}]})).toBe('invalid')
    expect(verdict({more: delivered(id), lines: [{note: anna}]})).toBe('CPR_INVALID')
  })

  it.each([
    ['in one text', {lines: [{note: `${anna} og ${bo}`}]}],
    ['in a property and the note', {lines: [{item: property('CPR', anna), note: bo}]}],
    ['in two properties', {lines: [{item: property('CPR', anna) + property('Barn', bo)}]}],
    ['in the document’s note and the contact', {note: anna, customer: contact(bo)}],
    ['in two deliveries', {more: delivered(anna) + delivered(bo)}],
    ['in the delivery and, of someone with a grant, the note', {more: delivered(anna), lines: [{note: bo}]}],
    [
      'in a property and, of someone with a grant, the document’s note',
      {note: bo, lines: [{item: property('CPR', anna)}]},
    ],
  ] satisfies [string, Fields][])('several numbers are ambiguous: %s', (_, fields) => {
    expect(verdict(fields)).toBe('CPR_AMBIGUOUS')
  })

  it('each line has its own, and the document’s where it has none', () => {
    const invoice = read({payable: '2000', note: `Vedr. ${bo}`, lines: [{note: anna}, {}]})
    expect(invoice.lines.map(({cprField}) => cprField)).toEqual([
      {kind: 'number', cpr: anna},
      {kind: 'number', cpr: bo},
    ])
  })

  it('is not the supplier, though it be a person', () => {
    const supplier = `<cbc:EndpointID schemeID="DK:CPR">${anna}</cbc:EndpointID><cac:Contact><cbc:ID>${anna}</cbc:ID></cac:Contact>`
    const invoice = read({supplier})
    expect(invoice.supplierCvr).toBe('')
    expect(onlyLine(invoice).cprField).toEqual({kind: 'empty'})
  })
})
