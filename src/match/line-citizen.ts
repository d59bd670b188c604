/** Whose line it is (`matching.md` 4, CPR numbers): the field, the text, or the one number that the invoice holds. */

import {type Cpr, cprNumbersIn} from '../model/citizen.ts'
import type {Invoice, InvoiceLine} from '../model/invoice.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import {maskCpr} from '../text/mask.ts'

export type LineCitizen =
  | {readonly kind: 'known'; readonly citizen: Cpr}
  | {readonly kind: 'doubtful'; readonly reason: ReasonCode; readonly hint: Hint | null}

/** For each line in order; `isKnown` tells whether a citizen has a grant. */
export function lineCitizens({lines}: Invoice, isKnown: (citizen: Cpr) => boolean): LineCitizen[] {
  const only = onlyNumber(lines)
  return lines.map((line) => lineCitizen(line, only, isKnown))
}

function onlyNumber(lines: readonly InvoiceLine[]): Cpr | null {
  const all = new Set(
    lines.flatMap(({cprField, text}) =>
      cprField.kind === 'number' ? [cprField.cpr, ...cprNumbersIn(text)] : cprNumbersIn(text),
    ),
  )
  const [only] = all
  return only && all.size === 1 ? only : null
}

function lineCitizen({cprField, text}: InvoiceLine, only: Cpr | null, isKnown: (citizen: Cpr) => boolean): LineCitizen {
  if (cprField.kind === 'invalid') return {kind: 'doubtful', reason: 'CPR_INVALID', hint: null}
  const inText = cprNumbersIn(text)
  if (cprField.kind === 'number') {
    const other = inText.includes(cprField.cpr)
      ? undefined
      : inText.find((citizen) => citizen !== cprField.cpr && isKnown(citizen))
    return other
      ? {kind: 'doubtful', reason: 'CPR_AMBIGUOUS', hint: {kind: 'textCitizen', masked: maskCpr(other)}}
      : {kind: 'known', citizen: cprField.cpr}
  }
  const [first, second] = inText
  if (second) return {kind: 'doubtful', reason: 'CPR_AMBIGUOUS', hint: {kind: 'textCitizen', masked: maskCpr(second)}}
  const citizen = first ?? only
  return citizen ? {kind: 'known', citizen} : {kind: 'doubtful', reason: 'CPR_MISSING', hint: null}
}
