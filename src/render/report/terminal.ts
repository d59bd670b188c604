/**
 * The report for the terminal (`commands.md`, report): what the rate is and what it means, one grouping with small
 * bars, the reasons, what would lift the rate, and what lies open. It reads alike without colour.
 */

import type {Language} from '../../model/language.ts'
import type {Share} from '../../report/counts.ts'
import type {Figures, FixGain} from '../../report/figures.ts'
import type {ReasonGroup} from '../../report/groups.ts'
import type {Tally} from '../../report/rates.ts'
import {maskedSentence} from '../../text/mask.ts'
import {aligned, hanging, wrapped} from '../layout.ts'
import type {Rendering} from '../match/terminal.ts'
import {bar} from './bars.ts'
import {definitionsOf, type Term} from './definitions.ts'
import {amountText, countText, percentText, signedText} from './numbers.ts'
import {restFacts, runsText} from './overview.ts'
import {groupRows} from './terminal-rows.ts'
import {type Grouping, reasonText, spanText, supplierName} from './vocabulary.ts'

/** Without a line end after the last line. */
export function renderReport(figures: Figures, by: Grouping, rendering: Rendering): string {
  const isReason = by === 'reason'
  return [
    heading(figures, rendering),
    rates(figures, rendering),
    facts(figures, rendering),
    ...(isReason ? [] : [grouping(figures, by, rendering)]),
    reasons(figures, isReason ? figures.reasons.length : mostReasons, rendering),
    fixes(figures, rendering),
    comingBack(figures, rendering),
    definitions(figures, by, rendering),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')
}

const mostReasons = 5
const mostFixes = 5
const mostComingBack = 5
const mostGroups = 20

function heading({span, horizon}: Figures, {language, styles}: Rendering): string[] {
  const run = language === 'da' ? 'Seneste kørsel' : 'Last run'
  return [
    styles.bold(`bills report · ${spanText(span, language)}`),
    styles.dim(`${run} ${horizon.lastRun.runId}, ${runsText(horizon.runs, language)}`),
  ]
}

/** By count and by amount, over all received and over those in scope: eventual, then in the first run. */
function rates({total: {counts, rates: found}}: Figures, {language, styles}: Rendering): string[] {
  const {title, invoices, of, kroner, first, all, scope} = words[language]
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
  return [styles.bold(head), ...lines.map((line, at) => (at === 0 ? styles.good(line) : line))]
}

function facts(figures: Figures, {language, width}: Rendering): string[] {
  const found = restFacts(figures, language)
  const names = Math.max(...found.map(({name}) => name.length))
  return found.flatMap(({name, value, of}) =>
    hanging(`${name.padEnd(names)}  `, of ? `${value} (${of})` : value, width),
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
  const left = width - head.length - 2
  return [
    ...wrapped(title, width).map(styles.bold),
    styles.dim(head.trimEnd()),
    ...lines.map((line, at) => `${line}  ${bar(barOf(at), Math.min(left, mostBar))}`),
    ...(more > 0 ? wrapped(moreText(more, language), width).map(styles.dim) : []),
  ]
}

const leastBar = 8
const mostBar = 20

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const moreText = (more: number, language: Language): string =>
  language === 'da'
    ? `… og ${countText(more, language)} til; --format csv, xlsx og html har dem alle.`
    : `… and ${countText(more, language)} more; --format csv, xlsx and html have them all.`

function reasons({reasons: all}: Figures, most: number, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  const [title, invoices, kroner] =
    language === 'da'
      ? ['Hvorfor resten ikke er konteret', 'Regninger', 'Kroner']
      : ['Why the rest is not posted', 'Invoices', 'Kroner']
  const lead = ({left, share}: ReasonGroup): string[] => [
    '',
    countText(left.invoices, language),
    amountText(left.amount, language),
    percentText(share, language),
  ]
  const shown = all.slice(0, most)
  const [head = '', ...leads] = aligned([['', invoices ?? '', kroner ?? '', ''], ...shown.map(lead)])
  return [
    styles.bold(title ?? ''),
    styles.dim(head.trimEnd()),
    ...leads.flatMap((text, at) => {
      const group = shown[at]
      return group ? hanging(`${text}  ${bar(group.share ?? 0, 6)}  `, reasonText(group.reason, language), width) : []
    }),
  ]
}

function fixes({fixes: all}: Figures, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  return [
    styles.bold(language === 'da' ? 'Det, der ville løfte andelen mest' : 'What would lift the rate most'),
    ...all
      .slice(0, mostFixes)
      .flatMap((fix, at) => [
        ...hanging(`  ${at + 1}. `, maskedSentence(fix[language]), width),
        ...hanging('     ', gainText(fix, language), width).map(styles.dim),
      ]),
  ]
}

/** `Administration: op til 12 regninger, 123.456,00 kr., op til +1,2 point`. */
export function gainText({owner, invoices, amount, points, isExact}: FixGain, language: Language): string {
  const [count, kroner] = [countText(invoices, language), amountText(amount, language)]
  const gained = signedText(points, language)
  if (language === 'da')
    return `${owner}: ${isExact ? '' : 'op til '}${count} ${invoices === 1 ? 'regning' : 'regninger'}, ${kroner} kr., ${gained} point`
  return `${owner}: ${isExact ? '' : 'up to '}${count} ${invoices === 1 ? 'invoice' : 'invoices'}, DKK ${kroner}, ${gained} points`
}

function comingBack({comingBack: all, months}: Figures, {language, width, styles}: Rendering): string[] {
  if (all.length === 0) return []
  return [
    styles.bold(language === 'da' ? 'Det, der kommer igen' : 'What comes back'),
    ...all.slice(0, mostComingBack).flatMap(({name, cvr, reason, invoices, months: found}) => {
      const count = countText(invoices.invoices, language)
      const often =
        language === 'da'
          ? `${count} ${invoices.invoices === 1 ? 'regning' : 'regninger'} i ${found} af ${months.length} måneder`
          : `${count} ${invoices.invoices === 1 ? 'invoice' : 'invoices'} in ${found} of ${months.length} months`
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
    figures.comingBack.length === 0 && 'comingBack',
    figures.fixes.length === 0 && 'fixes',
  ]
  const terms = definitionsOf(figures).filter(({term}) => !unseen.includes(term))
  const lead = Math.max(...terms.map(({name}) => name[language].length)) + 2
  return [
    styles.bold(language === 'da' ? 'Hvad tallene betyder' : 'What the figures mean'),
    ...terms.flatMap(({name, meaning}) =>
      hanging(name[language].padEnd(lead), meaning[language], width).map(styles.dim),
    ),
  ]
}

const words = {
  da: {
    title: 'Konteret automatisk',
    first: 'Heraf i første kørsel',
    all: 'af alle modtagne',
    scope: 'af dem i omfang',
    invoices: 'Regninger',
    of: 'af',
    kroner: 'Kroner',
  },
  en: {
    title: 'Posted automatically',
    first: 'Of these in the first run',
    all: 'of all received',
    scope: 'of those in scope',
    invoices: 'Invoices',
    of: 'of',
    kroner: 'Kroner',
  },
} as const
