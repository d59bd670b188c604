/** matching.md 2, Doubts: what leaves an invoice to a person although exactly one explanation fits. */
import {describe, expect, it} from 'vitest'
import {inTurn, lastOf} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, aNote, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, linesOfVerdicts, type RunFields} from '../builders/run.ts'
import {bo, days, hjemmet} from '../builders/values.ts'

type InvoiceFields = Parameters<typeof anInvoice>[0]
type GrantFields = Parameters<typeof aGrant>[0]

describe('another grant that costs the amount in another month', () => {
  // Issued on 2 May, billed in arrears: April, in which G1 costs 3100 kr. G2 costs that in March and May.
  const bill = {period: null, issued: '2026-05-02', amount: 3100_00}
  const daily = {id: 'G2', unit: 'Døgn' as const, rate: 100_00, paragraph: '104', service: 'Aktivitet'}
  const billed = (other: GrantFields, more: InvoiceFields = {}): string =>
    lineOfVerdict({
      periods: {billing: 'arrears', gap: 'post'},
      invoices: [anInvoice({...bill, ...more})],
      grants: [aGrant({rate: 3100_00}), aGrant({...daily, ...other})],
    })

  it('may be what the invoice is for', () => {
    expect(billed({})).toBe('GRANT_AMBIGUOUS')
  })

  it.each<[string, GrantFields]>([
    ['ends with April, and costs it in March', {to: '2026-04-30'}],
    ['begins with the last of April, and costs it in May', {from: '2026-04-30'}],
    ['covers one day of April', {to: '2026-04-01'}],
    ['has one of the two months paid', {paidTo: '2026-03-31'}],
  ])('is doubted where it %s', (_, other) => {
    expect(billed(other)).toBe('GRANT_AMBIGUOUS')
  })

  it.each<[string, GrantFields]>([
    ['covers no day of April, ending before it', {to: '2026-03-31'}],
    ['covers no day of April, beginning after it', {from: '2026-05-01'}],
    ['is out of scope by its paragraph', {paragraph: '97'}],
    ['is not fixed', {fixed: false}],
    ['is another citizen’s', {citizen: bo}],
    ['is another supplier’s', {supplierCvr: hjemmet}],
    ['costs another amount', {rate: 101_00}],
    ['has a day paid in each such month', {to: '2026-04-30', paidTo: '2026-03-01'}],
    ['has all such months paid', {paidTo: '2026-05-31'}],
  ])('is not doubted where it %s', (_, other) => {
    expect(billed(other)).toBe('G1 2026-04 3100.00')
  })

  it('is not doubted where the period is stated', () => {
    expect(billed({}, {period: '2026-04'})).toBe('G1 2026-04 3100.00')
  })

  it('is looked for in the months of the window alone', () => {
    const rise = [
      {days: '2025-01-01/2026-02-28', rate: 900_00},
      {days: '2026-03-01/2026-12-31', rate: 950_00},
    ]
    const grants = [aGrant({rate: 900_00}), aGrant({id: 'G2', rates: rise, service: 'Aktivitet'})]
    const other = (lookback: number): string =>
      lineOfVerdict({
        grants,
        periods: {billing: 'arrears', gap: 'post', lookback},
        invoices: [anInvoice({period: null, issued: '2026-05-02', amount: 900_00})],
      })
    expect(other(3)).toBe('GRANT_AMBIGUOUS')
    expect(other(2)).toBe('G1 2026-04 900.00')
  })
})

describe('a month before the named one that nobody has billed', () => {
  // Issued on 2 April, billed in arrears: March. February is what may be missing.
  const periods = {billing: 'arrears'}
  const march = anInvoice({period: null})
  const since = (from: string): GrantFields => ({from})
  const only = aGrant(since('2026-02-01'))
  const held = 'PERIOD_AMBIGUOUS'
  const posted = 'G1 2026-03 1000.00'
  const billed = (more: RunFields = {}): string => lineOfVerdict({periods, grants: [only], invoices: [march], ...more})
  const beside = (...others: ReturnType<typeof anInvoice>[]): string => billed({invoices: [march, ...others]})

  it('holds the invoice: it may be that month’s', () => {
    expect(billed()).toBe(held)
  })

  it('does not hold it with gap: post, nor where its period is stated', () => {
    expect(billed({periods: {...periods, gap: 'post'}})).toBe(posted)
    expect(billed({invoices: [anInvoice({period: '2026-03'})]})).toBe(posted)
    expect(billed({invoices: [anInvoice({period: null, text: 'marts 2026'})]})).toBe(posted)
  })

  it('does not hold it where the grant begins with the named month, or that is the first to be posted', () => {
    expect(billed({grants: [aGrant(since('2026-03-01'))]})).toBe(posted)
    expect(billed({periods: {...periods, postFrom: '2026-03-01'}})).toBe(posted)
  })

  it('does not hold it where the grant cost something else', () => {
    expect(billed({grants: [aGrant(since('2026-02-15'))]})).toBe(posted)
    const daily = {
      grants: [aGrant({unit: 'Døgn', rate: 100_00})],
      invoices: [anInvoice({period: null, amount: 3100_00})],
    }
    expect(billed(daily)).toBe('G1 2026-03 3100.00')
  })

  describe('is settled', () => {
    const february = {document: 'B0', number: 'F0', period: '2026-02', issued: '2026-03-02'}

    it.each<[string, InvoiceFields]>([
      ['posted in this run', {}],
      ['posted in this run, and issued after this bill', {issued: '2026-04-10'}],
      ['known by the period of its text', {period: null, text: 'februar 2026'}],
      ['left to a person for something else', {vat: 200_00}],
      ['of any amount, where the pair has no other grant', {amount: 900_00}],
    ])('by a bill of that month, %s', (_, fields) => {
      expect(beside(anInvoice({...february, ...fields}))).toBe(posted)
    })

    it.each<[string, InvoiceFields]>([
      ['posted', {}],
      ['left to a person for something else', {vat: 200_00}],
      ['of any amount, where the pair has no other grant', {amount: 900_00}],
    ])('by a bill of that month that an earlier run knows, %s', (_, fields) => {
      const first = {periods, grants: [only], invoices: [anInvoice({...february, ...fields})]}
      expect(lineOfVerdict(lastOf(first, {periods, grants: [only], invoices: [march]}))).toBe(posted)
    })

    it('by an invoice named for it', () => {
      const grants = [only]
      const first = {
        periods,
        grants,
        invoices: [anInvoice({document: 'B0', number: 'F0', period: null, issued: '2026-03-02'})],
      }
      expect(linesOfVerdicts(lastOf(first, {periods, grants, invoices: [march]}))).toEqual({B1: posted})
    })

    it('by a day of it that is paid', () => {
      expect(billed({grants: [aGrant({...since('2026-02-01'), paidTo: '2026-02-01'})]})).toBe(posted)
      expect(billed({booked: {rows: [aBookedRow({period: '2026-02'})]}})).toBe(posted)
      expect(billed({booked: {rows: [aBookedRow({period: '2026-02-28/2026-02-28', amount: 35_71})]}})).toBe(posted)
    })
  })

  describe('is not settled', () => {
    const february = {document: 'B0', number: 'F0', period: '2026-02', issued: '2026-03-02'}

    it.each<[string, InvoiceFields]>([
      ['of another citizen', {citizen: bo}],
      ['of another supplier', {cvr: hjemmet}],
      ['of another month', {period: '2026-01'}],
      ['whose text is contradictory', {period: null, text: 'januar 2026, februar 2026 eller marts 2026'}],
      ['that states the month from outside its window', {issued: '2026-09-01'}],
    ])('by a bill %s', (_, fields) => {
      expect(beside(anInvoice({...february, ...fields}))).toBe(held)
    })

    it('by an invoice of another amount, where the pair has another grant there', () => {
      const grants = [only, aGrant({id: 'G2', rate: 700_00, service: 'Aktivitet', to: '2026-02-28'})]
      const other = (amount: number) => billed({grants, invoices: [march, anInvoice({...february, amount})]})
      expect(other(900_00)).toBe(held)
      expect(other(700_00)).toBe(held)
      expect(other(1000_00)).toBe(posted)
    })

    it('by a duplicate', () => {
      const booked = {rows: [aBookedRow({invoiceNumber: 'F0', amount: 0})]}
      expect(linesOfVerdicts({periods, grants: [only], invoices: [march, anInvoice(february)], booked})).toEqual({
        B0: 'DUPLICATE_INVOICE',
        B1: held,
      })
    })

    it('by a credit note', () => {
      expect(beside(aNote({period: '2026-02', amount: -900_00, issued: '2026-03-02'}))).toBe(held)
    })

    it('by an invoice that was reversed since', () => {
      const grants = [only]
      const results = inTurn(
        {periods, grants, invoices: [anInvoice(february)]},
        {periods, grants, invoices: [aNote({issued: '2026-03-20'})]},
        {periods, grants, invoices: [march]},
      )
      expect(lineOfVerdict(results[1] ?? {}, 'B9')).toBe('G1 2026-02 -1000.00')
      expect(lineOfVerdict(results[2] ?? {})).toBe(held)
    })

    // The invoice of 2 March is named for February, and January is missing: each may be the month before.
    const doubtful = anInvoice({document: 'B0', number: 'F0', period: null, issued: '2026-03-02'})
    const longer = [aGrant(since('2026-01-01'))]

    it('by an invoice that is itself in doubt of its month, in this run', () => {
      expect(linesOfVerdicts({periods, grants: longer, invoices: [march, doubtful]})).toEqual({B0: held, B1: held})
    })

    it('by an invoice that is itself in doubt of its month, in an earlier run', () => {
      const first = {periods, grants: longer, invoices: [doubtful]}
      expect(lineOfVerdict(lastOf(first, {periods, grants: longer, invoices: [march]}))).toBe(held)
    })
  })

  describe('may be that of a grant that has ended', () => {
    const successor = aGrant({id: 'G2', from: '2026-03-01', service: 'Aktivitet'})
    const ended = {id: 'G1', to: '2026-02-28'}
    const posted2 = 'G2 2026-03 1000.00'

    it.each<[string, GrantFields[], string]>([
      ['of the pair', [ended], held],
      ['that cost something else', [{...ended, rate: 900_00}], posted2],
      ['that was paid', [{...ended, paidTo: '2026-02-28'}], posted2],
      ['out of scope', [{...ended, paragraph: '97'}], posted2],
      ['of another citizen', [{...ended, citizen: bo}], posted2],
      ['of another supplier', [{...ended, supplierCvr: hjemmet}], posted2],
      [
        'with another, as a set',
        [
          {...ended, rate: 600_00},
          {...ended, id: 'G3', rate: 400_00},
        ],
        held,
      ],
    ])('%s', (_, grants, expected) => {
      expect(billed({grants: [successor, ...grants.map((grant) => aGrant(grant))]})).toBe(expected)
    })
  })

  it('holds a set whose month before is missing', () => {
    const grants = [
      aGrant({id: 'G1', rate: 600_00, from: '2026-02-01'}),
      aGrant({id: 'G2', rate: 400_00, from: '2026-02-01', service: 'Aktivitet'}),
    ]
    expect(billed({grants})).toBe(held)
    expect(billed({grants, periods: {...periods, gap: 'post'}})).toBe('G1 2026-03 600.00 + G2 2026-03 400.00')
  })
})

describe('a stated period that the one grant left covers only in part', () => {
  const first = aGrant({to: '2026-03-15'})
  const billed = (other: GrantFields): string =>
    lineOfVerdict({
      grants: [first, aGrant({id: 'G2', from: '2026-03-16', rate: 700_00, service: 'Aktivitet', ...other})],
      invoices: [anInvoice({amount: 483_87})],
    })
  const posted = 'G1 2026-03-01/2026-03-15 483.87'

  it('is doubted where another grant covers other days of it', () => {
    expect(billed({})).toBe('GRANT_AMBIGUOUS')
    expect(billed({from: '2026-03-31'})).toBe('GRANT_AMBIGUOUS')
  })

  it.each<[string, GrantFields]>([
    ['is paid', {paidTo: '2026-03-31'}],
    ['is out of scope', {paragraph: '97'}],
    ['is another citizen’s', {citizen: bo}],
    ['is another supplier’s', {supplierCvr: hjemmet}],
    ['covers other days outside it', {from: '2026-04-01'}],
  ])('is not doubted where the other %s', (_, other) => {
    expect(billed(other)).toBe(posted)
  })

  it('is not doubted where the grant left covers it whole', () => {
    const grants = [aGrant(), aGrant({id: 'G2', from: '2026-03-16', rate: 700_00, service: 'Aktivitet'})]
    expect(lineOfVerdict({grants})).toBe('G1 2026-03 1000.00')
  })

  it('is doubted for the days of a part of a month too', () => {
    const invoices = [anInvoice({periodFrom: days('2026-03').from, periodTo: '2026-03-20', amount: 483_87})]
    const grants = [first, aGrant({id: 'G2', from: '2026-03-16', rate: 700_00, service: 'Aktivitet'})]
    expect(lineOfVerdict({grants, invoices})).toBe('GRANT_AMBIGUOUS')
  })
})
