/**
 * Grants that have ended and are billed on: bills that runs left to a person because no grant was valid, and that the
 * register still has none for.
 */

import {firstDay, lastDay} from '../../match/costs/cost.ts'
import {type IsoDate, overlap} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {dayText, localize, supplierText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import type {Found} from './finding.ts'
import {type BilledPairs, billersOf, isInScopeOfRegister, type Register} from './open-grants.ts'

export function endedAndBilled({grants, config}: Register, billed: BilledPairs): Found[] {
  const posted = grants.filter((grant) => isInScopeOfRegister(grant, config))
  return [...Map.groupBy(posted, ({citizen, supplierCvr}) => `${citizen} ${supplierCvr}`).values()].flatMap((pair) => {
    const [first] = pair
    if (!first) return []
    const billers = billersOf(first.supplierCvr, config)
    const bills = billed
      .notValid(first.citizen)
      .filter(({supplierCvr, period}) => billers.has(supplierCvr) && !pair.some((grant) => covers(grant, period)))
    const ended = pair.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0]
    const isAfter = ended && bills.some(({period}) => period.from > lastDay(ended))
    return ended && isAfter ? [foundOf(ended, bills.length)] : []
  })
}

const covers = (grant: Grant, period: {readonly from: IsoDate; readonly to: IsoDate}): boolean =>
  firstDay(grant) <= period.to && grant.services.some((days) => overlap(days, period) !== undefined)

const foundOf = (grant: Grant, bills: number): Found => ({
  severity: 'warning',
  kind: 'endedBilled',
  rows: grant.sources,
  grantIds: [maskedLine(grant.id)],
  what: localize((language) => {
    const [id, citizen, day] = [
      maskedLine(grant.id),
      maskCpr(grant.citizen),
      dayText(lastDay(grant) as IsoDate, language),
    ]
    const supplier = supplierText(grant.supplierName, grant.supplierCvr)
    return language === 'da'
      ? `${id} (${citizen}, ${supplier}) sluttede ${day}, men ${bills === 1 ? '1 regning er' : `${bills} regninger er`} kommet for tiden efter.`
      : `${id} (${citizen}, ${supplier}) ended ${day}, but ${bills === 1 ? '1 bill has' : `${bills} bills have`} come for the time after.`
  }),
  todo: {
    da: 'Forlæng bevillingen, hvis borgeren er der endnu; ellers sig det til leverandøren.',
    en: 'Extend the grant if the citizen is still there; else tell the supplier.',
  },
  cost: {kind: 'bills', count: bills},
})
