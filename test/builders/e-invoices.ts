/** E-invoices for tests: a test names what it is about, the rest is an ordinary invoice of one line over 1000 kr. */

import {type Config, configSchema} from '../../src/config/schema.ts'
import type {Invoice} from '../../src/model/invoice.ts'
import {refusedFileInvoice, ublInvoice} from '../../src/normalise/ubl/invoice.ts'
import {readUbl} from '../../src/read/ubl/read-ubl.ts'

export type LineFields = {
  readonly id?: string
  /** As it stands in the file, without VAT. */
  readonly net?: string
  /** The line's own TaxTotal; none where it is left out. */
  readonly vat?: string
  readonly percent?: string
  readonly name?: string
  readonly description?: string
  readonly note?: string
  readonly period?: readonly [from: string, to: string]
  readonly quantity?: string
  /** Further elements of the line, and of its Item. */
  readonly more?: string
  readonly item?: string
}

export type Fields = {
  readonly root?: 'Invoice' | 'CreditNote'
  readonly id?: string
  readonly issued?: string
  readonly typeCode?: string
  readonly note?: string
  readonly currency?: string
  readonly payable?: string
  /** The document's TaxTotal. */
  readonly vat?: string
  /** The supplier's Party. */
  readonly supplier?: string
  /** The buyer's Party. */
  readonly customer?: string
  readonly lines?: readonly LineFields[]
  /** Further elements of the document, before its parties. */
  readonly more?: string
  /** Before the root. */
  readonly before?: string
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'
export const namespaces = `xmlns:cac="${ubl}CommonAggregateComponents-2" xmlns:cbc="${ubl}CommonBasicComponents-2"`

export const rootTag = (root: 'Invoice' | 'CreditNote' = 'Invoice'): string =>
  `<${root} xmlns="${ubl}${root}-2" ${namespaces}>`

export const anXml = (fields: Fields = {}): string => {
  const {root = 'Invoice', before = '<?xml version="1.0" encoding="UTF-8"?>', lines = [{}]} = fields
  const currency = fields.currency ?? 'DKK'
  return `${before}${rootTag(root)}
  <cbc:ID>${fields.id ?? 'F-1'}</cbc:ID>
  <cbc:IssueDate>${fields.issued ?? '2026-04-01'}</cbc:IssueDate>
  <cbc:${root}TypeCode>${fields.typeCode ?? (root === 'Invoice' ? '380' : '381')}</cbc:${root}TypeCode>
  ${fields.note === undefined ? '' : `<cbc:Note>${fields.note}</cbc:Note>`}
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  ${fields.more ?? ''}
  <cac:AccountingSupplierParty><cac:Party>${fields.supplier ?? legal('DK12345674')}</cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>${fields.customer ?? ''}</cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal><cbc:TaxAmount currencyID="${currency}">${fields.vat ?? '0.00'}</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="${currency}">${fields.payable ?? '1000.00'}</cbc:PayableAmount></cac:LegalMonetaryTotal>
  ${lines.map((line, at) => aLine(root, {id: String(at + 1), ...line})).join('\n')}
</${root}>`
}

export const legal = (number: string, scheme = 'DK:CVR'): string =>
  `<cac:PartyLegalEntity><cbc:CompanyID schemeID="${scheme}">${number}</cbc:CompanyID></cac:PartyLegalEntity>`

export const delivered = (number: string, scheme = 'DK:CPR'): string =>
  `<cac:Delivery><cac:DeliveryParty><cac:PartyIdentification><cbc:ID schemeID="${scheme}">${number}</cbc:ID></cac:PartyIdentification></cac:DeliveryParty></cac:Delivery>`

export const invoicePeriod = (from: string, to: string): string =>
  `<cac:InvoicePeriod><cbc:StartDate>${from}</cbc:StartDate><cbc:EndDate>${to}</cbc:EndDate></cac:InvoicePeriod>`

function aLine(root: 'Invoice' | 'CreditNote', line: LineFields): string {
  const quantity = root === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'
  const text = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<cbc:${name}>${value}</cbc:${name}>`
  return `<cac:${root}Line>${text('ID', line.id)}${text('Note', line.note)}${text(quantity, line.quantity)}
    ${text('LineExtensionAmount', line.net ?? '1000.00')}
    ${line.period ? invoicePeriod(...line.period) : ''}
    ${line.vat === undefined ? '' : `<cac:TaxTotal>${text('TaxAmount', line.vat)}</cac:TaxTotal>`}
    ${line.more ?? ''}
    <cac:Item>${text('Description', line.description)}${text('Name', line.name ?? 'Botilbud')}${line.item ?? ''}
    ${line.percent === undefined ? '' : `<cac:ClassifiedTaxCategory>${text('Percent', line.percent)}</cac:ClassifiedTaxCategory>`}
    </cac:Item></cac:${root}Line>`
}

export type Settings = {readonly file?: string; readonly config?: Partial<Config>}

/** As the program reads it. Throws where the file is something else than an invoice. */
export function invoiceOf(xml: string | Uint8Array, {file = 'f.xml', config = {}}: Settings = {}): Invoice {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml
  const settings = {...configSchema.parse({}), ...config}
  const reading = readUbl({file, sha256: 'a1', bytes})
  if (reading.kind === 'other') throw new RangeError(`root ${reading.root}`)
  return reading.kind === 'document' ? ublInvoice(reading, settings) : refusedFileInvoice(reading, settings)
}

export const read = (fields: Fields = {}, settings: Settings = {}): Invoice => invoiceOf(anXml(fields), settings)

/** The one line that a document has. */
export function onlyLine({lines}: Invoice): Invoice['lines'][number] {
  const [only, ...others] = lines
  if (!only || others.length > 0) throw new RangeError(`${lines.length} lines`)
  return only
}

/** What is expected, for each thing that is wrong. */
export const wrong = ({problems}: Invoice): string[] => problems.map(({column, expected}) => `${column}: ${expected}`)
