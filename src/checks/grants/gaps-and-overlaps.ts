/**
 * Gaps and overlaps at renewals (`matching.md` 1, renewal): days on which a grant and the one that renews it both hold,
 * days on which neither does, and such gaps inside one grant. Takes the register; returns a finding for each that an
 * invoice may still be for.
 */
import {firstDay, lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {foldText} from '../../model/accounts.ts'
import {addDays, daysIn, type IsoDate, monthPeriod, openEnd, overlap, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {inLanguage, localize, periodText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'

/** In days. A longer pause is taken for one that is meant: the citizen came back. */
const longestGap = 92

/**
 * `duplicates` are the ids, masked, of grants that have a finding as such. Two of them, and grants that began on one day
 * and so do not renew each other, have no overlap.
 */
export function gapsAndOverlaps(register: CheckedRegister, duplicates: ReadonlySet<string>): Found[] {
  const {config, grants, months} = register
  const [first] = months
  const since = first ? monthPeriod(first).from : openEnd
  const recurring = grants.filter((grant) => isInScope(grant, config) && grant.unit !== 'Engang')
  const renewals = Map.groupBy(recurring, ({citizen, supplierCvr, paragraph, unit, services}) =>
    [citizen, supplierCvr, paragraph, unit, foldText(services.at(-1)?.service ?? '')].join('\n'),
  )
  return [
    ...recurring.flatMap((grant) => gapsInside(grant, since)),
    ...[...renewals.values()].flatMap((renewed) => betweenRenewals(renewed, since, duplicates)),
  ]
}

function gapsInside(grant: Grant, since: IsoDate): Found[] {
  return grant.services.flatMap((days, index) => {
    const next = grant.services[index + 1]
    const gap = next && gapBetween(days, next, since)
    return gap ? [gapFound([grant], gap)] : []
  })
}

/** Of grants that renew each other. */
function betweenRenewals(grants: readonly Grant[], since: IsoDate, duplicates: ReadonlySet<string>): Found[] {
  const inOrder = grants.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))
  return inOrder.flatMap((before, index) => {
    const after = inOrder[index + 1]
    if (!after) return []
    const [daysBefore, daysAfter] = [wholePeriod(before), wholePeriod(after)]
    const both = overlap(daysBefore, daysAfter)
    if (both) {
      const areDuplicates = duplicates.has(before.id) && duplicates.has(after.id)
      const beganTogether = daysBefore.from === daysAfter.from
      return both.to < since || areDuplicates || beganTogether ? [] : [overlapFound(before, after, both)]
    }
    const gap = gapBetween(daysBefore, daysAfter, since)
    return gap ? [gapFound([before, after], gap)] : []
  })
}

const wholePeriod = (grant: Grant): Period => ({from: firstDay(grant) as IsoDate, to: lastDay(grant) as IsoDate})

/** The days between; undefined where there are none, too many, or only such as no invoice may be for any more. */
function gapBetween(before: Period, after: Period, since: IsoDate): Period | undefined {
  if (before.to === openEnd || after.from <= addDays(before.to, 1)) return undefined
  const gap = {from: addDays(before.to, 1), to: addDays(after.from, -1)}
  return daysIn(gap) <= longestGap && gap.to >= since ? gap : undefined
}

const gapFound = (grants: readonly Grant[], gap: Period): Found => ({
  finding: findingOf({
    severity: 'warning',
    code: 'gap',
    rows: grants.flatMap(({sources}) => sources),
    grantIds: grants.map(({id}) => maskedLine(id)),
    problem: localize((language) => {
      const [ids, days] = [grants.map(({id}) => maskedLine(id)), periodText(gap, language)]
      const citizen = grants[0] ? maskCpr(grants[0].citizen) : ''
      return ids.length > 1
        ? inLanguage(
            language,
            `Mellem ${ids[0]} og ${ids[1]} (${citizen}) dækker ingen af dem ${days}: regninger for de dage passer ikke.`,
            `Between ${ids[0]} and ${ids[1]} (${citizen}) neither covers ${days}: bills for these days do not fit.`,
          )
        : inLanguage(
            language,
            `${ids[0]} (${citizen}) dækker ikke ${days}, midt i bevillingen: regninger for de dage passer ikke.`,
            `${ids[0]} (${citizen}) does not cover ${days}, in the midst of it: bills for these days do not fit.`,
          )
    }),
    remedy: {
      da: 'Ret start- eller slutdato, hvis borgeren var der hele tiden.',
      en: 'Correct the first or last day if the citizen was there all the time.',
    },
  }),
  countedFrom: {kind: 'grants', ids: grants.slice(-1).map(({id}) => id)},
})

const overlapFound = (before: Grant, after: Grant, both: Period): Found => ({
  finding: findingOf({
    severity: 'warning',
    code: 'overlap',
    rows: [...before.sources, ...after.sources],
    grantIds: [maskedLine(before.id), maskedLine(after.id)],
    problem: localize((language) => {
      const [old, renewed, days] = [maskedLine(before.id), maskedLine(after.id), periodText(both, language)]
      return inLanguage(
        language,
        `${old} og ${renewed} (${maskCpr(before.citizen)}) gælder begge ${days}, samme indsats hos samme leverandør: en regning kan ramme den gamle.`,
        `${old} and ${renewed} (${maskCpr(before.citizen)}) both hold ${days}, the same service of the same supplier: a bill may hit the old one.`,
      )
    }),
    remedy: localize((language) => {
      const ended = {from: firstDay(before) as IsoDate, to: addDays(both.from, -1)}
      if (ended.to < ended.from)
        return inLanguage(language, 'Luk den, der ikke gælder.', 'End the one that does not hold.')
      const days = periodText(ended, language)
      return inLanguage(
        language,
        `Slut ${maskedLine(before.id)} dagen før den nye (så den dækker ${days}), hvis den nye afløser den.`,
        `End ${maskedLine(before.id)} the day before the new one (so that it covers ${days}) if that takes its place.`,
      )
    }),
  }),
  countedFrom: {kind: 'grants', ids: [after.id]},
})
