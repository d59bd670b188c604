/**
 * The register of grants (`matching.md` 1): takes the tables, returns the grants and the rows that could not be read.
 * Rows that share a `Bevillings-id` are one grant whose rate changes over time. Rows whose status does not count are
 * left out first; rows that contradict each other are unreadable, all of them.
 */
import type {Config} from '../config/schema.ts'
import {foldText} from '../model/accounts.ts'
import {addDays, openEnd, overlap, type Period} from '../model/calendar.ts'
import type {Grant, GrantRegister, RatePeriod, ServicePeriod, UnreadableGrantRow} from '../model/grant.ts'
import type {Expectation, RowError} from '../model/problem.ts'
import {compareSources, compareText} from '../model/source.ts'
import type {Table} from '../read/table.ts'
import {type GrantRow, grantRows, type UnidentifiedRows} from './grant-rows.ts'
import {withoutRepeated} from './repeated-rows.ts'

export type ReadGrants = {readonly register: GrantRegister; readonly rowErrors: readonly RowError[]}

/** Throws an InputError for the first unidentified row, unless such rows are kept. */
export function toGrantRegister(
  tables: readonly Table[],
  config: Config,
  unidentified: UnidentifiedRows = 'stop',
): ReadGrants {
  const rows = withoutEqualRows(withoutRepeated(tables.flatMap((table) => grantRows(table, config, unidentified))))
  const counting = rows.filter(({counts}) => counts)
  const unreadable = counting.filter(({problems}) => problems.length > 0).map((row) => unreadableRow(row))
  const grants: Grant[] = []
  for (const rowsOfGrant of byGrant(counting)) {
    const fault = contradiction(rowsOfGrant)
    if (fault) unreadable.push(...rowsOfGrant.map((row) => unreadableRow(row, fault)))
    else grants.push(grantOf(rowsOfGrant))
  }
  const known = new Set(grants.map(({id}) => id))
  const inactive = byGrant(rows.filter(({counts}) => !counts))
    .filter((rowsOfGrant) => contradiction(rowsOfGrant) === null)
    .map(grantOf)
    .filter(({id}) => !known.has(id))
  const sorted = unreadable.toSorted((a, b) => compareSources(a.source, b.source))
  return {
    register: {grants: byId(grants), inactive: byId(inactive), unreadable: sorted},
    rowErrors: sorted.map(({source, problems}) => ({source, table: 'grants', problems})),
  }
}

const byId = (grants: readonly Grant[]): Grant[] => grants.toSorted((a, b) => compareText(a.id, b.id))

/** A grant row repeated in one file is read once too. */
function withoutEqualRows(rows: readonly GrantRow[]): GrantRow[] {
  const sorted = rows.toSorted((a, b) => compareSources(a.source, b.source))
  const byNumber = Map.groupBy(sorted, ({number}) => number)
  const seen = new Set<string>()
  return sorted.filter(
    ({number, content}) => byNumber.get(number)?.length === 1 || (!seen.has(content()) && seen.add(content())),
  )
}

/** The readable rows of each grant, by first day. */
const byGrant = (rows: readonly GrantRow[]): GrantRow[][] =>
  [
    ...Map.groupBy(
      rows.filter(({problems}) => problems.length === 0),
      ({grantId}) => grantId,
    ).values(),
  ].map((rowsOfGrant) =>
    rowsOfGrant.toSorted(
      (a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.content(), b.content()),
    ),
  )

function unreadableRow({source, grantId, citizen, supplierCvr, problems}: GrantRow, fault?: Fault): UnreadableGrantRow {
  const more = fault ? [{column: fault.column, value: '', expected: fault.expected}] : []
  return {source, grantId, citizen, supplierCvr, problems: [...problems, ...more]}
}

type Fault = {readonly column: string; readonly expected: Expectation}

function contradiction(rows: readonly GrantRow[]): Fault | null {
  if (rows.length < 2) return null
  const shared: readonly (readonly [string, (row: GrantRow) => string])[] = [
    ['CPR-nummer', ({citizen}) => citizen ?? ''],
    ['CVR-nummer', ({supplierCvr}) => supplierCvr ?? ''],
    ['Paragraf', ({paragraph}) => paragraph],
    ['Takstenhed', ({unit}) => unit],
    ['Målgruppe', ({targetGroup}) => foldText(targetGroup)],
    ['Ejerforhold', ({ownership}) => foldText(ownership)],
  ]
  const differing = shared.find(([, valueIn]) => new Set(rows.map(valueIn)).size > 1)
  if (differing) return {column: differing[0], expected: 'rowsDisagree'}
  const clash = rows.some((row, index) =>
    rows.slice(index + 1).some((other) => overlap(row, other) && termsOf(row) !== termsOf(other)),
  )
  return clash ? {column: 'Startdato', expected: 'rowsOverlap'} : null
}

const termsOf = ({rate, quantity, service}: GrantRow): string =>
  `${rate} ${quantity.digits} ${quantity.decimals} ${foldText(service)}`

function grantOf(rows: readonly GrantRow[]): Grant {
  const [first] = rows as [GrantRow]
  const last = rows.at(-1) ?? first
  const paid = rows.flatMap(({paidTo}) => paidTo ?? []).toSorted()
  const rates = rows.flatMap(({from, to, rate, quantity}): RatePeriod[] =>
    rate === null ? [] : [{from, to, rate, quantity}],
  )
  const services = rows.map(({from, to, service}): ServicePeriod => ({from, to, service}))
  return {
    id: first.grantId,
    citizen: first.citizen as Grant['citizen'],
    supplierCvr: first.supplierCvr as Grant['supplierCvr'],
    supplierName: last.supplierName,
    paragraph: first.paragraph,
    unit: first.unit,
    targetGroup: first.targetGroup,
    ownership: first.ownership,
    fixed: rows.every(({fixed}) => fixed),
    paidTo: paid.at(-1) ?? null,
    caseworker: last.caseworker,
    rates: merged(
      rates,
      (a, b) =>
        a.rate === b.rate && a.quantity.digits === b.quantity.digits && a.quantity.decimals === b.quantity.decimals,
    ),
    services: merged(services, (a, b) => foldText(a.service) === foldText(b.service)),
    sources: rows.map(({source}) => source).toSorted(compareSources),
  }
}

/** Stretches that follow or overlap each other and are equal become one; days on which they overlap count once. */
function merged<Stretch extends Period>(
  stretches: readonly Stretch[],
  isEqual: (a: Stretch, b: Stretch) => boolean,
): Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const before = found.at(-1)
    const touches = before && (before.to === openEnd || stretch.from <= addDays(before.to, 1))
    if (before && touches && isEqual(before, stretch))
      found[found.length - 1] = {...before, to: before.to > stretch.to ? before.to : stretch.to}
    else found.push(stretch)
  }
  return found
}
