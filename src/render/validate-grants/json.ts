/** What `validate-grants --json` prints (`commands.md`). No CPR number is whole. */
import type {GrantsFinding} from '../../checks/finding.ts'
import type {Language} from '../../model/language.ts'
import type {WithLanguage} from '../checks/formats.ts'
import {findingsJson} from '../checks/json.ts'
import type {ValidatedGrants} from './result.ts'

export type GrantsDocument = ReturnType<typeof grantsJson>

export function grantsJson({check, facts}: ValidatedGrants, {language}: WithLanguage) {
  const {findings, ...counts} = findingsJson(check.findings, (finding) => findingJson(finding, language))
  return {
    grants: check.grants,
    open: check.open,
    unreadableRows: check.unreadableRows,
    findings,
    billsPerMonth: check.invoicesPerMonth,
    withLedger: facts.withLedger,
    withMapping: facts.withMapping,
    ...counts,
  }
}

const findingJson = (
  {severity, code, rows, grantIds, problem, remedy, invoices}: GrantsFinding,
  language: Language,
) => ({
  severity,
  kind: code,
  rows,
  grantIds,
  what: problem[language],
  todo: remedy[language],
  billsPerMonth: invoices?.count ?? 0,
  isCounted: invoices?.isCounted ?? false,
})
