/** matching.md, before section 1: a line of amount 0 is a comment. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, run} from '../builders/run.ts'
import {bo} from '../builders/values.ts'

const line = {amount: 1000_00, period: '2026-03'}

/** The line of the citizen, and a line of nothing beside it. */
const beside = (comment: object, fields: object = line): string =>
  lineOfVerdict({invoices: [anInvoice({lines: [fields, {amount: 0, ...comment}]})]})

describe('a comment line', () => {
  it('needs neither citizen nor period', () => {
    expect(beside({citizen: null, period: null, text: 'Tak for samarbejdet'})).toBe('G1 2026-03 1000.00')
  })

  it('may name another citizen beside a line that has its own', () => {
    expect(beside({citizen: bo, text: 'Ansvarlig'})).toBe('G1 2026-03 1000.00')
  })

  it('states the period of a line that has none', () => {
    const text = {citizen: null, period: null, text: 'Botilbud marts 2026'}
    expect(beside(text, {amount: 1000_00, period: null})).toBe('G1 2026-03 1000.00')
  })

  it('speaks against a period that it does not agree with', () => {
    expect(beside({citizen: null, period: null, text: 'Botilbud februar'})).toBe('PERIOD_AMBIGUOUS')
  })

  it('leaves the invoice one of one line, for which sets are tried', () => {
    const grants = [aGrant({rate: 400_00}), aGrant({id: 'G2', rate: 600_00, service: 'Aktivitet'})]
    const invoices = [anInvoice({lines: [line, {amount: 0, citizen: null, period: null}]})]
    const [verdict] = run({grants, invoices}).verdicts
    expect(verdict?.outcome).toBe('posted')
    expect(verdict?.lines.map(({postings}) => postings.length)).toEqual([2, 0])
  })

  it('has no reason where the invoice is left to a person', () => {
    const invoices = [
      anInvoice({
        lines: [
          {...line, amount: 999_00},
          {amount: 0, citizen: null, period: null},
        ],
      }),
    ]
    const [verdict] = run({invoices}).verdicts
    expect(verdict?.lines.map(({reason}) => reason)).toEqual(['AMOUNT_MISMATCH', null])
  })
})
