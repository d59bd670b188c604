/**
 * Seams between a grant and what renews it (`matching.md` 1, renewal): days on which both hold, days on which neither
 * does, and such gaps inside one grant. Only where a bill may still be for these days.
 */

import {firstDay, lastDay} from '../../match/costs/cost.ts'
import {foldText} from '../../model/accounts.ts'
import {addDays, daysIn, type IsoDate, monthPeriod, openEnd, overlap, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {localize, periodText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import type {Found} from './finding.ts'
import {isInScopeOfRegister, type Register} from './open-grants.ts'

/** A longer pause is taken for one that is meant: the citizen came back. */
const longestGap = 92

/** Twins have their own finding, and grants that began on one day do not renew each other: no overlap is told of these. */
export function gapsAndOverlaps(register: Register, twins: ReadonlySet<string>): Found[] {
  const {config, grants, months} = register
  const [first] = months
  const since = first ? monthPeriod(first).from : openEnd
  const posted = grants.filter((grant) => isInScopeOfRegister(grant, config) && grant.unit !== 'Engang')
  const chains = Map.groupBy(posted, ({citizen, supplierCvr, paragraph, unit, services}) =>
    [citizen, supplierCvr, paragraph, unit, foldText(services.at(-1)?.service ?? '')].join('\n'),
  )
  return [
    ...posted.flatMap((grant) => ownGaps(grant, since)),
    ...[...chains.values()].flatMap((chain) => seams(chain, since, twins)),
  ]
}

function ownGaps(grant: Grant, since: IsoDate): Found[] {
  return grant.services.flatMap((days, at) => {
    const next = grant.services[at + 1]
    const gap = next && gapBetween(days, next, since)
    return gap ? [gapFound([grant], gap)] : []
  })
}

function seams(chain: readonly Grant[], since: IsoDate, twins: ReadonlySet<string>): Found[] {
  const inOrder = chain.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
  return inOrder.flatMap((before, at) => {
    const after = inOrder[at + 1]
    if (!after) return []
    const [old, renewed] = [wholeOf(before), wholeOf(after)]
    const both = overlap(old, renewed)
    if (both) {
      const areTwins = twins.has(before.id) && twins.has(after.id)
      const begunTogether = old.from === renewed.from
      return both.to < since || areTwins || begunTogether ? [] : [overlapFound(before, after, both)]
    }
    const gap = gapBetween(old, renewed, since)
    return gap ? [gapFound([before, after], gap)] : []
  })
}

const wholeOf = (grant: Grant): Period => ({from: firstDay(grant) as IsoDate, to: lastDay(grant) as IsoDate})

/** The days between; undefined where there are none, too many, or only such as no bill may be for any more. */
function gapBetween(before: Period, after: Period, since: IsoDate): Period | undefined {
  if (before.to === openEnd || after.from <= addDays(before.to, 1)) return undefined
  const gap = {from: addDays(before.to, 1), to: addDays(after.from, -1)}
  return daysIn(gap) <= longestGap && gap.to >= since ? gap : undefined
}

const gapFound = (grants: readonly Grant[], gap: Period): Found => ({
  severity: 'warning',
  kind: 'gap',
  rows: grants.flatMap(({sources}) => sources),
  grantIds: grants.map(({id}) => maskedLine(id)),
  what: localize((language) => {
    const [ids, days] = [grants.map(({id}) => maskedLine(id)), periodText(gap, language)]
    const citizen = grants[0] ? maskCpr(grants[0].citizen) : ''
    if (language === 'da')
      return ids.length > 1
        ? `Mellem ${ids[0]} og ${ids[1]} (${citizen}) dækker ingen af dem ${days}: regninger for de dage passer ikke.`
        : `${ids[0]} (${citizen}) dækker ikke ${days}, midt i bevillingen: regninger for de dage passer ikke.`
    return ids.length > 1
      ? `Between ${ids[0]} and ${ids[1]} (${citizen}) neither covers ${days}: bills for these days do not fit.`
      : `${ids[0]} (${citizen}) does not cover ${days}, in the midst of it: bills for these days do not fit.`
  }),
  todo: {
    da: 'Ret start- eller slutdato, hvis borgeren var der hele tiden.',
    en: 'Correct the first or last day if the citizen was there all the time.',
  },
  cost: {kind: 'grants', ids: grants.slice(-1).map(({id}) => id)},
})

const overlapFound = (before: Grant, after: Grant, both: Period): Found => ({
  severity: 'warning',
  kind: 'overlap',
  rows: [...before.sources, ...after.sources],
  grantIds: [maskedLine(before.id), maskedLine(after.id)],
  what: localize((language) => {
    const [old, renewed, days] = [maskedLine(before.id), maskedLine(after.id), periodText(both, language)]
    return language === 'da'
      ? `${old} og ${renewed} (${maskCpr(before.citizen)}) gælder begge ${days}, samme indsats hos samme leverandør: en regning kan ramme den gamle.`
      : `${old} and ${renewed} (${maskCpr(before.citizen)}) both hold ${days}, the same service of the same supplier: a bill may hit the old one.`
  }),
  todo: localize((language) => {
    const ended = {from: firstDay(before) as IsoDate, to: addDays(both.from, -1)}
    if (ended.to < ended.from)
      return language === 'da' ? 'Luk den, der ikke gælder.' : 'End the one that does not hold.'
    const days = periodText(ended, language)
    return language === 'da'
      ? `Slut ${maskedLine(before.id)} dagen før den nye (så den dækker ${days}), hvis den nye afløser den.`
      : `End ${maskedLine(before.id)} the day before the new one (so that it covers ${days}) if that takes its place.`
  }),
  cost: {kind: 'grants', ids: [after.id]},
})
