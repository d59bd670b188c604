/** The findings of a check as `--json` prints them (`commands.md`, validate-*): the counts, and each in the command's shape. */
import {countBySeverity, type Finding, type SeverityCounts} from '../../checks/finding.ts'

export const findingsJson = <Shown extends Finding, Shape>(
  findings: readonly Shown[],
  shape: (finding: Shown) => Shape,
): SeverityCounts & {readonly findings: Shape[]} => ({
  ...countBySeverity(findings),
  findings: findings.map((finding) => shape(finding)),
})
