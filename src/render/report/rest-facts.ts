/**
 * The facts beside the rates: certainty, comparison with the target, trend, what is decided, saved and open. Takes the
 * figures, returns facts in the language.
 */
import type {Language} from '../../model/language.ts'
import type {Figures, RateComparison} from '../../report/figures.ts'
import type {Tally} from '../../report/rates.ts'
import {inLanguage, kronerText, monthText} from '../../text/format.ts'
import {countText, percentText, plainText, signedText, tenthsText} from '../../text/numbers.ts'
import type {Fact} from './fact.ts'

export const restFacts = (figures: Figures, language: Language): Fact[] => [
  intervalFact(figures, language),
  ...comparisonFacts(figures, language),
  ...trendFacts(figures, language),
  tallyFact(
    'decided',
    inLanguage(language, 'Afgjort af medarbejdere', 'Decided by people'),
    figures.total.counts.decided,
    language,
  ),
  hoursFact(figures, language),
  ...openFacts(figures, language),
]

function intervalFact({total}: Figures, language: Language): Fact {
  const {interval} = total.rates
  return {
    key: 'interval',
    name: inLanguage(language, '95 %-interval, af alle modtagne', '95 % interval, of all received'),
    value: interval
      ? `${tenthsText(interval.low, language)}–${percentText(interval.high, language)}`
      : percentText(null, language),
    detail: '',
  }
}

const comparisonFacts = ({target, rudersdal}: Figures, language: Language): Fact[] => [
  {
    key: 'target',
    name: `${inLanguage(language, 'Mål', 'Target')}: ${plainText(target.percent, language)} %`,
    value: comparisonText(target, language),
    detail: missingText(target.missing, language),
  },
  {
    key: 'rudersdal',
    name: `${inLanguage(language, 'Rudersdal efter seks måneder', 'Rudersdal after six months')}: ${rudersdal.percent} %`,
    value: comparisonText(rudersdal, language),
    detail: certaintyText(rudersdal, language),
  },
]

function trendFacts({trend}: Figures, language: Language): Fact[] {
  if (!trend) return []
  const unit = inLanguage(language, 'point', Math.abs(trend.points) === 1 ? 'point' : 'points')
  return [
    {
      key: 'trend',
      name: inLanguage(language, 'Udvikling, hele måneder', 'Trend, whole months'),
      value: `${signedText(trend.points, language)} ${unit}`,
      detail: `${monthText(trend.from, language)} – ${monthText(trend.to, language)}`,
    },
  ]
}

function hoursFact({hoursSaved, minutesPerInvoice}: Figures, language: Language): Fact {
  const minutes = plainText(minutesPerInvoice, language)
  return {
    key: 'hoursSaved',
    name: inLanguage(language, 'Sparede timer', 'Hours saved'),
    value: tenthsText(hoursSaved, language),
    detail: inLanguage(
      language,
      `${minutes} minutter pr. konteret regning`,
      `${minutes} minutes for each invoice posted`,
    ),
  }
}

const openFacts = ({open}: Figures, language: Language): Fact[] => [
  tallyFact(
    'open',
    inLanguage(language, 'Åbne undtagelser i perioden', 'Open exceptions of the span'),
    open.inSpan,
    language,
  ),
  {
    key: 'openInLastRun',
    name: inLanguage(language, 'Åbne undtagelser i seneste kørsel', 'Open exceptions of the last run'),
    value: countText(open.inLastRun.invoices, language),
    detail: agesText(open.median, open.oldest, language),
  },
]

const tallyFact = (key: string, name: string, {invoices, amount}: Tally, language: Language): Fact => ({
  ...{key, name},
  value: countText(invoices, language),
  detail: kronerText(amount, language),
})

/** `8,8 point under`. */
function comparisonText({points}: RateComparison, language: Language): string {
  if (points === null) return percentText(null, language)
  if (points === 0) return inLanguage(language, 'nået, netop', 'met, just')
  const size = tenthsText(Math.abs(points), language)
  return inLanguage(
    language,
    `${size} point ${points < 0 ? 'under' : 'over'}`,
    `${size} points ${points < 0 ? 'below' : 'above'}`,
  )
}

function certaintyText({certainty}: RateComparison, language: Language): string {
  const texts = {
    above: {da: 'hele intervallet ligger over', en: 'the whole interval lies above'},
    below: {da: 'hele intervallet ligger under', en: 'the whole interval lies below'},
    open: {da: 'inden for intervallet', en: 'within the interval'},
  }
  return texts[certainty][language]
}

function missingText(missing: number, language: Language): string {
  if (missing === 0) return inLanguage(language, 'nået', 'met')
  if (missing === 1) return inLanguage(language, 'én regning fra målet', 'one invoice short of it')
  const count = countText(missing, language)
  return inLanguage(language, `${count} regninger fra målet`, `${count} invoices short of it`)
}

function agesText(median: number | null, oldest: number | null, language: Language): string {
  if (median === null || oldest === null) return ''
  return inLanguage(
    language,
    `median ${median} dage, ældste ${oldest} dage`,
    `median ${median} days, oldest ${oldest} days`,
  )
}
