/**
 * Which invoice came first with a number (`matching.md` 4, `DUPLICATE_INVOICE`): takes what the ledger, this run and
 * people's own bookings know, and answers for each invoice.
 */
import type {BookedRow} from '../model/booked.ts'
import type {EarlierDocument} from '../model/earlier.ts'
import {foldInvoiceNumber, type Invoice} from '../model/invoice.ts'

/** The invoice that came first with a number; `runId` null in this run. */
export type FirstInvoice = {
  readonly key: string
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly runId: string | null
}

/** What an invoice's number is known by elsewhere. */
export type InvoiceNumberIndex = {
  /** By type, supplier and number; undefined where the number folds to nothing. */
  readonly firstWith: (invoice: Invoice) => FirstInvoice | undefined
  /** Of this run, by document number: XML documents never join, though it be the same (`formats.md`, Invoices). */
  readonly firstOfDocument: (invoice: Invoice) => FirstInvoice | undefined
  readonly isBooked: (invoice: Invoice) => boolean
}

export function indexInvoiceNumbers(
  earlier: readonly EarlierDocument[],
  run: readonly {readonly key: string; readonly invoice: Invoice}[],
  booked: readonly BookedRow[],
): InvoiceNumberIndex {
  const first = new Map<string, FirstInvoice>()
  const firstOfDocument = new Map<string, FirstInvoice>()
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
