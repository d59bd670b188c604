/**
 * A bill explained, for a person to read from the top: what the bill is, what became of it, line by line the grants
 * left after each step and why, what was written where, and the bill's way through the runs.
 */

import type {
  ExplainedInvoice,
  ExplainedLine,
  ExplainedPosting,
  Explanation,
  WaterfallStep,
} from '../../explain/explanation.ts'
import {type IsoDate, openEnd} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import {shownCount, shownKroner} from '../../text/figures.ts'
import {dayText, paragraphText, periodText, supplierText} from '../../text/format.ts'
import {aligned, hanging, joined, wrapped} from '../layout.ts'
import type {Rendering} from '../match/terminal.ts'
import {type ExplanationWords, explanationWordsIn} from './vocabulary.ts'

/** Without a line end after the last line. */
export function renderExplanation({bills, asked}: Explanation, rendering: Rendering): string {
  const words = explanationWordsIn(rendering.language)
  const several = bills.length > 1 ? [wrapped(words.several(bills.length, asked), rendering.width).join('\n')] : []
  return [...several, ...bills.map((bill) => renderBill(bill, words, rendering))].join('\n\n')
}

function renderBill(bill: ExplainedInvoice, words: ExplanationWords, rendering: Rendering): string {
  return [
    heading(bill, words, rendering),
    ...bill.lines.map((line) => renderLine(line, bill, words, rendering)),
    written(bill, words, rendering),
    history(bill, words, rendering),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

function heading(bill: ExplainedInvoice, words: ExplanationWords, {language, styles, width}: Rendering): string[] {
  const name = [
    `${bill.type === 'creditNote' ? words.creditNote : words.invoice} ${bill.invoiceNumber || '—'}`,
    ...(bill.documentNumber ? [`${words.document} ${bill.documentNumber}`] : []),
  ].join(', ')
  const facts = [
    supplierText(bill.supplierName, bill.supplierCvr),
    ...(bill.issueDate ? [`${words.issued} ${dayText(bill.issueDate as IsoDate, language)}`] : []),
    ...(bill.dueDate ? [`${words.due} ${dayText(bill.dueDate as IsoDate, language)}`] : []),
    kroner(bill.total, language),
  ]
  const {run, outcome} = bill
  const verdict = `${words.run(run.runId, run.dryRun)}: ${bill.verdict}${bill.reason ? ` [${bill.reason}]` : ''}`
  const style = outcome === 'exception' ? styles.caution : styles.good
  return [
    ...wrapped(name, width).map(styles.bold),
    ...joined(facts, width),
    ...wrapped(verdict, width).map(style),
    ...(run.withoutProof ? wrapped(run.withoutProof, width).map(styles.dim) : []),
    ...(run.lookedFor ? [styles.dim(run.lookedFor)] : []),
  ]
}

function renderLine(
  line: ExplainedLine,
  bill: ExplainedInvoice,
  words: ExplanationWords,
  rendering: Rendering,
): string[] {
  const {language, styles, width} = rendering
  const facts = [
    kroner(line.amount, language),
    line.citizen ? `${words.citizen} ${line.citizen}` : words.noCitizen,
    line.period
      ? `${periodText({from: line.period.from as IsoDate, to: line.period.to as IsoDate}, language)} (${words.basis[line.period.basis] ?? line.period.basis})`
      : words.noPeriod,
  ]
  const source = line.source ? `${line.source.file}:${line.source.row}` : ''
  const read = [source, line.text ? `«${line.text}»` : ''].filter((part) => part !== '').join(' ')
  const isBecauseNew = line.reason !== null && line.reason !== bill.reason
  return [
    ...joined([`${words.line} ${line.number}`, ...facts], width).map(styles.bold),
    ...(read ? hanging('  ', read, width).map(styles.dim) : []),
    ...(isBecauseNew ? hanging('  ', `${line.because} [${line.reason}]`, width).map(styles.caution) : []),
    ...waterfall(line, bill.run.withoutProof === null, words, rendering),
    ...nearestMiss(line, words, rendering),
    ...(line.suggestion ? hanging(`  ${words.suggestion} `, line.suggestion, width) : []),
    ...line.postings.flatMap((posting) => hanging('  → ', postingText(posting, words, language), width)),
    ...line.reversedBy.flatMap((by) => hanging('  ', words.reversedBy(by), width)),
  ]
}

function waterfall(
  {steps, left, reason}: ExplainedLine,
  hasProof: boolean,
  words: ExplanationWords,
  rendering: Rendering,
): string[] {
  const {language, styles, width} = rendering
  if (steps.length === 0)
    return reason && hasProof ? wrapped(words.notReached, width - 2).map((text) => `  ${text}`) : []
  const rows = steps.map(({name, before, after}) => [
    `  ${words.steps[name]}`,
    shownCount(before, language),
    shownCount(after, language),
  ])
  const [head = '', ...counts] = aligned([[`  ${words.step}`, words.before, words.after], ...rows])
  return [
    styles.dim(head),
    ...counts.flatMap((count, at) => [count, ...excluded(steps[at], words, rendering)]),
    ...(left.length > 0 ? hanging('  ', `${words.left}: ${left.join(', ')}`, width) : []),
  ]
}

/** A citizen seldom has more grants than this at one step; the rest are in `--json`. */
const mostExcluded = 6

function excluded(
  step: WaterfallStep | undefined,
  words: ExplanationWords,
  {language, styles, width}: Rendering,
): string[] {
  if (!step) return []
  const told = step.excluded
    .slice(0, mostExcluded)
    .map(({grantId, grantValue, lineValue}) =>
      step.name === 'period'
        ? words.periodUnknown(grantId)
        : words.compared(grantId, valueText(grantValue, language), valueText(lineValue, language)),
    )
  const more = step.excluded.length - told.length
  return [...told, ...(more > 0 ? [words.more(more)] : [])].flatMap((text) =>
    hanging('      ', text, width).map(styles.dim),
  )
}

function nearestMiss(
  {nearestMiss: miss}: ExplainedLine,
  words: ExplanationWords,
  {styles, width}: Rendering,
): string[] {
  if (!miss) return []
  return [
    ...hanging('  ', words.nearest(miss.grantId, miss.differences.length), width).map((text, at) =>
      at === 0 ? styles.bold(text) : text,
    ),
    ...miss.differences.flatMap(({text, wouldFit}) =>
      hanging('    - ', `${sentence(text)} ${sentence(words.wouldFit(wouldFit))}`, width),
    ),
  ]
}

function postingText(
  {grantId, paragraph, service, period, amount, account, pspElement, opus}: ExplainedPosting,
  words: ExplanationWords,
  language: Language,
): string {
  const what = [service, paragraph && paragraphText(paragraph)].filter((part) => part !== '').join(' ')
  const days = periodText({from: period.from as IsoDate, to: period.to as IsoDate}, language)
  const place = account ? `${words.account} ${account}${pspElement ? `, ${pspElement}` : ''}` : words.accountUnknown
  return `${kroner(amount, language)} ${words.onGrant(grantId, what, days)}; ${place}. OPUS: ${words.opus[opus]}.`
}

function written({run, outcome}: ExplainedInvoice, words: ExplanationWords, {styles, width}: Rendering): string[] {
  if (run.files.length === 0 && !run.folder) return []
  return [
    ...(run.folder ? [`${styles.bold(words.folder)} ${run.folder}`] : []),
    ...(run.files.length > 0
      ? hanging(`${outcome === 'posted' ? words.postedIn : words.standsIn} `, run.files.join(', '), width)
      : []),
  ]
}

function history({history: entries}: ExplainedInvoice, words: ExplanationWords, rendering: Rendering): string[] {
  const {language, styles, width} = rendering
  return [
    styles.bold(words.history),
    ...entries.flatMap(({runId, day, dryRun, text, reason}) =>
      hanging(
        `  ${dayText(day as IsoDate, language)}  `,
        `${words.run(runId, dryRun)}: ${text}${reason ? ` [${reason}]` : ''}`,
        width,
      ),
    ),
  ]
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** A value of the proof as people write it: `1234.50` in kroner, days and periods; all else as it stands. */
function valueText(value: string, language: Language): string {
  if (/^-?\d+\.\d\d$/.test(value)) return kroner(value, language)
  return value
    .replaceAll(/(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)?/g, (_, from: IsoDate, to: IsoDate = openEnd) =>
      periodText({from, to}, language),
    )
    .replaceAll(/\d{4}-\d\d-\d\d/g, (day) => dayText(day as IsoDate, language))
}

/** `1.234,50 kr.`; in English `DKK 1,234.50`. */
function kroner(amount: string, language: Language): string {
  const shown = shownKroner(amount, language)
  return language === 'da' ? `${shown} kr.` : `DKK ${shown}`
}
