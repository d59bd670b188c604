/**
 * What would be posted differently than by the support sheet and chart before (`commands.md`, `--previous`). Takes both;
 * returns what changes for the grants, or without grants for each combination of keys that a row of either sheet names.
 */
import type {MappingKeys} from '../../coding/mapping.ts'
import {lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import type {Chart, Mapping, MappingRow} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {compareText} from '../../model/source.ts'
import type {Affected} from '../finding.ts'
import {type Assignment, assignmentsIn, isSameAssignment} from './account-assignment.ts'
import {type CheckInput, judgedOn} from './check-input.ts'
import {keysName, keysOn, mainDay} from './grant-keys.ts'
import type {RowUsage} from './row-usage.ts'
import {keysText} from './sentences.ts'

export type Change = {
  /** Empty: any value that no row names. */
  readonly keys: MappingKeys
  readonly was: Assignment
  readonly becomes: Assignment
  /** Grants running on the day asked about or later; null where no register was given. */
  readonly affected: Affected | null
}

export type Before = {
  readonly mapping: Mapping
  /** Null: what was written then counts as open then. */
  readonly chart: Chart | null
}

/** Those with most kroner first, then by keys. */
export function changesSince(before: Before, input: CheckInput, usage: RowUsage | null): Change[] {
  const {postingDate} = input.config.opus
  const assignmentBefore = assignmentsIn(before.mapping, before.chart, postingDate)
  const assignmentNow = assignmentsIn(input.mapping, input.chart, postingDate)
  const cases = input.grants ? casesOfGrants(input, input.grants) : casesOfRows(before.mapping, input)
  const groups = new Map<string, Omit<Change, 'affected'> & {readonly grants: Grant[]}>()
  for (const {keys, day, grants} of cases) {
    const [was, becomes] = [assignmentBefore(keys, day), assignmentNow(keys, day)]
    if (isSameAssignment(was, becomes)) continue
    const name = [keysName(keys), ...Object.values(was), ...Object.values(becomes)].join('|')
    const group = groups.get(name) ?? {keys, was, becomes, grants: []}
    groups.set(name, group)
    group.grants.push(...grants)
  }
  return [...groups.values()]
    .map(({grants, ...change}): Change => ({...change, affected: usage ? usage.affectedBy(grants) : null}))
    .toSorted(
      (a, b) =>
        (b.affected?.monthly ?? 0) - (a.affected?.monthly ?? 0) || compareText(keysText(a.keys), keysText(b.keys)),
    )
}

type Case = {readonly keys: MappingKeys; readonly day: IsoDate; readonly grants: readonly Grant[]}

const casesOfGrants = ({config, today}: CheckInput, grants: readonly Grant[]): Case[] =>
  grants
    .filter((grant) => isInScope(grant, config) && lastDay(grant) >= today)
    .map((grant) => {
      const day = mainDay(grant, today)
      return {keys: keysOn(grant, day), day, grants: [grant]}
    })

/** On the day asked about, or the row's own nearest to it. */
function casesOfRows(before: Mapping, {mapping, today}: CheckInput): Case[] {
  const cases = new Map<string, Case>()
  for (const row of [...before.rows, ...mapping.rows]) {
    const {keys, day} = {keys: keysOfRow(row), day: judgedOn(row, today)}
    cases.set(`${keysName(keys)}|${day}`, {keys, day, grants: []})
  }
  return [...cases.values()]
}

const keysOfRow = ({paragraph, ownership, targetGroup, service}: MappingRow): MappingKeys => ({
  paragraph,
  ownership: ownership ?? '',
  targetGroup: targetGroup ?? '',
  service: service ?? '',
})
