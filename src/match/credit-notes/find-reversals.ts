/**
 * What a credit note reverses (`matching.md` 3, Credit notes): each of its lines one posted line, or the lines posted as
 * one sum. One that names or mirrors an invoice that is not posted holds it and is held.
 */
import {contains, overlap, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Invoice} from '../../model/invoice.ts'
import {negated, sumOre} from '../../model/money.ts'
import type {Hint} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import type {LineCase} from '../lines.ts'
import type {BatchState} from '../state.ts'
import {isSameSupplier} from '../supplier-group.ts'
import {namedNumbers} from './credited-number.ts'
import type {KnownInvoice} from './known-invoices.ts'
import type {PostingGroup} from './posting-groups.ts'

/** A posting group and the lines of the credit note (by index) that reverse it. */
export type Reversal = {readonly group: PostingGroup; readonly lines: readonly number[]}

export type FoundReversals =
  | {readonly kind: 'reverses'; readonly reversals: readonly Reversal[]}
  /** The credit note and these invoices are held for good. */
  | {readonly kind: 'holds'; readonly invoices: readonly KnownInvoice[]}
  | {
      readonly kind: 'unmatched'
      /** The lines (by index) that found what they reverse: another line of the credit note did not. */
      readonly matched: ReadonlySet<number>
      /** For each line. */
      readonly hints: readonly (readonly Hint[])[]
      /** Folded numbers that the credit note names and nobody knows. */
      readonly unknown: readonly string[]
    }

export function findReversals(
  creditNote: Invoice,
  cases: readonly LineCase[],
  {knownInvoices, suppliersOf}: MatchContext,
  {postingGroups, postedKeys}: BatchState,
): FoundReversals {
  const suppliers = suppliersOf(creditNote.supplierCvr)
  const {stated, loose} = namedNumbers(creditNote)
  const unknown = [...stated].filter((number) => knownInvoices.withNumber(number, suppliers).length === 0)
  if (unknown.length > 0) {
    const hints = unknown.map((number): Hint => ({kind: 'unknownCreditedNumber', number}))
    return {kind: 'unmatched', matched: new Set(), hints: cases.map(() => hints), unknown}
  }
  const named = [...stated.union(loose)].flatMap((number) => knownInvoices.withNumber(number, suppliers))
  const citizens = new Set(cases.flatMap(({citizen}) => citizen ?? []))
  const mirrored =
    named.length > 0 || creditNote.issueDate === null
      ? []
      : knownInvoices.mirroredBy(negated(creditNote.total), suppliers, citizens, creditNote.issueDate)
  const unposted = [...named, ...mirrored].filter(({documentKey}) => !postedKeys.has(documentKey))
  if (unposted.length > 0) return {kind: 'holds', invoices: unposted}

  const namedKeys = new Set(named.map(({documentKey}) => documentKey))
  const groups = [...citizens]
    .flatMap((citizen) => postingGroups.ofCitizen(citizen))
    .filter((group) => isSameSupplier(group.suppliers, suppliers))
    .filter(({documentKey}) => named.length === 0 || namedKeys.has(documentKey))
  return reversalsAmong(
    cases,
    Map.groupBy(groups, ({citizen}) => citizen),
  )
}

/** Each line alone where all of a citizen's lines find something alone; else all of them as one sum. */
function reversalsAmong(cases: readonly LineCase[], groups: ReadonlyMap<Cpr, readonly PostingGroup[]>): FoundReversals {
  const groupsOf = (citizen: Cpr | null): readonly PostingGroup[] => (citizen && groups.get(citizen)) ?? []
  const candidates = cases.map((line) => groupsOf(line.citizen).filter((group) => mayReverse([line], group)))
  const reversals: Reversal[] = []
  let isClear = true
  const indexes = [...cases.keys()].filter((index) => !cases[index]?.isComment)
  for (const [citizen, lines] of Map.groupBy(indexes, (index) => cases[index]?.citizen ?? null)) {
    const ofCitizen = lines.flatMap((index) => cases[index] ?? [])
    const alone = lines.map((index) => ({lines: [index], found: candidates[index] ?? []}))
    const together =
      lines.length > 1
        ? groupsOf(citizen).filter((group) => group.lineNumbers.length > 1 && mayReverse(ofCitizen, group))
        : []
    const isEachAlone = alone.every(({found}) => found.length > 0)
    const ways = isEachAlone ? alone : [{lines, found: together}]
    if (isEachAlone && together.length > 0) {
      isClear = false
      continue
    }
    for (const way of ways) {
      const [group, ...others] = way.found
      const ofWay = way.lines.flatMap((index) => cases[index] ?? [])
      if (group && others.length === 0 && isInside(group, ofWay)) reversals.push({group, lines: way.lines})
      else isClear = false
    }
  }
  if (isClear && new Set(reversals.map(({group}) => group)).size === reversals.length)
    return {kind: 'reverses', reversals}
  const hints = candidates.map((found): Hint[] =>
    found.length > 1 ? [{kind: 'severalPostedLines', count: found.length}] : [],
  )
  const matched = new Set(isClear ? [] : reversals.flatMap(({lines}) => lines))
  return {kind: 'unmatched', matched, hints, unknown: []}
}

/** Whether lines have the group's amount with opposite sign and, where they state periods, days of it. */
const mayReverse = (lines: readonly LineCase[], {amount, postings}: PostingGroup): boolean =>
  negated(sumOre(lines.map(({line}) => line.amount))) === amount &&
  statedPeriods(lines).every((period) => postings.some((posting) => overlap(posting.period, period)))

/** All of its days lie inside each period that is stated. */
const isInside = ({postings}: PostingGroup, lines: readonly LineCase[]): boolean =>
  statedPeriods(lines).every((period) => postings.every((posting) => contains(period, posting.period)))

const statedPeriods = (lines: readonly LineCase[]): Period[] =>
  lines.flatMap(({reading}) =>
    reading.kind === 'stated' && reading.period.from <= reading.period.to ? [reading.period] : [],
  )
