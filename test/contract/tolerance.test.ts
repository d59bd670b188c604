/** matching.md 3: amounts that are nearly right, and days that are billed by their number. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {codesOf, lineOfVerdict, type RunFields, run} from '../builders/run.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type GrantFields = Parameters<typeof aGrant>[0]

describe('rules.amountTolerance', () => {
  const rules = {amountTolerance: '0.50'}
  const billed = (invoice: InvoiceFields, grants: GrantFields[] = [{}], more: RunFields = {}): string =>
    lineOfVerdict({rules, grants: grants.map((grant) => aGrant(grant)), invoices: [anInvoice(invoice)], ...more})

  it('is nothing unless it is set', () => {
    expect(billed({amount: 1000_01}, [{}], {rules: {}})).toBe('AMOUNT_MISMATCH')
  })

  it.each([
    [999_49, 'AMOUNT_MISMATCH'],
    [999_50, 'G1 2026-03 999.50'],
    [1000_00, 'G1 2026-03 1000.00'],
    [1000_50, 'G1 2026-03 1000.50'],
    [1000_51, 'AMOUNT_MISMATCH'],
  ])('posts the amount of the invoice: %i øre', (amount, expected) => {
    expect(billed({amount}, [{}])).toBe(expected)
  })

  it('leaves two that are near to a person', () => {
    const two = [{rate: 999_80}, {id: 'G2', rate: 1000_20}]
    expect(billed({}, two)).toBe('GRANT_AMBIGUOUS')
    expect(
      billed({}, [
        {rate: 999_80, paidTo: '2026-03-31'},
        {id: 'G2', rate: 1000_20},
      ]),
    ).toBe('GRANT_AMBIGUOUS')
  })

  it('never counts in sets', () => {
    const set = [{rate: 600_00}, {id: 'G2', rate: 400_00}]
    expect(billed({amount: 1000_30}, set)).toBe('AMOUNT_MISMATCH')
    expect(billed({amount: 1000_00}, set)).toBe('G1 2026-03 600.00 + G2 2026-03 400.00')
  })

  it('does not choose a grant that is near where a set is exact', () => {
    const grants = [{rate: 1000_30}, {id: 'G2', rate: 600_00}, {id: 'G3', rate: 400_00}]
    expect(billed({}, grants)).not.toMatch(/^G1/)
  })

  it('counts in the doubt about a missing month', () => {
    const bill = {period: null, amount: 1000_30}
    expect(billed(bill, [{from: '2026-02-01'}], {periods: {billing: 'arrears'}})).toBe('PERIOD_AMBIGUOUS')
    expect(billed(bill, [{from: '2026-03-01'}], {periods: {billing: 'arrears'}})).toBe('G1 2026-03 1000.30')
  })

  it('counts in the doubt about another grant’s month', () => {
    // Issued on 2 May for April, in which G1 costs 3100 kr.; G2 costs that in May.
    const grants = [{rate: 3100_00}, {id: 'G2', unit: 'Døgn' as const, rate: 100_00}]
    const bill = {period: null, issued: '2026-05-02', amount: 3100_40}
    expect(billed(bill, grants, {periods: {billing: 'arrears', gap: 'post'}})).toBe('GRANT_AMBIGUOUS')
  })

  it('counts for a grant out of scope by its paragraph', () => {
    expect(billed({amount: 1000_30}, [{}, {id: 'G2', paragraph: '97'}])).toBe('GRANT_AMBIGUOUS')
    expect(billed({amount: 1000_30}, [{paragraph: '97'}, {id: 'G2', rate: 700_00}])).toBe('OUT_OF_SCOPE')
  })

  it('counts in sums of lines, whose postings are the lines’ amounts', () => {
    const result = run({rules, invoices: [anInvoice({lines: [{amount: 600_20}, {amount: 400_10}]})]})
    expect(lineOfVerdict(result)).toBe('G1 2026-03 1000.30')
    expect(codesOf(result)).toEqual([null, null])
  })
})

describe('rules.partialDays', () => {
  const daily = {unit: 'Døgn' as const, rate: 100_00}
  const billed = (invoice: InvoiceFields, grant: GrantFields = daily, more: RunFields = {}): string =>
    lineOfVerdict({rules: {partialDays: true}, grants: [aGrant(grant)], invoices: [anInvoice(invoice)], ...more})
  const twenty = {quantity: '20', unitPrice: 100_00, amount: 2000_00}

  it('posts the days that were taken, for the covered part of the period', () => {
    expect(billed(twenty)).toBe('G1 2026-03 2000.00')
    expect(billed({...twenty}, {...daily, from: '2026-03-10'})).toBe('G1 2026-03-10/2026-03-31 2000.00')
  })

  it('is off unless it is set', () => {
    expect(billed(twenty, daily, {rules: {}})).toBe('AMOUNT_MISMATCH')
  })

  it('is for stated periods alone', () => {
    const periods = {billing: 'arrears', gap: 'post'}
    expect(billed({...twenty, period: null}, daily, {periods})).not.toMatch(/^G1/)
    expect(billed({...twenty, period: null, text: 'marts 2026'}, daily, {periods})).toBe('G1 2026-03 2000.00')
  })

  it.each<[string, InvoiceFields]>([
    ['without a quantity', {unitPrice: 100_00, amount: 2000_00}],
    ['without a unit price', {quantity: '20', amount: 2000_00}],
    ['at another price', {quantity: '20', unitPrice: 99_00, amount: 1980_00}],
    ['whose amount is not the product', {quantity: '20', unitPrice: 100_00, amount: 1900_00}],
    ['for more days than there are', {quantity: '32', unitPrice: 100_00, amount: 3200_00}],
  ])('does not explain a line %s', (_, invoice) => {
    expect(billed(invoice)).toBe('AMOUNT_MISMATCH')
  })

  it.each<[string, string, number, string]>([
    ['all the days', '31', 3100_00, 'G1 2026-03 3100.00'],
    ['half days', '20.5', 2050_00, 'G1 2026-03 2050.00'],
    ['one day', '1', 100_00, 'G1 2026-03 100.00'],
  ])('explains %s', (_, quantity, amount, expected) => {
    expect(billed({quantity, unitPrice: 100_00, amount})).toBe(expected)
  })

  it('asks that the price is the rate in all of the covered part', () => {
    const rates = [
      {days: '2026-01-01/2026-03-30', rate: 100_00},
      {days: '2026-03-31/2026-12-31', rate: 110_00},
    ]
    expect(billed(twenty, {unit: 'Døgn', rates})).toBe('AMOUNT_MISMATCH')
    expect(billed({...twenty, period: '2026-03-01/2026-03-30'}, {unit: 'Døgn', rates})).toBe(
      'G1 2026-03-01/2026-03-30 2000.00',
    )
  })

  it.each<[string, GrantFields, InvoiceFields, boolean]>([
    ['22 workdays', {unit: 'Dag', rate: 100_00}, {quantity: '22', unitPrice: 100_00, amount: 2200_00}, true],
    ['23 of 22 workdays', {unit: 'Dag', rate: 100_00}, {quantity: '23', unitPrice: 100_00, amount: 2300_00}, false],
    ['half a month', {}, {quantity: '0.5', unitPrice: 1000_00, amount: 500_00}, true],
    ['two of one month', {}, {quantity: '2', unitPrice: 1000_00, amount: 2000_00}, false],
    [
      '44 hours of 44.3',
      {unit: 'Time', rate: 400_00, quantity: '10'},
      {quantity: '44', unitPrice: 400_00, amount: 17_600_00},
      true,
    ],
    [
      '45 hours of 44.3',
      {unit: 'Time', rate: 400_00, quantity: '10'},
      {quantity: '45', unitPrice: 400_00, amount: 18_000_00},
      false,
    ],
    ['4 weeks of 4.4', {unit: 'Uge', rate: 700_00}, {quantity: '4', unitPrice: 700_00, amount: 2800_00}, true],
    ['5 weeks of 4.4', {unit: 'Uge', rate: 700_00}, {quantity: '5', unitPrice: 700_00, amount: 3500_00}, false],
  ])('counts in the unit of the grant: %s', (_, grant, invoice, explained) => {
    expect(billed(invoice, grant).startsWith('G1')).toBe(explained)
  })

  it('leaves two grants at the same price to a person', () => {
    const grants = [aGrant(daily), aGrant({...daily, id: 'G2'})]
    expect(billed(twenty, daily, {grants})).toBe('GRANT_AMBIGUOUS')
  })

  it('pays the whole period, so that it is billed once', () => {
    const second = anInvoice({
      document: 'B2',
      number: 'F2',
      issued: '2026-04-10',
      quantity: '5',
      unitPrice: 100_00,
      amount: 500_00,
    })
    const grants = [aGrant(daily)]
    expect(lineOfVerdict({rules: {partialDays: true}, grants, invoices: [anInvoice(twenty), second]}, 'B2')).toBe(
      'PERIOD_ALREADY_PAID',
    )
  })

  it('never explains less than nothing', () => {
    const lines = [{amount: 3100_00}, {quantity: '-1', unitPrice: 100_00, amount: -100_00}]
    expect(billed({lines})).not.toMatch(/^G1/)
  })
})
