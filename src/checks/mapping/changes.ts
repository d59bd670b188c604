/**
 * What would be posted differently than by the support sheet and chart before (`commands.md`, `--previous`). With
 * grants it is what changes for them; without, for each combination of keys that a row of either sheet names.
 */
import type {CostKeys} from '../../coding/mapping.ts'
import type {Chart, Mapping, MappingRow} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {compareText} from '../../model/source.ts'
import {lastDay} from '../../match/costs/cost.ts'
import type {Affected} from './finding.ts'
import {isSamePlace, type Place, placesIn} from './account-assignment.ts'
import {keysText} from './sentences.ts'
import {inScope, judgedOn, type Subject} from './check-input.ts'
import {keysName, keysOn, mainDay, type Use} from './row-usage.ts'

export type Change = {
  /** Empty: any value that no row names. */
  readonly keys: CostKeys
  readonly was: Place
  readonly becomes: Place
  /** Grants running on the day asked about or later; null where no register was given. */
  readonly affected: Affected | null
}

export type Before = {
  readonly mapping: Mapping
  /** Null: what was written then counts as open then. */
  readonly chart: Chart | null
}

/** Those with most kroner first, then by keys. */
export function changesSince(before: Before, subject: Subject, use: Use | null): Change[] {
  const {postingDate} = subject.config.opus
  const oldPlace = placesIn(before.mapping, before.chart, postingDate)
  const newPlace = placesIn(subject.mapping, subject.chart, postingDate)
  const asked = subject.grants ? ofGrants(subject, subject.grants) : ofRows(before.mapping, subject)
  const groups = new Map<string, Omit<Change, 'affected'> & {readonly grants: Grant[]}>()
  for (const {keys, day, grants} of asked) {
    const [was, becomes] = [oldPlace(keys, day), newPlace(keys, day)]
    if (isSamePlace(was, becomes)) continue
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

type Asked = {readonly keys: CostKeys; readonly day: IsoDate; readonly grants: readonly Grant[]}

const ofGrants = ({config, today}: Subject, grants: readonly Grant[]): Asked[] =>
  grants
    .filter((grant) => inScope(grant, config) && lastDay(grant) >= today)
    .map((grant) => {
      const day = mainDay(grant, today)
      return {keys: keysOn(grant, day), day, grants: [grant]}
    })

/** On the day asked about, or the row's own nearest to it. */
function ofRows(before: Mapping, {mapping, today}: Subject): Asked[] {
  const asked = new Map<string, Asked>()
  for (const row of [...before.rows, ...mapping.rows]) {
    const {keys, day} = {keys: keysOfRow(row), day: judgedOn(row, today)}
    asked.set(`${keysName(keys)}|${day}`, {keys, day, grants: []})
  }
  return [...asked.values()]
}

const keysOfRow = ({paragraph, ownership, targetGroup, service}: MappingRow): CostKeys => ({
  paragraph,
  ownership: ownership ?? '',
  targetGroup: targetGroup ?? '',
  service: service ?? '',
})
