/**
 * Seven months of a made-up municipality, week by week, with known truth: nothing wrong is posted, and hardly anything
 * that may be is left.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {IsoDate} from '../../samples/generator/model.ts'
import {makeWorld} from '../../samples/generator/world.ts'
import {compareWeeks, disagreementTable} from './comparison.ts'
import {simulate, type Week} from './weeks.ts'

/** Seven months of one municipality, fed week by week, some four thousand bills in all. */
describe('seven months, week by week', () => {
  const world = makeWorld({
    seed: 20_260_731,
    postFrom: '2026-01-01' as IsoDate,
    span: {from: '2026-01-01' as IsoDate, to: '2026-07-31' as IsoDate},
    bills: 4_000,
    grants: 1_500,
    suppliers: 60,
    smooth: 0.35,
    complete: true,
  })
  let folder = ''
  let weeks: Week[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulation-'))
    weeks = await simulate(world, folder)
  }, 300_000)
  afterAll(() => rm(folder, {recursive: true, force: true}))

  it('posts nothing that is not true', () => {
    const wrong = compareWeeks(weeks).disagreements.filter(({kind}) => kind === 'wrong')
    expect(disagreementTable(wrong)).toBe('')
  })

  it('posts at least 99 per cent of what may be posted', () => {
    const {postable, posted, disagreements} = compareWeeks(weeks)
    expect(postable).toBeGreaterThan(2_000)
    expect(
      posted / postable,
      disagreementTable(disagreements.filter(({kind}) => kind === 'missed')),
    ).toBeGreaterThanOrEqual(0.99)
  })

  it('gives a right reason for at least 98 per cent of what is left to a person', () => {
    const {reasons, rightReasons, disagreements} = compareWeeks(weeks)
    expect(reasons).toBeGreaterThan(500)
    expect(
      rightReasons / reasons,
      disagreementTable(disagreements.filter(({kind}) => kind === 'code')),
    ).toBeGreaterThanOrEqual(0.98)
  })

  it('counts every invoice and row that came in, in every week', () => {
    for (const {bills, summary} of weeks) {
      const lines = bills.reduce((sum, bill) => sum + bill.lines.length + bill.repeated.length, 0)
      expect(summary.received.invoices).toBe(bills.length)
      expect(summary.received.lines).toBe(lines)
      for (const count of ['invoices', 'lines'] as const) {
        const parts = [summary.posted, summary.decided, summary.exceptions, summary.alreadyPosted]
        expect(parts.reduce((sum, part) => sum + part[count], 0)).toBe(summary.received[count])
      }
    }
  })

  it('posts nothing when the last week is fed again, and changes no figure', () => {
    const [last, again] = weeks.slice(-2)
    expect(again?.summary.posted).toEqual({invoices: 0, lines: 0, amount: '0.00'})
    expect(again?.summary.received).toEqual(last?.summary.received)
    expect(again?.summary.exceptions).toEqual(last?.summary.exceptions)
    expect([...(again?.outcomes ?? [])].map(([document, {posted, code}]) => [document, posted, code])).toEqual(
      [...(last?.outcomes ?? [])].map(([document, {posted, code}]) => [document, posted, code]),
    )
  })
})
