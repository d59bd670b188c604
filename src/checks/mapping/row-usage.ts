/**
 * Which grants use which row. Every grant that the program posts for is asked on every day that could be the last of
 * a bill's period and on which the answer can differ: days on which its service or a row begins or ends, and the day
 * asked about. The answer is `findCostPlace`'s, as in `match`.
 */
import {
  type AccountAssignment,
  filledKeys,
  findAccountAssignment,
  isValidOn,
  type MappingKeys,
  rowsByParagraph,
  rowsThatFit,
} from '../../coding/mapping.ts'
import {costsFor, firstDay, lastDay, serviceOn} from '../../match/costs/cost.ts'
import {foldText, type MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, monthOf, monthPeriod, openEnd, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {sumOre} from '../../model/money.ts'
import {type CheckInput, firstPostableDay, inScope} from './check-input.ts'
import type {Affected} from './finding.ts'

/** Grants with the same keys that no single row codes. */
export type Gap = {
  readonly keys: MappingKeys
  readonly grants: readonly Grant[]
  /** Null where it is so on the day asked about (or the grants' own nearest to it); else the first day of it. */
  readonly from: IsoDate | null
}

export type UsageOfRow = {
  /** Running on the day asked about or later, and coded by the row on that day, or on their own nearest to it. */
  readonly now: readonly Grant[]
  /** Coded by the row on any day that a bill may still be posted for. */
  readonly ever: readonly Grant[]
  /** Left ambiguous on such a day by the row and others. */
  readonly ambiguous: readonly Grant[]
  /** Whose keys are those of the row while it holds, whatever row wins. */
  readonly fitting: readonly Grant[]
  /** Rows with more filled keys that won from it. */
  readonly losesTo: readonly MappingRow[]
}

export type RowUsage = {
  readonly of: (row: MappingRow) => UsageOfRow
  readonly gaps: readonly Gap[]
  readonly affected: (grants: Iterable<Grant>) => Affected
  /** Values of one key that grants have, as the register writes them. */
  readonly words: (key: 'ownership' | 'targetGroup' | 'service') => readonly string[]
}

export function rowUsageOf(subject: CheckInput, grants: readonly Grant[]): RowUsage {
  const {mapping, today} = subject
  const rowsOf = rowsByParagraph(mapping)
  const answerTo = remembered((keys, day) => answer(keys, day, rowsOf))
  const scoped = grants.filter((grant) => inScope(grant, subject.config) && lastDay(grant) >= firstPostableDay(subject))
  const books = new Map(mapping.rows.map((row) => [row.source.row, emptyBook()]))
  const rowAt = new Map(mapping.rows.map((row) => [row.source.row, row]))
  const gaps = new Map<string, {keys: MappingKeys; from: IsoDate | null; grants: Set<Grant>}>()
  const turning = mapping.rows.flatMap(({from, to}) => [
    ...(from === null ? [] : [addDays(from, -1), from]),
    ...(to === null || to === openEnd ? [] : [to, addDays(to, 1)]),
  ])

  for (const grant of scoped) {
    const main = mainDay(grant, today)
    const isRunning = lastDay(grant) >= today
    let later: IsoDate | null = null
    for (const day of daysOf(grant, [main, ...turning], firstPostableDay(subject))) {
      const keys = keysOn(grant, day)
      const {place, winners, losers} = answerTo(keys, day)
      for (const row of winners) {
        const book = books.get(row.source.row)
        book?.fitting.add(grant)
        if (place.kind === 'ambiguous') book?.ambiguous.add(grant)
        else book?.ever.add(grant)
        if (place.kind === 'found' && isRunning && day === main) book?.now.add(grant)
      }
      for (const row of losers) {
        const book = books.get(row.source.row)
        book?.fitting.add(grant)
        for (const winner of winners) book?.losesTo.add(winner.source.row)
      }
      const isLater: boolean = day > main && later === null
      if (place.kind === 'missing' && isRunning && (day === main || isLater)) {
        const from: IsoDate | null = day === main ? null : day
        later = day
        const name = `${from ?? ''}|${keysName(keys)}`
        const gap = gaps.get(name) ?? {keys, from, grants: new Set<Grant>()}
        gaps.set(name, gap)
        gap.grants.add(grant)
      }
    }
  }

  const costs = costsFor(subject.config)
  const words = {
    ownership: [...new Set(scoped.map(({ownership}) => ownership))],
    targetGroup: [...new Set(scoped.map(({targetGroup}) => targetGroup))],
    service: [...new Set(scoped.flatMap(({services}) => services.map(({service}) => service)))],
  }
  return {
    of: (row) => {
      const {now, ever, ambiguous, fitting, losesTo} = books.get(row.source.row) ?? emptyBook()
      return {
        now: [...now],
        ever: [...ever],
        ambiguous: [...ambiguous],
        fitting: [...fitting],
        losesTo: [...losesTo].toSorted((a, b) => a - b).flatMap((number) => rowAt.get(number) ?? []),
      }
    },
    gaps: [...gaps.values()].map((gap) => ({...gap, grants: [...gap.grants]})),
    affected: (some) => {
      const each = [...some]
      const monthly = each.map((grant) => costs.of(grant, monthPeriod(monthOf(mainDay(grant, today)))))
      return {grants: each.length, monthly: sumOre(monthly)}
    },
    words: (key) => words[key],
  }
}

/** The keys by which the support sheet is asked for a grant (`matching.md` 5). */
export const keysOn = (grant: Grant, day: IsoDate): MappingKeys => ({
  paragraph: grant.paragraph,
  ownership: grant.ownership,
  targetGroup: grant.targetGroup,
  service: serviceOn(grant, day),
})

export const keysName = ({paragraph, ownership, targetGroup, service}: MappingKeys): string =>
  [paragraph, ...[ownership, targetGroup, service].map(foldText)].join('|')

/** The day asked about, or the grant's own nearest to it. */
export function mainDay(grant: Grant, today: IsoDate): IsoDate {
  const [first, last] = [firstDay(grant) as IsoDate, lastDay(grant) as IsoDate]
  return today < first ? first : today > last ? last : today
}

function daysOf(grant: Grant, wanted: readonly IsoDate[], since: IsoDate): IsoDate[] {
  const days = grant.services.flatMap((stretch) => {
    const within: Period = {from: stretch.from > since ? stretch.from : since, to: stretch.to}
    if (within.from > within.to) return []
    return [within.from, within.to, ...wanted.filter((day) => within.from <= day && day <= within.to)]
  })
  return [...new Set(days)].toSorted()
}

type Rows = (paragraph: string) => readonly MappingRow[]

type Answer = {
  readonly place: AccountAssignment
  /** The rows that decide: the ones with the most filled keys, or those that leave it ambiguous. */
  readonly winners: readonly MappingRow[]
  /** The others that fit and hold on the day. */
  readonly losers: readonly MappingRow[]
}

function answer(keys: MappingKeys, day: IsoDate, rowsOf: Rows): Answer {
  const place = findAccountAssignment(keys, day, rowsOf)
  const fitting = rowsThatFit(keys, rowsOf)
  const valid = fitting.filter((row) => isValidOn(row, day))
  const most = Math.max(...valid.map(filledKeys))
  const winners =
    place.kind === 'ambiguous'
      ? fitting.filter(({source}) => place.rows.some(({row}) => row === source.row))
      : valid.filter((row) => filledKeys(row) === most)
  return {place, winners, losers: valid.filter((row) => !winners.includes(row))}
}

/** Many grants have the same keys. */
function remembered(find: (keys: MappingKeys, day: IsoDate) => Answer): typeof find {
  const known = new Map<string, Answer>()
  return (keys, day) => {
    const name = `${day}|${keysName(keys)}`
    const found = known.get(name) ?? find(keys, day)
    known.set(name, found)
    return found
  }
}

const emptyBook = () => ({
  now: new Set<Grant>(),
  ever: new Set<Grant>(),
  ambiguous: new Set<Grant>(),
  fitting: new Set<Grant>(),
  losesTo: new Set<number>(),
})
