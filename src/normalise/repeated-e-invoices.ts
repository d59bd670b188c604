/**
 * E-invoices that came more than once (`formats.md`, Invoices): one that is equal in every field to another, from XML
 * or from a table, is read once. One that differs anywhere is kept, and is a duplicate of the other.
 */
import type {Invoice} from '../model/invoice.ts'
import {compareText} from '../model/source.ts'

/** The e-invoices that are read, in an order that does not depend on the files. */
export function withoutRepeatedEInvoices(eInvoices: readonly Invoice[], ofTables: readonly Invoice[]): Invoice[] {
  const numbered = ofTables.filter((invoice) => invoice.invoiceNumber !== '')
  const known = new Set(eInvoices.map(numberOf))
  const seen = new Set(numbered.filter((invoice) => known.has(numberOf(invoice))).map(contentOf))
  const sameNumber = [...Map.groupBy(eInvoices, numberOf)].toSorted(([a], [b]) => compareText(a, b))
  return sameNumber.flatMap(([, invoices]) =>
    invoices
      .map((invoice) => ({invoice, content: contentOf(invoice), file: fileOf(invoice)}))
      .toSorted((a, b) => compareText(a.content, b.content) || compareText(a.file, b.file))
      .filter(({content}) => {
        const isNew = !seen.has(content)
        seen.add(content)
        return isNew
      })
      .map(({invoice}) => invoice),
  )
}

const numberOf = ({type, supplierCvr, invoiceNumber, documentNumber, contentHash}: Invoice): string =>
  invoiceNumber || documentNumber
    ? `${type} ${supplierCvr} ${invoiceNumber} ${documentNumber}`
    : `xml ${contentHash ?? ''}`

/** Every field but where it was read; without a number the file's hash is what it is known by. */
function contentOf(invoice: Invoice): string {
  const {contentHash, lines, problems, ...fields} = invoice
  const isNumbered = invoice.invoiceNumber !== '' || invoice.documentNumber !== ''
  return JSON.stringify([
    Object.entries(fields).toSorted(([a], [b]) => compareText(a, b)),
    lines.map(({source: _, ...line}) => Object.entries(line).toSorted(([a], [b]) => compareText(a, b))),
    problems.map(({source: _, ...problem}) => problem),
    isNumbered ? '' : contentHash,
  ])
}

const fileOf = ({lines, contentHash}: Invoice): string => `${lines[0]?.source.file ?? ''} ${contentHash ?? ''}`
