/** Where a grant's bill goes on a day: the account and PSP element, or why it goes nowhere (`matching.md` 5). */
import {placeCheck} from '../../coding/code-postings.ts'
import {type CostKeys, findCostPlace, rowsByParagraph} from '../../coding/mapping.ts'
import type {Chart, Mapping} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'

export type PlaceCode = 'MAPPING_MISSING' | 'MAPPING_AMBIGUOUS' | 'ACCOUNT_MALFORMED' | 'ACCOUNT_CLOSED'

/** Empty numbers where the support sheet gives none; a code where nothing is posted. */
export type Place = {readonly account: string; readonly pspElement: string; readonly code: PlaceCode | null}

export type PlaceOf = (keys: CostKeys, day: IsoDate) => Place

/** `chart` null: whether the numbers are open is not asked. */
export function placesIn(mapping: Mapping, chart: Chart | null, postingDate: IsoDate | null): PlaceOf {
  const rowsOf = rowsByParagraph(mapping)
  const faultOf = placeCheck(chart, postingDate)
  return (keys, day) => {
    const found = findCostPlace(keys, day, rowsOf)
    if (found.kind === 'missing') return {account: '', pspElement: '', code: 'MAPPING_MISSING'}
    if (found.kind === 'ambiguous') return {account: '', pspElement: '', code: 'MAPPING_AMBIGUOUS'}
    const {account, pspElement} = found
    return {account, pspElement, code: faultOf(account, pspElement, day)?.reason ?? null}
  }
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.account === b.account && a.pspElement === b.pspElement && a.code === b.code
