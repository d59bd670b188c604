/**
 * Rates that cannot be right, or hardly (`commands.md`, validate-grants): a quantity of 0, grants by the hour without
 * hours a week, and rates far from all the others. Takes the register; returns the findings.
 */
import {lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {foldText} from '../../model/accounts.ts'
import type {Grant, RatePeriod} from '../../model/grant.ts'
import type {Language} from '../../model/language.ts'
import type {Ore} from '../../model/money.ts'
import {inLanguage, kronerText, listText, localize, supplierText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'

/** So many others make a usual rate, and a rate so many times more or less is far from it. */
const fewestOthers = 4
const farTimes = 3

/** Far from the median of the supplier's other grants with the same service and unit. */
export function farRates({open, today}: CheckedRegister): Found[] {
  const current = open.flatMap((grant) => {
    const rate = grant.rates.find(({to}) => today <= to) ?? grant.rates.at(-1)
    return rate ? [{grant, rate}] : []
  })
  const groups = Map.groupBy(current, ({grant: {supplierCvr, unit, services}}) =>
    [supplierCvr, unit, foldText(services.at(-1)?.service ?? '')].join('\n'),
  )
  return [...groups.values()].flatMap((group) => {
    if (group.length <= fewestOthers) return []
    const inOrder = group.toSorted((a, b) => a.rate.rate - b.rate.rate)
    const rates = inOrder.map(({rate}) => rate.rate)
    return inOrder.flatMap(({grant, rate}, index) => {
      const usual = medianWithout(rates, index)
      const isFar = rate.rate > farTimes * usual || rate.rate * farTimes < usual
      return isFar ? [farFound(grant, rate, usual, group.length - 1)] : []
    })
  })
}

function farFound(grant: Grant, {rate}: RatePeriod, usual: Ore, others: number): Found {
  const problem = (language: Language): string => {
    const [times, more] = rate > usual ? [rate / usual, true] : [usual / rate, false]
    const shown = times.toFixed(1).replace('.', inLanguage(language, ',', '.'))
    const [has, normal] = [kronerText(rate, language), kronerText(usual, language)]
    const [who, service] = [
      `${maskedLine(grant.id)} (${maskCpr(grant.citizen)})`,
      maskedLine(grant.services.at(-1)?.service ?? ''),
    ]
    const supplier = supplierText(grant.supplierName, grant.supplierCvr)
    return inLanguage(
      language,
      `${who} har taksten ${has} pr. ${grant.unit}: ${shown} gange ${more ? 'mere' : 'mindre'} end medianen ${normal} af leverandørens ${others} andre med ${service} (${supplier}).`,
      `${who} has the rate ${has} (${grant.unit}): ${shown} times ${more ? 'more' : 'less'} than the median ${normal} of the supplier's ${others} others with ${service} (${supplier}).`,
    )
  }
  const finding = findingOf({
    severity: 'warning',
    code: 'rateFar',
    rows: grant.sources,
    grantIds: [maskedLine(grant.id)],
    problem: localize(problem),
    remedy: {
      da: 'Kontrollér takst og takstenhed i bevillingen (et komma flyttet, eller en månedspris som døgnpris?).',
      en: 'Check the rate and its unit in the grant (a comma out of place, or a month’s price given for a day?).',
    },
  })
  return {finding, countedFrom: {kind: 'grants', ids: [grant.id]}}
}

/** The median of all rates but one, of rates in order; of two in the middle the lower. */
function medianWithout(inOrder: readonly Ore[], leftOut: number): Ore {
  const middle = Math.floor((inOrder.length - 2) / 2)
  return inOrder[middle < leftOut ? middle : middle + 1] as Ore
}

/** Fixed grants that cost nothing, and grants by the hour that no invoice can be compared with. */
export function withoutAmount({open, grants, config, today}: CheckedRegister): Found[] {
  const costNothing = open
    .filter(({rates}) => rates.some(({quantity, to}) => quantity.digits === 0 && today <= to))
    .map(
      (grant): Found => ({
        finding: findingOf({
          severity: 'error',
          code: 'noAmount',
          rows: grant.sources,
          grantIds: [maskedLine(grant.id)],
          problem: {
            da: `${maskedLine(grant.id)} (${maskCpr(grant.citizen)}) er fast, men Antal er 0: den koster intet, og ingen regning passer på den.`,
            en: `${maskedLine(grant.id)} (${maskCpr(grant.citizen)}) is fixed, but Antal is 0: it costs nothing, and no bill fits it.`,
          },
          remedy: {
            da: 'Skriv mængden i Antal, eller slut bevillingen.',
            en: 'Put the quantity into Antal, or end the grant.',
          },
        }),
        countedFrom: {kind: 'grants', ids: [grant.id]},
      }),
    )
  const byTheHour = grants.filter(
    (grant) =>
      grant.unit === 'Time' && !grant.fixed && isInScope({...grant, fixed: true}, config) && lastDay(grant) >= today,
  )
  return byTheHour.length === 0 ? costNothing : [...costNothing, notFixed(byTheHour)]
}

/** One finding for all: many of them are meant so. */
const notFixed = (grants: readonly Grant[]): Found => ({
  finding: findingOf({
    severity: 'warning',
    code: 'notFixed',
    rows: grants.flatMap(({sources}) => sources),
    grantIds: grants.map(({id}) => maskedLine(id)),
    problem: localize((language) => {
      const ids = listText(
        grants.map(({id}) => maskedLine(id)),
        language,
      )
      const one = grants.length === 1
      return inLanguage(
        language,
        `${one ? `Bevilling ${ids} er i timer og` : `${grants.length} bevillinger i timer (${ids})`} har ingen timer om ugen i Antal, eller Fast er Nej: ${one ? 'dens' : 'deres'} regninger bliver aldrig konteret.`,
        `${one ? `Grant ${ids} is by the hour and has` : `${grants.length} grants by the hour (${ids}) have`} no hours a week in Antal, or Fast is Nej: ${one ? 'its' : 'their'} bills are never posted.`,
      )
    }),
    remedy: {
      da: 'Skriv timer om ugen i Antal på dem, hvis timer er faste.',
      en: 'Put the hours a week into Antal for those whose hours are fixed.',
    },
  }),
  countedFrom: {kind: 'grants', ids: grants.map(({id}) => id)},
})
