/** Findings that say the same of several rows, as one (`commands.md`, validate-mapping): for a list that people read. */
import {ore} from '../../model/money.ts'
import type {Affected, MappingFinding} from '../finding.ts'

/**
 * In the order of their first rows; the rows and what is affected are those of all. A grant uses one row alone, so that
 * grants and kroner add up.
 */
export function groupFindings(findings: readonly MappingFinding[]): MappingFinding[] {
  return [...Map.groupBy(findings, groupKey).values()].flatMap((group) => {
    const [first] = group
    return first
      ? [{...first, rows: group.flatMap(({rows}) => rows), affected: sumOf(group.map(({affected}) => affected))}]
      : []
  })
}

/** What names other rows, or no row, stays by itself. */
function groupKey({severity, code, cell, rows: [row], otherRows, problem, remedy}: MappingFinding): string {
  const isAlone = otherRows.length > 0 || row === undefined
  const parts = [severity, code, cell?.column, cell?.value, problem.da, remedy.da, row?.file, isAlone && row?.row]
  return parts.join('|')
}

const sumOf = (all: readonly (Affected | null)[]): Affected | null =>
  all.reduce(
    (sum, affected) =>
      affected && {
        grants: affected.grants + (sum?.grants ?? 0),
        monthly: ore(affected.monthly + (sum?.monthly ?? 0)),
      },
    null,
  )
