/** What a grant costs by the generator's own reckoning, which shares no code with the program. */
import {describe, expect, it} from 'vitest'
import {costOf, costsOfRenewal, workdays} from '../../samples/generator/cost.ts'
import type {Grant, IsoDate, Period, Rate, Supplier, Unit} from '../../samples/generator/model.ts'

const supplier: Supplier = {
  cvr: '60402043',
  name: 'Bostedet',
  billing: 'none',
  dayRateMonth: 'actual',
  maxMonths: 1,
  billsAs: [],
  blocked: false,
}
const rateOf = (changes: Partial<Rate> = {}): Rate => ({
  from: '2025-01-01' as IsoDate,
  to: null,
  rate: 10_000,
  quantity: null,
  registered: null,
  ...changes,
})
const grantOf = (unit: Unit, changes: Partial<Grant> & {rate?: Partial<Rate>} = {}): Grant => {
  const {rate, ...rest} = changes
  return {
    id: 'B-1',
    citizen: '6101900012',
    supplier,
    paragraph: '107',
    paragraphText: '107',
    service: 'Botilbud',
    unit,
    targetGroup: '',
    ownership: '',
    status: '',
    fixed: true,
    paidTo: null,
    caseworker: '',
    rates: [rateOf(rate)],
    cells: {},
    ...rest,
  }
}
const days = (from: string, to: string): Period => ({from: from as IsoDate, to: to as IsoDate})
const march = days('2026-03-01', '2026-03-31')

// Worked out by hand from the table in matching.md 1.
describe('what a grant costs', () => {
  it.each([
    ['a whole month is the rate itself', grantOf('Måned'), march, 10_000],
    ['ten of the 31 days of March', grantOf('Måned'), days('2026-03-01', '2026-03-10'), 3_226],
    ['each month is rounded on its own', grantOf('Måned'), days('2026-01-31', '2026-02-01'), 323 + 357],
    ['a twelfth of a year', grantOf('År', {rate: {rate: 100_000}}), march, 8_333],
    ['31 days', grantOf('Døgn'), march, 310_000],
    ['31 days billed as 30', grantOf('Døgn', {supplier: {...supplier, dayRateMonth: '30'}}), march, 300_000],
    ['31 days billed as 30.5', grantOf('Døgn', {supplier: {...supplier, dayRateMonth: '30.5'}}), march, 305_000],
    ['31 days billed as 365/12', grantOf('Døgn', {supplier: {...supplier, dayRateMonth: '365/12'}}), march, 304_167],
    [
      'a part of a month is counted in days',
      grantOf('Døgn', {supplier: {...supplier, dayRateMonth: '30'}}),
      days('2026-03-01', '2026-03-30'),
      300_000,
    ],
    ['April 2026 has 19 working days: Easter takes three', grantOf('Dag'), days('2026-04-01', '2026-04-30'), 190_000],
    ['31 sevenths of a week', grantOf('Uge'), march, 44_286],
    ['37 hours a week', grantOf('Time', {rate: {quantity: '37'}}), march, 1_638_571],
    ['once, in the month of the first day', grantOf('Engang', {rate: {from: '2026-03-20' as IsoDate}}), march, 10_000],
    [
      'not again in the month after',
      grantOf('Engang', {rate: {from: '2026-03-20' as IsoDate}}),
      days('2026-04-01', '2026-04-30'),
      0,
    ],
    ['nothing before it begins', grantOf('Måned', {rate: {from: '2026-04-01' as IsoDate}}), march, 0],
    [
      'two rates within a month are rounded on their own',
      grantOf('Måned', {
        rates: [rateOf({to: '2026-03-10' as IsoDate}), rateOf({from: '2026-03-11' as IsoDate, rate: 20_000})],
      }),
      march,
      3_226 + 13_548,
    ],
    [
      'equal rates that follow each other are one',
      grantOf('Måned', {
        rates: [rateOf({to: '2026-03-10' as IsoDate}), rateOf({from: '2026-03-11' as IsoDate, quantity: '1'})],
      }),
      march,
      10_000,
    ],
  ])('%s', (_, grant, period, expected) => {
    expect(costOf(grant, period)).toBe(expected)
  })

  it('lets the last part of a renewal take what the rounding of the others leaves', () => {
    const first = grantOf('Måned', {rate: {to: '2026-03-10' as IsoDate}})
    const second = grantOf('Måned', {id: 'B-2', rate: {from: '2026-03-11' as IsoDate}})
    expect(costsOfRenewal([first, second], march)).toEqual([3_226, 6_774])
  })
})

describe('the working days of a month', () => {
  it.each([
    ['2026-01-01', '2026-01-31', 21],
    ['2026-04-01', '2026-04-30', 19],
    ['2026-05-01', '2026-05-31', 19],
    ['2026-12-01', '2026-12-31', 22],
    ['2023-05-01', '2023-05-31', 20],
    ['2024-05-01', '2024-05-31', 21],
  ])('%s to %s', (from, to, expected) => {
    expect(workdays(days(from, to))).toBe(expected)
  })
})
