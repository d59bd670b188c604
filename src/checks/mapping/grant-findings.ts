/** Rows against the register: rows that no grant uses, and grants that no row codes. */
import {rowsByParagraph} from '../../coding/mapping.ts'
import {foldText, type MappingRow} from '../../model/accounts.ts'
import {compareText} from '../../model/source.ts'
import {mistypedFor} from '../../text/nearest.ts'
import {isOver} from './chart-findings.ts'
import type {CheckInput} from './check-input.ts'
import type {Finding} from './finding.ts'
import {aboutCell, aboutRow} from './row-findings.ts'
import type {Gap, RowUsage} from './row-usage.ts'
import * as say from './sentences.ts'

const keys = ['ownership', 'targetGroup', 'service'] as const

export function grantFindings(subject: CheckInput, use: RowUsage | null): Finding[] {
  const {rows} = subject.mapping
  const paragraphs = subject.config.rules.paragraphs
  return [
    ...rows.filter(({paragraph}) => !paragraphs.includes(paragraph)).map((row) => outOfScope(subject, row)),
    ...(use
      ? [
          ...rows
            .filter((row) => paragraphs.includes(row.paragraph) && row.problems.length === 0 && !isOver(subject, row))
            .flatMap((row) => useFindings(subject, row, use)),
          ...gapFindings(subject, use),
        ]
      : []),
  ]
}

const outOfScope = (subject: CheckInput, row: MappingRow): Finding =>
  aboutCell(subject, row, 'paragraph', {
    code: 'outOfScope',
    severity: 'warning',
    text: say.outOfScope(row.paragraph),
    remedy: say.widenScope,
  })

function useFindings(subject: CheckInput, row: MappingRow, use: RowUsage): Finding[] {
  const {ever, ambiguous, fitting, losesTo} = use.of(row)
  if (ever.length > 0 || ambiguous.length > 0) return []
  if (fitting.length > 0) {
    return [
      aboutRow(row, {
        code: 'neverReached',
        severity: 'warning',
        others: losesTo.map(({source}) => source),
        text: say.neverReached(losesTo.map(({source}) => source.row)),
        remedy: say.keepAsFallback,
      }),
    ]
  }
  if (row.from !== null && row.to !== null && row.to < row.from) return []
  const strange = keys.find((key) => row[key] !== null && !foldedWords(use, key).includes(row[key]))
  const near = strange ? nearWords(use, strange, row[strange] ?? '') : []
  const finding = {
    code: 'usedByNone',
    severity: 'warning',
    text: say.usedByNone,
    remedy: say.correctKey(near),
  } as const
  return [strange && near.length > 0 ? aboutCell(subject, row, strange, finding) : aboutRow(row, finding)]
}

const foldedWords = (use: RowUsage, key: (typeof keys)[number]): string[] => use.words(key).map(foldText)

/** How grants write what is nearest to a word of the support sheet. */
function nearWords(use: RowUsage, key: (typeof keys)[number], word: string): readonly string[] {
  const near = mistypedFor(word, foldedWords(use, key))
  return near.map((folded) => use.words(key).find((each) => foldText(each) === folded) ?? folded)
}

const gapFindings = ({mapping}: CheckInput, use: RowUsage): Finding[] => {
  const rowsOf = rowsByParagraph(mapping)
  return use.gaps
    .map((gap) => ({gap, affected: use.affected(gap.grants)}))
    .toSorted(
      (a, b) =>
        b.affected.monthly - a.affected.monthly || compareText(say.keysText(a.gap.keys), say.keysText(b.gap.keys)),
    )
    .map(
      ({gap, affected}): Finding => ({
        severity: gap.from === null ? 'error' : 'warning',
        code: gap.from === null ? 'grantsWithoutRow' : 'grantsWithoutRowLater',
        source: null,
        field: null,
        column: '',
        value: '',
        others: [],
        text: say.withoutRow(
          gap.keys,
          gap.grants.map(({id}) => id),
          gap.from,
        ),
        remedy: say.addRow(nearRow(gap, rowsOf(gap.keys.paragraph))),
        successor: null,
        affected,
      }),
    )
}

/** A row that would fit but for one key that is nearly the grant's. */
function nearRow(gap: Gap, rows: readonly MappingRow[]): {readonly row: number; readonly word: string} | null {
  for (const row of rows) {
    const differing = keys.filter((key) => row[key] !== null && row[key] !== foldText(gap.keys[key]))
    const [only] = differing
    if (differing.length !== 1 || !only) continue
    const word = row[only] ?? ''
    if (mistypedFor(foldText(gap.keys[only]), [word]).length > 0) return {row: row.source.row, word}
  }
  return null
}
