/** The remedy for grants that a caseworker looks at: it frees all invoices with just these nearest grants. */
import {listText} from '../../../text/format.ts'
import type {ActionText} from '../../action-text.ts'
import type {Case} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {supplierAction} from './supplier-action.ts'

/** At most five grants are named. Where none is near, the action is the supplier's. */
export function nearestGrantsAction(exception: Case, reason: Reason): ActionText {
  const {nearest} = exception.line.evidence
  if (nearest.length === 0) return supplierAction(exception, reason)
  const {sentence, remedy} = reason
  return {
    key: ['grants', ...nearest],
    text: {
      da: `Bevilling ${listText(nearest, 'da', 5)}: ${sentence.da} ${remedy.da}`,
      en: `Grant ${listText(nearest, 'en', 5)}: ${sentence.en} ${remedy.en}`,
    },
  }
}
