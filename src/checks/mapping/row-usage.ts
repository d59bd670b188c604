/**
 * Which grants use which row (`matching.md` 5; `commands.md`, validate-mapping). Takes the input and the grants: every
 * grant in scope is coded on every day that could be the last of an invoice's period and on which the result can differ:
 * days on which its service or a row begins or ends, and the day asked about. The result is that of
 * `findAccountAssignment`, as in `match`.
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
import {costsFor, lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, monthOf, monthPeriod, openEnd} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {sumOre} from '../../model/money.ts'
import type {Affected} from '../finding.ts'
import {type CheckInput, firstPostableDay} from './check-input.ts'
import {keysName, keysOn, mainDay, serviceDays} from './grant-keys.ts'

/** Grants with the same keys that no row fits. */
export type GrantsWithoutRow = {
  readonly keys: MappingKeys
  readonly grants: readonly Grant[]
  /** Null where it is so on the day asked about (or the grants' own nearest to it); else the first day of it. */
  readonly from: IsoDate | null
}

/** The grants that have to do with a row. */
export type UsageOfRow = {
  /** Running on the day asked about or later, and coded by the row on that day, or on their own nearest to it. */
  readonly now: readonly Grant[]
  /** Coded by the row on any day that an invoice may still be posted for. */
  readonly ever: readonly Grant[]
  /** Left ambiguous on such a day by the row and others. */
  readonly ambiguous: readonly Grant[]
  /** Whose keys are those of the row while it holds, whatever row wins. */
  readonly fitting: readonly Grant[]
  /** Rows with more filled keys that won from it. */
  readonly losesTo: readonly MappingRow[]
}

export type RowUsage = {
  readonly ofRow: (row: MappingRow) => UsageOfRow
  readonly withoutRow: readonly GrantsWithoutRow[]
  readonly affectedBy: (grants: Iterable<Grant>) => Affected
  /** Values of one key that grants have, as the register writes them. */
  readonly values: (key: 'ownership' | 'targetGroup' | 'service') => readonly string[]
}

export function rowUsageOf(input: CheckInput, grants: readonly Grant[]): RowUsage {
  const {mapping, config, today} = input
  const since = firstPostableDay(input)
  const inScope = grants.filter((grant) => isInScope(grant, config) && lastDay(grant) >= since)
  const {usageByRow, withoutRow} = collectUsage(input, inScope, since)
  const rowByNumber = new Map(mapping.rows.map((row) => [row.source.row, row]))
  const costs = costsFor(config)
  const values = {
    ownership: [...new Set(inScope.map(({ownership}) => ownership))],
    targetGroup: [...new Set(inScope.map(({targetGroup}) => targetGroup))],
    service: [...new Set(inScope.flatMap(({services}) => services.map(({service}) => service)))],
  }
  return {
    ofRow: (row) => {
      const {now, ever, ambiguous, fitting, losesTo} = usageByRow.get(row.source.row) ?? noUsage()
      return {
        now: [...now],
        ever: [...ever],
        ambiguous: [...ambiguous],
        fitting: [...fitting],
        losesTo: [...losesTo].toSorted((a, b) => a - b).flatMap((number) => rowByNumber.get(number) ?? []),
      }
    },
    withoutRow,
    affectedBy: (affected) => {
      const monthly = [...affected].map((grant) => costs.of(grant, monthPeriod(monthOf(mainDay(grant, today)))))
      return {grants: monthly.length, monthly: sumOre(monthly)}
    },
    values: (key) => values[key],
  }
}

const noUsage = () => ({
  now: new Set<Grant>(),
  ever: new Set<Grant>(),
  ambiguous: new Set<Grant>(),
  fitting: new Set<Grant>(),
  losesTo: new Set<number>(),
})

type CollectedUsage = {
  /** By the row's number in its file. */
  readonly usageByRow: ReadonlyMap<number, ReturnType<typeof noUsage>>
  readonly withoutRow: readonly GrantsWithoutRow[]
}

function collectUsage({mapping, today}: CheckInput, grants: readonly Grant[], since: IsoDate): CollectedUsage {
  const resultFor = memoize(resultsIn(rowsByParagraph(mapping)))
  const usageByRow = new Map(mapping.rows.map((row) => [row.source.row, noUsage()]))
  const withoutRow = new Map<string, {keys: MappingKeys; from: IsoDate | null; grants: Set<Grant>}>()
  const daysOfChange = mapping.rows.flatMap(({from, to}) => [
    ...(from === null ? [] : [addDays(from, -1), from]),
    ...(to === null || to === openEnd ? [] : [to, addDays(to, 1)]),
  ])

  for (const grant of grants) {
    const main = mainDay(grant, today)
    const isRunning = lastDay(grant) >= today
    let later: IsoDate | null = null
    for (const day of serviceDays(grant, [main, ...daysOfChange], since)) {
      const keys = keysOn(grant, day)
      const {assignment, winners, losers} = resultFor(keys, day)
      for (const row of winners) {
        const usage = usageByRow.get(row.source.row)
        usage?.fitting.add(grant)
        if (assignment.kind === 'ambiguous') usage?.ambiguous.add(grant)
        else usage?.ever.add(grant)
        if (assignment.kind === 'found' && isRunning && day === main) usage?.now.add(grant)
      }
      for (const row of losers) {
        const usage = usageByRow.get(row.source.row)
        usage?.fitting.add(grant)
        for (const winner of winners) usage?.losesTo.add(winner.source.row)
      }
      const isLater: boolean = day > main && later === null
      if (assignment.kind === 'missing' && isRunning && (day === main || isLater)) {
        const from: IsoDate | null = day === main ? null : day
        later = day
        const name = `${from ?? ''}|${keysName(keys)}`
        const group = withoutRow.get(name) ?? {keys, from, grants: new Set<Grant>()}
        withoutRow.set(name, group)
        group.grants.add(grant)
      }
    }
  }
  return {
    usageByRow,
    withoutRow: [...withoutRow.values()].map((group) => ({...group, grants: [...group.grants]})),
  }
}

type CodingResult = {
  readonly assignment: AccountAssignment
  /** The rows that decide: the ones with the most filled keys, or those that leave it ambiguous. */
  readonly winners: readonly MappingRow[]
  /** The others that fit and hold on the day. */
  readonly losers: readonly MappingRow[]
}

type ResultFor = (keys: MappingKeys, day: IsoDate) => CodingResult

const resultsIn =
  (rowsOf: (paragraph: string) => readonly MappingRow[]): ResultFor =>
  (keys, day) => {
    const assignment = findAccountAssignment(keys, day, rowsOf)
    const fitting = rowsThatFit(keys, rowsOf)
    const valid = fitting.filter((row) => isValidOn(row, day))
    const most = Math.max(...valid.map(filledKeys))
    const winners =
      assignment.kind === 'ambiguous'
        ? fitting.filter(({source}) => assignment.rows.some(({row}) => row === source.row))
        : valid.filter((row) => filledKeys(row) === most)
    return {assignment, winners, losers: valid.filter((row) => !winners.includes(row))}
  }

/** Many grants have the same keys. */
function memoize(find: ResultFor): ResultFor {
  const known = new Map<string, CodingResult>()
  return (keys, day) => {
    const name = `${day}|${keysName(keys)}`
    const found = known.get(name) ?? find(keys, day)
    known.set(name, found)
    return found
  }
}
