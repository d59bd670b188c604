/** matching.md 4: which citizen a line is for. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {codesOf, lineOfVerdict, run, verdictOf} from '../builders/run.ts'
import {anna, bo, eva} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]

const posted = 'G1 2026-03 1000.00'
const ambiguous = 'CPR_AMBIGUOUS'
const grants = [aGrant(), aGrant({id: 'G2', citizen: bo, rate: 700_00})]
const billed = (invoice: InvoiceFields): string => lineOfVerdict({grants, invoices: [anInvoice(invoice)]})

describe('the CPR number in the text, where the field is empty', () => {
  it.each([
    '610190-1234',
    '610190 1234',
    '6101901234',
    'Botilbud, borger 610190-1234, marts 2026',
    'CPR:6101901234.',
    '610190-1234 og igen 6101901234',
    'sag 12345678 for 610190-1234',
  ])('counts: «%s»', (text) => {
    expect(billed({citizen: null, text})).toBe(posted)
  })

  it.each([
    ['nothing', ''],
    ['a number in a longer one', '16101901234'],
    ['a number with a digit after it', '61019012345'],
    ['a date that does not exist', '310290-1234'],
    ['too few digits', '610190-123'],
    ['another separator', '610190/1234'],
  ])('does not count: %s', (_, text) => {
    expect(billed({citizen: null, text})).toBe('CPR_MISSING')
  })

  it('is in doubt where the text holds several', () => {
    expect(billed({citizen: null, text: '610190-1234 910180-1234'})).toBe(ambiguous)
    expect(billed({citizen: null, text: '610190-1234 710585-1234'})).toBe(ambiguous)
  })
})

describe('the CPR number in the field', () => {
  const invalid = {kind: 'invalid' as const, text: '610190-12'}

  it('must be one', () => {
    expect(billed({cprField: invalid})).toBe('CPR_INVALID')
    expect(billed({cprField: invalid, text: '610190-1234'})).toBe('CPR_INVALID')
  })

  it.each([
    ['the text holds none', 'Botilbud', posted],
    ['the text holds it', '610190-1234', posted],
    ['the text holds it beside another’s', '910180-1234 og 610190-1234', posted],
    ['the text holds that of nobody in the grants', '710585-1234', posted],
    ['the text holds another’s, known from the grants', '910180-1234', ambiguous],
    ['the text holds another’s among strangers’', '710585-1234, 9101801234', ambiguous],
  ])('is taken or doubted where %s', (_, text, expected) => {
    expect(billed({text})).toBe(expected)
  })
})

describe('the one CPR number of an invoice', () => {
  const lines = (...of: (typeof anna | null)[]): InvoiceFields => ({
    lines: of.map((citizen, at) => ({citizen, period: ['2026-01', '2026-02', '2026-03'][at] ?? '2026-03'})),
  })

  it('is that of every line without one', () => {
    const result = run({grants, invoices: [anInvoice(lines(null, anna, null))]})
    expect(lineOfVerdict(result)).toBe('G1 2026-01 1000.00 + G1 2026-02 1000.00 + G1 2026-03 1000.00')
    expect(verdictOf(result).lines.map(({citizen}) => citizen)).toEqual([anna, anna, anna])
  })

  it('may stand in a text', () => {
    const fields = {lines: [{citizen: null, text: '610190-1234', period: '2026-02'}, {citizen: null}]}
    expect(billed(fields)).toBe('G1 2026-02 1000.00 + G1 2026-03 1000.00')
  })

  it('is none where the invoice holds two', () => {
    const result = run({
      grants: [...grants, aGrant({id: 'G3', citizen: eva})],
      invoices: [anInvoice(lines(anna, eva, null))],
    })
    expect(codesOf(result)).toEqual(['OTHER_LINE_FAILED', 'OTHER_LINE_FAILED', 'CPR_MISSING'])
  })
})
