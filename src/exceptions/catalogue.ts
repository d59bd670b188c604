/**
 * The catalogue of reasons (`matching.md` 3 to 6): each code's page, and what is asked of a page by its code. A code
 * without a page, or a page under another code, does not compile.
 */
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {Evidence} from '../model/verdict.ts'
import type {Reason} from './reason.ts'
import {opusRefused} from './reasons/answers/opus-refused.ts'
import {rejected} from './reasons/answers/rejected.ts'
import {accountClosed} from './reasons/coding/account-closed.ts'
import {accountMalformed} from './reasons/coding/account-malformed.ts'
import {mappingAmbiguous} from './reasons/coding/mapping-ambiguous.ts'
import {mappingMissing} from './reasons/coding/mapping-missing.ts'
import {creditNoteUnmatched} from './reasons/credit-notes/credit-note-unmatched.ts'
import {creditedUnposted} from './reasons/credit-notes/credited-unposted.ts'
import {amountMismatch} from './reasons/exclusion/amount-mismatch.ts'
import {citizenUnknown} from './reasons/exclusion/citizen-unknown.ts'
import {grantAmbiguous} from './reasons/exclusion/grant-ambiguous.ts'
import {grantNotValid} from './reasons/exclusion/grant-not-valid.ts'
import {grantUnreadable} from './reasons/exclusion/grant-unreadable.ts'
import {noGrantWithSupplier} from './reasons/exclusion/no-grant-with-supplier.ts'
import {otherLineFailed} from './reasons/exclusion/other-line-failed.ts'
import {outOfScope} from './reasons/exclusion/out-of-scope.ts'
import {periodAlreadyPaid} from './reasons/exclusion/period-already-paid.ts'
import {periodAmbiguous} from './reasons/exclusion/period-ambiguous.ts'
import {periodMismatch} from './reasons/exclusion/period-mismatch.ts'
import {supplierUnknown} from './reasons/exclusion/supplier-unknown.ts'
import {amountOverLimit} from './reasons/intake/amount-over-limit.ts'
import {amountZero} from './reasons/intake/amount-zero.ts'
import {currencyUnsupported} from './reasons/intake/currency-unsupported.ts'
import {cvrInvalid} from './reasons/intake/cvr-invalid.ts'
import {documentChanged} from './reasons/intake/document-changed.ts'
import {duplicateInvoice} from './reasons/intake/duplicate-invoice.ts'
import {rowInvalid} from './reasons/intake/row-invalid.ts'
import {rowRepeated} from './reasons/intake/row-repeated.ts'
import {supplierBlocked} from './reasons/intake/supplier-blocked.ts'
import {totalMismatch} from './reasons/intake/total-mismatch.ts'
import {vatUnsupported} from './reasons/intake/vat-unsupported.ts'
import {cprAmbiguous} from './reasons/line/cpr-ambiguous.ts'
import {cprInvalid} from './reasons/line/cpr-invalid.ts'
import {cprMissing} from './reasons/line/cpr-missing.ts'
import {periodBeforeStart} from './reasons/line/period-before-start.ts'
import {periodInvalid} from './reasons/line/period-invalid.ts'
import {periodOutsideWindow} from './reasons/line/period-outside-window.ts'
import {periodTooLong} from './reasons/line/period-too-long.ts'

export const catalogue: {readonly [Code in ReasonCode]: Reason<Code>} = {
  ROW_INVALID: rowInvalid,
  ROW_REPEATED: rowRepeated,
  TOTAL_MISMATCH: totalMismatch,
  DOCUMENT_CHANGED: documentChanged,
  DUPLICATE_INVOICE: duplicateInvoice,
  CREDITED_UNPOSTED: creditedUnposted,
  REJECTED: rejected,
  CURRENCY_UNSUPPORTED: currencyUnsupported,
  VAT_UNSUPPORTED: vatUnsupported,
  OUT_OF_SCOPE: outOfScope,
  CVR_INVALID: cvrInvalid,
  AMOUNT_ZERO: amountZero,
  AMOUNT_OVER_LIMIT: amountOverLimit,
  SUPPLIER_BLOCKED: supplierBlocked,
  PERIOD_INVALID: periodInvalid,
  PERIOD_TOO_LONG: periodTooLong,
  PERIOD_OUTSIDE_WINDOW: periodOutsideWindow,
  PERIOD_BEFORE_START: periodBeforeStart,
  CPR_INVALID: cprInvalid,
  CPR_MISSING: cprMissing,
  CPR_AMBIGUOUS: cprAmbiguous,
  GRANT_UNREADABLE: grantUnreadable,
  SUPPLIER_UNKNOWN: supplierUnknown,
  CITIZEN_UNKNOWN: citizenUnknown,
  NO_GRANT_WITH_SUPPLIER: noGrantWithSupplier,
  PERIOD_AMBIGUOUS: periodAmbiguous,
  GRANT_NOT_VALID: grantNotValid,
  AMOUNT_MISMATCH: amountMismatch,
  PERIOD_MISMATCH: periodMismatch,
  PERIOD_ALREADY_PAID: periodAlreadyPaid,
  GRANT_AMBIGUOUS: grantAmbiguous,
  OTHER_LINE_FAILED: otherLineFailed,
  CREDIT_NOTE_UNMATCHED: creditNoteUnmatched,
  MAPPING_MISSING: mappingMissing,
  MAPPING_AMBIGUOUS: mappingAmbiguous,
  ACCOUNT_MALFORMED: accountMalformed,
  ACCOUNT_CLOSED: accountClosed,
  OPUS_REFUSED: opusRefused,
}

/** Who acts on a line (`matching.md` 6): its hints may give it to another than the code's owner. */
export function ownerOf(code: ReasonCode, {hints}: Pick<Evidence, 'hints'>): Owner {
  const {owner, ownerByHint}: Reason = catalogue[code]
  return hints.flatMap(({kind}) => ownerByHint?.[kind] ?? [])[0] ?? owner
}
