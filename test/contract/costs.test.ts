/** matching.md 1: what a grant costs over a period. An invoice is posted for just that amount, and not an øre beside it. */
import {describe, expect, it} from 'vitest'
import type {Unit} from '../../src/model/grant.ts'
import {jsonKroner, ore} from '../../src/model/money.ts'
import {aBookedRow, aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields} from '../builders/run.ts'
import {bostedet, days, hjemmet} from '../builders/values.ts'

type GrantFields = Parameters<typeof aGrant>[0]

/** Everything that is not about cost is wide open. */
const open: RunFields = {periods: {postFrom: '2020-01-01', maxMonths: 12, lookback: 24, lookahead: 12}}

function billed(grant: GrantFields, period: string, amount: number, more: RunFields = {}): string {
  const invoice = anInvoice({period, amount, issued: days(period).to})
  return lineOfVerdict({...open, ...more, invoices: [invoice], grants: [aGrant(grant)]})
}

/** Posted for `covered`, by default the whole period, at this amount alone. */
function expectCost(grant: GrantFields, period: string, amount: number, more: RunFields = {}, covered = period): void {
  expect(billed(grant, period, amount, more)).toBe(`G1 ${covered} ${jsonKroner(ore(amount))}`)
  expect(billed(grant, period, amount - 1, more)).not.toMatch(/^G1/)
  expect(billed(grant, period, amount + 1, more)).not.toMatch(/^G1/)
}

const expectNoCost = (grant: GrantFields, period: string, amount: number): void =>
  expect(billed(grant, period, amount)).not.toMatch(/^G1/)

const twelve = {from: '2020-01-01'}

describe('a grant by the month', () => {
  it.each([
    ['costs the rate itself in March', '2026-03', 1000_00],
    ['costs the rate itself in February', '2026-02', 1000_00],
    ['costs ten of the 31 days of March', '2026-03-01/2026-03-10', 322_58],
    ['costs one of the 31 days of March', '2026-03-31/2026-03-31', 32_26],
    ['costs all but one of the 31 days of March', '2026-03-02/2026-03-31', 967_74],
    ['costs half of February', '2026-02-01/2026-02-14', 500_00],
    ['costs 14 of the 29 days of a February in a leap year', '2024-02-01/2024-02-14', 482_76],
    ['costs two whole months', '2026-02-01/2026-03-31', 2000_00],
    ['costs part of one month and part of the next', '2026-01-15/2026-02-14', 548_39 + 500_00],
  ])('%s', (_, period, amount) => {
    expectCost(twelve, period, amount)
  })

  it.each([
    ['two', '2', '2026-03', 2000_00],
    ['a half', '0.5', '2026-03', 500_00],
    ['1.5 in ten days of March', '1.5', '2026-03-01/2026-03-10', 483_87],
  ])('is multiplied by a quantity of %s', (_, quantity, period, amount) => {
    expectCost({...twelve, quantity}, period, amount)
  })

  it('rounds each calendar month on its own', () => {
    expectCost({...twelve, rate: 100_10}, '2026-01-31/2026-02-01', 3_23 + 3_58)
  })

  it('rounds each rate period on its own', () => {
    const rates = [
      {days: '2026-01-01/2026-03-15', rate: 1000_00},
      {days: '2026-03-16/2026-12-31', rate: 1200_00},
    ]
    expectCost({rates}, '2026-03', 483_87 + 619_35)
  })

  it('rounds half an øre away from zero', () => {
    expectCost({...twelve, rate: 1000_01}, '2026-02-01/2026-02-14', 500_01)
  })

  it('costs nothing in the days between two rate periods', () => {
    const rates = [
      {days: '2026-03-01/2026-03-10', rate: 1000_00},
      {days: '2026-03-21/2026-03-31', rate: 1000_00},
    ]
    expect(billed({rates}, '2026-03', 1000_00)).not.toMatch(/^G1/)
    expect(billed({rates}, '2026-03', 677_42)).toMatch(/^G1 /)
  })

  it('costs the days of a change of quantity at each quantity', () => {
    const rates = [
      {days: '2026-01-01/2026-03-15', rate: 1000_00, quantity: '1'},
      {days: '2026-03-16/2026-12-31', rate: 1000_00, quantity: '2'},
    ]
    expectCost({rates}, '2026-03', 483_87 + 1032_26)
  })
})

describe('the covered part of a period', () => {
  it.each([
    ['begins with the grant', {from: '2026-03-10'}, '2026-03-10/2026-03-31', 709_68],
    ['ends with the grant', {to: '2026-03-09'}, '2026-03-01/2026-03-09', 290_32],
    ['is one day where the grant begins on the last', {from: '2026-03-31'}, '2026-03-31/2026-03-31', 32_26],
    ['is the whole where the grant begins on the first', {from: '2026-03-01'}, '2026-03', 1000_00],
  ])('%s', (_, grant, covered, amount) => {
    expectCost(grant, '2026-03', amount, {}, covered)
  })
})

describe('a grant by the year', () => {
  const year = {...twelve, unit: 'År' as const}

  it.each([
    ['a twelfth in a whole month', {rate: 120_000_00}, '2026-03', 10_000_00],
    ['a twelfth rounded', {rate: 100_000_00}, '2026-03', 8333_33],
    ['a twelfth that is rounded after the quantity', {rate: 100_00, quantity: '100'}, '2026-03', 833_33],
    ['days of the month in a part of it', {rate: 120_000_00}, '2026-03-01/2026-03-10', 3225_81],
    ['twelve twelfths, each rounded', {rate: 100_000_00}, '2025-01-01/2025-12-31', 12 * 8333_33],
  ])('costs %s', (_, grant, period, amount) => {
    expectCost({...year, ...grant}, period, amount)
  })
})

describe('a grant by day and night', () => {
  const grant = {...twelve, unit: 'Døgn' as const, rate: 100_00}

  it.each([
    ['every day of a month, weekends too', '2026-03', 3100_00],
    ['every day of February', '2026-02', 2800_00],
    ['ten days', '2026-03-01/2026-03-10', 1000_00],
    ['one day', '2026-03-01/2026-03-01', 100_00],
    ['days of two months', '2026-03-31/2026-04-01', 200_00],
  ])('costs %s', (_, period, amount) => {
    expectCost(grant, period, amount)
  })

  const billedWith = (dayRateMonth: string): RunFields => ({suppliers: {[bostedet]: {dayRateMonth}}})

  it.each([
    ['actual', '2026-03', 3100_00],
    ['30', '2026-03', 3000_00],
    ['30', '2026-02', 3000_00],
    ['30.5', '2026-03', 3050_00],
    ['30.5', '2026-02', 3050_00],
    ['365/12', '2026-03', 3041_67],
    ['365/12', '2026-02', 3041_67],
    ['30', '2026-02-01/2026-03-31', 6000_00],
  ])('is billed with %s days for a whole month in %s', (dayRateMonth, period, amount) => {
    expectCost(grant, period, amount, billedWith(dayRateMonth))
  })

  it.each([
    ['a part of a month', grant, '2026-03-02/2026-03-31', '2026-03-02/2026-03-31', 3000_00],
    ['the part that the grant covers', {...grant, from: '2026-03-02'}, '2026-03', '2026-03-02/2026-03-31', 3000_00],
    ['the part beside a whole month', grant, '2026-02-01/2026-03-10', '2026-02-01/2026-03-10', 3050_00 + 1000_00],
  ])('counts the days of %s', (_, some, period, covered, amount) => {
    expectCost(some, period, amount, billedWith('30.5'), covered)
  })

  it('counts the days of a month in which the rate changes', () => {
    const rates = [
      {days: '2026-01-01/2026-03-15', rate: 100_00},
      {days: '2026-03-16/2026-12-31', rate: 120_00},
    ]
    expectCost({unit: 'Døgn', rates}, '2026-03', 1500_00 + 1920_00, billedWith('30'))
  })

  it('takes the days of a month from the supplier of the grant, not of the invoice', () => {
    const suppliers = {[bostedet]: {dayRateMonth: '30', billsAs: [hjemmet]}, [hjemmet]: {dayRateMonth: '30.5'}}
    const bill = (amount: number) =>
      lineOfVerdict({suppliers, grants: [aGrant(grant)], invoices: [anInvoice({cvr: hjemmet, amount})]})
    expect(bill(3000_00)).toBe('G1 2026-03 3000.00')
    expect(bill(3050_00)).not.toMatch(/^G1/)
  })
})

describe('a grant by the workday', () => {
  const grant = {...twelve, unit: 'Dag' as const, rate: 100_00}

  it.each([
    ['March 2026, without a holiday', '2026-03', 22],
    ['January 2026, without New Year’s Day', '2026-01', 21],
    ['April 2026, without Maundy Thursday, Good Friday and Easter Monday', '2026-04', 19],
    ['May 2026, without Ascension Day and Whit Monday', '2026-05', 19],
    ['December 2026, without Christmas Day', '2026-12', 22],
    ['December 2025, without Christmas Day and the day after', '2025-12', 21],
    ['Christmas Eve', '2026-12-24/2026-12-24', 1],
    ['New Year’s Eve', '2026-12-31/2026-12-31', 1],
    ['the first of May', '2026-05-01/2026-05-01', 1],
    ['Constitution Day', '2026-06-05/2026-06-05', 1],
    ['the day after Ascension Day', '2026-05-15/2026-05-15', 1],
    ['what was General Prayer Day, in 2024', '2024-04-26/2024-04-26', 1],
    ['May 2023, without General Prayer Day, Ascension Day and Whit Monday', '2023-05', 20],
    ['a week with its weekend', '2026-03-09/2026-03-15', 5],
  ])('costs the days of %s', (_, period, count) => {
    expectCost(grant, period, count * 100_00)
  })

  it.each([
    ['a Saturday', '2026-03-14/2026-03-14'],
    ['a Sunday', '2026-03-15/2026-03-15'],
    ['New Year’s Day', '2026-01-01/2026-01-01'],
    ['Maundy Thursday', '2026-04-02/2026-04-02'],
    ['Good Friday', '2026-04-03/2026-04-03'],
    ['Easter Monday', '2026-04-06/2026-04-06'],
    ['General Prayer Day in 2023', '2023-05-05/2023-05-05'],
    ['General Prayer Day in 2022', '2022-05-13/2022-05-13'],
    ['Ascension Day', '2026-05-14/2026-05-14'],
    ['Whit Monday', '2026-05-25/2026-05-25'],
    ['Christmas Day', '2026-12-25/2026-12-25'],
    ['the day after Christmas Day', '2025-12-26/2025-12-26'],
  ])('explains nothing on %s', (_, period) => {
    expectNoCost(grant, period, 100_00)
  })
})

describe('a grant by week and by hour', () => {
  it.each<[string, Unit, number, string | undefined, string, number]>([
    ['a week', 'Uge', 1000_00, undefined, '2026-03-02/2026-03-08', 1000_00],
    ['a day of a week', 'Uge', 1000_00, undefined, '2026-03-02/2026-03-02', 142_86],
    ['31 sevenths of a week in March', 'Uge', 1000_00, undefined, '2026-03', 4428_57],
    ['two places a week', 'Uge', 1000_00, '2', '2026-03-02/2026-03-08', 2000_00],
    ['the hours of a week', 'Time', 400_00, '10', '2026-03-02/2026-03-08', 4000_00],
    ['the hours of March', 'Time', 400_00, '10', '2026-03', 17_714_29],
    ['half hours', 'Time', 400_00, '7.5', '2026-03-02/2026-03-08', 3000_00],
    ['two months, each rounded', 'Uge', 1000_00, undefined, '2026-03-31/2026-04-01', 142_86 * 2],
  ])('costs %s', (_, unit, rate, quantity, period, amount) => {
    expectCost({...twelve, unit, rate, ...(quantity === undefined ? {} : {quantity})}, period, amount)
  })
})

describe('a grant paid once', () => {
  const grant = {unit: 'Engang' as const, rate: 5000_00, from: '2026-03-10', to: '2026-12-31'}

  it('costs rate and quantity in the month of its first day', () => {
    expectCost({...grant, quantity: '2'}, '2026-03', 10_000_00, {}, '2026-03-10/2026-03-31')
  })

  it.each(['2026-02', '2026-04', '2026-12'])('costs nothing in %s', (period) => {
    expectNoCost(grant, period, 5000_00)
  })

  const march = {invoices: [anInvoice({amount: 5000_00})]}

  it('is paid when any day of it is', () => {
    const booked = {rows: [aBookedRow({period: '2026-06-01/2026-06-01'})]}
    expect(lineOfVerdict({...march, grants: [aGrant(grant)], booked})).toBe('PERIOD_ALREADY_PAID')
  })

  it.each([
    ['2026-03-09', 'G1 2026-03-10/2026-03-31 5000.00'],
    ['2026-03-10', 'PERIOD_ALREADY_PAID'],
  ])('is paid where its register says so up to %s', (paidTo, expected) => {
    expect(lineOfVerdict({...march, grants: [aGrant({...grant, paidTo})]})).toBe(expected)
  })
})
