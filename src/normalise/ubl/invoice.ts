/**
 * An e-invoice as an invoice (`formats.md`, Invoices, the table of e-invoice fields): takes the document that was read,
 * or the file that was refused, and returns one invoice. What cannot be read is one line of amount 0 with its problems,
 * so that nothing that came in is left out.
 */
import type {Config} from '../../config/schema.ts'
import type {Invoice, InvoiceLine} from '../../model/invoice.ts'
import {negated, type Ore, sumOre, zeroOre} from '../../model/money.ts'
import {cvr} from '../../model/supplier.ts'
import {elementsAt, textAt, type UblElement} from '../../read/ubl/element.ts'
import type {RefusedFile, UblDocument} from '../../read/ubl/read-ubl.ts'
import {numberedLines} from '../line-numbers.ts'
import {taxAmounts, ublLines} from './lines.ts'
import {oneLine, type UblValues, ublValues} from './values.ts'

/** Always at least one line, and lines that add up to the total. */
export function ublInvoice({file, sha256, type, root}: UblDocument, config: Config): Invoice {
  const values = ublValues(file)
  const currency = textAt(root, 'DocumentCurrencyCode').toUpperCase() || 'DKK'
  const head = {
    ...documentHead(file, config),
    invoiceNumber: requiredText(root, 'ID', values),
    type,
    issueDate: values.date(1, 'IssueDate', requiredText(root, 'IssueDate', values)),
    dueDate: dueDateOf(root, values),
    supplierCvr: supplierCvrOf(root),
    supplierName: supplierNameOf(root),
    gln: glnOf(root, values),
    currency,
    creditedInvoice: null,
    contentHash: sha256,
  }
  const sign = type === 'creditNote' ? negated : (amount: Ore): Ore => amount
  const stated = payableOf(root, currency, values)
  const isOriginal = readsAsOriginal(root, type, values)
  const payable = isOriginal && stated !== null ? sign(stated) : null
  const taxes = taxAmounts(root, currency).map((tax) => values.amount(1, 'TaxTotal/TaxAmount', tax) ?? zeroOre)
  const totals = {payable: payable ?? zeroOre, vat: sign(sumOre(taxes)), sign}
  const lines = ublLines(root, currency, totals, values)
  if (payable === null) return refusedInvoice(head, lines, values)

  const isCreditNote = type === 'creditNote' || payable < 0
  const [credited, ...others] = isCreditNote ? creditedNumbers(root) : []
  return {
    ...head,
    type: isCreditNote ? 'creditNote' : 'invoice',
    total: payable,
    creditedInvoice: credited ?? null,
    lines: numberedLines(lines.map((line) => withCredited(line, others))),
    problems: values.problems,
    repeated: false,
    totalMismatch: false,
  }
}

/** A file that cannot be read: known by its content, and by the number in its name where that holds one. */
export function refusedFileInvoice({file, sha256, problem}: RefusedFile, config: Config): Invoice {
  const values = ublValues(file)
  values.fail(1, problem.column, problem.value, problem.expected)
  const head = {
    ...documentHead(file, config),
    ...{invoiceNumber: '', type: 'invoice' as const, issueDate: null, dueDate: null},
    ...{supplierCvr: '', supplierName: '', gln: '', currency: 'DKK', creditedInvoice: null, contentHash: sha256},
  }
  return refusedInvoice(head, [], values)
}

type Head = Omit<Invoice, 'total' | 'lines' | 'problems' | 'repeated' | 'totalMismatch'>

/** One line of amount 0, with whatever the lines said. */
function refusedInvoice(head: Head, lines: readonly InvoiceLine[], values: UblValues): Invoice {
  const [first] = lines
  const empty: InvoiceLine = {
    source: values.sourceOf(1),
    lineNumber: '1',
    amount: zeroOre,
    cprField: first?.cprField ?? {kind: 'empty'},
    periodFrom: first?.periodFrom ?? null,
    periodTo: first?.periodTo ?? null,
    quantity: null,
    unitPrice: null,
    vat: zeroOre,
    text: first?.text ?? '',
  }
  return {...head, total: zeroOre, lines: [empty], problems: values.problems, repeated: false, totalMismatch: false}
}

/** `xmlDocumentNumber`: a pattern on the file's name, whose one group is the number. */
function documentHead(file: string, {xmlDocumentNumber}: Config): Pick<Invoice, 'documentNumber'> {
  const found = xmlDocumentNumber === null ? undefined : new RegExp(xmlDocumentNumber).exec(file)?.[1]
  return {documentNumber: oneLine(found ?? '')}
}

function requiredText(root: UblElement, name: string, values: UblValues): string {
  const text = oneLine(textAt(root, name))
  if (text === '') values.fail(1, name, '', 'required')
  return text
}

/** False where the document's type or copy mark says that it is not the invoice or credit note itself. */
function readsAsOriginal(root: UblElement, type: Invoice['type'], values: UblValues): boolean {
  const [column, known] = type === 'invoice' ? ['InvoiceTypeCode', ['380', '393']] : ['CreditNoteTypeCode', ['381']]
  const code = textAt(root, column as string)
  const isKnown = code === '' || known.includes(code)
  if (!isKnown) values.fail(1, column as string, code, 'xmlTypeCode')
  const copy = textAt(root, 'CopyIndicator').toLowerCase()
  const isCopy = copy === 'true' || copy === '1'
  if (isCopy) values.fail(1, 'CopyIndicator', copy, 'xmlNoCopy')
  return isKnown && !isCopy
}

/** As the document has it: prepayment and rounding are in it. Null where it cannot be read. */
function payableOf(root: UblElement, currency: string, values: UblValues): Ore | null {
  const column = 'LegalMonetaryTotal/PayableAmount'
  const [payable] = elementsAt(root, 'LegalMonetaryTotal', 'PayableAmount')
  if (!payable?.text) values.fail(1, column, '', 'required')
  if (payable?.currency && payable.currency !== currency) values.fail(1, column, payable.currency, 'xmlCurrency')
  return values.amount(1, column, payable)
}

function dueDateOf(root: UblElement, values: UblValues): Invoice['dueDate'] {
  const means = textAt(root, 'PaymentMeans', 'PaymentDueDate')
  return means === ''
    ? values.date(1, 'DueDate', textAt(root, 'DueDate'))
    : values.date(1, 'PaymentMeans/PaymentDueDate', means)
}

const supplierIds = [
  ['PartyLegalEntity', 'CompanyID'],
  ['PartyTaxScheme', 'CompanyID'],
  ['PartyIdentification', 'ID'],
  ['EndpointID'],
] as const

/** Of a CVR or SE scheme or none: the first with eight digits; else the text of a field that says it is one. */
function supplierCvrOf(root: UblElement): string {
  const ids = supplierIds
    .flatMap((path) => elementsAt(root, 'AccountingSupplierParty', 'Party', ...path))
    .filter(({scheme}) => /^(?:|DK:CVR|0184|DK:SE|0198)$/i.test(scheme))
  const [number] = ids.flatMap(({text}) => cvr(text) ?? [])
  return oneLine(number ?? ids.find(({scheme, text}) => scheme !== '' && text !== '')?.text ?? '')
}

function supplierNameOf(root: UblElement): string {
  const name = (...path: string[]): string => textAt(root, 'AccountingSupplierParty', 'Party', ...path)
  return oneLine(name('PartyName', 'Name') || name('PartyLegalEntity', 'RegistrationName'))
}

function glnOf(root: UblElement, values: UblValues): string {
  const endpoint = elementsAt(root, 'AccountingCustomerParty', 'Party', 'EndpointID').find(({scheme}) =>
    /^(?:GLN|0088)$/i.test(scheme),
  )
  const gln = (endpoint?.text ?? '').replaceAll(/\s/g, '')
  if (gln !== '' && !/^\d{13}$/.test(gln)) values.fail(1, 'AccountingCustomerParty/EndpointID', gln, 'gln')
  return oneLine(gln)
}

/** Of the document and of its lines, each number once. */
function creditedNumbers(root: UblElement): string[] {
  const places = [root, ...root.children.filter(({name}) => name.endsWith('Line'))]
  const numbers = places.flatMap((place) => elementsAt(place, 'BillingReference', 'InvoiceDocumentReference', 'ID'))
  return [...new Set(numbers.flatMap(({text}) => oneLine(text) || []))]
}

/** A credit note for several invoices names the others in its text, as people do. */
const withCredited = (line: InvoiceLine, numbers: readonly string[]): InvoiceLine =>
  numbers.length === 0
    ? line
    : {...line, text: [line.text, ...numbers.map((number) => `faktura ${number}`)].filter(Boolean).join(': ')}
