/** Rows against each other: duplicates, and rows that are equally filled and lead to different places. */
import {filledKeys, findAccountAssignment, type MappingKeys, rowsByParagraph} from '../../coding/mapping.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, openEnd} from '../../model/calendar.ts'
import type {CheckInput} from './check-input.ts'
import type {Finding} from './finding.ts'
import {aboutRow} from './row-findings.ts'
import type {RowUsage} from './row-usage.ts'
import * as say from './sentences.ts'

type Pair = {readonly keys: MappingKeys; readonly isSame: boolean; readonly other: MappingRow}

/** Each row with those above it, once for each kind of clash. */
export function pairFindings({mapping}: CheckInput, use: RowUsage | null): Finding[] {
  const readable = mapping.rows.filter(({problems}) => problems.length === 0)
  const rowsOf = rowsByParagraph({rows: readable})
  return readable.flatMap((row) => {
    const above = rowsOf(row.paragraph).filter(
      (other) => other.source.row < row.source.row && filledKeys(other) === filledKeys(row) && sharesDay(other, row),
    )
    const isAlike = (other: MappingRow): boolean => other.account === row.account && other.pspElement === row.pspElement
    const same = above.filter((other) => isAlike(other) && hasSameKeys(other, row))
    const clashing = above
      .filter((other) => !isAlike(other))
      .flatMap((other): Pair[] => {
        const keys = keysOfBoth(other, row)
        if (!keys || !clash(row, other, keys, rowsOf)) return []
        return [{keys, isSame: hasSameKeys(other, row), other}]
      })
    const byKeys = Map.groupBy(clashing, ({keys, isSame}) => `${isSame} ${say.keysText(keys)}`)
    return [
      ...(same.length > 0 ? [duplicateOf(row, same)] : []),
      ...[...byKeys.values()].map((pairs) => conflictOf(row, pairs, use)),
    ]
  })
}

const duplicateOf = (row: MappingRow, same: readonly MappingRow[]): Finding =>
  aboutRow(row, {
    code: 'duplicate',
    severity: 'warning',
    others: same.map(({source}) => source),
    text: say.duplicate(same.map(({source}) => source.row)),
    remedy: say.deleteOne,
  })

/** Rows with the same keys always clash; others only for a grant that has the keys of both. */
function conflictOf(row: MappingRow, pairs: readonly Pair[], use: RowUsage | null): Finding {
  const [{keys, isSame}] = pairs as [Pair]
  const others = pairs.map(({other}) => other)
  const hit = use?.of(row).ambiguous.filter((grant) => others.some((other) => use.of(other).ambiguous.includes(grant)))
  return aboutRow(row, {
    code: 'conflict',
    severity: isSame || (hit && hit.length > 0) ? 'error' : 'warning',
    others: others.map(({source}) => source),
    text: say.conflict(
      others.map(({source}) => source.row),
      keys,
    ),
    remedy: say.settleConflict(keys, isSame),
    affected: use && hit ? use.affected(hit) : null,
  })
}

const hasSameKeys = (a: MappingRow, b: MappingRow): boolean =>
  a.ownership === b.ownership && a.targetGroup === b.targetGroup && a.service === b.service

const sharesDay = (a: MappingRow, b: MappingRow): boolean =>
  (a.from ?? '') <= (b.to ?? openEnd) && (b.from ?? '') <= (a.to ?? openEnd)

/** The keys of a grant that both rows fit; undefined where none can. Empty: any value that no row names. */
function keysOfBoth(a: MappingRow, b: MappingRow): MappingKeys | undefined {
  const merged = (['ownership', 'targetGroup', 'service'] as const).map((key) => {
    if (a[key] !== null && b[key] !== null && a[key] !== b[key]) return undefined
    return a[key] ?? b[key] ?? ''
  })
  const [ownership, targetGroup, service] = merged
  if (ownership === undefined || targetGroup === undefined || service === undefined) return undefined
  return {paragraph: a.paragraph, ownership, targetGroup, service}
}

/** Whether, on some day, no row with more filled keys settles it between the two. */
function clash(
  a: MappingRow,
  b: MappingRow,
  keys: MappingKeys,
  rowsOf: (paragraph: string) => readonly MappingRow[],
): boolean {
  const turning = rowsOf(a.paragraph).flatMap(({from}) => from ?? [])
  const first = [a.from ?? '', b.from ?? ''].toSorted().at(-1) || '0001-01-01'
  const last = [a.to ?? openEnd, b.to ?? openEnd].toSorted()[0] ?? openEnd
  const ends = rowsOf(a.paragraph).flatMap(({to}) => (to === null || to === openEnd ? [] : addDays(to, 1)))
  const days = [first, last, ...turning, ...ends] as IsoDate[]
  return days
    .filter((day) => first <= day && day <= last)
    .some((day) => {
      const place = findAccountAssignment(keys, day, rowsOf)
      if (place.kind !== 'ambiguous') return false
      const rows = place.rows.map(({row}) => row)
      return rows.includes(a.source.row) && rows.includes(b.source.row)
    })
}
