/** matching.md 2, Named: which calendar month an invoice without a period is for. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields} from '../builders/run.ts'
import {bo, bostedet, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type Section = Readonly<Record<string, unknown>>

/** No doubt about gaps here: that is for the tests of doubts. */
const post = {gap: 'post'}
const arrears = {billing: 'arrears', ...post}

const billed = (invoice: InvoiceFields, more: RunFields): string =>
  lineOfVerdict({...more, invoices: [anInvoice({period: null, ...invoice})]})

describe('the billing month', () => {
  it.each([
    ['arrears', '2026-04-01', '2026-03'],
    ['arrears', '2026-04-15', '2026-03'],
    ['arrears', '2026-04-16', '2026-04'],
    ['arrears', '2026-04-30', '2026-04'],
    ['advance', '2026-04-01', '2026-04'],
    ['advance', '2026-04-15', '2026-04'],
    ['advance', '2026-04-16', '2026-05'],
    ['advance', '2026-04-30', '2026-05'],
    ['advance', '2026-12-16', '2027-01'],
  ])('with %s and the bill of %s is %s', (billing, issued, month) => {
    expect(billed({issued}, {periods: {billing, ...post}})).toBe(`G1 ${month} 1000.00`)
  })

  it.each([
    ['arrears', 20, '2026-04-20', '2026-03'],
    ['arrears', 20, '2026-04-21', '2026-04'],
    ['advance', 1, '2026-04-01', '2026-04'],
    ['advance', 1, '2026-04-02', '2026-05'],
    ['arrears', 31, '2026-03-31', '2026-02'],
  ])('with %s and cutoff day %i and the bill of %s is %s', (billing, cutoffDay, issued, month) => {
    expect(billed({issued}, {periods: {billing, cutoffDay, ...post}})).toBe(`G1 ${month} 1000.00`)
  })

  it('is never guessed where nobody says how the supplier bills', () => {
    expect(billed({}, {})).toBe('PERIOD_AMBIGUOUS')
  })

  it('is not asked where a period is stated', () => {
    expect(billed({period: '2026-02'}, {periods: arrears})).toBe('G1 2026-02 1000.00')
  })

  it('does not come from the part of it that the grant covers', () => {
    const grants = [aGrant({from: '2026-03-10'})]
    expect(billed({amount: 709_68}, {periods: arrears, grants})).toBe('G1 2026-03-10/2026-03-31 709.68')
  })
})

describe('who says how an invoice is billed', () => {
  // Bostedet's grant, billed under Hjemmet's number.
  const underHjemmet = (own: Section, bills: Section, periods: Section): string =>
    billed({cvr: hjemmet}, {periods, suppliers: {[bostedet]: {billsAs: [hjemmet], ...own}, [hjemmet]: {...bills}}})

  it('is the invoice’s supplier before the grant’s', () => {
    expect(underHjemmet({billing: 'arrears'}, {billing: 'advance'}, arrears)).toBe('G1 2026-04 1000.00')
  })

  it('is the grant’s supplier before what holds for all', () => {
    expect(underHjemmet({billing: 'advance'}, {}, arrears)).toBe('G1 2026-04 1000.00')
  })

  it('is what holds for all where neither supplier does', () => {
    expect(underHjemmet({}, {}, arrears)).toBe('G1 2026-03 1000.00')
  })

  it('is a supplier that says none, too', () => {
    expect(billed({}, {periods: arrears, suppliers: {[bostedet]: {billing: 'none'}}})).toBe('PERIOD_AMBIGUOUS')
  })

  it('is nobody where the grants left name different months', () => {
    const suppliers = {[hjemmet]: {billsAs: [bostedet], billing: 'advance'}}
    const other = {id: 'G2', supplierCvr: hjemmet, rate: 700_00}
    const some = (fields: object) =>
      billed({}, {periods: arrears, suppliers, grants: [aGrant(), aGrant({...other, ...fields})]})
    expect(some({})).toBe('PERIOD_AMBIGUOUS')
    expect(some({paragraph: '97'})).toBe('G1 2026-03 1000.00')
    expect(some({citizen: bo})).toBe('G1 2026-03 1000.00')
  })
})

describe('a text that speaks of a month', () => {
  // Issued on 2 April, billed in arrears: the named month is March.
  const grants = [aGrant(), aGrant({id: 'G2', citizen: bo, service: 'Aflastning', rate: 700_00})]
  const outcomeOf = (text: string): string => billed({text}, {periods: arrears, grants})

  it.each([
    'Botilbud for marts',
    'Botilbud marts',
    'periode marts',
    'Botilbud 03/2026',
    '01.03.26 - 31.03.26',
    '1/3 - 31/3',
    '1. - 31. marts',
    '1. kvartal, marts',
    'takst marts 2026',
    'Faktura 31.03.2026',
  ])('agrees with the named month, or states it: «%s»', (text) => {
    expect(outcomeOf(text)).toBe('G1 2026-03 1000.00')
  })

  it.each([
    'Botilbud for februar',
    'ophold i februar',
    'periode februar',
    'ophold – februar',
    'Botilbud februar',
    'Aflastning februar',
    'Kursus februar',
    'Botilbud for feb',
    'Botilbud 02/2026',
    '01.02.26 - 28.02.26',
    '1/2 - 28/2',
    '1. - 28. februar',
  ])('states another month itself: «%s»', (text) => {
    expect(outcomeOf(text)).toBe('G1 2026-02 1000.00')
  })

  it('states a month to come', () => {
    expect(outcomeOf('for maj')).toBe('G1 2026-05 1000.00')
  })

  it.each([
    'for august',
    'Botilbud 03/2025',
    '01.03.25 - 31.03.25',
    '15. februar - 14. marts',
    'uge 12 2025',
    'uge 9-14',
    '1. kvartal',
    '2. kvartal',
    '1. halvår',
    '2. halvår 2025',
    'takst februar',
    'Botilbud for Maj Hansen',
    'Botilbud for August Hansen',
    'marts eller februar',
    'til den 31. april',
  ])('leaves it to a person where it states or names another: «%s»', (text) => {
    expect(outcomeOf(text)).toBe('PERIOD_AMBIGUOUS')
  })

  it.each([
    ['a week of it', 'uge 12'],
    ['some of its weeks', 'uge 11 2026'],
  ])('states days of it alone with %s', (_, text) => {
    expect(outcomeOf(text)).toBe('PERIOD_MISMATCH')
  })

  it.each([
    ['the name Jan', 'Botilbud for Jan Hansen'],
    ['the name Maj-Britt', 'Botilbud for Maj-Britt Dahl'],
    ['a date', 'møde 12.02.2026'],
    ['an order', 'ordrenr. 2/2026'],
  ])('is not disturbed by %s', (_, text) => {
    expect(outcomeOf(text)).toBe('G1 2026-03 1000.00')
  })
})
