/** `OUT_OF_SCOPE` (`matching.md` 3, step scope; 4, `rules.gln`): the invoice is not one that the program may post. */
import type {Grant} from '../../../model/grant.ts'
import {paragraphText} from '../../../text/format.ts'
import {maskedLine} from '../../../text/mask.ts'
import {type Case, nearestGrants} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const outOfScope: Reason<'OUT_OF_SCOPE'> = {
  code: 'OUT_OF_SCOPE',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Regningen hører ikke til dem, programmet må kontere.',
    en: 'The bill is not one that the program may post.',
  },
  remedy: {da: 'Behandl regningen manuelt.', en: 'Handle the bill by hand.'},
  facts: whyOutOfScope,
  action: supplierAction,
}

/** The receiver where the invoice never came to the grants, else what takes the nearest grants out of scope. */
function whyOutOfScope(exception: Case): readonly Sentence[] {
  const {invoice, line} = exception
  if (line.evidence.steps.length === 0) return invoice.gln ? [receiver(invoice.gln)] : []
  return nearestGrants(exception).slice(0, 2).map(outsideScope)
}

function receiver(gln: string): Sentence {
  const shown = maskedLine(gln)
  return fact({
    da: `EAN/GLN-nummer ${shown} er ikke i rules.gln.`,
    en: `EAN/GLN number ${shown} is not in rules.gln.`,
  })
}

function outsideScope({id, fixed, paragraph}: Grant): Sentence {
  if (!fixed)
    return fact({
      da: `Bevilling ${id} er ikke fast (Fast, eller Time uden timer), så dens beløb kan ikke regnes ud.`,
      en: `Grant ${id} is not fixed (Fast, or Time without hours), so that its cost cannot be worked out.`,
    })
  const shown = paragraphText(paragraph)
  return fact({
    da: `Bevilling ${id} er efter ${shown}, som ikke er i rules.paragraphs.`,
    en: `Grant ${id} is under ${shown}, which is not in rules.paragraphs.`,
  })
}
