/** What stands before a batch begins: each document of the run with its key, and what the ledger knows of it. */
import type {BookedRow} from '../model/booked.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Earlier, EarlierDocument} from '../model/earlier.ts'
import type {Invoice} from '../model/invoice.ts'
import {compareInvoices, documentKey, hasChanged} from './document-key.ts'
import {type LineCitizen, lineCitizens} from './line-citizen.ts'
import {type InvoiceNumberIndex, indexInvoiceNumbers} from './pre-checks.ts'

export type RunDocument = {
  readonly invoice: Invoice
  readonly key: string
  readonly citizens: readonly LineCitizen[]
  /** The document posted by an earlier run that this is, changed or not. */
  readonly posted: {readonly document: EarlierDocument; readonly isChanged: boolean} | null
}

export const citizenOf = (of: LineCitizen | undefined): Cpr | null => (of?.kind === 'known' ? of.citizen : null)

/** In the order in which they are taken, each with a key of its own. */
export function runDocuments(
  invoices: readonly Invoice[],
  earlier: Earlier,
  isKnown: (citizen: Cpr) => boolean,
): RunDocument[] {
  const posted = earlier.documents.filter(({outcome}) => outcome === 'posted')
  const byNumber = new Map(
    posted.flatMap((document) => (document.documentNumber ? [[document.documentNumber, document]] : [])),
  )
  const byTotal = new Map(posted.map((document) => [totalKey(document), document]))
  const byKey = new Map(posted.map((document) => [document.key, document]))
  const taken = new Map<string, number>()

  /** Another number on the one side only, and other lines: that is another document, and a duplicate. */
  const postedAs = (invoice: Invoice, citizens: readonly LineCitizen[]): EarlierDocument | undefined => {
    if (invoice.documentNumber) return byNumber.get(invoice.documentNumber)
    const alike = byTotal.get(totalKey(invoice))
    return alike?.documentNumber && hasChanged(invoice, citizens.map(citizenOf), alike) ? undefined : alike
  }

  return invoices.toSorted(compareInvoices).map((invoice) => {
    const citizens = lineCitizens(invoice, isKnown)
    const found = postedAs(invoice, citizens)
    const key = found?.key ?? documentKey(invoice, byKey.get(documentKey(invoice))?.total)
    const times = (taken.get(key) ?? 0) + 1
    taken.set(key, times)
    return {
      invoice,
      key: times === 1 ? key : `${key}#${times}`,
      citizens,
      posted: found ? {document: found, isChanged: hasChanged(invoice, citizens.map(citizenOf), found)} : null,
    }
  })
}

/** Without a document number: same supplier, invoice number and total. */
const totalKey = ({
  type,
  supplierCvr,
  invoiceNumber,
  total,
}: Pick<Invoice, 'type' | 'supplierCvr' | 'invoiceNumber' | 'total'>): string =>
  `${type}:${supplierCvr}:${invoiceNumber}:${total}`

export const invoiceNumbersOf = (
  documents: readonly RunDocument[],
  earlier: Earlier,
  booked: readonly BookedRow[],
): InvoiceNumberIndex => indexInvoiceNumbers(earlier.documents, documents, booked)
