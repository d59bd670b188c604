/** Postings divided by year and by the greatest number of lines in a file. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {postingParts} from '../../src/outputs/opus/posting-parts.ts'
import {aPosting, excepted, posted, postedBefore} from '../builders/outputs.ts'
import {days} from '../builders/values.ts'

const december = {period: days('2025-12-01/2025-12-31')}

const bill = (documentNumber: string, count: number): InvoiceVerdict =>
  posted(
    {documentNumber},
    Array.from({length: count}, () => aPosting()),
  )

const shape = (verdicts: readonly InvoiceVerdict[], maxLines: number): string[] =>
  postingParts(verdicts, maxLines).map(
    ({year, number, blocks}) =>
      `${year}-${number}: ${blocks.map(({invoice, postings}) => `${invoice.documentNumber}×${postings.length}`).join(' ')}`,
  )

describe('postingParts', () => {
  it('keeps years apart, the older first, even within one invoice', () => {
    const both = posted({documentNumber: 'a'}, [aPosting(), aPosting(december)])
    expect(shape([both, bill('b', 1)], 900)).toEqual(['2025-1: a×1', '2026-1: a×1 b×1'])
  })

  it('goes by the year in which the period ends', () => {
    const across = posted({documentNumber: 'a'}, [aPosting({period: days('2025-12-20/2026-01-10')})])
    expect(shape([across], 900)).toEqual(['2026-1: a×1'])
  })

  it.each([
    [6, ['2026-1: a×2', '2026-2: b×2']],
    [7, ['2026-1: a×2', '2026-2: b×2']],
    [8, ['2026-1: a×2 b×2']],
  ])('keeps an invoice of two postings together within %d lines', (maxLines, expected) => {
    expect(shape([bill('a', 2), bill('b', 2)], maxLines)).toEqual(expected)
  })

  it('parts an invoice only where it alone is too long, and never a pair', () => {
    expect(shape([bill('a', 1), bill('b', 5), bill('c', 1)], 5)).toEqual([
      '2026-1: a×1',
      '2026-2: b×2',
      '2026-3: b×2',
      '2026-4: b×1 c×1',
    ])
  })

  it('has no part where nothing was posted', () => {
    expect(postingParts([excepted('CPR_MISSING'), postedBefore('20260301-080000')], 900)).toEqual([])
  })

  it('holds every posting once, in order, and no part has too many lines', () => {
    const counts = fc.array(fc.integer({min: 1, max: 7}), {maxLength: 12})
    fc.assert(
      fc.property(counts, fc.integer({min: 2, max: 12}), (sizes, maxLines) => {
        const verdicts = sizes.map((size, at) => bill(String(at), size))
        const parts = postingParts(verdicts, maxLines)
        expect(parts.flatMap(({blocks}) => blocks.flatMap(({postings}) => postings))).toEqual(
          verdicts.flatMap(({lines}) => lines.flatMap(({postings}) => postings)),
        )
        for (const {blocks} of parts) {
          expect(blocks.reduce((sum, {postings}) => sum + 2 * postings.length, 0)).toBeLessThanOrEqual(maxLines)
        }
        const fitting = sizes.filter((size) => 2 * size <= maxLines - (maxLines % 2)).length
        const whole = parts
          .flatMap(({blocks}) => blocks)
          .filter(({invoice, postings}) => postings.length === sizes[Number(invoice.documentNumber)])
        expect(whole).toHaveLength(fitting)
      }),
      {numRuns: 60},
    )
  })
})
