/**
 * What `validate-mapping` found, for a person to work through (`commands.md`): the errors and the warnings with what to do
 * and what they affect, what changes, how the posted invoices would be coded now, and what was written.
 */
import {countBySeverity, type MappingFinding, type Severity} from '../../checks/finding.ts'
import type {AssignmentReason} from '../../checks/mapping/account-assignment.ts'
import type {Change} from '../../checks/mapping/changes.ts'
import type {MappingCheck} from '../../checks/mapping/check-mapping.ts'
import {groupFindings} from '../../checks/mapping/finding-groups.ts'
import type {Tally} from '../../checks/mapping/replay-postings.ts'
import {keysText} from '../../checks/mapping/sentences.ts'
import {amountText, countText} from '../../text/numbers.ts'
import {type FindingLayout, listFindings, type Paragraph} from '../checks/terminal.ts'
import {aligned, hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import type {MappingFacts, ValidatedMapping} from './result.ts'
import {type MappingWords, mappingWordsIn} from './vocabulary.ts'

/** Without a line end after the last line. */
export function mappingTerminal({check, facts}: ValidatedMapping, rendering: Rendering): string {
  const words = mappingWordsIn(rendering.language)
  return [
    heading(check, facts, words, rendering),
    findings('error', check, facts, words, rendering),
    findings('warning', check, facts, words, rendering),
    changes(check, words, rendering),
    replay(check, facts, words, rendering),
    files(facts, words, rendering),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

function heading(check: MappingCheck, facts: MappingFacts, words: MappingWords, {styles, width}: Rendering): string[] {
  const lines = wrapped(words.heading(facts), width).map(styles.bold)
  return check.findings.length === 0 ? [...lines, styles.good(words.nothing)] : lines
}

/** Rows with the same problem are one item of the list. */
function findings(
  severity: Severity,
  check: MappingCheck,
  facts: MappingFacts,
  words: MappingWords,
  rendering: Rendering,
): string[] {
  const {styles} = rendering
  const chosen = check.findings.filter((finding) => finding.severity === severity)
  if (chosen.length === 0) return []
  const {errors, warnings} = countBySeverity(chosen)
  const title =
    severity === 'error' ? styles.caution(styles.bold(words.errors(errors))) : styles.bold(words.warnings(warnings))
  return [title, ...listFindings(groupFindings(chosen), layoutFor(facts, words, rendering), rendering).flat()]
}

const layoutFor = (
  {mapping}: MappingFacts,
  words: MappingWords,
  {language, styles}: Rendering,
): FindingLayout<MappingFinding> => ({
  lead: () => '  - ',
  paragraphs: ({rows, problem, remedy, affected}): Paragraph[] => {
    const isChart = rows[0] !== undefined && rows[0].file !== mapping.name
    const numbers = rows.map(({row}) => row)
    const rowsText = numbers.length === 0 ? '' : `${words.rows(numbers, isChart)}: `
    return [
      {text: unbroken(`${rowsText}${problem[language]}`)},
      {text: unbroken(remedy[language]), style: styles.dim},
      ...(affected && affected.grants > 0 ? [{text: words.affected(affected), style: styles.dim}] : []),
    ]
  },
})

/** `§ 107` stays on one line. */
const unbroken = (text: string): string => text.replaceAll('§ ', '§\u00A0')

function changes({changes: all}: MappingCheck, words: MappingWords, rendering: Rendering): string[] {
  if (!all) return []
  if (all.length === 0) return [words.noChanges]
  return [rendering.styles.bold(words.changes(all.length)), ...all.flatMap((one) => change(one, words, rendering))]
}

function change({keys, was, becomes, affected}: Change, words: MappingWords, {styles, width}: Rendering): string[] {
  const isAny = keys.ownership === '' && keys.targetGroup === '' && keys.service === ''
  const lead = (word: string): string => `    ${word.padEnd(words.becomes.length)}  `
  return [
    ...hanging('  - ', unbroken(`${keysText(keys)}${isAny ? `, ${words.any}` : ''}`), width),
    ...hanging(lead(words.was), words.assignment(was), width),
    ...hanging(lead(words.becomes), words.assignment(becomes), width),
    ...(affected ? hanging('    ', words.affected(affected), width).map(styles.dim) : []),
  ]
}

function replay(
  {replay: replayed}: MappingCheck,
  {grants}: MappingFacts,
  words: MappingWords,
  {language, styles, width}: Rendering,
): string[] {
  if (!replayed) return []
  if (replayed.posted.invoices === 0) return [words.nonePosted]
  const results = (['same', 'elsewhere', 'failing', 'unknown'] as const).filter(
    (result) => replayed[result].invoices > 0,
  )
  const rowOf = (lead: string, {invoices, amount}: Tally) => [
    lead,
    countText(invoices, language),
    amountText(amount, language),
  ]
  const rows = results.flatMap((result) => [
    rowOf(words.replayed[result], replayed[result]),
    ...(result === 'failing'
      ? Object.entries(replayed.failingBy).map(([code, tally]) =>
          rowOf(`  ${words.codes[code as AssignmentReason]}`, tally),
        )
      : []),
  ])
  const [head = '', ...lines] = aligned([['', words.invoices, words.kroner], ...rows])
  const {unknown, unknownOnClosed} = replayed
  return [
    ...wrapped(words.posted(replayed.posted.invoices, replayed.from, replayed.to), width).map(styles.bold),
    styles.dim(head),
    ...lines,
    ...(unknown.invoices > 0 ? wrapped(grants === null ? words.giveGrants : words.notInRegister, width) : []),
    ...(unknownOnClosed.invoices > 0 ? wrapped(words.onClosed(unknownOnClosed.invoices), width) : []),
  ]
}

/** Paths are whole on their lines, for copying. */
function files({fix, workbook}: MappingFacts, words: MappingWords, {width}: Rendering): string[] {
  const copy = fix && (fix.isWritten ? words.fixed(fix.file, fix.cells.length) : words.notFixed)
  const formulas = fix && fix.formulas.length > 0 ? words.formulas(fix.formulas.map(({row}) => row)) : null
  return [
    ...(copy ? [copy] : []),
    ...(formulas ? wrapped(formulas, width) : []),
    ...(workbook ? [words.workbook(workbook)] : []),
  ]
}
