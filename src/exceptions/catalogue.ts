/**
 * The catalogue of reasons (`matching.md` 3 to 6): for each code what it means, who acts, and what there is to do.
 * Its sentences stand in `Årsag`; `remedy` is what `Forslag` falls back on where the evidence says nothing nearer.
 */
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {Evidence} from '../model/verdict.ts'
import type {Reason} from './reason-entry.ts'
import {reasonsAfter} from './reasons-after.ts'
import {reasonsBefore} from './reasons-before.ts'

export const catalogue: Readonly<Record<ReasonCode, Reason>> = {...reasonsBefore, ...reasonsAfter}

/** Who acts on a line (`matching.md` 6): an amount that looks like a new rate is the administration's. */
export function ownerOf(reason: ReasonCode, {hints}: Pick<Evidence, 'hints'>): Owner {
  const looksLikeNewRate = reason === 'AMOUNT_MISMATCH' && hints.some(({kind}) => kind === 'newRate')
  return looksLikeNewRate ? 'Administration' : catalogue[reason].owner
}
