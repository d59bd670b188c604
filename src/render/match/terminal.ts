/**
 * The result of a run, for a person to read in ten seconds (`commands.md`, match): what came, what was posted, what
 * is left and why, the deeds that would free most of it, and where the files are.
 */

import {catalogue} from '../../exceptions/catalogue.ts'
import type {Reason} from '../../exceptions/reason.ts'
import type {Language} from '../../model/language.ts'
import type {Action, MatchReport} from '../../model/run.ts'
import {compareText} from '../../model/source.ts'
import {shownCount, shownKroner, successRate} from '../../text/figures.ts'
import {aligned, hanging, wrapped} from '../layout.ts'
import type {Styles} from '../styles.ts'
import {type Words, wordsIn} from './vocabulary.ts'

/** Kroner by code, as text with a decimal point, beside what `--json` prints. */
export type ShownReport = MatchReport & {readonly reasonAmounts: Readonly<Record<string, string>>}

export type Rendering = {
  readonly language: Language
  /** Characters on a line. */
  readonly width: number
  readonly styles: Styles
}

/** Without a line end after the last line. */
export function renderResult(report: ShownReport, rendering: Rendering): string {
  const words = wordsIn(rendering.language)
  return [
    heading(report, words, rendering),
    totals(report, words, rendering),
    rate(report, words, rendering),
    reasons(report, words, rendering),
    actions(report, words, rendering),
    files(report, words, rendering),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

function heading({runId, dryRun}: ShownReport, words: Words, {styles, width}: Rendering): string[] {
  const title = styles.bold(`${words.run} ${runId}`)
  return dryRun ? [title, ...wrapped(words.dryRun, width).map(styles.caution)] : [title]
}

function totals(report: ShownReport, words: Words, {language, styles}: Rendering): string[] {
  const kinds = (['received', 'posted', 'decided', 'exceptions', 'alreadyPosted'] as const).filter(
    (kind) => kind !== 'decided' || report.decided.invoices > 0,
  )
  const rows = kinds.map((kind) => {
    const {invoices, amount} = report[kind]
    return [words.totals[kind], shownCount(invoices, language), shownKroner(amount, language)]
  })
  const [head = '', ...lines] = aligned([['', words.invoices, words.kroner], ...rows])
  return [styles.dim(head), ...lines.map((line, at) => (kinds[at] === 'posted' ? styles.good(line) : line))]
}

function rate(report: ShownReport, words: Words, {language, styles, width}: Rendering): string[] {
  const {byCount, byAmount} = successRate(report, language)
  if (byCount === undefined) return []
  return [
    ...wrapped(words.rate(byCount, byAmount), width).map(styles.bold),
    ...wrapped(words.rateMeans, width).map(styles.dim),
  ]
}

function reasons(report: ShownReport, words: Words, {language, styles, width}: Rendering): string[] {
  const sorted = Object.entries(report.reasons).toSorted(
    ([code, count], [otherCode, otherCount]) => otherCount - count || compareText(code, otherCode),
  )
  if (sorted.length === 0) return []
  const rows = sorted.map(([code, count]) => [
    '',
    shownCount(count, language),
    shownKroner(report.reasonAmounts[code] ?? '0.00', language),
  ])
  const [head = '', ...leads] = aligned([['', words.invoices, words.kroner], ...rows])
  return [
    styles.bold(words.reasons),
    styles.dim(head),
    ...leads.flatMap((lead, at) => hanging(`${lead}  `, sentenceOf(sorted[at]?.[0] ?? '', language), width)),
  ]
}

const entries: Readonly<Record<string, Reason>> = catalogue

const sentenceOf = (code: string, language: Language): string => entries[code]?.sentence[language] ?? code

const mostActions = 3

function actions(report: ShownReport, words: Words, {language, styles, width}: Rendering): string[] {
  const shown = report.actions.slice(0, mostActions)
  if (shown.length === 0) return []
  const gain = ({owner, invoices, amount, atMost}: Action): string =>
    words.gain(owner, shownCount(invoices, language), invoices, shownKroner(amount, language), atMost)
  return [
    styles.bold(words.actions),
    ...shown.flatMap((action, at) => [
      ...hanging(`  ${at + 1}. `, action.text, width),
      ...hanging('     ', gain(action), width).map(styles.dim),
    ]),
  ]
}

/** The folder stands whole on its line, for copying. */
function files({folder, dryRun}: ShownReport, words: Words, {styles, width}: Rendering): string[] {
  const next = dryRun ? words.filesOfTrial : words.startWith
  return [`${styles.bold(words.files)} ${folder}`, ...wrapped(next, width)]
}
