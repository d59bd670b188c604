/**
 * `opus-posting-<year>.csv` (`formats.md`, opus-posting): takes a part of the postings, returns the lines that OPUS
 * imports into a reposting voucher. Each posting moves its cost from the contra account to its own: two lines of equal
 * size.
 */
import type {MatchConfig} from '../../config/schema.ts'
import {type Cell, csvText} from '../../files/csv.ts'
import {type Ore, sizeOf, zeroOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import {compactDate, dottedDate} from '../../text/dates.ts'
import {type OpusColumn, opusColumns} from './columns.ts'
import type {PostingBlock, PostingPart} from './posting-parts.ts'
import {postingText} from './posting-text.ts'
import {contraPspElement} from './settings.ts'

type Settings = Pick<MatchConfig, 'opus'>

/** `opus-posting-2026.csv`, then `opus-posting-2026-2.csv` … */
export const postingFileName = ({year, number}: Pick<PostingPart, 'year' | 'number'>): string =>
  `opus-posting-${year}${number > 1 ? `-${number}` : ''}.csv`

/** A header row and always all 25 cells. */
export function opusPostingCsv({blocks}: PostingPart, settings: Settings): string {
  const lines = blocks.flatMap((block) => block.postings.flatMap((posting) => pair(posting, block, settings)))
  return csvText([opusColumns, ...lines.map((line) => cells(line, settings))], 'machines')
}

/** The key that OPUS shows for a posting: the document number, or the invoice number where there is none. */
export const referenceKey = ({invoice}: Pick<PostingBlock, 'invoice'>): string =>
  invoice.documentNumber || invoice.invoiceNumber

type Line = Partial<Record<OpusColumn, Cell>>

/** Debit on the account and credit on the contra account; a reversal the other way round. */
function pair(posting: Posting, block: PostingBlock, settings: Settings): [Line, Line] {
  const {opus} = settings
  const [first, second] = posting.amount < zeroOre ? (['Kredit', 'Debet'] as const) : (['Debet', 'Kredit'] as const)
  const date = opus.periodFormat === 'yyyymmdd' ? compactDate : dottedDate
  const both: Line = {
    Beløb: sizeOf(posting.amount),
    Tekst: postingText(posting, opus.textLength),
    'Ydelsesmodtagernr.': posting.citizen,
    'Ydelsesmodtagernr.kode': '02',
    'Ydelsesperiode fra': date(posting.period.from),
    'Ydelsesperiode til': date(posting.period.to),
    Referencenøgle: referenceKey(block),
  }
  return [
    {...both, Artskonto: posting.account, 'PSP-element': posting.pspElement, 'Debet/kredit': first},
    {...both, Artskonto: opus.contraAccount, 'PSP-element': contraPspElement(opus), 'Debet/kredit': second},
  ]
}

const cells = (line: Line, {opus}: Settings): Cell[] =>
  opusColumns.map((column): string | Ore => line[column] ?? opus.fixed[column] ?? '')
