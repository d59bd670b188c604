/** Registering one citizen's grant with one supplier. The citizen's number is masked in the text, whole in the key. */
import {maskCpr} from '../../../text/mask.ts'
import type {ActionText} from '../../action-text.ts'
import {type Case, supplierOf} from '../../case.ts'

export function registerGrantAction(exception: Case): ActionText {
  const {citizen} = exception.line
  const [shown, supplier] = [citizen ? maskCpr(citizen) : '', supplierOf(exception)]
  return {
    key: [citizen ?? '', exception.invoice.supplierCvr],
    text: {
      da: `Opret en bevilling til ${shown} hos ${supplier}, eller få regningen rettet.`,
      en: `Register a grant for ${shown} with ${supplier}, or have the bill corrected.`,
    },
  }
}
