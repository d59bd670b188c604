/** The invoices of a run before a batch begins: each with its key, its lines' citizens, and whether the ledger knows it as posted. */
import type {Cpr} from '../model/citizen.ts'
import type {Earlier, EarlierDocument} from '../model/earlier.ts'
import type {Invoice} from '../model/invoice.ts'
import {compareInvoices, documentKey, hasChanged} from './document-key.ts'
import {type LineCitizen, lineCitizens} from './line-citizen.ts'

export type RunInvoice = {
  readonly invoice: Invoice
  readonly key: string
  readonly citizens: readonly LineCitizen[]
  /** The document posted by an earlier run that this invoice is, changed or not. */
  readonly posted: {readonly document: EarlierDocument; readonly isChanged: boolean} | null
}

export const citizenOf = (found: LineCitizen | undefined): Cpr | null =>
  found?.kind === 'known' ? found.citizen : null

/** In the order in which they are taken, each with a key of its own. */
export function runInvoices(
  invoices: readonly Invoice[],
  earlier: Earlier,
  isKnown: (citizen: Cpr) => boolean,
): RunInvoice[] {
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
