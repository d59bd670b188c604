/** The order of findings: a list of comparisons for each check, of which the first that tells two apart decides. */
import {compareSources, compareText} from '../model/source.ts'
import type {Finding, FindingCode} from './finding.ts'

export type Comparison = (a: Finding, b: Finding) => number

/** Findings that no comparison tells apart stay in the order given. */
export function sortFindings<Code extends FindingCode>(
  findings: readonly Finding<Code>[],
  order: readonly Comparison[],
): Finding<Code>[] {
  return findings.toSorted((a, b) => {
    for (const compare of order) {
      const result = compare(a, b)
      if (result !== 0) return result
    }
    return 0
  })
}

/** Errors before warnings. */
export const bySeverity: Comparison = (a, b) => compareText(a.severity, b.severity)

/** Most invoices a month first. */
export const byInvoices: Comparison = (a, b) => (b.invoices?.count ?? 0) - (a.invoices?.count ?? 0)

export const byCode: Comparison = (a, b) => compareText(a.code, b.code)

export const byGrantIds: Comparison = (a, b) => compareText(a.grantIds.join(), b.grantIds.join())

export const byProblem: Comparison = (a, b) => compareText(a.problem.en, b.problem.en)

/** Those of one file first; those about no row last. */
export function byFile(first: string | undefined): Comparison {
  const rank = ({rows: [row]}: Finding): number => (row === undefined ? 2 : row.file === first ? 0 : 1)
  return (a, b) => rank(a) - rank(b)
}

/** By file and number of their first rows. */
export const byRow: Comparison = (a, b) => {
  const [rowOfA, rowOfB] = [a.rows[0], b.rows[0]]
  return rowOfA && rowOfB ? compareSources(rowOfA, rowOfB) : 0
}

export const byColumn: Comparison = (a, b) => compareText(a.cell?.column ?? '', b.cell?.column ?? '')
