/** The nearest grant and the fewest fields that would have to differ (`commands.md`, explain). */
import {describe, expect, it} from 'vitest'
import {nearestMiss} from '../../src/explain/nearest-miss.ts'
import type {Payment} from '../../src/explain/payments.ts'
import type {IsoDate} from '../../src/model/calendar.ts'
import {ore} from '../../src/model/money.ts'
import {aConfig, aGrant, anInvoice} from '../builders/records.ts'
import {inputsOf, type RunFields, run, verdictOf, verdictText} from '../builders/run.ts'
import {bostedet, eva, hjemmet, kontoret} from '../builders/values.ts'

const aPayment: Payment = {
  ...{runId: '20260330-080000', documentNumber: 'B0', invoiceNumber: ''},
  period: {from: '2026-03-01' as IsoDate, to: '2026-03-31' as IsoDate},
  amount: ore(1000_00),
}

function missOf(fields: RunFields) {
  const verdict = verdictOf(run(fields))
  const [line] = verdict.lines
  if (!line) throw new RangeError('no line')
  const {opus, rules, periods, suppliers} = fields
  const config = aConfig({
    ...(opus && {opus}),
    ...(rules && {rules}),
    ...(periods && {periods}),
    ...(suppliers && {suppliers}),
  })
  const grants = inputsOf(fields).register.grants.filter(({citizen}) => citizen === line.citizen)
  return nearestMiss({
    ...{verdict: line, invoice: verdict.invoice, grants, config},
    language: 'da',
    payments: new Map([['G1', [aPayment]]]),
  })
}

const fateOf = (fields: RunFields): string => verdictText(verdictOf(run(fields)))

/** The invoice that fails, what is shown, and the same invoice with the value put in that would have fitted. */
describe('one field away', () => {
  it.each<[string, RunFields, string, string, RunFields]>([
    [
      'the amount',
      {invoices: [anInvoice({amount: 1050_00})]},
      'amount',
      'beløbet var 1.000,00 kr., eller taksten 1.050,00 kr. pr. Måned',
      {invoices: [anInvoice({amount: 1050_00})], grants: [aGrant({rate: 1050_00})]},
    ],
    [
      'the CVR number',
      {invoices: [anInvoice({cvr: hjemmet})]},
      'supplier',
      `regningen havde CVR ${bostedet}, eller ${hjemmet} stod i suppliers."${bostedet}".billsAs`,
      {invoices: [anInvoice({cvr: hjemmet})], suppliers: {[bostedet]: {billsAs: [hjemmet]}}},
    ],
    [
      'the end of the grant',
      {grants: [aGrant({to: '2026-02-28'})]},
      'validity',
      'bevillingen dækkede marts 2026',
      {grants: [aGrant({to: '2026-03-31'})]},
    ],
    [
      'the paragraph',
      {grants: [aGrant({paragraph: '97'})]},
      'scope',
      '§ 97 stod i rules.paragraphs',
      {grants: [aGrant({paragraph: '97'})], rules: {paragraphs: ['97']}},
    ],
    [
      'the period that the line does not state',
      {invoices: [anInvoice({period: null, amount: 28 * 500})], grants: [aGrant({unit: 'Døgn', rate: 500})]},
      'period',
      'perioden februar 2026 stod på linjen',
      {invoices: [anInvoice({period: '2026-02', amount: 28 * 500})], grants: [aGrant({unit: 'Døgn', rate: 500})]},
    ],
    [
      'days that are paid',
      {grants: [aGrant({paidTo: '2026-03-31'})]},
      'unpaid',
      'ingen dag i marts 2026 var betalt',
      {grants: [aGrant({paidTo: '2026-02-28'})]},
    ],
  ])('%s: it is posted with the value that would have fitted', (_, fails, field, wouldFit, fitted) => {
    expect(fateOf(fails)).toMatch(/^[A-Z_]+$/)
    expect(missOf(fails)).toMatchObject({grantId: 'G1', differences: [{field, wouldFit}]})
    expect(fateOf(fitted)).toMatch(/^G1 /)
  })

  it('names who has paid the days', () => {
    expect(missOf({grants: [aGrant({paidTo: '2026-03-31'})]})?.differences[0]?.text).toBe(
      'Betaling: dage i marts 2026 er betalt, af bilag B0 (20260330-080000, marts 2026, 1.000,00 kr.)',
    )
  })
})

describe('which grant is nearest', () => {
  it('the one with the fewest differences, not the one that came farthest', () => {
    const far = aGrant({id: 'G1', rate: 999_00, to: '2026-02-28'})
    const near = aGrant({id: 'G2', supplierCvr: hjemmet})
    expect(missOf({grants: [far, near]})).toMatchObject({grantId: 'G2', differences: [{field: 'supplier'}]})
  })

  it('of equals the one that came farthest', () => {
    const other = aGrant({id: 'G1', supplierCvr: hjemmet})
    const own = aGrant({id: 'G2', rate: 990_00})
    expect(missOf({grants: [other, own]})).toMatchObject({grantId: 'G2', differences: [{field: 'amount'}]})
  })

  it('of those the nearest in amount', () => {
    const grants = [aGrant({id: 'G1', rate: 500_00}), aGrant({id: 'G2', rate: 990_00})]
    expect(missOf({grants})?.grantId).toBe('G2')
  })

  it('has all its differences', () => {
    const grants = [aGrant({supplierCvr: kontoret, rate: 900_00})]
    const suppliers = grants.concat(aGrant({id: 'G8', citizen: eva}))
    expect(missOf({grants: suppliers})?.differences.map(({field}) => field)).toEqual(['supplier', 'amount'])
  })
})

describe('there is none', () => {
  it.each<[string, RunFields]>([
    ['for an invoice that is posted', {}],
    ['where several grants are left', {grants: [aGrant(), aGrant({id: 'G2'})]}],
    ['for a citizen without a grant', {grants: [aGrant({citizen: eva})]}],
    ['for an invoice that never came to the grants', {invoices: [anInvoice({amount: 0})]}],
  ])('%s', (_, fields) => {
    expect(missOf(fields)).toBeNull()
  })
})
