/** Findings as whole sentences, and findings that say the same of several rows as one. */
import {isAccount, pspElement} from '../../model/accounts.ts'
import type {Language} from '../../model/language.ts'
import {ore} from '../../model/money.ts'
import type {Source} from '../../model/source.ts'
import type {Affected, Finding, FindingCode} from './finding.ts'

/** Their texts go on from the value: `Art 45000000 is blocked …`; the others stand for themselves. */
const goOn: ReadonlySet<FindingCode> = new Set([
  'numberMalformed',
  'wrongColumn',
  'statusAccount',
  'neverValid',
  'numberUnknown',
  'numberOfWrongType',
  'numberBlocked',
  'numberExpired',
  'numberNotYetValid',
  'numberCloses',
  'numberOpensLate',
])

/** `Art 45000000 er spærret i kontoplanen.`, without the row. */
export function sentenceOf({code, column, value, text}: Finding, language: Language): string {
  if (column === '') return text[language]
  const plain = isAccount(value) || pspElement(value) !== undefined
  const cell = value === '' ? column : `${column} ${plain ? value : `«${value}»`}`
  return `${cell}${goOn.has(code) ? ' ' : ': '}${text[language]}`
}

/** One finding, and all the rows that it is about in the same words. */
export type FindingGroup = {
  readonly finding: Finding
  readonly rows: readonly Source[]
  readonly affected: Affected | null
}

/** In the order of their first rows. Each grant hangs on one row alone, so that grants and kroner add up. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, (finding) => {
    const {severity, code, column, value, text, remedy, source, others} = finding
    const alone = others.length > 0 || source === null
    return [severity, code, column, value, text.da, remedy.da, source?.file, alone && `${source?.row}${text.da}`].join(
      '|',
    )
  })
  return [...groups.values()].map((same) => ({
    finding: same[0] as Finding,
    rows: same.flatMap(({source}) => source ?? []),
    affected: same.reduce<Affected | null>(
      (sum, {affected}) =>
        affected && {
          grants: affected.grants + (sum?.grants ?? 0),
          monthly: ore(affected.monthly + (sum?.monthly ?? 0)),
        },
      null,
    ),
  }))
}
