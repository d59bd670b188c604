/**
 * An invoice explained, for a person to read from the top (`commands.md`, explain): what it is, what became of it, line
 * by line the grants left after each step and why, what was written where, and what each run made of it. Returns text
 * without a line end after the last line.
 */
import {stepTexts} from '../../exceptions/step-texts.ts'
import type {
  ExplainedInvoice,
  ExplainedLine,
  ExplainedPosting,
  Explanation,
  WaterfallStep,
} from '../../explain/explanation.ts'
import {type IsoDate, openEnd} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import {oreOfJson} from '../../model/money.ts'
import {dayText, kronerText, paragraphText, periodText, supplierText} from '../../text/format.ts'
import {countText} from '../../text/numbers.ts'
import {aligned, blocks, hanging, joined, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import {type ExplainVocabulary, vocabulary} from './vocabulary.ts'

export function renderExplanation({invoices, asked}: Explanation, rendering: Rendering): string {
  const words = vocabulary[rendering.language]
  return blocks([
    invoices.length > 1 ? wrapped(words.several(invoices.length, asked), rendering.width) : [],
    ...invoices.flatMap((invoice) => partsOf(invoice, words, rendering)),
  ])
}

const partsOf = (invoice: ExplainedInvoice, words: ExplainVocabulary, rendering: Rendering): string[][] => [
  heading(invoice, words, rendering),
  ...invoice.lines.map((line) => renderLine(line, invoice, words, rendering)),
  written(invoice, words, rendering),
  history(invoice, words, rendering),
]

function heading(invoice: ExplainedInvoice, words: ExplainVocabulary, {language, styles, width}: Rendering): string[] {
  const name = [
    `${invoice.type === 'creditNote' ? words.creditNote : words.invoice} ${invoice.invoiceNumber || '—'}`,
    ...(invoice.documentNumber ? [`${words.document} ${invoice.documentNumber}`] : []),
  ].join(', ')
  const facts = [
    supplierText(invoice.supplierName, invoice.supplierCvr),
    ...(invoice.issueDate ? [`${words.issued} ${dayText(invoice.issueDate as IsoDate, language)}`] : []),
    ...(invoice.dueDate ? [`${words.due} ${dayText(invoice.dueDate as IsoDate, language)}`] : []),
    kroner(invoice.total, language),
  ]
  const {run, outcome} = invoice
  const verdict = `${words.run(run.runId, run.dryRun)}: ${invoice.verdict}${invoice.reason ? ` [${invoice.reason}]` : ''}`
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
  invoice: ExplainedInvoice,
  words: ExplainVocabulary,
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
  const isBecauseNew = line.reason !== null && line.reason !== invoice.reason
  return [
    ...joined([`${words.line} ${line.number}`, ...facts], width).map(styles.bold),
    ...(read ? hanging('  ', read, width).map(styles.dim) : []),
    ...(isBecauseNew ? hanging('  ', `${line.because} [${line.reason}]`, width).map(styles.caution) : []),
    ...waterfall(line, invoice.run.withoutProof === null, words, rendering),
    ...nearestMiss(line, words, rendering),
    ...(line.suggestion ? hanging(`  ${words.suggestion} `, line.suggestion, width) : []),
    ...line.postings.flatMap((posting) => hanging('  → ', postingText(posting, words, language), width)),
    ...line.reversedBy.flatMap((document) => hanging('  ', words.reversedBy(document), width)),
  ]
}

function waterfall(
  {steps, left, reason}: ExplainedLine,
  hasProof: boolean,
  words: ExplainVocabulary,
  rendering: Rendering,
): string[] {
  const {language, styles, width} = rendering
  if (steps.length === 0)
    return reason && hasProof ? wrapped(words.notReached, width - 2).map((text) => `  ${text}`) : []
  const rows = steps.map(({name, before, after}) => [
    `  ${stepTexts[name].left[language]}`,
    countText(before, language),
    countText(after, language),
  ])
  const [head = '', ...counts] = aligned([[`  ${words.step}`, words.before, words.after], ...rows])
  return [
    styles.dim(head),
    ...counts.flatMap((count, index) => [count, ...excluded(steps[index], words, rendering)]),
    ...(left.length > 0 ? hanging('  ', `${words.left}: ${left.join(', ')}`, width) : []),
  ]
}

/** A citizen seldom has more grants than this at one step; the rest are in `--json`. */
const mostExcluded = 6

function excluded(
  step: WaterfallStep | undefined,
  words: ExplainVocabulary,
  {language, styles, width}: Rendering,
): string[] {
  if (!step) return []
  const compared = step.excluded
    .slice(0, mostExcluded)
    .map(({grantId, grantValue, lineValue}) =>
      step.name === 'period'
        ? words.periodUnknown(grantId)
        : words.compared(grantId, valueText(grantValue, language), valueText(lineValue, language)),
    )
  const more = step.excluded.length - compared.length
  return [...compared, ...(more > 0 ? [words.more(more)] : [])].flatMap((text) =>
    hanging('      ', text, width).map(styles.dim),
  )
}

function nearestMiss(
  {nearestMiss: miss}: ExplainedLine,
  words: ExplainVocabulary,
  {styles, width}: Rendering,
): string[] {
  if (!miss) return []
  return [
    ...hanging('  ', words.nearest(miss.grantId, miss.differences.length), width).map((text, index) =>
      index === 0 ? styles.bold(text) : text,
    ),
    ...miss.differences.flatMap(({text, wouldFit}) =>
      hanging('    - ', `${sentence(text)} ${sentence(words.wouldFit(wouldFit))}`, width),
    ),
  ]
}

function postingText(
  {grantId, paragraph, service, period, amount, account, pspElement, opus}: ExplainedPosting,
  words: ExplainVocabulary,
  language: Language,
): string {
  const what = [service, paragraph && paragraphText(paragraph)].filter((part) => part !== '').join(' ')
  const days = periodText({from: period.from as IsoDate, to: period.to as IsoDate}, language)
  const place = account ? `${words.account} ${account}${pspElement ? `, ${pspElement}` : ''}` : words.accountUnknown
  return `${kroner(amount, language)} ${words.onGrant(grantId, what, days)}; ${place}. OPUS: ${words.opus[opus]}.`
}

function written({run, outcome}: ExplainedInvoice, words: ExplainVocabulary, {styles, width}: Rendering): string[] {
  if (run.files.length === 0 && !run.folder) return []
  return [
    ...(run.folder ? [`${styles.bold(words.folder)} ${run.folder}`] : []),
    ...(run.files.length > 0
      ? hanging(`${outcome === 'posted' ? words.postedIn : words.isIn} `, run.files.join(', '), width)
      : []),
  ]
}

function history({history: entries}: ExplainedInvoice, words: ExplainVocabulary, rendering: Rendering): string[] {
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

/** A value of the proof as people write it: `1234.50` in kroner, days and periods; all else as it is. */
function valueText(value: string, language: Language): string {
  if (/^-?\d+\.\d\d$/.test(value)) return kroner(value, language)
  return value
    .replaceAll(/(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)?/g, (_, from: IsoDate, to: IsoDate = openEnd) =>
      periodText({from, to}, language),
    )
    .replaceAll(/\d{4}-\d\d-\d\d/g, (day) => dayText(day as IsoDate, language))
}

const kroner = (amount: string, language: Language): string => kronerText(oreOfJson(amount), language)
