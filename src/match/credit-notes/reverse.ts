/**
 * Credit notes (`matching.md` 3): each line takes back one posted line, or the lines posted as one sum. What names
 * or mirrors an invoice that is not posted holds it and is held.
 */
import {contains, overlap, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Invoice} from '../../model/invoice.ts'
import {negated, sumOre} from '../../model/money.ts'
import type {Hint} from '../../model/verdict.ts'
import type {LineCase} from '../explain-lines.ts'
import {isSameSupplier, type SupplierGroup} from '../supplier-group.ts'
import {namedNumbers} from './credited-number.ts'
import type {KnownInvoice, KnownInvoices} from './known-invoices.ts'
import type {PostingGroup, PostingGroups} from './posting-groups.ts'

/** A posted unit and the lines of the note (by index) that take it back. */
export type Reversal = {readonly group: PostingGroup; readonly at: readonly number[]}

export type CreditNoteResult =
  | {readonly kind: 'takesBack'; readonly units: readonly Reversal[]}
  /** The note and these bills are held for good. */
  | {readonly kind: 'holds'; readonly bills: readonly KnownInvoice[]}
  /** `unknown`: folded numbers that the note names and nobody knows. */
  | {
      readonly kind: 'unmatched'
      /** The lines (by index) that found what they take back: another line of the note did not. */
      readonly matched: ReadonlySet<number>
      readonly hints: readonly (readonly Hint[])[]
      readonly unknown: readonly string[]
    }

export type CreditNoteContext = {
  readonly suppliers: SupplierGroup
  readonly invoices: KnownInvoices
  readonly groups: PostingGroups
  readonly isPosted: (documentKey: string) => boolean
}

export function findReversals(
  note: Invoice,
  cases: readonly LineCase[],
  {suppliers, invoices: bills, groups: units, isPosted}: CreditNoteContext,
): CreditNoteResult {
  const {stated, loose} = namedNumbers(note)
  const unknown = [...stated].filter((number) => bills.withNumber(number, suppliers).length === 0)
  if (unknown.length > 0) {
    const hints = unknown.map((number): Hint => ({kind: 'unknownCreditedNumber', number}))
    return {kind: 'unmatched', matched: new Set(), hints: cases.map(() => hints), unknown}
  }
  const named = [...stated.union(loose)].flatMap((number) => bills.withNumber(number, suppliers))
  const citizens = new Set(cases.flatMap(({citizen}) => citizen ?? []))
  const mirrored =
    named.length > 0 || note.issueDate === null
      ? []
      : bills.mirroredBy(negated(note.total), suppliers, citizens, note.issueDate)
  const unposted = [...named, ...mirrored].filter(({documentKey}) => !isPosted(documentKey))
  if (unposted.length > 0) return {kind: 'holds', bills: unposted}

  const among = named.length > 0 ? new Set(named.map(({documentKey}) => documentKey)) : null
  return reversalsOf(cases, (citizen) =>
    units
      .ofCitizen(citizen)
      .filter((unit) => isSameSupplier(unit.suppliers, suppliers) && (among === null || among.has(unit.documentKey))),
  )
}

function reversalsOf(cases: readonly LineCase[], unitsOf: (citizen: Cpr) => readonly PostingGroup[]): CreditNoteResult {
  const candidates = cases.map((each) =>
    each.citizen ? unitsOf(each.citizen).filter((unit) => reverses(unit, [each])) : [],
  )
  const taken: Reversal[] = []
  let clear = true
  for (const [citizen, at] of Map.groupBy([...cases.keys()], (index) => cases[index]?.citizen ?? null)) {
    const ofCitizen = at.flatMap((index) => cases[index] ?? [])
    const alone = at.map((index) => ({at: [index], found: candidates[index] ?? []}))
    const together =
      citizen && at.length > 1
        ? unitsOf(citizen).filter((unit) => unit.lineNumbers.length > 1 && reverses(unit, ofCitizen))
        : []
    const everyAlone = alone.every(({found}) => found.length > 0)
    const ways = everyAlone ? (together.length > 0 ? [] : alone) : [{at, found: together}]
    for (const way of ways) {
      const [unit, ...others] = way.found
      if (
        unit &&
        others.length === 0 &&
        isInside(
          unit,
          way.at.flatMap((index) => cases[index] ?? []),
        )
      )
        taken.push({group: unit, at: way.at})
      else clear = false
    }
    if (ways.length === 0) clear = false
  }
  if (clear && new Set(taken.map(({group: unit}) => unit)).size === taken.length)
    return {kind: 'takesBack', units: taken}
  const hints = candidates.map((found): Hint[] =>
    found.length > 1 ? [{kind: 'severalPostedLines', count: found.length}] : [],
  )
  return {kind: 'unmatched', matched: clear ? new Set() : new Set(taken.flatMap(({at}) => at)), hints, unknown: []}
}

/** Whether lines have the unit's amount with opposite sign and, where they state periods, days of it. */
function reverses({amount, postings}: PostingGroup, cases: readonly LineCase[]): boolean {
  return (
    negated(sumOre(cases.map(({line}) => line.amount))) === amount &&
    statedPeriods(cases).every((period) => postings.some((posting) => overlap(posting.period, period)))
  )
}

/** All of its days lie inside each period that is stated. */
const isInside = ({postings}: PostingGroup, cases: readonly LineCase[]): boolean =>
  statedPeriods(cases).every((period) => postings.every((posting) => contains(period, posting.period)))

const statedPeriods = (cases: readonly LineCase[]): Period[] =>
  cases.flatMap(({reading}) =>
    reading.kind === 'stated' && reading.period.from <= reading.period.to ? [reading.period] : [],
  )
