/** What an invoice is known by in the ledger, how invoices are ordered, and when a posted one has changed (`matching.md` 4). */
import type {Cpr} from '../model/citizen.ts'
import type {EarlierDocument} from '../model/earlier.ts'
import {foldInvoiceNumber, type Invoice} from '../model/invoice.ts'
import {compareText} from '../model/source.ts'

/**
 * Its document number; without one its supplier and invoice number, and the total too where another document of
 * these was posted with a different one. A document without any number is known by the hash of its file (XML), or by
 * what its rows hold.
 */
export function documentKey(
  {type, documentNumber, invoiceNumber, supplierCvr, issueDate, total, lines, contentHash}: Invoice,
  postedTotal?: number,
): string {
  if (documentNumber) return `doc:${documentNumber}`
  if (!invoiceNumber && contentHash) return `xml:${lettersOf(contentHash)}`
  if (!invoiceNumber) return `row:${supplierCvr}:${issueDate ?? ''}:${lines.map(({amount}) => amount).join(',')}`
  const known = `${type === 'creditNote' ? 'note' : 'inv'}:${supplierCvr}:${invoiceNumber}`
  return postedTotal === undefined || postedTotal === total ? known : `${known}:${total}`
}

/** Hexadecimal in letters alone: ten digits in a row would be taken for a CPR number. */
const lettersOf = (hash: string): string => hash.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')

/**
 * By issue date (none last), invoices before credit notes, then document number, supplier and invoice number as text; of
 * those that are alike in all that, the ones that can be read come first.
 */
export function compareInvoices(a: Invoice, b: Invoice): number {
  return (
    compareText(a.issueDate ?? '9', b.issueDate ?? '9') ||
    Number(a.type === 'creditNote') - Number(b.type === 'creditNote') ||
    compareText(a.documentNumber, b.documentNumber) ||
    compareText(a.supplierCvr, b.supplierCvr) ||
    compareText(a.invoiceNumber, b.invoiceNumber) ||
    Number(a.problems.length > 0) - Number(b.problems.length > 0) ||
    compareText(fingerprint(a), fingerprint(b))
  )
}

/** The lines' amounts and periods, whatever their order; no citizen, for it is kept in the ledger. */
export function fingerprint({lines}: Pick<Invoice, 'lines'>): string {
  return lines
    .map(({amount, periodFrom, periodTo}) => `${amount}:${periodFrom ?? ''}:${periodTo ?? ''}`)
    .toSorted(compareText)
    .join(' ')
}

/** `DOCUMENT_CHANGED`: posted, and now with another supplier, invoice number, total or lines, or no longer readable. */
export function hasChanged(invoice: Invoice, citizens: readonly (Cpr | null)[], posted: EarlierDocument): boolean {
  return (
    invoice.problems.length > 0 ||
    invoice.supplierCvr !== posted.supplierCvr ||
    foldInvoiceNumber(invoice.invoiceNumber) !== foldInvoiceNumber(posted.invoiceNumber) ||
    invoice.total !== posted.total ||
    (posted.fingerprint !== '' && (fingerprint(invoice) !== posted.fingerprint || !sameCitizens(citizens, posted)))
  )
}

const sameCitizens = (citizens: readonly (Cpr | null)[], {lines}: EarlierDocument): boolean =>
  listed(citizens) === listed(lines.map(({citizen}) => citizen))

const listed = (citizens: readonly (Cpr | null)[]): string => citizens.map(String).toSorted(compareText).join(' ')
