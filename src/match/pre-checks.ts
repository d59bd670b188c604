/**
 * What is asked of an invoice before any grant is looked at (`matching.md` 4), in the contract's order: the first check
 * that applies is the reason of the whole invoice.
 */
import type {MatchConfig} from '../config/schema.ts'
import type {CreditedNumber, EarlierDocument} from '../model/earlier.ts'
import {foldInvoiceNumber, type Invoice} from '../model/invoice.ts'
import {sizeOf} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import {cvr, hasCheckDigit} from '../model/supplier.ts'
import type {Hint} from '../model/verdict.ts'
import type {GrantIndex} from './grant-index.ts'
import type {InvoiceNumberIndex} from './invoice-numbers.ts'
import {isSameSupplier, type SupplierGroup} from './supplier-group.ts'

/** Of an invoice as a whole. */
export type InvoiceReason = {readonly reason: ReasonCode; readonly hint: Hint | null}

/** From `ROW_INVALID` to `DUPLICATE_INVOICE`: what holds before the run begins. Null where nothing does. */
export function intakeReason(invoice: Invoice, key: string, numbers: InvoiceNumberIndex): InvoiceReason | null {
  if (invoice.problems.length > 0) return {reason: 'ROW_INVALID', hint: null}
  if (invoice.repeated) return {reason: 'ROW_REPEATED', hint: null}
  if (invoice.totalMismatch) return {reason: 'TOTAL_MISMATCH', hint: null}
  const candidates = [numbers.firstWith(invoice), numbers.firstOfDocument(invoice)]
  const first = candidates.find((candidate) => candidate && candidate.key !== key)
  if (first) {
    const {documentNumber, invoiceNumber, runId} = first
    return {reason: 'DUPLICATE_INVOICE', hint: {kind: 'firstDocument', documentNumber, invoiceNumber, runId}}
  }
  return numbers.isBooked(invoice) ? {reason: 'DUPLICATE_INVOICE', hint: {kind: 'bookedByPeople'}} : null
}

/**
 * What an invoice is held by: a credit note of this run or an earlier one, or a person's decision. `creditedNumbers` are
 * those that credit notes named and nobody knew, of earlier runs and of this one.
 */
export function heldReason(
  invoice: Invoice,
  held: EarlierDocument['held'],
  creditedNumbers: readonly (readonly CreditedNumber[])[],
  suppliersOf: (invoiceCvr: string) => SupplierGroup,
): InvoiceReason | null {
  if (held) return {reason: held, hint: null}
  if (invoice.type !== 'invoice') return null
  const number = foldInvoiceNumber(invoice.invoiceNumber)
  const suppliers = suppliersOf(invoice.supplierCvr)
  const isMeant = ({foldedNumber, supplierCvr}: CreditedNumber): boolean =>
    foldedNumber === number && isSameSupplier(suppliersOf(supplierCvr), suppliers)
  const isCredited = creditedNumbers.some((numbers) => numbers.some(isMeant))
  return isCredited ? {reason: 'CREDITED_UNPOSTED', hint: {kind: 'heldBy', invoiceNumber: invoice.invoiceNumber}} : null
}

type InvoiceCheck = {
  readonly reason: ReasonCode
  readonly applies: (invoice: Invoice, rules: MatchConfig['rules'], grants: GrantIndex) => boolean
}

const invoiceChecks: readonly InvoiceCheck[] = [
  {reason: 'CURRENCY_UNSUPPORTED', applies: ({currency}) => currency !== 'DKK'},
  {reason: 'VAT_UNSUPPORTED', applies: ({lines}, rules) => rules.vat === 'hold' && lines.some(({vat}) => vat !== 0)},
  {reason: 'OUT_OF_SCOPE', applies: ({gln}, rules) => rules.gln.length > 0 && gln !== '' && !rules.gln.includes(gln)},
  {reason: 'CVR_INVALID', applies: ({supplierCvr}, _, grants) => !isSupplier(supplierCvr, grants)},
  {reason: 'AMOUNT_ZERO', applies: ({total}) => total === 0},
  {
    reason: 'AMOUNT_OVER_LIMIT',
    applies: ({total}, {maxAmount}) => maxAmount !== null && sizeOf(total) > maxAmount,
  },
  {
    reason: 'SUPPLIER_BLOCKED',
    applies: ({supplierCvr}, rules) => rules.blockedSuppliers.some((blocked) => blocked === cvr(supplierCvr)),
  },
]

/** From `CURRENCY_UNSUPPORTED` to `SUPPLIER_BLOCKED`. Null where none applies. */
export function invoiceReason(invoice: Invoice, {rules}: MatchConfig, grants: GrantIndex): InvoiceReason | null {
  const found = invoiceChecks.find(({applies}) => applies(invoice, rules, grants))
  return found ? {reason: found.reason, hint: null} : null
}

/** Eight digits with the right check digit, or a number that a grant has. */
function isSupplier(number: string, grants: GrantIndex): boolean {
  const supplier = cvr(number)
  return supplier !== undefined && (hasCheckDigit(supplier) || grants.hasSupplier(supplier))
}
