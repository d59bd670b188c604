/** The text of a posting, within OPUS' length. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {postingText} from '../../src/outputs/opus/posting-text.ts'
import {aPosting} from '../builders/outputs.ts'
import {days, march} from '../builders/values.ts'

describe('postingText', () => {
  it.each([
    ['a whole month', {}, 'Botilbud § 107, marts 2026'],
    ['part of a month', {period: days('2026-03-01/2026-03-15')}, 'Botilbud § 107, 01.03.2026-15.03.2026'],
    ['several whole months', {period: days('2026-01-01/2026-03-31')}, 'Botilbud § 107, 01.01.2026-31.03.2026'],
    [
      'a paragraph that is a word',
      {service: 'Særlig uddannelse', paragraph: 'STU'},
      'Særlig uddannelse STU, marts 2026',
    ],
    [
      'a service too long',
      {service: 'Aktivitets- og samværstilbud til voksne'},
      'Aktivitets- og samværstilbud ti. § 107, marts 2026',
    ],
    ['a service over two lines', {service: 'Bo\r\ntilbud'}, 'Bo tilbud § 107, marts 2026'],
  ])('writes %s', (_, fields, expected) => {
    expect(postingText(aPosting(fields), 50)).toBe(expected)
  })

  it('leaves the service out where there is no room for it', () => {
    const posting = aPosting({period: days('2026-03-01/2026-03-15')})
    expect(postingText(posting, 30)).toBe('§ 107, 01.03.2026-15.03.2026')
  })

  it('writes no CPR number that stands in a service', () => {
    expect(postingText(aPosting({service: 'Støtte 610190-1234'}), 50)).toBe('Støtte 610190-**** § 107, marts 2026')
  })

  it('is never too long, and never without its period', () => {
    const periods = fc.constantFrom(march, days('2026-03-02/2026-03-15'), days('2026-09-01/2026-09-30'))
    const texts = fc.string({maxLength: 80, unit: 'grapheme'})
    fc.assert(
      fc.property(texts, texts, periods, fc.integer({min: 30, max: 50}), (service, paragraph, of, length) => {
        const text = postingText(aPosting({service, paragraph, period: of}), length)
        expect([...text].length).toBeLessThanOrEqual(length)
        expect(text).toMatch(/, (marts 2026|september 2026|02\.03\.2026-15\.03\.2026)$/)
      }),
    )
  })
})
