/**
 * Which days of which grants are paid (`matching.md` 1 and 3).
 *
 * Takes what the ledger, `--booked` and the register's `paidTo` know; what this run posts and reverses is added to it.
 * Answers whether a day of a grant in a period is paid. It lives as long as one batch.
 */
import {foldText} from '../../model/accounts.ts'
import type {BookedRow} from '../../model/booked.ts'
import {addDays, type IsoDate, overlap, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import type {Grant} from '../../model/grant.ts'
import type {UncodedPosting} from '../../model/posting.ts'
import type {GrantIndex} from '../grant-index.ts'
import type {SupplierGroup} from '../supplier-group.ts'
import {type Costs, coveredPieces, firstDay} from './cost.ts'

export type PaidDays = {
  /** Whether a day of the period that the grant covers is paid; `suppliers` are those of the invoice. */
  readonly isPaid: (grant: Grant, period: Period, suppliers: SupplierGroup) => boolean
  /** Whether it is paid by the register's `paidTo` alone, while the ledger knows later days as its own. */
  readonly onlyPaidTo: (grant: Grant, period: Period, suppliers: SupplierGroup) => boolean
  readonly pay: (postings: readonly UncodedPosting[]) => void
  /** Opens what was posted again, against any `paidTo` that the register holds now too. */
  readonly reopen: (postings: readonly UncodedPosting[]) => void
}

/** Days paid on a grant that the register no longer holds: they count for grants like it. An empty paragraph is unknown. */
type LoosePaidDays = {
  readonly supplierCvr: string
  readonly paragraph: string
  readonly service: string
  readonly period: Period
}

type Reopened = {readonly period: Period; readonly paidTo: IsoDate | null}

export function paidDays(
  grants: GrantIndex,
  documents: readonly EarlierDocument[],
  booked: readonly BookedRow[],
  costs: Costs,
  suppliersOf: (invoiceCvr: string) => SupplierGroup,
): PaidDays {
  const posted = new Map<string, Period[]>()
  const byPeople = new Map<string, Period[]>()
  const loose = new Map<Cpr, LoosePaidDays[]>()
  const reopened = new Map<string, Reopened[]>()

  for (const {postings, reversed} of documents.flatMap(({lines}) => lines)) {
    for (const {citizen, grantId, period, reverses, supplierCvr, paragraph, service} of postings) {
      if (!citizen || reverses) continue
      if (reversed) add(reopened, grantId, {period, paidTo: reversed.paidTo[grantId] ?? null})
      else if (grants.byId(grantId)?.citizen === citizen) add(posted, grantId, period)
      else add(loose, citizen, {supplierCvr, paragraph, service: foldText(service), period})
    }
  }
  for (const row of booked)
    for (const grant of bookedOn(row, grants, costs, suppliersOf)) add(byPeople, grant.id, row.period)

  const paidBy = (periods: readonly Period[] | undefined, grant: Grant, period: Period): boolean =>
    periods?.some((paid) => (grant.unit === 'Engang' ? coversAny(grant, paid) : coversBoth(grant, paid, period))) ??
    false

  const paidAsLoose = (grant: Grant, period: Period, suppliers: SupplierGroup): boolean =>
    paidBy(
      loose
        .get(grant.citizen)
        ?.filter(
          ({supplierCvr, paragraph, service}) =>
            suppliers.has(supplierCvr) &&
            (paragraph === '' ||
              (paragraph === grant.paragraph && grant.services.some((each) => foldText(each.service) === service))),
        )
        .map((days) => days.period),
      grant,
      period,
    )

  const paidByProgram = (grant: Grant, period: Period, suppliers: SupplierGroup): boolean =>
    paidBy(posted.get(grant.id), grant, period) ||
    paidBy(byPeople.get(grant.id), grant, period) ||
    paidAsLoose(grant, period, suppliers)

  const paidByRegister = (grant: Grant, period: Period): boolean => {
    const {paidTo} = grant
    if (!paidTo) return false
    const open = (reopened.get(grant.id) ?? []).filter((each) => each.paidTo === paidTo).map((each) => each.period)
    if (grant.unit === 'Engang') return paidTo >= firstDay(grant) && open.length === 0
    return coveredPieces(grant, period).some(({from, to}) => hasDayOutside({from, to: to < paidTo ? to : paidTo}, open))
  }

  return {
    isPaid: (grant, period, suppliers) => paidByProgram(grant, period, suppliers) || paidByRegister(grant, period),
    onlyPaidTo: (grant, period, suppliers) =>
      paidByRegister(grant, period) &&
      !paidByProgram(grant, period, suppliers) &&
      (posted.get(grant.id) ?? []).some(({from}) => from > period.to),
    pay: (postings) => {
      for (const {grantId, period} of postings) add(posted, grantId, period)
    },
    reopen: (postings) => {
      for (const {grantId, period} of postings) {
        const grant = grants.byId(grantId)
        posted.set(grantId, withoutOne(posted.get(grantId) ?? [], period))
        add(reopened, grantId, {period, paidTo: grant?.paidTo ?? null})
      }
    },
  }
}

/** The grants of the pair that cost the amount over the period; where none does, all grants of the pair. */
function bookedOn(
  {citizen, supplierCvr, amount, period}: BookedRow,
  grants: GrantIndex,
  costs: Costs,
  suppliersOf: (cvr: string) => SupplierGroup,
): readonly Grant[] {
  if (!citizen || amount <= 0) return []
  const suppliers = suppliersOf(supplierCvr)
  const ofPair = grants.ofCitizen(citizen).filter((grant) => suppliers.has(grant.supplierCvr))
  const fitting = ofPair.filter((grant) => costs.of(grant, period) === amount)
  return fitting.length > 0 ? fitting : ofPair
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

const coversAny = (grant: Grant, period: Period): boolean => coveredPieces(grant, period).length > 0

function coversBoth(grant: Grant, paid: Period, period: Period): boolean {
  const both = overlap(paid, period)
  return both !== undefined && coversAny(grant, both)
}

/** Whether a day of the period (empty where it ends before it begins) lies in none of the others. */
function hasDayOutside({from, to}: Period, others: readonly Period[]): boolean {
  let day = from
  while (day <= to) {
    const holding = others.find((other) => other.from <= day && day <= other.to)
    if (!holding) return true
    day = addDays(holding.to, 1)
  }
  return false
}

function withoutOne(periods: readonly Period[], gone: Period): Period[] {
  const at = periods.findIndex(({from, to}) => from === gone.from && to === gone.to)
  return periods.filter((_, index) => index !== at)
}
