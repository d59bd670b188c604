/**
 * Rows against each other (`commands.md`, validate-mapping; `matching.md` 5): duplicates, and rows that are equally filled
 * and lead to different accounts. Takes the input and which grants use which row; returns the findings.
 */
import {filledKeys, findAccountAssignment, type MappingKeys, rowsByParagraph} from '../../coding/mapping.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, openEnd} from '../../model/calendar.ts'
import type {MappingFinding} from '../finding.ts'
import type {CheckInput} from './check-input.ts'
import {aboutRow} from './finding-about.ts'
import type {RowUsage} from './row-usage.ts'
import * as sentences from './sentences.ts'

type Pair = {readonly keys: MappingKeys; readonly isSame: boolean; readonly other: MappingRow}

/** Each row with those above it, once for each kind of conflict. */
export function pairFindings({mapping}: CheckInput, usage: RowUsage | null): MappingFinding[] {
  const readable = mapping.rows.filter(({problems}) => problems.length === 0)
  const rowsOf = rowsByParagraph({rows: readable})
  return readable.flatMap((row) => {
    const above = rowsOf(row.paragraph).filter(
      (other) => other.source.row < row.source.row && filledKeys(other) === filledKeys(row) && sharesDay(other, row),
    )
    const isAlike = (other: MappingRow): boolean => other.account === row.account && other.pspElement === row.pspElement
    const same = above.filter((other) => isAlike(other) && hasSameKeys(other, row))
    const conflicting = above
      .filter((other) => !isAlike(other))
      .flatMap((other): Pair[] => {
        const keys = keysOfBoth(other, row)
        if (!keys || !areInConflict(row, other, keys, rowsOf)) return []
        return [{keys, isSame: hasSameKeys(other, row), other}]
      })
    const byKeys = Map.groupBy(conflicting, ({keys, isSame}) => `${isSame} ${sentences.keysText(keys)}`)
    return [
      ...(same.length > 0 ? [duplicateOf(row, same)] : []),
      ...[...byKeys.values()].map((pairs) => conflictOf(row, pairs, usage)),
    ]
  })
}

const duplicateOf = (row: MappingRow, same: readonly MappingRow[]): MappingFinding =>
  aboutRow(row, {
    code: 'duplicate',
    severity: 'warning',
    otherRows: same.map(({source}) => source),
    text: sentences.duplicate(same.map(({source}) => source.row)),
    remedy: sentences.deleteOne,
  })

/** Rows with the same keys are always in conflict; others only for a grant that has the keys of both. */
function conflictOf(row: MappingRow, pairs: readonly Pair[], usage: RowUsage | null): MappingFinding {
  const [{keys, isSame}] = pairs as [Pair]
  const others = pairs.map(({other}) => other)
  const ambiguous = usage
    ?.ofRow(row)
    .ambiguous.filter((grant) => others.some((other) => usage.ofRow(other).ambiguous.includes(grant)))
  return aboutRow(row, {
    code: 'conflict',
    severity: isSame || (ambiguous && ambiguous.length > 0) ? 'error' : 'warning',
    otherRows: others.map(({source}) => source),
    text: sentences.conflict(
      others.map(({source}) => source.row),
      keys,
    ),
    remedy: sentences.settleConflict(keys, isSame),
    affected: usage && ambiguous ? usage.affectedBy(ambiguous) : null,
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
function areInConflict(
  a: MappingRow,
  b: MappingRow,
  keys: MappingKeys,
  rowsOf: (paragraph: string) => readonly MappingRow[],
): boolean {
  const begins = rowsOf(a.paragraph).flatMap(({from}) => from ?? [])
  const first = [a.from ?? '', b.from ?? ''].toSorted().at(-1) || '0001-01-01'
  const last = [a.to ?? openEnd, b.to ?? openEnd].toSorted()[0] ?? openEnd
  const ends = rowsOf(a.paragraph).flatMap(({to}) => (to === null || to === openEnd ? [] : addDays(to, 1)))
  const days = [first, last, ...begins, ...ends] as IsoDate[]
  return days
    .filter((day) => first <= day && day <= last)
    .some((day) => {
      const assignment = findAccountAssignment(keys, day, rowsOf)
      if (assignment.kind !== 'ambiguous') return false
      const rows = assignment.rows.map(({row}) => row)
      return rows.includes(a.source.row) && rows.includes(b.source.row)
    })
}
