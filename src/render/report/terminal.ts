/**
 * The report for the terminal (`commands.md`, report): what the rate is and what it means, one grouping with small
 * bars, the reasons, what would lift the rate, and what is open. It reads alike without colour. Returns text with
 * its last line end.
 */
import type {Share} from '../../report/counts.ts'
import type {Figures} from '../../report/figures.ts'
import type {ReasonGroup} from '../../report/groups.ts'
import type {Tally} from '../../report/rates.ts'
import {maskedSentence} from '../../text/mask.ts'
import {amountText, countText, percentText} from '../../text/numbers.ts'
import {aligned, blocks, hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import {bar} from './bars.ts'
import {definitionsOf, type Term} from './definitions.ts'
import {type Grouping, gainText, invoicesText, reasonText, runsText, spanText, supplierName} from './labels.ts'
import {restFacts} from './rest-facts.ts'
import {groupRows} from './terminal-rows.ts'
import type {ReportView} from './view.ts'
import {vocabulary} from './vocabulary.ts'

export function renderReport(figures: Figures, {by, rendering}: ReportView): string {
  const isReason = by === 'reason'
  const parts = [
    heading(figures, rendering),
    rates(figures, rendering),
    facts(figures, rendering),
    ...(isReason ? [] : [grouping(figures, by, rendering)]),
    reasons(figures, isReason ? figures.reasons.length : mostReasons, rendering),
    fixes(figures, rendering),
    recurring(figures, rendering),
    definitions(figures, by, rendering),
  ]
  return `${blocks(parts.map((lines) => lines.map((line) => line.trimEnd())))}\n`
}

const mostReasons = 5
const mostFixes = 5
const mostRecurring = 5
const mostGroups = 20

function heading({span, horizon}: Figures, {language, styles}: Rendering): string[] {
  const {lastRun} = vocabulary[language]
  return [
    styles.bold(`bills report · ${spanText(span, language)}`),
    styles.dim(`${lastRun} ${horizon.lastRun.runId}, ${runsText(horizon.runs, language)}`),
  ]
}

/** By count and by amount, over all received and over those in scope: eventual, then in the first run. */
function rates({total: {counts, rates: found}}: Figures, {language, styles}: Rendering): string[] {
  const {title, invoices, of, kroner, first, all, scope} = vocabulary[language].rates
  const row = (label: string, share: Share, part: Tally, whole: Tally): string[] => [
    label,
    percentText(share.byCount, language),
    `${countText(part.invoices, language)} ${of} ${countText(whole.invoices, language)}`,
    percentText(share.byAmount, language),
  ]
  const [head = '', ...lines] = aligned([
    [title, invoices, '', kroner],
    row(`  ${all}`, found.ofReceived, counts.posted, counts.received),
    row(`  ${scope}`, found.ofInScope, counts.postedInScope, counts.inScope),
    [first, '', '', ''],
    row(`  ${all}`, found.firstPassOfReceived, counts.firstPass, counts.received),
    row(`  ${scope}`, found.firstPassOfInScope, counts.firstPassInScope, counts.inScope),
  ])
  return [styles.bold(head), ...lines.map((line, index) => (index === 0 ? styles.good(line) : line))]
}

function facts(figures: Figures, {language, width}: Rendering): string[] {
  const found = restFacts(figures, language)
  const names = Math.max(...found.map(({name}) => name.length))
  return found.flatMap(({name, value, detail}) =>
    hanging(`${name.padEnd(names)}  `, detail ? `${value} (${detail})` : value, width),
  )
}

function grouping(figures: Figures, by: Exclude<Grouping, 'reason'>, {language, width, styles}: Rendering): string[] {
  const {title, header, rows, barOf} = groupRows(figures, by, language)
  const shown = rows.slice(0, by === 'month' || by === 'week' ? rows.length : mostGroups)
  const more = rows.length - shown.length
  const figuresAlone = aligned([header, ...rows].map(([, ...others]) => ['', ...others]))
  const longest = width - (figuresAlone[0]?.length ?? 0) - leastBar - 2
  const cut = [header, ...shown].map(([label = '', ...others]) => [shortened(label, longest), ...others])
  const [head = '', ...lines] = aligned(cut)
  const room = width - head.length - 2
  return [
    ...wrapped(title, width).map(styles.bold),
    styles.dim(head.trimEnd()),
    ...lines.map((line, index) => `${line}  ${bar(barOf(index), Math.min(room, mostBar))}`),
    ...(more > 0 ? wrapped(vocabulary[language].more(more), width).map(styles.dim) : []),
  ]
}

const leastBar = 8
const mostBar = 20

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

function reasons({reasons: all}: Figures, most: number, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  const words = vocabulary[language]
  const lead = ({unposted, share}: ReasonGroup): string[] => [
    '',
    countText(unposted.invoices, language),
    amountText(unposted.amount, language),
    percentText(share, language),
  ]
  const shown = all.slice(0, most)
  const [head = '', ...leads] = aligned([['', words.invoices, words.kroner, ''], ...shown.map(lead)])
  return [
    styles.bold(words.reasons),
    styles.dim(head.trimEnd()),
    ...leads.flatMap((text, index) => {
      const group = shown[index]
      return group ? hanging(`${text}  ${bar(group.share ?? 0, 6)}  `, reasonText(group.reason, language), width) : []
    }),
  ]
}

function fixes({fixes: all}: Figures, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  return [
    styles.bold(vocabulary[language].fixes),
    ...all
      .slice(0, mostFixes)
      .flatMap((fix, index) => [
        ...hanging(`  ${index + 1}. `, maskedSentence(fix[language]), width),
        ...hanging('     ', gainText(fix, language), width).map(styles.dim),
      ]),
  ]
}

function recurring({recurring: all, months}: Figures, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  const words = vocabulary[language]
  return [
    styles.bold(words.recurring),
    ...all.slice(0, mostRecurring).flatMap(({name, cvr, reason, invoices, months: found}) => {
      const often = words.often(invoicesText(invoices.invoices, language), found, months.length)
      return hanging('  ', `${supplierName(name, cvr, language)}: ${reasonText(reason, language)} ${often}.`, width)
    }),
  ]
}

/** Of all that is shown; the files have the others too. */
function definitions(figures: Figures, by: Grouping, {language, width, styles}: Rendering): string[] {
  const unseen: readonly (Term | false)[] = [
    'target',
    'hoursSaved',
    by !== 'month' && by !== 'week' && 'months',
    figures.reasons.length === 0 && 'reasons',
    figures.recurring.length === 0 && 'comingBack',
    figures.fixes.length === 0 && 'fixes',
  ]
  const terms = definitionsOf(figures).filter(({term}) => !unseen.includes(term))
  const lead = Math.max(...terms.map(({name}) => name[language].length)) + 2
  return [
    styles.bold(vocabulary[language].definitions),
    ...terms.flatMap(({name, meaning}) =>
      hanging(name[language].padEnd(lead), meaning[language], width).map(styles.dim),
    ),
  ]
}
