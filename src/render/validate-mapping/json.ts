/** What `validate-mapping --json` prints (`commands.md`). Amounts are kroner with two decimals, as text; no CPR number is whole. */
import type {Affected, MappingFinding} from '../../checks/finding.ts'
import type {Assignment} from '../../checks/mapping/account-assignment.ts'
import type {Change} from '../../checks/mapping/changes.ts'
import type {ReplayedPostings, Tally} from '../../checks/mapping/replay-postings.ts'
import type {Language} from '../../model/language.ts'
import {jsonKroner} from '../../model/money.ts'
import {maskedLine} from '../../text/mask.ts'
import type {WithLanguage} from '../checks/formats.ts'
import {findingsJson} from '../checks/json.ts'
import type {ValidatedMapping} from './result.ts'

export type MappingDocument = ReturnType<typeof mappingJson>

export const mappingJson = ({check, facts}: ValidatedMapping, {language}: WithLanguage) => ({
  ...facts,
  ...findingsJson(check.findings, (finding) => findingJson(finding, language)),
  changes: check.changes?.map(changeJson) ?? null,
  postedBefore: check.replay && replayJson(check.replay),
})

const findingJson = (finding: MappingFinding, language: Language) => ({
  severity: finding.severity,
  code: finding.code,
  file: finding.rows[0]?.file ?? null,
  row: finding.rows[0]?.row ?? null,
  column: finding.cell?.column || null,
  value: finding.cell?.value ?? '',
  otherRows: finding.otherRows.map(({row}) => row),
  message: finding.problem[language],
  remedy: finding.remedy[language],
  successor: finding.successor,
  ...affectedJson(finding.affected),
})

const affectedJson = (affected: Affected | null) => ({
  grants: affected?.grants ?? null,
  monthly: affected && jsonKroner(affected.monthly),
})

const changeJson = ({keys, was, becomes, affected}: Change) => ({
  paragraph: keys.paragraph,
  ownership: maskedLine(keys.ownership),
  targetGroup: maskedLine(keys.targetGroup),
  service: maskedLine(keys.service),
  was: assignmentJson(was),
  becomes: assignmentJson(becomes),
  ...affectedJson(affected),
})

const assignmentJson = ({account, pspElement, code}: Assignment) => ({account, pspElement, code})

const tallyJson = ({invoices, amount}: Tally) => ({invoices, amount: jsonKroner(amount)})

const replayJson = ({from, to, failingBy, ...tallies}: ReplayedPostings) => ({
  from,
  to,
  posted: tallyJson(tallies.posted),
  same: tallyJson(tallies.same),
  elsewhere: tallyJson(tallies.elsewhere),
  failing: tallyJson(tallies.failing),
  failingBy: Object.fromEntries(Object.entries(failingBy).map(([code, tally]) => [code, tallyJson(tally)])),
  unknown: tallyJson(tallies.unknown),
  unknownOnClosed: tallyJson(tallies.unknownOnClosed),
})
