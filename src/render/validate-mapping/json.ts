/** What `validate-mapping --json` prints. Amounts in kroner with two decimals, as text; no CPR number is whole. */

import type {Assignment} from '../../checks/mapping/account-assignment.ts'
import type {Change} from '../../checks/mapping/changes.ts'
import type {CheckedMapping} from '../../checks/mapping/check-mapping.ts'
import type {Affected, Finding} from '../../checks/mapping/finding.ts'
import {sentenceOf} from '../../checks/mapping/finding-groups.ts'
import type {ReplayedPostings, Tally} from '../../checks/mapping/replay-postings.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import {jsonKroner} from '../../model/money.ts'
import {maskedLine} from '../../text/mask.ts'

/** What the command read and wrote, beside what was found. */
export type MappingFacts = {
  readonly mapping: {readonly name: string; readonly rows: number}
  readonly chart: {readonly name: string; readonly numbers: number}
  /** In scope and running on the day asked about or later; null where no register was given. */
  readonly grants: number | null
  /** The day asked about. */
  readonly day: IsoDate
  /** Null where no corrected copy was asked for. */
  readonly fix: {
    readonly file: string
    /** False where no cell had to change. */
    readonly isWritten: boolean
    readonly cells: readonly FixedCell[]
    /** Left alone, for a formula stands in them. */
    readonly formulas: readonly FixedCell[]
  } | null
  /** The findings as a workbook, where it was asked for. */
  readonly workbook: string | null
}

export type FixedCell = {
  readonly row: number
  readonly column: string
  readonly was: string
  readonly becomes: string
}

export function documentOf(checked: CheckedMapping, facts: MappingFacts, language: Language) {
  const {findings, changes, replay: postedBefore} = checked
  return {
    ...facts,
    errors: findings.filter(({severity}) => severity === 'error').length,
    warnings: findings.filter(({severity}) => severity === 'warning').length,
    findings: findings.map((finding) => findingOf(finding, language)),
    changes: changes?.map(changeOf) ?? null,
    postedBefore: postedBefore && postedOf(postedBefore),
  }
}

export type MappingDocument = ReturnType<typeof documentOf>

const findingOf = (finding: Finding, language: Language) => ({
  severity: finding.severity,
  code: finding.code,
  file: finding.source?.file ?? null,
  row: finding.source?.row ?? null,
  column: finding.column || null,
  value: finding.value,
  otherRows: finding.others.map(({row}) => row),
  message: sentenceOf(finding, language),
  remedy: finding.remedy[language],
  successor: finding.successor,
  ...affectedOf(finding.affected),
})

const affectedOf = (affected: Affected | null) => ({
  grants: affected?.grants ?? null,
  monthly: affected && jsonKroner(affected.monthly),
})

const changeOf = ({keys, was, becomes, affected}: Change) => ({
  paragraph: keys.paragraph,
  ownership: maskedLine(keys.ownership),
  targetGroup: maskedLine(keys.targetGroup),
  service: maskedLine(keys.service),
  was: placeOf(was),
  becomes: placeOf(becomes),
  ...affectedOf(affected),
})

const placeOf = ({account, pspElement, code}: Assignment) => ({account, pspElement, code})

const tallyOf = ({invoices, amount}: Tally) => ({invoices, amount: jsonKroner(amount)})

const postedOf = ({from, to, failingBy, ...tallies}: ReplayedPostings) => ({
  from,
  to,
  posted: tallyOf(tallies.posted),
  same: tallyOf(tallies.same),
  elsewhere: tallyOf(tallies.elsewhere),
  failing: tallyOf(tallies.failing),
  failingBy: Object.fromEntries(Object.entries(failingBy).map(([code, tally]) => [code, tallyOf(tally)])),
  unknown: tallyOf(tallies.unknown),
  unknownOnClosed: tallyOf(tallies.unknownOnClosed),
})
