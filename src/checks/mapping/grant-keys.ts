/** The keys by which a row is found for a grant, and the days on which it is looked up (`matching.md` 5). */
import type {MappingKeys} from '../../coding/mapping.ts'
import {firstDay, lastDay, serviceOn} from '../../match/costs/cost.ts'
import {foldText} from '../../model/accounts.ts'
import type {IsoDate, Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'

export const keysOn = (grant: Grant, day: IsoDate): MappingKeys => ({
  paragraph: grant.paragraph,
  ownership: grant.ownership,
  targetGroup: grant.targetGroup,
  service: serviceOn(grant, day),
})

/** The same for keys that a row does not tell apart. */
export const keysName = ({paragraph, ownership, targetGroup, service}: MappingKeys): string =>
  [paragraph, ...[ownership, targetGroup, service].map(foldText)].join('|')

/** The day asked about, or the grant's own nearest to it. */
export function mainDay(grant: Grant, today: IsoDate): IsoDate {
  const [first, last] = [firstDay(grant) as IsoDate, lastDay(grant) as IsoDate]
  return today < first ? first : today > last ? last : today
}

/** Of the days wanted those of the grant's services from `since` on, and the first and last of each service. */
export function serviceDays(grant: Grant, wanted: readonly IsoDate[], since: IsoDate): IsoDate[] {
  const days = grant.services.flatMap(({from, to}) => {
    const within: Period = {from: from > since ? from : since, to}
    if (within.from > within.to) return []
    return [within.from, within.to, ...wanted.filter((day) => within.from <= day && day <= within.to)]
  })
  return [...new Set(days)].toSorted()
}
