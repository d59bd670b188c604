/** The words of the page between the figures, in both languages. */
import type {Language} from '../../../model/language.ts'
import type {Grouping} from '../labels.ts'

type Legend = readonly {
  readonly mark: 'posted' | 'running' | 'left' | 'inScope' | 'interval' | 'target' | 'elsewhere' | 'cumulative'
  readonly meaning: string
}[]

type GroupWords = {
  readonly heading: string
  /** Of the table. */
  readonly caption: string
  /** Empty where there is no chart. */
  readonly chartTitle: string
  readonly chartText: string
  readonly legend: Legend
}

type PartWords = {readonly heading: string; readonly caption: string}

export type PageVocabulary = {
  readonly title: string
  readonly groups: Readonly<Record<Grouping, GroupWords>>
  readonly tableBelow: string
  readonly first: (most: number) => string
  readonly all: (rows: number) => string
  readonly fixes: PartWords & {readonly none: string; readonly more: (count: number) => string}
  readonly recurring: PartWords
  readonly open: PartWords
  readonly terms: string
}

const da: PageVocabulary = {
  title: 'Konteret automatisk',
  groups: {
    month: {
      heading: 'Måneder',
      caption: 'Efter fakturadatoens måned',
      chartTitle: 'Andel konteret automatisk, måned for måned',
      chartText:
        'Søjler: andelen af alle modtagne efter antal, med 95 %-interval. Ruder: andelen af dem i omfang. Vandrette linjer: målet og Rudersdals andel efter seks måneder.',
      legend: [
        {mark: 'posted', meaning: 'Af alle modtagne, efter antal'},
        {mark: 'running', meaning: '* I gang eller delvis'},
        {mark: 'interval', meaning: '95 %-interval'},
        {mark: 'inScope', meaning: 'Af dem i omfang'},
        {mark: 'target', meaning: 'Mål'},
        {mark: 'elsewhere', meaning: 'Rudersdal efter seks måneder'},
      ],
    },
    week: {heading: 'Uger', caption: 'Efter fakturadatoens uge', chartTitle: '', chartText: '', legend: []},
    paragraph: {
      heading: 'Paragraffer',
      caption: 'Efter bevillingernes paragraf, flest modtagne først',
      chartTitle: 'Regninger efter paragraf',
      chartText: 'Søjler: regninger, konterede og ikke konterede, for hver paragraf.',
      legend: [
        {mark: 'posted', meaning: 'Konteret automatisk'},
        {mark: 'left', meaning: 'Ikke konteret automatisk'},
      ],
    },
    supplier: {
      heading: 'Leverandører',
      caption: 'Flest ikke konterede først',
      chartTitle: 'Leverandører med flest regninger, der ikke er konteret',
      chartText: 'Søjler: regninger, konterede og ikke konterede, for hver leverandør.',
      legend: [
        {mark: 'posted', meaning: 'Konteret automatisk'},
        {mark: 'left', meaning: 'Ikke konteret automatisk'},
      ],
    },
    reason: {
      heading: 'Årsager',
      caption: 'Hvorfor resten ikke er konteret',
      chartTitle: 'Hvorfor resten ikke er konteret',
      chartText:
        'Pareto-diagram: en søjle for hver årsags andel af de regninger, der ikke er konteret, og en prik ved det, årsagerne ned til den udgør tilsammen.',
      legend: [
        {mark: 'posted', meaning: 'Årsagens andel'},
        {mark: 'cumulative', meaning: 'Tilsammen med dem ovenfor'},
      ],
    },
  },
  tableBelow: 'Tallene står i tabellen under diagrammet.',
  first: (most) => `De første ${most}; tabellen har dem alle.`,
  all: (rows) => `Vis alle ${rows} rækker`,
  fixes: {
    heading: 'Det, der ville løfte andelen',
    caption: 'Flest frigjorte regninger først. Uden «op til» er tallet prøvet og nøjagtigt.',
    none: 'Den seneste kørsel fandt ingen rettelse, der ville frigøre regninger.',
    more: (count) => `Vis ${count} mere`,
  },
  recurring: {heading: 'Det, der kommer igen', caption: 'Samme leverandør og årsag i flere måneder'},
  open: {heading: 'Åbne undtagelser', caption: 'Alder på dem, som den seneste kørsel bragte'},
  terms: 'Hvad tallene betyder',
}

const en: PageVocabulary = {
  title: 'Posted automatically',
  groups: {
    month: {
      heading: 'Months',
      caption: 'By month of issue',
      chartTitle: 'Share posted automatically, month by month',
      chartText:
        'Bars: the share of all received, by count, with its 95 % interval. Diamonds: the share of those in scope. Level lines: the target, and Rudersdal’s share after six months.',
      legend: [
        {mark: 'posted', meaning: 'Of all received, by count'},
        {mark: 'running', meaning: '* Running or partial'},
        {mark: 'interval', meaning: '95 % interval'},
        {mark: 'inScope', meaning: 'Of those in scope'},
        {mark: 'target', meaning: 'Target'},
        {mark: 'elsewhere', meaning: 'Rudersdal after six months'},
      ],
    },
    week: {heading: 'Weeks', caption: 'By week of issue', chartTitle: '', chartText: '', legend: []},
    paragraph: {
      heading: 'Paragraphs',
      caption: 'By the paragraph of the grants, most received first',
      chartTitle: 'Invoices by paragraph',
      chartText: 'Bars: invoices, posted and not posted, for each paragraph.',
      legend: [
        {mark: 'posted', meaning: 'Posted automatically'},
        {mark: 'left', meaning: 'Not posted automatically'},
      ],
    },
    supplier: {
      heading: 'Suppliers',
      caption: 'Most not posted first',
      chartTitle: 'Suppliers with most invoices not posted',
      chartText: 'Bars: invoices, posted and not posted, for each supplier.',
      legend: [
        {mark: 'posted', meaning: 'Posted automatically'},
        {mark: 'left', meaning: 'Not posted automatically'},
      ],
    },
    reason: {
      heading: 'Reasons',
      caption: 'Why the rest is not posted',
      chartTitle: 'Why the rest is not posted',
      chartText:
        'Pareto chart: a bar for each reason’s share of the invoices that are not posted, and a dot at what the reasons down to it come to together.',
      legend: [
        {mark: 'posted', meaning: 'The reason’s share'},
        {mark: 'cumulative', meaning: 'Together with those above'},
      ],
    },
  },
  tableBelow: 'The figures stand in the table below the chart.',
  first: (most) => `The first ${most}; the table has them all.`,
  all: (rows) => `Show all ${rows} rows`,
  fixes: {
    heading: 'What would lift the rate',
    caption: 'Most invoices freed first. Without “up to” the figure has been tried and is exact.',
    none: 'The last run found no fix that would free invoices.',
    more: (count) => `Show ${count} more`,
  },
  recurring: {heading: 'What comes back', caption: 'The same supplier and reason in several months'},
  open: {heading: 'Open exceptions', caption: 'Age of those that the last run brought'},
  terms: 'What the figures mean',
}

export const vocabulary: Readonly<Record<Language, PageVocabulary>> = {da, en}
