/** matching.md 3, Several lines: each alone, then the lines of a citizen as one amount, and all or nothing. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../builders/records.ts'
import {codesOf, lineOfVerdict, linesOfVerdicts, type RunFields, run, verdictOf} from '../builders/run.ts'
import {anna, bo} from '../builders/values.ts'

type LineFields = NonNullable<NonNullable<Parameters<typeof anInvoice>[0]>['lines']>[number]
type GrantFields = Parameters<typeof aGrant>[0]

const six = {id: 'G1', rate: 600_00}
const four = {id: 'G2', rate: 400_00, service: 'Aktivitet'}

const given = (lines: LineFields[], grants: GrantFields[] = [{}], more: RunFields = {}) =>
  run({grants: grants.map((grant) => aGrant(grant)), invoices: [anInvoice({lines})], ...more})
const billed = (...of: Parameters<typeof given>): string => lineOfVerdict(given(...of))
const unitsOf = (...of: Parameters<typeof given>) => verdictOf(given(...of)).lines.map(({postingGroup: unit}) => unit)

describe('each line alone', () => {
  it('is posted where all are explained', () => {
    const twoCitizens: [LineFields[], GrantFields[]] = [
      [{citizen: anna}, {citizen: bo}],
      [{}, {id: 'G2', citizen: bo}],
    ]
    expect(billed(...twoCitizens)).toBe('G1 2026-03 1000.00 + G2 2026-03 1000.00')
    expect(new Set(unitsOf(...twoCitizens)).size).toBe(2)
  })

  it('may be two grants of one citizen', () => {
    expect(billed([{amount: 600_00}, {amount: 400_00}], [six, four])).toBe('G1 2026-03 600.00 + G2 2026-03 400.00')
  })

  it('may be two months of one grant', () => {
    expect(billed([{period: '2026-02'}, {period: '2026-03'}])).toBe('G1 2026-02 1000.00 + G1 2026-03 1000.00')
  })

  it('is not posted where another line needs the same grant on the same day', () => {
    const result = given([{}, {}])
    expect(lineOfVerdict(result)).toBe('PERIOD_ALREADY_PAID')
    expect(codesOf(result)).toEqual(['PERIOD_ALREADY_PAID', 'PERIOD_ALREADY_PAID'])
  })

  it('is not posted where one day of one grant is needed twice', () => {
    const lines = [
      {period: '2026-03-01/2026-03-15', amount: 483_87},
      {period: '2026-03-15/2026-03-31', amount: 548_39},
    ]
    expect(codesOf(given(lines))).toEqual(['PERIOD_ALREADY_PAID', 'PERIOD_ALREADY_PAID'])
  })

  it('is explained against what stood before the invoice', () => {
    const invoices = [
      anInvoice({lines: [{}, {period: '2026-02'}]}),
      anInvoice({document: 'B2', number: 'F2', issued: '2026-04-03'}),
    ]
    expect(linesOfVerdicts({invoices})).toEqual({
      B1: 'G1 2026-02 1000.00 + G1 2026-03 1000.00',
      B2: 'PERIOD_ALREADY_PAID',
    })
  })
})

describe('an invoice with a line that is not explained', () => {
  const fine = {citizen: anna}
  const wrong = {citizen: bo, amount: 1}
  const grants = [{}, {id: 'G2', citizen: bo}]

  it('is an exception as a whole', () => {
    const result = given([fine, wrong], grants)
    expect(lineOfVerdict(result)).toBe('AMOUNT_MISMATCH')
    expect(codesOf(result)).toEqual(['OTHER_LINE_FAILED', 'AMOUNT_MISMATCH'])
    expect(verdictOf(result).lines.flatMap(({postings}) => postings)).toEqual([])
  })

  it('counts under the code of the first that fails', () => {
    const tooEarly = {citizen: anna, period: '2024-03'}
    expect(codesOf(given([wrong, tooEarly], grants))).toEqual(['AMOUNT_MISMATCH', 'PERIOD_OUTSIDE_WINDOW'])
    expect(billed([wrong, tooEarly], grants)).toBe('AMOUNT_MISMATCH')
    expect(billed([tooEarly, wrong], grants)).toBe('PERIOD_OUTSIDE_WINDOW')
  })

  it('takes its lines by number', () => {
    const two = {...wrong, lineNumber: '2'}
    const ten = {citizen: anna, period: '2024-03', lineNumber: '10'}
    expect(billed([two, ten], grants)).toBe('AMOUNT_MISMATCH')
  })

  it('pays nothing', () => {
    const invoices = [
      anInvoice({lines: [fine, wrong]}),
      anInvoice({document: 'B2', number: 'F2', issued: '2026-04-03'}),
    ]
    expect(linesOfVerdicts({invoices, grants: grants.map((grant) => aGrant(grant))}).B2).toBe('G1 2026-03 1000.00')
  })

  it('fails too for what is asked before exclusion', () => {
    const result = given([fine, {citizen: null}, {citizen: bo}], grants)
    expect(codesOf(result)).toEqual(['OTHER_LINE_FAILED', 'CPR_MISSING', 'OTHER_LINE_FAILED'])
  })
})

describe('the lines of a citizen as one amount', () => {
  it('are posted as one, at the first of them', () => {
    const result = given([{amount: 700_00}, {amount: 300_00}])
    const {lines} = verdictOf(result)
    expect(lineOfVerdict(result)).toBe('G1 2026-03 1000.00')
    expect(lines.map(({postings}) => postings.length)).toEqual([1, 0])
    expect(lines[0]?.postingGroup).not.toBeNull()
    expect(lines[1]?.postingGroup).toBe(lines[0]?.postingGroup)
  })

  it('may be a set', () => {
    expect(billed([{amount: 700_00}, {amount: 300_00}], [six, four])).toBe('G1 2026-03 600.00 + G2 2026-03 400.00')
  })

  it('are all of them, those too that are explained alone', () => {
    expect(billed([{amount: 600_00}, {amount: 300_00}, {amount: 100_00}], [six, four])).toBe(
      'G1 2026-03 600.00 + G2 2026-03 400.00',
    )
    expect(billed([{amount: 1000_00}, {amount: 100_00}])).not.toMatch(/^G1/)
  })

  it('are those of that citizen, and the others stand alone', () => {
    const lines = [{amount: 700_00}, {citizen: bo}, {amount: 300_00}]
    expect(billed(lines, [{}, {id: 'G2', citizen: bo}])).toBe('G1 2026-03 1000.00 + G2 2026-03 1000.00')
    expect(unitsOf(lines, [{}, {id: 'G2', citizen: bo}])).toEqual([1, 2, 1].map(() => expect.any(Number)))
  })

  it('are posted by no sum where two fit', () => {
    expect(billed([{amount: 700_00}, {amount: 300_00}], [{}, {id: 'G2'}])).not.toMatch(/^G/)
  })

  it('are not posted where the sum is paid', () => {
    expect(billed([{amount: 700_00}, {amount: 300_00}], [{paidTo: '2026-03-31'}])).not.toMatch(/^G/)
  })

  it('keep a code of their own where the sum is none either', () => {
    expect(codesOf(given([{amount: 700_00}, {amount: 299_00}]))).toEqual(['AMOUNT_MISMATCH', 'AMOUNT_MISMATCH'])
  })

  it.each<[string, LineFields[], string]>([
    ['the period that one of them states', [{amount: 700_00}, {amount: 300_00, period: null}], 'G1 2026-03 1000.00'],
    ['the period that all of them state', [{amount: 700_00}, {amount: 300_00}], 'G1 2026-03 1000.00'],
    [
      'the named month',
      [
        {amount: 700_00, period: null},
        {amount: 300_00, period: null},
      ],
      'G1 2026-03 1000.00',
    ],
    [
      'the stated rather than the named month',
      [
        {amount: 700_00, period: '2026-02'},
        {amount: 300_00, period: null},
      ],
      'G1 2026-02 1000.00',
    ],
  ])('are for %s', (_, lines, expected) => {
    expect(billed(lines, [{}], {periods: {billing: 'arrears', gap: 'post'}})).toBe(expected)
  })

  it('are no sum where they state several periods', () => {
    const lines = [{amount: 700_00}, {amount: 300_00, period: '2026-02'}]
    expect(billed(lines)).not.toMatch(/^G1/)
    expect(billed([{amount: 700_00}, {amount: 300_00, period: '2026-03-01/2026-03-30'}])).not.toMatch(/^G1/)
  })

  it('are no sum where the month of one is in doubt', () => {
    const lines = [{amount: 700_00, text: 'marts 2026 og april 2026', period: null}, {amount: 300_00}]
    expect(billed(lines)).not.toMatch(/^G1/)
  })
})

describe('negative lines of an invoice', () => {
  it.each<[string, LineFields[], string]>([
    ['are explained in a sum', [{amount: 1200_00}, {amount: -200_00}], 'G1 2026-03 1000.00'],
    ['come first or last', [{amount: -200_00}, {amount: 1200_00}], 'G1 2026-03 1000.00'],
  ])('%s', (_, lines, expected) => {
    expect(billed(lines)).toBe(expected)
  })

  it('are explained in no other way', () => {
    expect(billed([{amount: 1000_00}, {amount: -200_00}])).not.toMatch(/^G/)
    expect(
      billed([{amount: 1000_00}, {amount: -200_00, citizen: bo}], [{}, {id: 'G2', citizen: bo, rate: 200_00}]),
    ).not.toMatch(/^G/)
  })

  it('do not mirror a posted line', () => {
    const invoices = [
      anInvoice(),
      anInvoice({document: 'B2', number: 'F2', lines: [{period: '2026-02', amount: 1100_00}, {amount: -1000_00}]}),
    ]
    expect(linesOfVerdicts({invoices}).B2).not.toMatch(/^G/)
  })
})
