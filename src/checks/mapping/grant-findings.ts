/**
 * Rows against the register (`commands.md`, validate-mapping): rows that no grant uses, and grants that have no row. Takes
 * the input and which grants use which row, null where there is no register; returns the findings.
 */
import {rowsByParagraph} from '../../coding/mapping.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {foldText, type MappingRow} from '../../model/accounts.ts'
import {compareText} from '../../model/source.ts'
import {mistypedFor} from '../../text/nearest.ts'
import {findingOf, type MappingFinding} from '../finding.ts'
import {type CheckInput, isOver} from './check-input.ts'
import {aboutField, aboutRow} from './finding-about.ts'
import type {GrantsWithoutRow, RowUsage} from './row-usage.ts'
import * as sentences from './sentences.ts'

const keys = ['ownership', 'targetGroup', 'service'] as const
type Key = (typeof keys)[number]

export function grantFindings(input: CheckInput, usage: RowUsage | null): MappingFinding[] {
  const {rows} = input.mapping
  const isPosted = ({paragraph}: MappingRow): boolean => isInScope({fixed: true, paragraph}, input.config)
  const usable = rows.filter((row) => isPosted(row) && row.problems.length === 0 && !isOver(input, row))
  return [
    ...rows.filter((row) => !isPosted(row)).map((row) => outOfScope(input, row)),
    ...(usage ? usable.flatMap((row) => usageFindings(input, row, usage)) : []),
    ...(usage ? withoutRow(input, usage) : []),
  ]
}

const outOfScope = (input: CheckInput, row: MappingRow): MappingFinding =>
  aboutField(input, row, 'paragraph', {
    code: 'outOfScope',
    severity: 'warning',
    text: sentences.outOfScope(row.paragraph),
    remedy: sentences.widenScope,
  })

function usageFindings(input: CheckInput, row: MappingRow, usage: RowUsage): MappingFinding[] {
  const {ever, ambiguous, fitting, losesTo} = usage.ofRow(row)
  if (ever.length > 0 || ambiguous.length > 0) return []
  if (fitting.length > 0) {
    return [
      aboutRow(row, {
        code: 'neverReached',
        severity: 'warning',
        otherRows: losesTo.map(({source}) => source),
        text: sentences.neverReached(losesTo.map(({source}) => source.row)),
        remedy: sentences.keepAsFallback,
      }),
    ]
  }
  if (row.from !== null && row.to !== null && row.to < row.from) return []
  const unknown = keys.find((key) => row[key] !== null && !foldedValues(usage, key).includes(row[key]))
  const near = unknown ? nearValues(usage, unknown, row[unknown] ?? '') : []
  const finding = {
    code: 'usedByNone',
    severity: 'warning',
    text: sentences.usedByNone,
    remedy: sentences.correctKey(near),
  } as const
  return [unknown && near.length > 0 ? aboutField(input, row, unknown, finding) : aboutRow(row, finding)]
}

const foldedValues = (usage: RowUsage, key: Key): string[] => usage.values(key).map(foldText)

/** How grants write what is nearest to a value of the support sheet. */
function nearValues(usage: RowUsage, key: Key, value: string): readonly string[] {
  const near = mistypedFor(value, foldedValues(usage, key))
  return near.map((folded) => usage.values(key).find((candidate) => foldText(candidate) === folded) ?? folded)
}

/** Those with most kroner first. */
function withoutRow({mapping}: CheckInput, usage: RowUsage): MappingFinding[] {
  const rowsOf = rowsByParagraph(mapping)
  return usage.withoutRow
    .map((group) => ({...group, affected: usage.affectedBy(group.grants)}))
    .toSorted(
      (a, b) =>
        b.affected.monthly - a.affected.monthly || compareText(sentences.keysText(a.keys), sentences.keysText(b.keys)),
    )
    .map(({affected, ...group}) =>
      findingOf({
        severity: group.from === null ? 'error' : 'warning',
        code: group.from === null ? 'grantsWithoutRow' : 'grantsWithoutRowLater',
        problem: sentences.withoutRow(
          group.keys,
          group.grants.map(({id}) => id),
          group.from,
        ),
        remedy: sentences.addRow(nearRow(group, rowsOf(group.keys.paragraph))),
        affected,
      }),
    )
}

/** A row that would fit but for one key that is nearly the grant's. */
function nearRow(
  {keys: wanted}: GrantsWithoutRow,
  rows: readonly MappingRow[],
): {readonly row: number; readonly value: string} | null {
  for (const row of rows) {
    const differing = keys.filter((key) => row[key] !== null && row[key] !== foldText(wanted[key]))
    const [only] = differing
    if (differing.length !== 1 || !only) continue
    const value = row[only] ?? ''
    if (mistypedFor(foldText(wanted[only]), [value]).length > 0) return {row: row.source.row, value}
  }
  return null
}
