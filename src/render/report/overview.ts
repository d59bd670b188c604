/**
 * What the report comes to, as short facts that every format shows. Takes the figures, returns a name, a value and what
 * it is of for each, in the language.
 */
import type {Language} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import type {Tally} from '../../report/rates.ts'
import {inLanguage} from '../../text/format.ts'
import {amountText, countText, percentText} from '../../text/numbers.ts'
import type {Fact} from './fact.ts'
import {runsText, spanText} from './labels.ts'
import {restFacts} from './rest-facts.ts'

export const factsOf = (figures: Figures, language: Language): Fact[] => [
  ...aboutFacts(figures, language),
  ...rateFacts(figures, language),
  ...restFacts(figures, language),
]

export const aboutFacts = ({span, horizon}: Figures, language: Language): Fact[] => [
  {
    key: 'span',
    name: inLanguage(language, 'Periode (fakturadato)', 'Span (date of issue)'),
    value: spanText(span, language),
    detail: '',
  },
  {
    key: 'lastRun',
    name: inLanguage(language, 'Seneste kørsel', 'Last run'),
    value: horizon.lastRun.runId,
    detail: runsText(horizon.runs, language),
  },
]

/** The rates, each with the numbers that it is made of. */
export function rateFacts({total: {counts, rates}}: Figures, language: Language): Fact[] {
  const {received, inScope, posted, postedInScope, firstPass, firstPassInScope} = counts
  const rows = [
    [
      'ofReceived',
      inLanguage(language, 'Konteret automatisk, af alle modtagne', 'Posted automatically, of all received'),
      rates.ofReceived,
      posted,
      received,
    ],
    [
      'ofInScope',
      inLanguage(language, 'Konteret automatisk, af dem i omfang', 'Posted automatically, of those in scope'),
      rates.ofInScope,
      postedInScope,
      inScope,
    ],
    [
      'firstPassOfReceived',
      inLanguage(language, 'I første kørsel, af alle modtagne', 'In the first run, of all received'),
      rates.firstPassOfReceived,
      firstPass,
      received,
    ],
    [
      'firstPassOfInScope',
      inLanguage(language, 'I første kørsel, af dem i omfang', 'In the first run, of those in scope'),
      rates.firstPassOfInScope,
      firstPassInScope,
      inScope,
    ],
  ] as const
  const [countIn, amountIn] = [
    ({invoices}: Tally): string => countText(invoices, language),
    ({amount}: Tally): string => amountText(amount, language),
  ]
  return rows.flatMap(([key, name, share, part, whole]): Fact[] => [
    {
      key,
      name,
      value: percentText(share.byCount, language),
      detail: partText(countIn(part), countIn(whole), language),
    },
    {
      key: `${key}ByAmount`,
      name: `${name}, kroner`,
      value: percentText(share.byAmount, language),
      detail: partText(amountIn(part), amountIn(whole), language),
    },
  ])
}

const partText = (part: string, whole: string, language: Language): string =>
  `${part} ${inLanguage(language, 'af', 'of')} ${whole}`
