/**
 * What is asked of an invoice before any grant is looked at (`matching.md` 4), in the contract's order: the first
 * that applies is the code of the whole invoice.
 */
import type {MatchConfig} from '../config/schema.ts'
import type {BookedRow} from '../model/booked.ts'
import type {CreditedNumber, EarlierDocument} from '../model/earlier.ts'
import {foldInvoiceNumber, type Invoice} from '../model/invoice.ts'
import {sizeOf} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import {cvr, hasCheckDigit} from '../model/supplier.ts'
import type {Hint} from '../model/verdict.ts'
import type {GrantIndex} from './grant-index.ts'
import {isSameSupplier, type SupplierGroup} from './supplier-group.ts'

/** Of an invoice as a whole; null where none applies and its lines are looked at. */
export type InvoiceReason = {readonly reason: ReasonCode; readonly hint: Hint | null}

/** The document that came first with a number. */
type First = {
  readonly key: string
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly runId: string | null
}

/** What an invoice's number is known by elsewhere. */
export type InvoiceNumberIndex = {
  /** By type, supplier and number; undefined where the number folds to nothing. */
  readonly firstWith: (invoice: Invoice) => First | undefined
  /** Of this run, by document number: XML documents never join, though it be the same (`formats.md`, Invoices). */
  readonly firstOfDocument: (invoice: Invoice) => First | undefined
  readonly isBooked: (invoice: Invoice) => boolean
}

export function indexInvoiceNumbers(
  earlier: readonly EarlierDocument[],
  run: readonly {readonly key: string; readonly invoice: Invoice}[],
  booked: readonly BookedRow[],
): InvoiceNumberIndex {
  const first = new Map<string, First>()
  const firstOfDocument = new Map<string, First>()
  const enter = (
    of: Pick<Invoice, 'type' | 'supplierCvr' | 'invoiceNumber' | 'documentNumber'>,
    key: string,
    runId: string | null,
  ): void => {
    const number = foldInvoiceNumber(of.invoiceNumber)
    const at = numberKey(of, number)
    if (number && !first.has(at))
      first.set(at, {key, documentNumber: of.documentNumber, invoiceNumber: of.invoiceNumber, runId})
  }
  for (const document of earlier.toSorted((a, b) => a.firstSeen - b.firstSeen))
    enter(document, document.key, document.runId)
  for (const {key, invoice} of run) {
    enter(invoice, key, null)
    const {documentNumber, invoiceNumber} = invoice
    if (documentNumber && !firstOfDocument.has(documentNumber))
      firstOfDocument.set(documentNumber, {key, documentNumber, invoiceNumber, runId: null})
  }

  const bookedDocuments = new Set(booked.map(({documentNumber}) => documentNumber).filter(Boolean))
  const bookedNumbers = new Set(booked.map((row) => `${row.supplierCvr}:${foldInvoiceNumber(row.invoiceNumber)}`))
  return {
    firstWith: (invoice) => first.get(numberKey(invoice, foldInvoiceNumber(invoice.invoiceNumber))),
    firstOfDocument: ({documentNumber}) => firstOfDocument.get(documentNumber),
    isBooked: ({type, documentNumber, supplierCvr, invoiceNumber}) => {
      const number = foldInvoiceNumber(invoiceNumber)
      return (
        (documentNumber !== '' && bookedDocuments.has(documentNumber)) ||
        (type === 'invoice' && number !== '' && bookedNumbers.has(`${supplierCvr}:${number}`))
      )
    },
  }
}

const numberKey = ({type, supplierCvr}: Pick<Invoice, 'type' | 'supplierCvr'>, folded: string): string =>
  `${type}:${supplierCvr}:${folded}`

/** From `ROW_INVALID` to `DUPLICATE_INVOICE`: what stands fast before the run begins. */
export function intakeReason(invoice: Invoice, key: string, books: InvoiceNumberIndex): InvoiceReason | null {
  if (invoice.problems.length > 0) return plain('ROW_INVALID')
  if (invoice.repeated) return plain('ROW_REPEATED')
  if (invoice.totalMismatch) return plain('TOTAL_MISMATCH')
  const first = [books.firstWith(invoice), books.firstOfDocument(invoice)].find((each) => each && each.key !== key)
  if (first) {
    const {documentNumber, invoiceNumber, runId} = first
    return {reason: 'DUPLICATE_INVOICE', hint: {kind: 'firstDocument', documentNumber, invoiceNumber, runId}}
  }
  return books.isBooked(invoice) ? {reason: 'DUPLICATE_INVOICE', hint: {kind: 'bookedByPeople'}} : null
}

/** What a document is held by: a credit note of this run or an earlier one, or a person's decision. */
export function heldReason(
  invoice: Invoice,
  held: EarlierDocument['held'] | undefined,
  suppliers: SupplierGroup,
  creditedNumbers: readonly (readonly CreditedNumber[])[],
  suppliersOf: (cvr: string) => SupplierGroup,
): InvoiceReason | null {
  if (held) return plain(held)
  if (invoice.type !== 'invoice') return null
  const number = foldInvoiceNumber(invoice.invoiceNumber)
  const credited = creditedNumbers.some((numbers) =>
    numbers.some((each) => each.foldedNumber === number && isSameSupplier(suppliersOf(each.supplierCvr), suppliers)),
  )
  return credited ? {reason: 'CREDITED_UNPOSTED', hint: {kind: 'heldBy', invoiceNumber: invoice.invoiceNumber}} : null
}

/** From `CURRENCY_UNSUPPORTED` to `SUPPLIER_BLOCKED`. */
export function invoiceReason(invoice: Invoice, {rules}: MatchConfig, grants: GrantIndex): InvoiceReason | null {
  if (invoice.currency !== 'DKK') return plain('CURRENCY_UNSUPPORTED')
  if (rules.vat === 'hold' && invoice.lines.some(({vat}) => vat !== 0)) return plain('VAT_UNSUPPORTED')
  if (rules.gln.length > 0 && invoice.gln !== '' && !rules.gln.includes(invoice.gln)) return plain('OUT_OF_SCOPE')
  const supplier = cvr(invoice.supplierCvr)
  if (!supplier || !(hasCheckDigit(supplier) || grants.hasSupplier(supplier))) return plain('CVR_INVALID')
  if (invoice.total === 0) return plain('AMOUNT_ZERO')
  if (rules.maxAmount !== null && sizeOf(invoice.total) > rules.maxAmount) return plain('AMOUNT_OVER_LIMIT')
  return rules.blockedSuppliers.includes(supplier) ? plain('SUPPLIER_BLOCKED') : null
}

const plain = (reason: ReasonCode): InvoiceReason => ({reason, hint: null})
