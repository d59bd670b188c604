/**
 * Duplicate grants (`matching.md` 1, cost; `commands.md`, validate-grants): grants of one citizen and supplier that cost
 * the same in a month in which they share a day. An invoice of that amount can mean either, so every one is left to a
 * person (`GRANT_AMBIGUOUS`). Takes the register; returns one finding for each group of them.
 */
import {coveredPieces} from '../../match/costs/cost.ts'
import {invoicingSuppliers, isSameSupplier} from '../../match/supplier-group.ts'
import {type Month, monthPeriod, overlap} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {inLanguage, kronerText, listText, localize, monthText, supplierText} from '../../text/format.ts'
import {maskCpr, maskedLine} from '../../text/mask.ts'
import {findingOf} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'
import type {Found} from './found.ts'

export function duplicateGrants(register: CheckedRegister): Found[] {
  const byCitizen = Map.groupBy(register.open, ({citizen}) => citizen)
  return [...byCitizen.values()].flatMap((grants) =>
    groupsIn(grants, register).map((group) => foundOf(group, register)),
  )
}

/** At least two grants, and the first month in which the two that began the group cost the same. */
type DuplicateGroup = {readonly first: Grant; readonly grants: Grant[]; readonly month: Month}

function foundOf({first, grants, month}: DuplicateGroup, {costs}: CheckedRegister): Found {
  const ids = grants.map(({id}) => id)
  const cost = costs.of(first, monthPeriod(month))
  const finding = findingOf({
    severity: 'error',
    code: 'twins',
    rows: grants.flatMap(({sources}) => sources),
    grantIds: ids.map(maskedLine),
    problem: localize((language) => {
      const all = listText(ids.map(maskedLine), language, 5)
      const supplier = supplierText(first.supplierName, first.supplierCvr)
      const [kroner, inMonth] = [kronerText(cost, language), monthText(month, language)]
      return inLanguage(
        language,
        `${all} (${maskCpr(first.citizen)}, ${supplier}) koster det samme, ${kroner} for ${inMonth}: en regning på beløbet kan gælde hver af dem.`,
        `${all} (${maskCpr(first.citizen)}, ${supplier}) cost the same, ${kroner} for ${inMonth}: a bill of that amount may mean either.`,
      )
    }),
    remedy: {
      da: 'Er det den samme bevilling, så luk eller slet den ene; ellers lad leverandøren fakturere dem på én linje.',
      en: 'If it is the same grant, end or delete one; else have the supplier bill them in one line.',
    },
  })
  return {finding, countedFrom: {kind: 'grants', ids}}
}

/** A grant joins the first group that has a duplicate of it. */
function groupsIn(grantsOfCitizen: readonly Grant[], register: CheckedRegister): DuplicateGroup[] {
  const groups: DuplicateGroup[] = []
  for (const [index, grant] of grantsOfCitizen.entries()) {
    const joined = groups.find(({grants}) =>
      grants.some((other) => duplicateMonth(other, grant, register) !== undefined),
    )
    if (joined) {
      if (!joined.grants.includes(grant)) joined.grants.push(grant)
      continue
    }
    for (const other of grantsOfCitizen.slice(index + 1)) {
      const month = duplicateMonth(grant, other, register)
      if (month === undefined) continue
      groups.push({first: grant, grants: [grant], month})
      break
    }
  }
  return groups
}

/** The first month, from this one on and then back, in which both cost the same and share a day. */
function duplicateMonth(a: Grant, b: Grant, {config, costs, months}: CheckedRegister): Month | undefined {
  if (!isSameSupplier(invoicingSuppliers(a.supplierCvr, config), invoicingSuppliers(b.supplierCvr, config)))
    return undefined
  const [past, fromNow] = [months.slice(0, config.periods.lookback), months.slice(config.periods.lookback)]
  return [...fromNow, ...past].find((month) => {
    const days = monthPeriod(month)
    const cost = costs.of(a, days)
    return cost > 0 && cost === costs.of(b, days) && sharesDay(a, b, month)
  })
}

const sharesDay = (a: Grant, b: Grant, month: Month): boolean =>
  coveredPieces(a, monthPeriod(month)).some((piece) => b.services.some((days) => overlap(days, piece)))
