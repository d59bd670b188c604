/** `AMOUNT_MISMATCH` (`matching.md` 3, step amount): no grant left costs the line's amount over the period. */
import {type Ore, sizeOf, zeroOre} from '../../../model/money.ts'
import type {Candidate} from '../../../model/verdict.ts'
import {kronerText, periodText} from '../../../text/format.ts'
import {type Case, statedPeriod} from '../../case.ts'
import type {Reason} from '../../reason.ts'
import {fact, type Sentence} from '../../sentence.ts'
import {nearestGrantsAction} from '../shared/nearest-grants-action.ts'

export const amountMismatch: Reason<'AMOUNT_MISMATCH'> = {
  code: 'AMOUNT_MISMATCH',
  owner: 'Sagsbehandler',
  ownerByHint: {newRate: 'Administration'},
  decidable: 'always',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Beløbet er ikke det, bevillingen koster for perioden.',
    en: 'The amount is not what the grant costs for the period.',
  },
  remedy: {
    da: 'Ret taksten på bevillingen, hvis den er ny, eller bed leverandøren om en ny regning.',
    en: 'Correct the rate of the grant if it is new, or ask the supplier for a new bill.',
  },
  facts: costs,
  action: nearestGrantsAction,
}

/** What the nearest grants cost over the period, and by how much the line differs. */
function costs(exception: Case): readonly Sentence[] {
  const {line, evidence} = exception.line
  const period = statedPeriod(exception)
  const nearest = new Set(evidence.nearest)
  const priced = evidence.candidates.filter(
    (candidate): candidate is Candidate & {expected: Ore} =>
      nearest.has(candidate.grantId) && candidate.expected !== null,
  )
  return priced.slice(0, 2).map(({grantId, expected, covered}) => {
    const days = covered ?? period
    const difference = (line.amount - expected) as Ore
    const isMore = difference > zeroOre
    const size = sizeOf(difference)
    return fact({
      da: `Bevilling ${grantId} koster ${kronerText(expected, 'da')}${days ? ` for ${periodText(days, 'da')}` : ''}; linjen er ${kronerText(size, 'da')} ${isMore ? 'højere' : 'lavere'}.`,
      en: `Grant ${grantId} costs ${kronerText(expected, 'en')}${days ? ` for ${periodText(days, 'en')}` : ''}; the line is ${kronerText(size, 'en')} ${isMore ? 'higher' : 'lower'}.`,
    })
  })
}
