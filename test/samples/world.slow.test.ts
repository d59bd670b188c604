/** The made-up municipality that the tests judge the program by. */
import {describe, expect, it} from 'vitest'
import type {IsoDate} from '../../samples/generator/model.ts'
import {makeWorld, type WorldSettings} from '../../samples/generator/world.ts'

const settings: WorldSettings = {
  seed: 5,
  postFrom: '2026-01-01' as IsoDate,
  span: {from: '2026-01-01' as IsoDate, to: '2026-07-31' as IsoDate},
  bills: 1_500,
  grants: 500,
  suppliers: 30,
  smooth: 0.4,
  complete: true,
}

describe('a made-up world', () => {
  const world = makeWorld(settings)

  it('is the same from the same seed, and another from another', () => {
    expect(makeWorld(settings)).toEqual(world)
    expect(makeWorld({...settings, seed: 6})).not.toEqual(world)
  })

  it('posts the whole of each invoice that is posted, and nothing of the others', () => {
    for (const bill of world.bills) {
      const billed = bill.lines.reduce((sum, {amount}) => sum + amount, 0)
      for (const truth of [bill.truth, ...bill.later]) {
        const posted = truth.postings.reduce((sum, {amount}) => sum + amount, 0)
        const expected = truth.expect === 'post' || truth.expect === 'either' ? Math.abs(billed) : 0
        expect(Math.abs(posted), `${bill.documentNumber}: ${truth.note}`).toBe(expected)
      }
    }
  })

  it('posts to grants and accounts that there are, on days that the grant has', () => {
    const grants = new Map(world.grants.map((grant) => [grant.id, grant]))
    expect(grants.size).toBe(world.grants.length)
    for (const {truth} of world.bills) {
      for (const {grantId, from, to, account, pspElement} of truth.postings) {
        const rates = grants.get(grantId)?.rates ?? []
        expect(from <= to && from >= (rates[0]?.from ?? '') && to <= (rates.at(-1)?.to ?? '9999-12-31'), grantId).toBe(
          true,
        )
        expect(account).toMatch(/^[0-8]\d{7}$/)
        expect(pspElement).toMatch(/^XG-\d{10}-\d{5}$/)
      }
    }
  })

  it('pays no day of a grant twice but for what was credited', () => {
    const days = new Map<string, number>()
    for (const {truth, later} of world.bills) {
      for (const {grantId, from, to, amount} of (later.at(-1) ?? truth).postings) {
        const key = `${grantId} ${from} ${to}`
        days.set(key, (days.get(key) ?? 0) + Math.sign(amount))
      }
    }
    expect([...days].filter(([, count]) => count < 0 || count > 1)).toEqual([])
  })

  it('gives every document a number of its own, but for those that come again', () => {
    const numbers = world.bills.filter(({again}) => again === null).map(({documentNumber}) => documentNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('names a reason for each exception', () => {
    for (const {truth, later} of world.bills) {
      for (const {expect: expected, codes} of [truth, ...later]) expect(codes.length > 0).toBe(expected === 'exception')
    }
  })
})
