/**
 * What would be posted differently than by the support sheet and chart before (`commands.md`, `--previous`). With
 * grants it is what changes for them; without, for each combination of keys that a row of either sheet names.
 */
import type {MappingKeys} from '../../coding/mapping.ts'
import {lastDay} from '../../match/costs/cost.ts'
import type {Chart, Mapping, MappingRow} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {compareText} from '../../model/source.ts'
import {type Assignment, assignmentsIn, isSameAssignment} from './account-assignment.ts'
import {type CheckInput, inScope, judgedOn} from './check-input.ts'
import type {Affected} from './finding.ts'
import {keysName, keysOn, mainDay, type RowUsage} from './row-usage.ts'
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
export function changesSince(before: Before, subject: CheckInput, use: RowUsage | null): Change[] {
  const {postingDate} = subject.config.opus
  const oldPlace = assignmentsIn(before.mapping, before.chart, postingDate)
  const newPlace = assignmentsIn(subject.mapping, subject.chart, postingDate)
  const asked = subject.grants ? ofGrants(subject, subject.grants) : ofRows(before.mapping, subject)
  const groups = new Map<string, Omit<Change, 'affected'> & {readonly grants: Grant[]}>()
  for (const {keys, day, grants} of asked) {
    const [was, becomes] = [oldPlace(keys, day), newPlace(keys, day)]
    if (isSameAssignment(was, becomes)) continue
    const name = [keysName(keys), ...Object.values(was), ...Object.values(becomes)].join('|')
    const group = groups.get(name) ?? {keys, was, becomes, grants: []}
    groups.set(name, group)
    group.grants.push(...grants)
  }
  return [...groups.values()]
    .map(({grants, ...change}): Change => ({...change, affected: use ? use.affected(grants) : null}))
    .toSorted(
      (a, b) =>
        (b.affected?.monthly ?? 0) - (a.affected?.monthly ?? 0) || compareText(keysText(a.keys), keysText(b.keys)),
    )
}

type Asked = {readonly keys: MappingKeys; readonly day: IsoDate; readonly grants: readonly Grant[]}

const ofGrants = ({config, today}: CheckInput, grants: readonly Grant[]): Asked[] =>
  grants
    .filter((grant) => inScope(grant, config) && lastDay(grant) >= today)
    .map((grant) => {
      const day = mainDay(grant, today)
      return {keys: keysOn(grant, day), day, grants: [grant]}
    })

/** On the day asked about, or the row's own nearest to it. */
function ofRows(before: Mapping, {mapping, today}: CheckInput): Asked[] {
  const asked = new Map<string, Asked>()
  for (const row of [...before.rows, ...mapping.rows]) {
    const {keys, day} = {keys: keysOfRow(row), day: judgedOn(row, today)}
    asked.set(`${keysName(keys)}|${day}`, {keys, day, grants: []})
  }
  return [...asked.values()]
}

const keysOfRow = ({paragraph, ownership, targetGroup, service}: MappingRow): MappingKeys => ({
  paragraph,
  ownership: ownership ?? '',
  targetGroup: targetGroup ?? '',
  service: service ?? '',
})
