/** An invoice as it was read: its rows are its lines (`formats.md`, Invoices). */
import type {IsoDate} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {Decimal, Ore} from './money.ts'
import type {Problem} from './problem.ts'
import type {Source} from './source.ts'

export type DocumentType = 'invoice' | 'creditNote'

export type CprField =
  | {readonly kind: 'empty'}
  | {readonly kind: 'number'; readonly cpr: Cpr}
  | {readonly kind: 'invalid'; readonly text: string}

export type InvoiceLine = {
  readonly source: Source
  /** As the file has it, or numbered from 1 by content where no row of the file has one. */
  readonly lineNumber: string
  /** Øre, VAT included; 0 where it cannot be read (the invoice then has a problem). */
  readonly amount: Ore
  readonly cprField: CprField
  readonly periodFrom: IsoDate | null
  readonly periodTo: IsoDate | null
  readonly quantity: Decimal | null
  /** Øre for one unit. */
  readonly unitPrice: Ore | null
  /** Øre of VAT stated on the line. */
  readonly vat: Ore
  readonly text: string
}

export type Invoice = {
  /** Empty where there is none. */
  readonly documentNumber: string
  /** Empty only where it is missing (a problem). */
  readonly invoiceNumber: string
  readonly type: DocumentType
  /** Null only where it is missing or cannot be read (a problem). */
  readonly issueDate: IsoDate | null
  readonly dueDate: IsoDate | null
  /** Eight digits where it is a CVR number, else the text as it stands, else empty. */
  readonly supplierCvr: string
  readonly supplierName: string
  /** 13 digits or empty. */
  readonly gln: string
  /** Upper case; `DKK` where empty. */
  readonly currency: string
  /** Øre: the stated total, else the sum of the lines. */
  readonly total: Ore
  /** The invoice that a credit note says it credits, where the format has a field for it (XML). */
  readonly creditedInvoice: string | null
  /** Of an XML file, SHA-256 in hexadecimal: a document without any number is known by it. */
  readonly contentHash?: string
  /** By line number: numbers first, by value, then text. At least one. */
  readonly lines: readonly InvoiceLine[]
  /** Not empty: `ROW_INVALID`. */
  readonly problems: readonly (Problem & {readonly source: Source})[]
  /** `ROW_REPEATED`: a line stands twice and the total does not say that both are meant. */
  readonly repeated: boolean
  /** `TOTAL_MISMATCH`: a total is stated and the lines do not add up to it. */
  readonly totalMismatch: boolean
}

/** Line numbers: numbers first, by value, then the others as text (`matching.md`). */
export function compareLineNumbers(a: string, b: string): number {
  const [numberA, numberB] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (numberA && numberB) return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0)
  if (numberA !== numberB) return numberA ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Invoice numbers are compared without case, spaces, punctuation and leading zeros (`matching.md` 4, `DUPLICATE_INVOICE`). */
export const foldInvoiceNumber = (number: string): string =>
  number
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '')
