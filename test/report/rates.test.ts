/** Rates and their 95 % interval. */
import {describe, expect, it} from 'vitest'
import {percentOf, pointsBetween, pointsOf, wilson} from '../../src/report/rates.ts'

describe('per cent', () => {
  it.each([
    [0, 3, 0],
    [1, 3, 33.3],
    [2, 3, 66.6],
    [3, 3, 100],
    [4999, 10_000, 49.9],
    [99_999, 100_000, 99.9],
    [123_456_789_00, 987_654_321_00, 12.4],
  ])('%i of %i is %d: rounded down', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent)
  })

  it('is nothing where nothing was received', () => {
    expect(percentOf(0, 0)).toBeNull()
    expect(pointsOf(0, 0)).toBeNull()
    expect(wilson(0, 0)).toBeNull()
  })

  it('differs by what the shown tenths differ by', () => {
    expect(pointsBetween(40.3, 38.4)).toBe(1.9)
    expect(pointsBetween(38.1, 50)).toBe(-11.9)
  })
})

describe('the 95 % Wilson interval', () => {
  // 8 of 10 is 0.4902 to 0.9433: rounded outwards to tenths of a per cent.
  it.each([
    [8, 10, 49.0, 94.4],
    [0, 10, 0, 27.8],
    [10, 10, 72.2, 100],
    [1, 2, 9.4, 90.6],
    [380, 1000, 35.0, 41.1],
    [50_000, 100_000, 49.6, 50.4],
  ])('of %i in %i is %d to %d', (posted, received, low, high) => {
    expect(wilson(posted, received)).toEqual({low, high})
  })

  it('holds the rate, and narrows as more is known', () => {
    const [few, many] = [wilson(4, 10), wilson(400, 1000)]
    for (const interval of [few, many]) {
      expect(interval?.low).toBeLessThan(40)
      expect(interval?.high).toBeGreaterThan(40)
    }
    expect((many?.high ?? 0) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 0))
  })
})
