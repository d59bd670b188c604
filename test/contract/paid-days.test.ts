/** matching.md 3, unpaid, and formats.md, Booked by people: which days are paid, and for which grants. */
import {describe, expect, it} from 'vitest'
import {inTurn, lastOf} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, aNote, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, linesOfVerdicts, type RunFields} from '../builders/run.ts'
import {bo, hjemmet} from '../builders/values.ts'

type GrantFields = Parameters<typeof aGrant>[0]

const paid = 'PERIOD_ALREADY_PAID'
const posted = 'G1 2026-03 1000.00'
const again = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25'})

describe('days that people booked', () => {
  const billed = (row: Parameters<typeof aBookedRow>[0], grants: GrantFields[] = [{}], amount = 1000_00): string =>
    lineOfVerdict({
      grants: grants.map((grant) => aGrant(grant)),
      invoices: [anInvoice({amount})],
      booked: {rows: [aBookedRow(row)]},
    })

  it.each<[string, Parameters<typeof aBookedRow>[0], string]>([
    ['in the period', {}, paid],
    ['on its last day alone', {period: '2026-03-31/2026-04-30', amount: 1}, paid],
    ['on the day after it', {period: '2026-04', amount: 1}, posted],
    ['on the day before it', {period: '2026-02'}, posted],
    ['for another citizen', {citizen: bo}, posted],
    ['for a citizen whom no file names', {citizen: null}, posted],
    ['for another supplier', {supplierCvr: hjemmet}, posted],
    ['with an amount of nothing', {amount: 0}, posted],
    ['with an amount taken back', {amount: -1000_00}, posted],
  ])('%s', (_, row, expected) => {
    expect(billed(row)).toBe(expected)
  })

  const two = [{}, {id: 'G2', rate: 700_00, service: 'Aktivitet'}]

  it('are paid for the grant that costs the amount over the period', () => {
    expect(billed({}, two)).toBe(paid)
    expect(billed({}, two, 700_00)).toBe('G2 2026-03 700.00')
    expect(billed({amount: 700_00}, two)).toBe(posted)
  })

  it('are paid for all grants of the pair where none does', () => {
    expect(billed({amount: 1}, two)).toBe(paid)
    expect(billed({amount: 1}, two, 700_00)).toBe(paid)
  })

  it('are paid for each of several that do', () => {
    const twins = [{}, {id: 'G2', service: 'Aktivitet'}]
    expect(billed({}, twins)).toBe(paid)
  })

  it('stay paid in later runs', () => {
    const booked = {rows: [aBookedRow()]}
    expect(lineOfVerdict(lastOf({invoices: [], booked}, {invoices: []}, {}))).toBe(paid)
  })
})

describe('days that were reversed', () => {
  const upTo = (paidTo: string | null): RunFields => ({grants: [aGrant(paidTo === null ? {} : {paidTo})]})
  /** Posted, taken back with the register saying `then`, and billed again with the register saying `now`. */
  const billedAgain = (then: string | null, now: string | null): string =>
    lineOfVerdict(lastOf({}, {...upTo(then), invoices: [aNote()]}, {...upTo(now), invoices: [again]}), 'B2')

  it.each([
    ['nothing and nothing', null, null, posted],
    ['the month and the same', '2026-03-31', '2026-03-31', posted],
    ['a later month and the same', '2026-04-30', '2026-04-30', posted],
    ['the month and nothing', '2026-03-31', null, posted],
    ['nothing and then the month', null, '2026-03-31', paid],
    ['the month and then a later one', '2026-03-31', '2026-04-30', paid],
    ['the month before and then the month', '2026-02-28', '2026-03-31', paid],
  ])('are open or paid where the register said %s', (_, then, now, expected) => {
    expect(billedAgain(then, now)).toBe(expected)
  })

  it('are open in the run of the reversal itself', () => {
    expect(linesOfVerdicts(lastOf({}, {...upTo('2026-03-31'), invoices: [aNote(), again]})).B2).toBe(posted)
  })

  it('are alone open: the days beside stay paid by the register', () => {
    const april = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25', period: '2026-04'})
    expect(
      lineOfVerdict(
        lastOf({}, {...upTo('2026-04-30'), invoices: [aNote()]}, {...upTo('2026-04-30'), invoices: [april]}),
        'B2',
      ),
    ).toBe(paid)
  })

  it('are paid once more when they are posted once more', () => {
    const third = anInvoice({document: 'B3', number: 'F3', issued: '2026-04-28'})
    expect(linesOfVerdicts(lastOf({}, {invoices: [aNote()]}, {invoices: [again]}, {invoices: [third]}))).toEqual({
      B3: paid,
    })
  })
})

describe('days that the ledger has paid on a grant that is gone', () => {
  const renamed = {id: 'G7'}

  it.each<[string, GrantFields, string]>([
    ['of its paragraph and service', renamed, paid],
    ['of another service', {...renamed, service: 'Aktivitet'}, 'G7 2026-03 1000.00'],
    ['of another paragraph', {...renamed, paragraph: '108'}, 'G7 2026-03 1000.00'],
    ['of its paragraph and service, at a new rate', {...renamed, rate: 900_00}, paid],
    ['of its paragraph and service, by another unit', {...renamed, unit: 'År', rate: 12_000_00}, paid],
  ])('are paid for a grant of the pair %s', (_, grant, expected) => {
    const amount = grant?.rate === 900_00 ? 900_00 : 1000_00
    const later = {grants: [aGrant(grant)], invoices: [anInvoice({document: 'B2', number: 'F2', amount})]}
    expect(lineOfVerdict(lastOf({}, later), 'B2')).toBe(expected)
  })

  it('are not paid for another citizen’s', () => {
    const later = {
      grants: [aGrant({...renamed, citizen: bo})],
      invoices: [anInvoice({document: 'B2', number: 'F2', citizen: bo})],
    }
    expect(lineOfVerdict(lastOf({}, later), 'B2')).toBe('G7 2026-03 1000.00')
  })

  it('are paid too where none of its rows counts any longer', () => {
    const later = {grants: [aGrant(renamed)], inactive: [aGrant()], invoices: [again]}
    expect(lineOfVerdict(lastOf({}, later), 'B2')).toBe(paid)
  })

  it('are not paid for another while the register holds it', () => {
    const both = [aGrant(), aGrant({id: 'G2', rate: 700_00})]
    const other = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-25', amount: 700_00})
    expect(lineOfVerdict(lastOf({grants: both}, {grants: both, invoices: [other]}), 'B2')).toBe('G2 2026-03 700.00')
  })

  it('are open again where they were reversed', () => {
    const results = inTurn({}, {invoices: [aNote()]}, {grants: [aGrant(renamed)], invoices: [again]})
    expect(lineOfVerdict(results[2] ?? {}, 'B2')).toBe('G7 2026-03 1000.00')
  })
})
