/** The reason's remedy for all invoices of one supplier: what is done where nothing nearer is known. */
import type {ActionText} from '../../action-text.ts'
import {type Case, supplierOf} from '../../case.ts'
import type {Reason} from '../../reason.ts'

export function supplierAction(exception: Case, {sentence, remedy}: Reason): ActionText {
  const supplier = supplierOf(exception)
  return {
    key: ['supplier', exception.invoice.supplierCvr],
    text: {da: `${supplier}: ${sentence.da} ${remedy.da}`, en: `${supplier}: ${sentence.en} ${remedy.en}`},
  }
}
