/** The words of the report in the terminal, in both languages. */
import type {Language} from '../../model/language.ts'
import {countText} from '../../text/numbers.ts'
import type {Grouping} from './labels.ts'

export type ReportVocabulary = {
  readonly lastRun: string
  readonly rates: {
    readonly title: string
    readonly invoices: string
    readonly kroner: string
    readonly first: string
    readonly all: string
    readonly scope: string
    /** Between a part and its whole. */
    readonly of: string
  }
  readonly groups: Readonly<Record<Exclude<Grouping, 'reason'>, string>>
  /** Headers above the figures of a group, as narrow as can be. */
  readonly header: Readonly<Record<'received' | 'posted' | 'all' | 'scope' | 'kroner' | 'change', string>>
  readonly more: (count: number) => string
  readonly reasons: string
  readonly invoices: string
  readonly kroner: string
  readonly fixes: string
  readonly recurring: string
  readonly often: (invoices: string, months: number, ofMonths: number) => string
  readonly definitions: string
}

const da: ReportVocabulary = {
  lastRun: 'Seneste kørsel',
  rates: {
    title: 'Konteret automatisk',
    invoices: 'Regninger',
    kroner: 'Kroner',
    first: 'Heraf i første kørsel',
    all: 'af alle modtagne',
    scope: 'af dem i omfang',
    of: 'af',
  },
  groups: {
    month: 'Konteret automatisk efter fakturamåned',
    week: 'Konteret automatisk efter fakturauge',
    paragraph: 'Konteret automatisk efter paragraf',
    supplier: 'Konteret automatisk efter leverandør, flest ikke konterede først',
  },
  header: {received: 'Modt.', posted: 'Kont.', all: '% alle', scope: '% omf.', kroner: '% kr.', change: '±'},
  more: (count) => `… og ${countText(count, 'da')} til; --format csv, xlsx og html har dem alle.`,
  reasons: 'Hvorfor resten ikke er konteret',
  invoices: 'Regninger',
  kroner: 'Kroner',
  fixes: 'Det, der ville løfte andelen mest',
  recurring: 'Det, der kommer igen',
  often: (invoices, months, ofMonths) => `${invoices} i ${months} af ${ofMonths} måneder`,
  definitions: 'Hvad tallene betyder',
}

const en: ReportVocabulary = {
  lastRun: 'Last run',
  rates: {
    title: 'Posted automatically',
    invoices: 'Invoices',
    kroner: 'Kroner',
    first: 'Of these in the first run',
    all: 'of all received',
    scope: 'of those in scope',
    of: 'of',
  },
  groups: {
    month: 'Posted automatically by month of issue',
    week: 'Posted automatically by week of issue',
    paragraph: 'Posted automatically by paragraph',
    supplier: 'Posted automatically by supplier, most not posted first',
  },
  header: {received: 'Rec.', posted: 'Posted', all: '% all', scope: '% scope', kroner: '% DKK', change: '±'},
  more: (count) => `… and ${countText(count, 'en')} more; --format csv, xlsx and html have them all.`,
  reasons: 'Why the rest is not posted',
  invoices: 'Invoices',
  kroner: 'Kroner',
  fixes: 'What would lift the rate most',
  recurring: 'What comes back',
  often: (invoices, months, ofMonths) => `${invoices} in ${months} of ${ofMonths} months`,
  definitions: 'What the figures mean',
}

export const vocabulary: Readonly<Record<Language, ReportVocabulary>> = {da, en}
