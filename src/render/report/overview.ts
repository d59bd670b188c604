/** What the report comes to, as short facts that every format shows: a name, a value, and what it is of. */
import type {Language} from '../../model/language.ts'
import type {Against, Figures} from '../../report/figures.ts'
import type {Tally} from '../../report/rates.ts'
import {monthText} from '../../text/format.ts'
import {amountText, countText, percentText, plainText, signedText, tenthsText} from './numbers.ts'
import {spanText} from './vocabulary.ts'

export type Fact = {
  readonly key: string
  readonly name: string
  readonly value: string
  /** Empty where there is nothing to add. */
  readonly of: string
}

export function factsOf(figures: Figures, language: Language): Fact[] {
  return [...aboutFacts(figures, language), ...rateFacts(figures, language), ...restFacts(figures, language)]
}

export const runsText = (runs: number, language: Language): string =>
  language === 'da'
    ? runs === 1
      ? 'den eneste'
      : `af ${countText(runs, language)} kørsler`
    : runs === 1
      ? 'the only one'
      : `of ${countText(runs, language)} runs`

export function aboutFacts({span, horizon}: Figures, language: Language): Fact[] {
  const {runId} = horizon.lastRun
  return language === 'da'
    ? [
        {key: 'span', name: 'Periode (fakturadato)', value: spanText(span, language), of: ''},
        {
          key: 'lastRun',
          name: 'Seneste kørsel',
          value: runId,
          of: runsText(horizon.runs, language),
        },
      ]
    : [
        {key: 'span', name: 'Span (date of issue)', value: spanText(span, language), of: ''},
        {key: 'lastRun', name: 'Last run', value: runId, of: runsText(horizon.runs, language)},
      ]
}

/** The rates, each with the numbers that it is made of. */
export function rateFacts({total: {counts, rates}}: Figures, language: Language): Fact[] {
  const da = language === 'da'
  const {received, inScope, posted, postedInScope, firstPass, firstPassInScope} = counts
  const rows = [
    [
      'ofReceived',
      da ? 'Konteret automatisk, af alle modtagne' : 'Posted automatically, of all received',
      rates.ofReceived,
      posted,
      received,
    ],
    [
      'ofInScope',
      da ? 'Konteret automatisk, af dem i omfang' : 'Posted automatically, of those in scope',
      rates.ofInScope,
      postedInScope,
      inScope,
    ],
    [
      'firstPassOfReceived',
      da ? 'I første kørsel, af alle modtagne' : 'In the first run, of all received',
      rates.firstPassOfReceived,
      firstPass,
      received,
    ],
    [
      'firstPassOfInScope',
      da ? 'I første kørsel, af dem i omfang' : 'In the first run, of those in scope',
      rates.firstPassOfInScope,
      firstPassInScope,
      inScope,
    ],
  ] as const
  return rows.flatMap(([key, name, share, part, whole]): Fact[] => [
    {key, name, value: percentText(share.byCount, language), of: partOf(part, whole, language)},
    {
      key: `${key}ByAmount`,
      name: `${name}, kroner`,
      value: percentText(share.byAmount, language),
      of: amountPartOf(part, whole, language),
    },
  ])
}

export function restFacts(figures: Figures, language: Language): Fact[] {
  const da = language === 'da'
  const {total, target, rudersdal, open, trend} = figures
  const {interval} = total.rates
  const count = (tally: Tally): string => `${countText(tally.invoices, language)}`
  return [
    {
      key: 'interval',
      name: da ? '95 %-interval, af alle modtagne' : '95 % interval, of all received',
      value: interval
        ? `${tenthsText(interval.low, language)}–${percentText(interval.high, language)}`
        : percentText(null, language),
      of: '',
    },
    {
      key: 'target',
      name: `${da ? 'Mål' : 'Target'}: ${plainText(target.percent, language)} %`,
      value: againstText(target, language),
      of: missingText(target.missing, language),
    },
    {
      key: 'rudersdal',
      name: `${da ? 'Rudersdal efter seks måneder' : 'Rudersdal after six months'}: ${rudersdal.percent} %`,
      value: againstText(rudersdal, language),
      of: certaintyText(rudersdal, language),
    },
    ...(trend
      ? [
          {
            key: 'trend',
            name: da ? 'Udvikling, hele måneder' : 'Trend, whole months',
            value: `${signedText(trend.points, language)} point${da || Math.abs(trend.points) === 1 ? '' : 's'}`,
            of: `${monthText(trend.from, language)} – ${monthText(trend.to, language)}`,
          },
        ]
      : []),
    {
      key: 'decided',
      name: da ? 'Afgjort af medarbejdere' : 'Decided by people',
      value: count(total.counts.decided),
      of: amountIn(total.counts.decided, language),
    },
    {
      key: 'hoursSaved',
      name: da ? 'Sparede timer' : 'Hours saved',
      value: tenthsText(figures.hoursSaved, language),
      of: da
        ? `${plainText(figures.minutesPerInvoice, language)} minutter pr. konteret regning`
        : `${plainText(figures.minutesPerInvoice, language)} minutes for each invoice posted`,
    },
    {
      key: 'open',
      name: da ? 'Åbne undtagelser i perioden' : 'Open exceptions of the span',
      value: count(open.inSpan),
      of: amountIn(open.inSpan, language),
    },
    {
      key: 'openInLastRun',
      name: da ? 'Åbne undtagelser i seneste kørsel' : 'Open exceptions of the last run',
      value: count(open.inLastRun),
      of: agesText(open.median, open.oldest, language),
    },
  ]
}

/** `8,8 point under`. */
export function againstText({points}: Against, language: Language): string {
  if (points === null) return percentText(null, language)
  const size = tenthsText(Math.abs(points), language)
  if (language === 'da') return points === 0 ? 'nået, netop' : `${size} point ${points < 0 ? 'under' : 'over'}`
  return points === 0 ? 'met, just' : `${size} points ${points < 0 ? 'below' : 'above'}`
}

export function certaintyText({certainty}: Against, language: Language): string {
  const texts = {
    above: {da: 'hele intervallet ligger over', en: 'the whole interval lies above'},
    below: {da: 'hele intervallet ligger under', en: 'the whole interval lies below'},
    open: {da: 'inden for intervallet', en: 'within the interval'},
  }
  return texts[certainty][language]
}

function missingText(missing: number, language: Language): string {
  const count = countText(missing, language)
  if (missing === 0) return language === 'da' ? 'nået' : 'met'
  return language === 'da'
    ? `${missing === 1 ? 'én regning' : `${count} regninger`} fra målet`
    : `${missing === 1 ? 'one invoice' : `${count} invoices`} short of it`
}

function agesText(median: number | null, oldest: number | null, language: Language): string {
  if (median === null || oldest === null) return ''
  return language === 'da'
    ? `median ${median} dage, ældste ${oldest} dage`
    : `median ${median} days, oldest ${oldest} days`
}

const partOf = (part: Tally, whole: Tally, language: Language): string =>
  `${countText(part.invoices, language)} ${language === 'da' ? 'af' : 'of'} ${countText(whole.invoices, language)}`

const amountPartOf = (part: Tally, whole: Tally, language: Language): string =>
  `${amountText(part.amount, language)} ${language === 'da' ? 'af' : 'of'} ${amountText(whole.amount, language)}`

const amountIn = ({amount}: Tally, language: Language): string =>
  language === 'da' ? `${amountText(amount, language)} kr.` : `DKK ${amountText(amount, language)}`
