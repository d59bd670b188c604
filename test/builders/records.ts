/**
 * Records for tests of the contract: a test names what it is about, the rest is an ordinary month. The ordinary
 * month: Anna's grant G1 with Bostedet, 1000 kr. a month, and Bostedet's invoice B1 for March 2026, which it pays.
 */
import {configSchema, type MatchConfig} from '../../src/config/schema.ts'
import type {Chart, ChartEntry, Mapping, MappingRow} from '../../src/model/accounts.ts'
import type {BookedRow, UnreadableBookedRow} from '../../src/model/booked.ts'
import {openEnd} from '../../src/model/calendar.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import type {Grant, UnreadableGrantRow} from '../../src/model/grant.ts'
import type {CprField, Invoice, InvoiceLine} from '../../src/model/invoice.ts'
import {oneDecimal, ore, sumOre} from '../../src/model/money.ts'
import {anna, bostedet, day, days, number} from './values.ts'

type RateFields = {readonly days: string; readonly rate: number; readonly quantity?: string}
type GrantFields = Partial<Omit<Grant, 'rates' | 'services' | 'paidTo'>> & {
  readonly from?: string
  readonly to?: string
  /** Øre. */
  readonly rate?: number
  readonly quantity?: string
  readonly rates?: readonly RateFields[]
  readonly service?: string
  readonly services?: readonly {readonly days: string; readonly service: string}[]
  readonly paidTo?: string
}

export function aGrant(fields: GrantFields = {}): Grant {
  const {from = '2025-01-01', to = openEnd, rate = 1000_00, quantity, service = 'Botilbud', paidTo, ...rest} = fields
  const whole = `${from}/${to}`
  const {rates = [{days: whole, rate, ...(quantity === undefined ? {} : {quantity})}], services, ...others} = rest
  return {
    id: 'G1',
    citizen: anna,
    supplierCvr: bostedet,
    supplierName: 'Bostedet',
    paragraph: '107',
    unit: 'Måned',
    targetGroup: 'Voksne',
    ownership: 'Privat',
    fixed: true,
    caseworker: '',
    sources: [{file: 'grants.csv', row: 2}],
    ...others,
    paidTo: paidTo === undefined ? null : day(paidTo),
    rates: rates.map((one) => ({
      ...days(one.days),
      rate: ore(one.rate),
      quantity: one.quantity === undefined ? oneDecimal : number(one.quantity),
    })),
    services: (services ?? rates.map((one) => ({days: one.days, service}))).map((one) => ({
      ...days(one.days),
      service: one.service,
    })),
  }
}

export function anUnreadableRow(fields: Partial<UnreadableGrantRow> = {}): UnreadableGrantRow {
  const source = {file: 'grants.csv', row: 9}
  const problems = [{column: 'Takst', value: 'x', expected: 'amount' as const}]
  return {source, grantId: 'G9', citizen: anna, supplierCvr: bostedet, problems, ...fields}
}

type LineFields = Partial<
  Omit<InvoiceLine, 'amount' | 'periodFrom' | 'periodTo' | 'quantity' | 'unitPrice' | 'vat'>
> & {
  /** Øre. */
  readonly amount?: number
  /** Null: the field is empty. */
  readonly citizen?: Cpr | null
  /** As for `days`; null: neither end is in columns. */
  readonly period?: string | null
  readonly periodFrom?: string
  readonly periodTo?: string
  readonly quantity?: string
  readonly unitPrice?: number
  readonly vat?: number
}

export function aLine(fields: LineFields = {}): InvoiceLine {
  const {amount = 1000_00, citizen = anna, period, periodFrom, periodTo, quantity, unitPrice, vat = 0, ...rest} = fields
  const oneEnd = periodFrom !== undefined || periodTo !== undefined
  const stated = period === null || (oneEnd && period === undefined) ? null : days(period ?? '2026-03')
  const cprField: CprField = citizen === null ? {kind: 'empty'} : {kind: 'number', cpr: citizen}
  return {
    source: {file: 'invoices.csv', row: 2},
    lineNumber: '1',
    cprField,
    text: '',
    ...rest,
    amount: ore(amount),
    periodFrom: periodFrom === undefined ? (stated?.from ?? null) : day(periodFrom),
    periodTo: periodTo === undefined ? (stated?.to ?? null) : day(periodTo),
    quantity: quantity === undefined ? null : number(quantity),
    unitPrice: unitPrice === undefined ? null : ore(unitPrice),
    vat: ore(vat),
  }
}

type InvoiceFields = LineFields & {
  readonly document?: string
  readonly number?: string
  readonly issued?: string
  readonly cvr?: string
  /** The invoice number that an XML note says it credits. */
  readonly credits?: string
  readonly rest?: Partial<Invoice>
  /** Several lines, each with the fields of the invoice beside its own. */
  readonly lines?: readonly LineFields[]
}

/** One line of the fields given, unless there are `lines`. */
export function anInvoice(fields: InvoiceFields = {}): Invoice {
  const {document = 'B1', number: invoiceNumber = 'F1', issued = '2026-04-02', cvr = bostedet, ...others} = fields
  const {credits, rest, lines: several = [{}], ...shared} = others
  const lines = several.map((line, at) => aLine({lineNumber: String(at + 1), ...shared, ...line}))
  return {
    documentNumber: document,
    invoiceNumber,
    type: 'invoice',
    issueDate: day(issued),
    dueDate: null,
    supplierCvr: cvr,
    supplierName: '',
    gln: '',
    currency: 'DKK',
    total: sumOre(lines.map(({amount}) => amount)),
    creditedInvoice: credits ?? null,
    lines,
    problems: [],
    repeated: false,
    totalMismatch: false,
    ...rest,
  }
}

/** A note of −1000 kr., K1, issued on 20 April, that states no period. */
export function aNote(fields: InvoiceFields = {}): Invoice {
  const usual = {document: 'B9', number: 'K1', issued: '2026-04-20', amount: -1000_00, period: null}
  return anInvoice({...usual, ...fields, rest: {type: 'creditNote', ...fields.rest}})
}

type Section = Readonly<Record<string, unknown>>
export type Settings = {
  readonly opus?: Section
  readonly rules?: Section
  readonly periods?: Section
  readonly suppliers?: Readonly<Record<string, Section>>
}

/** `bills.yaml` with these keys; contra account 95990009 and `postFrom` 1 January 2026 unless given. */
export const aConfig = ({opus, periods, ...rest}: Settings = {}): MatchConfig =>
  configSchema.parse({
    opus: {contraAccount: '95990009', ...opus},
    periods: {postFrom: '2026-01-01', ...periods},
    ...rest,
  }) as MatchConfig

export function aMappingRow(fields: Partial<MappingRow> = {}): MappingRow {
  return {
    source: {file: 'mapping.csv', row: 2},
    paragraph: '107',
    ownership: null,
    targetGroup: null,
    service: null,
    account: '45000000',
    pspElement: 'XG-5038500001-00001',
    from: null,
    to: null,
    note: '',
    problems: [],
    ...fields,
  }
}

/** A row for every paragraph in scope, whatever else the grant is. */
export const aMapping = (
  rows: readonly MappingRow[] = ['103', '104', '107', '108', 'STU', '97'].map((paragraph) => aMappingRow({paragraph})),
): Mapping => ({rows})

export function aChartEntry(fields: Partial<ChartEntry> = {}): ChartEntry {
  const source = {file: 'chart.csv', row: 2}
  return {
    source,
    type: 'Art',
    number: '45000000',
    text: '',
    from: null,
    to: null,
    blocked: false,
    successor: '',
    ...fields,
  }
}

/** The account and the PSP element of `aMappingRow`, and the contra account. */
export const aChart = (account: Partial<ChartEntry> | null = {}, psp: Partial<ChartEntry> | null = {}): Chart => ({
  entries: [
    ...(account ? [aChartEntry(account)] : []),
    ...(psp ? [aChartEntry({type: 'PSP', number: 'XG-5038500001-00001', ...psp})] : []),
    aChartEntry({number: '95990009'}),
  ],
})

/** What people posted by hand: F8 of another document, 1000 kr. for March. */
export function aBookedRow(
  fields: Partial<Omit<BookedRow, 'period' | 'amount'>> & {period?: string; amount?: number} = {},
): BookedRow {
  const {period = '2026-03', amount = 1000_00, ...rest} = fields
  return {
    supplierCvr: bostedet,
    citizen: anna,
    documentNumber: '',
    invoiceNumber: 'F8',
    ...rest,
    amount: ore(amount),
    period: days(period),
  }
}

export function anUnreadableBookedRow(fields: Partial<UnreadableBookedRow> = {}): UnreadableBookedRow {
  const problems = [{column: 'Periode til', value: 'x', expected: 'date' as const}]
  return {source: {file: 'booked.csv', row: 2}, supplierCvr: bostedet, citizen: anna, problems, ...fields}
}
