/** matching.md 3, Several grants in one amount; and 1, renewals inside a month. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields} from '../builders/run.ts'
import {bo, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type GrantFields = Parameters<typeof aGrant>[0]

const billed = (grants: GrantFields[], invoice: InvoiceFields = {}, more: RunFields = {}): string =>
  lineOfVerdict({grants: grants.map((grant) => aGrant(grant)), invoices: [anInvoice(invoice)], ...more})

const six = {id: 'G1', rate: 600_00}
const four = {id: 'G2', rate: 400_00, service: 'Aktivitet'}
const otherFour = {id: 'G3', rate: 400_00, service: 'Transport'}
const both = 'G1 2026-03 600.00 + G2 2026-03 400.00'

describe('a set of grants whose costs add up', () => {
  it('is posted where it is the only one, a posting for each grant', () => {
    expect(billed([six, four])).toBe(both)
  })

  it.each<[string, GrantFields[], string]>([
    ['two sets', [six, four, otherFour], 'GRANT_AMBIGUOUS'],
    ['two sets, one of them paid', [six, four, {...otherFour, paidTo: '2026-03-31'}], 'GRANT_AMBIGUOUS'],
    ['one set, part of it paid', [six, {...four, paidTo: '2026-03-31'}], 'PERIOD_ALREADY_PAID'],
    ['one set, one day of a part paid', [six, {...four, paidTo: '2026-03-01'}], 'PERIOD_ALREADY_PAID'],
    [
      'one set, all paid',
      [
        {...six, paidTo: '2026-03-31'},
        {...four, paidTo: '2026-03-31'},
      ],
      'PERIOD_ALREADY_PAID',
    ],
    ['no set', [six, {...four, rate: 399_99}], 'AMOUNT_MISMATCH'],
    ['a set with one out of scope, not fixed', [six, {...four, fixed: false}], 'AMOUNT_MISMATCH'],
    ['a set with one that does not cover the period', [six, {...four, to: '2026-02-28'}], 'AMOUNT_MISMATCH'],
    ['a set with one of another citizen', [six, {...four, citizen: bo}], 'AMOUNT_MISMATCH'],
    ['a set with one of another supplier', [six, {...four, supplierCvr: hjemmet}], 'AMOUNT_MISMATCH'],
    ['a set where one grant costs it alone', [six, four, {...otherFour, rate: 1000_00}], 'G3 2026-03 1000.00'],
    [
      'a set where a paid grant costs it alone',
      [six, four, {...otherFour, rate: 1000_00, paidTo: '2026-03-31'}],
      'PERIOD_ALREADY_PAID',
    ],
  ])('%s', (_, grants, expected) => {
    expect(billed(grants)).toBe(expected)
  })

  const parts = (...rates: number[]): GrantFields[] =>
    rates.map((rate, at) => ({id: `G${at + 1}`, rate, service: `Ydelse ${at}`}))

  it.each<[string, number[], number | undefined, boolean]>([
    ['three', [500_00, 300_00, 200_00], undefined, true],
    ['four, one too many', [500_00, 250_00, 150_00, 100_00], undefined, false],
    ['four where four are allowed', [500_00, 250_00, 150_00, 100_00], 4, true],
    ['three where two are allowed', [500_00, 300_00, 200_00], 2, false],
    ['two where two are allowed', [600_00, 400_00], 2, true],
    ['two with combining off', [600_00, 400_00], 1, false],
  ])('of %s', (_, rates, maxCombined, isPosted) => {
    const outcome = billed(parts(...rates), {}, maxCombined === undefined ? {} : {rules: {maxCombined}})
    expect(outcome.startsWith('G1')).toBe(isPosted)
    if (!isPosted) expect(outcome).toBe('AMOUNT_MISMATCH')
  })

  it('counts sets of two and of three together', () => {
    expect(billed(parts(600_00, 400_00, 300_00, 100_00))).toBe('GRANT_AMBIGUOUS')
  })

  it('takes the covered part of each', () => {
    const half = {...four, from: '2026-03-16'}
    expect(billed([six, half], {amount: 600_00 + 206_45})).toBe('G1 2026-03 600.00 + G2 2026-03-16/2026-03-31 206.45')
  })

  it('is of grants that cover the period', () => {
    expect(billed([six, {...four, to: '2026-02-28'}, otherFour])).toBe('G1 2026-03 600.00 + G3 2026-03 400.00')
  })
})

describe('a renewal inside a month', () => {
  const renewed = (seam: [string, string], more: GrantFields = {}): GrantFields[] => [
    {to: seam[0], ...more},
    {id: 'G2', from: seam[1], ...more},
  ]
  const february: [string, string] = ['2026-02-14', '2026-02-15']

  it('costs what one grant would, and the last part takes what rounding leaves', () => {
    const grants = renewed(february, {rate: 1000_01})
    expect(billed(grants, {period: '2026-02', amount: 1000_01})).toBe(
      'G1 2026-02-01/2026-02-14 500.01 + G2 2026-02-15/2026-02-28 500.00',
    )
    expect(billed(grants, {period: '2026-02', amount: 1000_02})).toBe('AMOUNT_MISMATCH')
  })

  it('may be of three parts', () => {
    const grants = [
      {to: '2026-03-10', rate: 1000_01},
      {id: 'G2', from: '2026-03-11', to: '2026-03-20', rate: 1000_01},
      {id: 'G3', from: '2026-03-21', rate: 1000_01},
    ]
    expect(billed(grants, {amount: 1000_01})).toBe(
      'G1 2026-03-01/2026-03-10 322.58 + G2 2026-03-11/2026-03-20 322.58 + G3 2026-03-21/2026-03-31 354.85',
    )
  })

  it('is one month of the day rate', () => {
    const daily = renewed(['2026-03-15', '2026-03-16'], {unit: 'Døgn', rate: 100_00})
    const suppliers = {'12345674': {dayRateMonth: '30'}}
    expect(billed(daily, {amount: 3000_00}, {suppliers})).toBe(
      'G1 2026-03-01/2026-03-15 1500.00 + G2 2026-03-16/2026-03-31 1500.00',
    )
    expect(billed(daily, {amount: 3100_00}, {suppliers})).toBe('AMOUNT_MISMATCH')
  })

  it.each<[string, GrantFields]>([
    ['of another service', {service: 'Aktivitet'}],
    ['of another paragraph', {paragraph: '103'}],
  ])('is none where the next grant is %s: each costs its own', (_, next) => {
    const [first = {}, second = {}] = renewed(february, {rate: 1000_01})
    const grants = [first, {...second, ...next}]
    expect(billed(grants, {period: '2026-02', amount: 1000_02})).toBe(
      'G1 2026-02-01/2026-02-14 500.01 + G2 2026-02-15/2026-02-28 500.01',
    )
    expect(billed(grants, {period: '2026-02', amount: 1000_01})).toBe('AMOUNT_MISMATCH')
  })

  it('is none where the rate changes at the seam', () => {
    const grants = [
      {to: '2026-02-14', rate: 1000_01},
      {id: 'G2', from: '2026-02-15', rate: 1000_03},
    ]
    expect(billed(grants, {period: '2026-02', amount: 500_01 + 500_02})).toMatch(/^G1/)
  })

  it('is none across a day between', () => {
    const grants = [
      {to: '2026-02-14', rate: 1000_01},
      {id: 'G2', from: '2026-02-16', rate: 1000_01},
    ]
    // 13 of 28 days: 464.29 kr.
    expect(billed(grants, {period: '2026-02', amount: 500_01 + 464_29})).toMatch(/^G1/)
  })

  it('is paid where a part is', () => {
    const [first = {}, second = {}] = renewed(february)
    expect(billed([{...first, paidTo: '2026-02-14'}, second], {period: '2026-02'})).toBe('PERIOD_ALREADY_PAID')
  })

  it('is found at a named month', () => {
    const periods = {billing: 'arrears', gap: 'post'}
    expect(billed(renewed(february), {period: null, issued: '2026-03-02'}, {periods})).toBe(
      'G1 2026-02-01/2026-02-14 500.00 + G2 2026-02-15/2026-02-28 500.00',
    )
  })
})
