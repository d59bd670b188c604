/**
 * Credit notes (`matching.md` 3): each line takes back one posted line, or the lines posted as one sum. What names
 * or mirrors an invoice that is not posted holds it and is held.
 */
import {contains, overlap, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Invoice} from '../../model/invoice.ts'
import {negated, sumOre} from '../../model/money.ts'
import type {Hint} from '../../model/verdict.ts'
import {namedNumbers} from './credited-number.ts'
import type {LineCase} from '../explain-lines.ts'
import type {Bill, KnownBills} from './known-invoices.ts'
import type {PostedUnit, PostedUnits} from './posting-groups.ts'
import {meet, type Reach} from '../supplier-group.ts'

/** A posted unit and the lines of the note (by index) that take it back. */
export type TakenBack = {readonly unit: PostedUnit; readonly at: readonly number[]}

export type NoteVerdict =
  | {readonly kind: 'takesBack'; readonly units: readonly TakenBack[]}
  /** The note and these bills are held for good. */
  | {readonly kind: 'holds'; readonly bills: readonly Bill[]}
  /** `unknown`: folded numbers that the note names and nobody knows. */
  | {
      readonly kind: 'unmatched'
      /** The lines (by index) that found what they take back: another line of the note did not. */
      readonly matched: ReadonlySet<number>
      readonly hints: readonly (readonly Hint[])[]
      readonly unknown: readonly string[]
    }

export type NoteContext = {
  readonly reach: Reach
  readonly bills: KnownBills
  readonly units: PostedUnits
  readonly isPosted: (documentKey: string) => boolean
}

export function judgeCreditNote(
  note: Invoice,
  cases: readonly LineCase[],
  {reach, bills, units, isPosted}: NoteContext,
): NoteVerdict {
  const {stated, loose} = namedNumbers(note)
  const unknown = [...stated].filter((number) => bills.withNumber(number, reach).length === 0)
  if (unknown.length > 0) {
    const hints = unknown.map((number): Hint => ({kind: 'unknownCreditedNumber', number}))
    return {kind: 'unmatched', matched: new Set(), hints: cases.map(() => hints), unknown}
  }
  const named = [...stated.union(loose)].flatMap((number) => bills.withNumber(number, reach))
  const citizens = new Set(cases.flatMap(({citizen}) => citizen ?? []))
  const mirrored =
    named.length > 0 || note.issueDate === null
      ? []
      : bills.mirroredBy(negated(note.total), reach, citizens, note.issueDate)
  const unposted = [...named, ...mirrored].filter(({documentKey}) => !isPosted(documentKey))
  if (unposted.length > 0) return {kind: 'holds', bills: unposted}

  const among = named.length > 0 ? new Set(named.map(({documentKey}) => documentKey)) : null
  return takeBack(cases, (citizen) =>
    units
      .ofCitizen(citizen)
      .filter((unit) => meet(unit.reach, reach) && (among === null || among.has(unit.documentKey))),
  )
}

function takeBack(cases: readonly LineCase[], unitsOf: (citizen: Cpr) => readonly PostedUnit[]): NoteVerdict {
  const candidates = cases.map((each) =>
    each.citizen ? unitsOf(each.citizen).filter((unit) => takesBack(unit, [each])) : [],
  )
  const taken: TakenBack[] = []
  let clear = true
  for (const [citizen, at] of Map.groupBy([...cases.keys()], (index) => cases[index]?.citizen ?? null)) {
    const ofCitizen = at.flatMap((index) => cases[index] ?? [])
    const alone = at.map((index) => ({at: [index], found: candidates[index] ?? []}))
    const together =
      citizen && at.length > 1
        ? unitsOf(citizen).filter((unit) => unit.lineNumbers.length > 1 && takesBack(unit, ofCitizen))
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
        taken.push({unit, at: way.at})
      else clear = false
    }
    if (ways.length === 0) clear = false
  }
  if (clear && new Set(taken.map(({unit}) => unit)).size === taken.length) return {kind: 'takesBack', units: taken}
  const hints = candidates.map((found): Hint[] =>
    found.length > 1 ? [{kind: 'severalPostedLines', count: found.length}] : [],
  )
  return {kind: 'unmatched', matched: clear ? new Set() : new Set(taken.flatMap(({at}) => at)), hints, unknown: []}
}

/** Whether lines have the unit's amount with opposite sign and, where they state periods, days of it. */
function takesBack({amount, postings}: PostedUnit, cases: readonly LineCase[]): boolean {
  return (
    negated(sumOre(cases.map(({line}) => line.amount))) === amount &&
    statedPeriods(cases).every((period) => postings.some((posting) => overlap(posting.period, period)))
  )
}

/** All of its days lie inside each period that is stated. */
const isInside = ({postings}: PostedUnit, cases: readonly LineCase[]): boolean =>
  statedPeriods(cases).every((period) => postings.every((posting) => contains(period, posting.period)))

const statedPeriods = (cases: readonly LineCase[]): Period[] =>
  cases.flatMap(({reading}) =>
    reading.kind === 'stated' && reading.period.from <= reading.period.to ? [reading.period] : [],
  )
