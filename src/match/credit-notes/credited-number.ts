/** Which invoices a credit note names (`matching.md` 3, Credit notes): in a field of its own, or in its text. */
import {foldInvoiceNumber, type Invoice} from '../../model/invoice.ts'

export type NamedNumbers = {
  /** Folded; named in XML or after «faktura», «fakturanr.», «regning»: must be known. */
  readonly stated: ReadonlySet<string>
  /** Folded; standing alone with five characters or more: counts only where the supplier has such an invoice. */
  readonly loose: ReadonlySet<string>
}

const token = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._/-]*[\\p{L}\\p{N}])?'
const afterWord = new RegExp(
  `(?<!\\p{L})(?:faktura(?:nummer|nr)?|regning(?:en|snummer|snr)?)\\.?\\s*(?:nr\\.?|nummer|no\\.?)?\\s*[:#]?\\s*(${token})`,
  'giu',
)
const anyToken = new RegExp(token, 'giu')
const isDay = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$/
const monthName = /^\s*\.?\s*(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)/iu

export function namedNumbers({creditedInvoice, lines, invoiceNumber}: Invoice): NamedNumbers {
  const stated = new Set<string>()
  const loose = new Set<string>()
  if (creditedInvoice?.trim()) stated.add(foldInvoiceNumber(creditedInvoice))
  for (const {text} of lines) {
    for (const found of text.matchAll(afterWord)) {
      const number = found[1] ?? ''
      const isDayOfMonth = /^\d{1,2}$/.test(number) && monthName.test(text.slice(found.index + found[0].length))
      if (/\d/.test(number) && !isDay.test(number) && !isDayOfMonth) stated.add(foldInvoiceNumber(number))
    }
    const tokens = [...text.matchAll(anyToken)].map(([whole]) => whole)
    for (const [at, first] of tokens.entries()) {
      for (const words of [[first], tokens.slice(at, at + 2), tokens.slice(at, at + 3)]) {
        const whole = words.join(' ')
        if (whole.length >= 5 && /\d/.test(whole)) loose.add(foldInvoiceNumber(whole))
      }
    }
  }
  loose.delete(foldInvoiceNumber(invoiceNumber))
  return {stated, loose}
}
