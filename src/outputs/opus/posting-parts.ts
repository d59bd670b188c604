/**
 * How postings are divided among vouchers (`formats.md`, opus-posting): takes the verdicts, returns the parts, first by
 * the year in which a posting's period ends, then by the most lines a file may have, an invoice's postings of a year
 * together.
 */
import {yearOf} from '../../model/calendar.ts'
import type {Invoice} from '../../model/invoice.ts'
import type {Posting} from '../../model/posting.ts'
import type {InvoiceVerdict} from '../../model/verdict.ts'

/** The postings of one invoice in one part. `piece` counts from 1 within the invoice's year. */
export type PostingBlock = {
  readonly invoice: Invoice
  readonly documentKey: string
  readonly piece: number
  readonly postings: readonly Posting[]
}

/** One voucher: a file. `number` counts from 1 within the year. */
export type PostingPart = {readonly year: number; readonly number: number; readonly blocks: readonly PostingBlock[]}

/** Lines that a posting takes: one on its account, one on the contra account. They are never parted. */
export const linesPerPosting = 2

/** By year, then in the order of the verdicts. An invoice with more than `maxLines` in a year begins a part of its own. */
export function postingParts(verdicts: readonly InvoiceVerdict[], maxLines: number): PostingPart[] {
  const most = Math.floor(maxLines / linesPerPosting)
  const byYear = Map.groupBy(verdicts.flatMap(blocksOf), ({postings: [first]}) => (first ? yearOf(first.period.to) : 0))
  return [...byYear]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([year, blocks]) => packed(blocks, most).map((part, index) => ({year, number: index + 1, blocks: part})))
}

/** What one invoice has in each year. */
function blocksOf({invoice, documentKey, outcome, lines}: InvoiceVerdict): PostingBlock[] {
  if (outcome !== 'posted') return []
  const postings = lines.flatMap((line) => line.postings)
  return [...Map.groupBy(postings, ({period}) => yearOf(period.to)).values()].map((ofYear) => ({
    invoice,
    documentKey,
    piece: 1,
    postings: ofYear,
  }))
}

function packed(blocks: readonly PostingBlock[], most: number): PostingBlock[][] {
  const parts: PostingBlock[][] = []
  let room = 0
  for (const block of blocks.flatMap((whole) => cutToSize(whole, most))) {
    const needed = block.postings.length
    const last = parts.at(-1)
    if (last && needed <= room) {
      last.push(block)
      room -= needed
    } else {
      parts.push([block])
      room = most - needed
    }
  }
  return parts
}

function cutToSize(block: PostingBlock, most: number): PostingBlock[] {
  const pieces: PostingBlock[] = []
  for (let start = 0; start < block.postings.length; start += most) {
    pieces.push({...block, piece: pieces.length + 1, postings: block.postings.slice(start, start + most)})
  }
  return pieces
}
