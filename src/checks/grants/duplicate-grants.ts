/**
 * Twins: grants of one citizen and supplier that cost the same in a month in which they share a day. A bill of that
 * amount can mean either, so every one is left to a person (`GRANT_AMBIGUOUS`).
 */

import {coveredPieces} from '../../match/costs/cost.ts'
import {isSameSupplier} from '../../match/supplier-group.ts'
import {type Month, monthPeriod, overlap} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {kronerText, listText, localize, monthText, supplierText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import type {Found} from './finding.ts'
import {billersOf, type Register} from './open-grants.ts'

export function duplicateGrants(register: Register): Found[] {
  const found: Found[] = []
  for (const ofCitizen of Map.groupBy(register.open, ({citizen}) => citizen).values()) {
    for (const {grants, month} of groupsOf(ofCitizen, register)) {
      const [first] = grants
      if (!first) continue
      const ids = grants.map(({id}) => id)
      const cost = register.costs.of(first, monthPeriod(month))
      found.push({
        severity: 'error',
        kind: 'twins',
        rows: grants.flatMap(({sources}) => sources),
        grantIds: ids.map(maskedLine),
        what: localize((language) => {
          const [all, supplier] = [
            listText(ids.map(maskedLine), language, 5),
            supplierText(first.supplierName, first.supplierCvr),
          ]
          const [kroner, of] = [kronerText(cost, language), monthText(month, language)]
          return language === 'da'
            ? `${all} (${maskCpr(first.citizen)}, ${supplier}) koster det samme, ${kroner} for ${of}: en regning på beløbet kan gælde hver af dem.`
            : `${all} (${maskCpr(first.citizen)}, ${supplier}) cost the same, ${kroner} for ${of}: a bill of that amount may mean either.`
        }),
        todo: {
          da: 'Er det den samme bevilling, så luk eller slet den ene; ellers lad leverandøren fakturere dem på én linje.',
          en: 'If it is the same grant, end or delete one; else have the supplier bill them in one line.',
        },
        cost: {kind: 'grants', ids},
      })
    }
  }
  return found
}

type Group = {readonly grants: Grant[]; readonly month: Month}

/** A grant joins the first group in which it has a twin. */
function groupsOf(ofCitizen: readonly Grant[], register: Register): Group[] {
  const groups: Group[] = []
  for (const [at, grant] of ofCitizen.entries()) {
    const joined = groups.find(({grants}) =>
      grants.some((other) => duplicateMonth(other, grant, register) !== undefined),
    )
    if (joined) {
      if (!joined.grants.includes(grant)) joined.grants.push(grant)
      continue
    }
    for (const other of ofCitizen.slice(at + 1)) {
      const month = duplicateMonth(grant, other, register)
      if (month === undefined) continue
      groups.push({grants: [grant], month})
      break
    }
  }
  return groups
}

function duplicateMonth(a: Grant, b: Grant, {config, costs, months}: Register): Month | undefined {
  if (!isSameSupplier(billersOf(a.supplierCvr, config), billersOf(b.supplierCvr, config))) return undefined
  const [past, now] = [months.slice(0, config.periods.lookback), months.slice(config.periods.lookback)]
  return [...now, ...past].find((month) => {
    const days = monthPeriod(month)
    const cost = costs.of(a, days)
    return cost > 0 && cost === costs.of(b, days) && sharesDay(a, b, month)
  })
}

const sharesDay = (a: Grant, b: Grant, month: Month): boolean =>
  coveredPieces(a, monthPeriod(month)).some((piece) => b.services.some((days) => overlap(days, piece)))
