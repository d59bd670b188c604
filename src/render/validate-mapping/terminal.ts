/**
 * What `validate-mapping` found, for a person to work through (`commands.md`): the errors and the warnings with what to
 * do and what hangs on it, what changes, what would become of the bills, and what was written.
 */

import type {Change} from '../../checks/mapping/changes.ts'
import type {CheckedMapping} from '../../checks/mapping/check-mapping.ts'
import type {Severity} from '../../checks/mapping/finding.ts'
import {type FindingGroup, groupFindings, sentenceOf} from '../../checks/mapping/finding-groups.ts'
import {keysText} from '../../checks/mapping/sentences.ts'
import {amountText, countText} from '../../text/numbers.ts'
import {aligned, hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import type {MappingFacts} from './json.ts'
import {type MappingWords, mappingWordsIn} from './vocabulary.ts'

/** Without a line end after the last line. */
export function renderMapping(checked: CheckedMapping, facts: MappingFacts, rendering: Rendering): string {
  const words = mappingWordsIn(rendering.language)
  return [
    heading(checked, facts, words, rendering),
    findings('error', checked, facts, words, rendering),
    findings('warning', checked, facts, words, rendering),
    changes(checked, words, rendering),
    posted(checked, facts, words, rendering),
    files(facts, words, rendering),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

function heading(
  {findings: all}: CheckedMapping,
  facts: MappingFacts,
  words: MappingWords,
  {styles, width}: Rendering,
): string[] {
  const lines = wrapped(words.heading(facts), width).map(styles.bold)
  return all.length === 0 ? [...lines, styles.good(words.nothing)] : lines
}

/** Rows of which the same is said stand together. */
function findings(
  severity: Severity,
  checked: CheckedMapping,
  facts: MappingFacts,
  words: MappingWords,
  rendering: Rendering,
): string[] {
  const {styles} = rendering
  const chosen = checked.findings.filter((finding) => finding.severity === severity)
  if (chosen.length === 0) return []
  const title = severity === 'error' ? words.errors(chosen.length) : words.warnings(chosen.length)
  return [
    severity === 'error' ? styles.caution(styles.bold(title)) : styles.bold(title),
    ...groupFindings(chosen).flatMap((told) => item(told, facts, words, rendering)),
  ]
}

function item(
  {finding, rows, affected}: FindingGroup,
  {mapping}: MappingFacts,
  words: MappingWords,
  {language, styles, width}: Rendering,
): string[] {
  const isChart = finding.source !== null && finding.source.file !== mapping.name
  const numbers = rows.map(({row}) => row)
  const place = numbers.length === 0 ? '' : `${words.rows(numbers, isChart)}: `
  return [
    ...hanging('  - ', unbroken(`${place}${sentenceOf(finding, language)}`), width),
    ...hanging('    ', unbroken(finding.remedy[language]), width).map(styles.dim),
    ...(affected && affected.grants > 0 ? hanging('    ', words.affected(affected), width).map(styles.dim) : []),
  ]
}

/** `§ 107` stays on one line. */
const unbroken = (text: string): string => text.replaceAll('§ ', '§\u00A0')

function changes({changes: all}: CheckedMapping, words: MappingWords, rendering: Rendering): string[] {
  if (!all) return []
  if (all.length === 0) return [words.noChanges]
  return [rendering.styles.bold(words.changes(all.length)), ...all.flatMap((each) => change(each, words, rendering))]
}

function change({keys, was, becomes, affected}: Change, words: MappingWords, {styles, width}: Rendering): string[] {
  const isAny = keys.ownership === '' && keys.targetGroup === '' && keys.service === ''
  const lead = (word: string): string => `    ${word.padEnd(words.becomes.length)}  `
  return [
    ...hanging('  - ', unbroken(`${keysText(keys)}${isAny ? `, ${words.any}` : ''}`), width),
    ...hanging(lead(words.was), words.place(was), width),
    ...hanging(lead(words.becomes), words.place(becomes), width),
    ...(affected ? hanging('    ', words.affected(affected), width).map(styles.dim) : []),
  ]
}

function posted(
  {replay: postedBefore}: CheckedMapping,
  {grants}: MappingFacts,
  words: MappingWords,
  {language, styles, width}: Rendering,
): string[] {
  if (!postedBefore) return []
  if (postedBefore.posted.invoices === 0) return [words.nonePosted]
  const fates = (['same', 'elsewhere', 'failing', 'unknown'] as const).filter((fate) => postedBefore[fate].invoices > 0)
  const rowOf = (
    lead: string,
    {invoices, amount}: {invoices: number; amount: (typeof postedBefore.posted)['amount']},
  ) => [lead, countText(invoices, language), amountText(amount, language)]
  const rows = fates.flatMap((fate) => [
    rowOf(words.fates[fate], postedBefore[fate]),
    ...(fate === 'failing'
      ? Object.entries(postedBefore.failingBy).map(([code, tally]) =>
          rowOf(`  ${words.codes[code as keyof MappingWords['codes']]}`, tally),
        )
      : []),
  ])
  const [head = '', ...lines] = aligned([['', words.invoices, words.kroner], ...rows])
  const {unknown, unknownOnClosed} = postedBefore
  return [
    ...wrapped(words.posted(postedBefore.posted.invoices, postedBefore.from, postedBefore.to), width).map(styles.bold),
    styles.dim(head),
    ...lines,
    ...(unknown.invoices > 0 ? wrapped(grants === null ? words.giveGrants : words.notInRegister, width) : []),
    ...(unknownOnClosed.invoices > 0 ? wrapped(words.onClosed(unknownOnClosed.invoices), width) : []),
  ]
}

/** Paths stand whole on their lines, for copying. */
function files({fix, workbook}: MappingFacts, words: MappingWords, {width}: Rendering): string[] {
  const copy = fix && (fix.isWritten ? words.fixed(fix.file, fix.cells.length) : words.notFixed)
  const formulas = fix && fix.formulas.length > 0 ? words.formulas(fix.formulas.map(({row}) => row)) : null
  return [
    ...(copy ? [copy] : []),
    ...(formulas ? wrapped(formulas, width) : []),
    ...(workbook ? [words.workbook(workbook)] : []),
  ]
}
