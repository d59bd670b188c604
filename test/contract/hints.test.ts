/** matching.md 6: what a person is told beside the code. */
import {describe, expect, it} from 'vitest'
import type {Hint} from '../../src/model/verdict.ts'
import {lastOf} from '../builders/earlier-runs.ts'
import {aGrant, anInvoice} from '../builders/records.ts'
import {type RunFields, run} from '../builders/run.ts'
import {anna, bo, bostedet, eva, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type GrantFields = Parameters<typeof aGrant>[0]

const hintsOf = (fields: RunFields, kind: Hint['kind']): Hint[] =>
  run(fields).verdicts.flatMap(({lines}) =>
    lines.flatMap(({evidence}) => evidence.hints.filter((hint) => hint.kind === kind)),
  )

describe('an amount that looks like a new rate', () => {
  const citizens = [anna, bo, eva]
  const world = (
    amounts: number[],
    grant: (at: number) => GrantFields = () => ({}),
    bill: (at: number) => InvoiceFields = () => ({}),
  ): RunFields => ({
    grants: citizens.map((citizen, at) => aGrant({id: `G${at + 1}`, citizen, ...grant(at)})),
    invoices: amounts.map((amount, at) =>
      anInvoice({document: `B${at + 1}`, number: `F${at + 1}`, amount, citizen: citizens[at] ?? anna, ...bill(at)}),
    ),
  })
  const hint = {kind: 'newRate', oldRate: 1000_00, newRate: 1030_00, service: 'Botilbud', supplierCvr: bostedet}

  it('is told for each of three invoices of a supplier and service', () => {
    expect(hintsOf(world([1030_00, 1030_00, 1030_00]), 'newRate')).toEqual([hint, hint, hint])
  })

  it('is told to within an øre', () => {
    expect(hintsOf(world([1030_00, 1030_01, 1029_99]), 'newRate')).toHaveLength(3)
  })

  it('may be lower', () => {
    expect(hintsOf(world([970_00, 970_00, 970_00]), 'newRate')).toHaveLength(3)
  })

  it.each<[string, RunFields]>([
    ['two invoices', world([1030_00, 1030_00])],
    ['three of which one misses by another factor', world([1030_00, 1030_00, 1040_00])],
    ['a factor above 1.10', world([1110_00, 1110_00, 1110_00])],
    ['a factor below 0.90', world([890_00, 890_00, 890_00])],
    ['amounts that fit', world([1000_00, 1000_00, 1000_00])],
    ['another service for one', world([1030_00, 1030_00, 1030_00], (at) => (at === 2 ? {service: 'Aktivitet'} : {}))],
    [
      'another supplier for one',
      world(
        [1030_00, 1030_00, 1030_00],
        (at) => (at === 2 ? {supplierCvr: hjemmet} : {}),
        (at) => (at === 2 ? {cvr: hjemmet} : {}),
      ),
    ],
  ])('is not told for %s', (_, fields) => {
    expect(hintsOf(fields, 'newRate')).toEqual([])
  })

  it.each([
    [1100_00, 3],
    [900_00, 3],
  ])('is told at the ends of the range: %i', (amount, count) => {
    expect(hintsOf(world([amount, amount, amount]), 'newRate')).toHaveLength(count)
  })

  it('is told of part months by their factor', () => {
    const half = (at: number): GrantFields => (at === 2 ? {from: '2026-03-16'} : {})
    expect(hintsOf(world([1030_00, 1030_00, 531_61], half), 'newRate')).toHaveLength(3)
  })
})

describe('a period that only paidTo holds for paid', () => {
  it('is named where the ledger knows later days as its own', () => {
    const april = anInvoice({period: '2026-04', issued: '2026-04-20'})
    const grants = [aGrant({paidTo: '2026-04-30'})]
    const march = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25'})
    const {verdicts} = lastOf({invoices: [april]}, {grants, invoices: [march]})
    expect(verdicts[0]?.reason).toBe('PERIOD_ALREADY_PAID')
    expect(verdicts[0]?.lines[0]?.evidence.hints).toContainEqual({
      kind: 'onlyPaidTo',
      grantId: 'G1',
      paidTo: '2026-04-30',
    })
  })

  it('is not named where the ledger has paid it itself', () => {
    const grants = [aGrant({paidTo: '2026-04-30'})]
    const again = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25'})
    const {verdicts} = lastOf({}, {grants, invoices: [again]})
    expect(verdicts[0]?.lines[0]?.evidence.hints.filter(({kind}) => kind === 'onlyPaidTo')).toEqual([])
  })
})
