/** `validate-grants`: what each check of the register finds, and that it is what stops invoices. */
import {describe, expect, it} from 'vitest'
import {checkGrants} from '../../../src/checks/grants/check-grants.ts'
import type {BilledPairs} from '../../../src/checks/grants/invoices-per-month.ts'
import type {Mapping} from '../../../src/model/accounts.ts'
import type {Grant, UnreadableGrantRow} from '../../../src/model/grant.ts'
import {
  aConfig,
  aGrant,
  aMapping,
  aMappingRow,
  anInvoice,
  anUnreadableRow,
  type Settings,
} from '../../builders/records.ts'
import {lineOfVerdict} from '../../builders/run.ts'
import {anna, bo, bostedet, day, days, eva, hjemmet} from '../../builders/values.ts'

type Given = Settings & {
  readonly grants: readonly Grant[]
  readonly unreadable?: readonly UnreadableGrantRow[]
  readonly mapping?: Mapping | null
  readonly billed?: BilledPairs | null
}

/** Checked on 10 March 2026. */
function check({grants, unreadable = [], mapping = null, billed = null, ...settings}: Given) {
  return checkGrants({grants, inactive: [], unreadable}, mapping, billed, aConfig(settings), day('2026-03-10'))
}

const codesOf = (given: Given): string[] =>
  check(given).findings.map(({code, grantIds}) => `${code} ${grantIds.join()}`)

const billedBy = (invoices: number, months: number, periods: readonly string[] = []): BilledPairs => ({
  months,
  invoices: (citizen, cvrs) => (citizen === anna && cvrs.has(bostedet) ? invoices : 0),
  notValid: (citizen) =>
    citizen === anna ? periods.map((period) => ({supplierCvr: bostedet, period: days(period)})) : [],
})

it('finds nothing in a register that is in order', () => {
  expect(check({grants: [aGrant()], mapping: aMapping()})).toMatchObject({findings: [], open: 1, invoicesPerMonth: 1})
})

describe('duplicate grants', () => {
  it('are two of one pair that cost the same: an invoice for either is ambiguous', () => {
    const grants = [aGrant(), aGrant({id: 'G2', service: 'Aflastning'})]
    expect(codesOf({grants})).toEqual(['twins G1,G2'])
    expect(lineOfVerdict({grants})).toBe('GRANT_AMBIGUOUS')
  })

  it('are three in one finding', () => {
    expect(codesOf({grants: [aGrant(), aGrant({id: 'G2'}), aGrant({id: 'G3'})]})).toEqual(['twins G1,G2,G3'])
  })

  it('cost the same in other units too', () => {
    const grants = [aGrant({rate: 3100_00}), aGrant({id: 'G2', unit: 'Døgn', rate: 100_00})]
    expect(codesOf({grants})).toEqual(['twins G1,G2'])
    expect(lineOfVerdict({grants, invoices: [anInvoice({amount: 3100_00})]})).toBe('GRANT_AMBIGUOUS')
  })

  it.each<[string, Grant]>([
    ['another amount', aGrant({id: 'G2', rate: 1100_00, service: 'Aflastning'})],
    ['another citizen', aGrant({id: 'G2', citizen: bo})],
    ['another supplier', aGrant({id: 'G2', supplierCvr: hjemmet})],
    ['out of scope', aGrant({id: 'G2', paragraph: '97'})],
    ['not fixed', aGrant({id: 'G2', fixed: false})],
    ['ended long ago', aGrant({id: 'G2', to: '2025-06-30', service: 'Aflastning'})],
  ])('are not grants of which one is %s', (_, other) => {
    expect(codesOf({grants: [aGrant(), other]})).toEqual([])
  })

  it('of two suppliers whose invoices come under one CVR number', () => {
    const grants = [aGrant(), aGrant({id: 'G2', supplierCvr: hjemmet})]
    expect(codesOf({grants, suppliers: {[hjemmet]: {billsAs: [bostedet]}}})).toEqual(['twins G1,G2'])
  })

  it('are not a grant and its renewal', () => {
    expect(codesOf({grants: [aGrant({to: '2026-03-15'}), aGrant({id: 'G2', from: '2026-03-16'})]})).toEqual([])
  })
})

describe('gaps and overlaps at a renewal', () => {
  // A grant that ends on 31 March, checked on 10 March; the oldest day that an invoice may be for is 1 December.
  it.each([
    ['the day after', '2026-04-01', '2026-03-31', []],
    ['a day is left out', '2026-04-02', '2026-03-31', ['gap G1,G2']],
    ['92 days are left out', '2026-07-02', '2026-03-31', ['gap G1,G2']],
    ['93 days are left out: the citizen came back', '2026-07-03', '2026-03-31', []],
    ['on the last day', '2026-03-31', '2026-03-31', ['overlap G1,G2']],
    ['a gap that no invoice may be for any more', '2025-11-30', '2025-10-31', []],
    ['a gap that ends on the first day that one may be for', '2025-12-02', '2025-10-31', ['gap G1,G2']],
  ])('%s', (_, from, to, expected) => {
    const grants = [aGrant({from: '2025-01-01', to, rate: 900_00}), aGrant({id: 'G2', from})]
    expect(codesOf({grants})).toEqual(expected)
  })

  it('a gap between the rate periods of one grant', () => {
    const grant = aGrant({
      rates: [
        {days: '2025-01-01/2026-02-28', rate: 900_00},
        {days: '2026-03-11/2026-12-31', rate: 1000_00},
      ],
    })
    expect(check({grants: [grant]}).findings).toMatchObject([
      {code: 'gap', severity: 'warning', problem: {da: expect.stringContaining('01.03.2026-10.03.2026')}},
    ])
  })

  it('grants that began on one day were given together, and neither renews the other', () => {
    expect(codesOf({grants: [aGrant({rate: 900_00}), aGrant({id: 'G2'})]})).toEqual([])
    expect(codesOf({grants: [aGrant({rate: 900_00}), aGrant({id: 'G2', from: '2025-01-02'})]})).toEqual([
      'overlap G1,G2',
    ])
  })

  it('another service, unit or paragraph is no renewal', () => {
    const old = aGrant({to: '2026-02-28', rate: 900_00})
    const others = [{service: 'Aflastning'}, {unit: 'Døgn' as const}, {paragraph: '108'}]
    for (const other of others)
      expect(codesOf({grants: [old, aGrant({id: 'G2', from: '2026-03-11', ...other})]})).toEqual([])
  })
})

describe('rates', () => {
  const others = [1000_00, 1000_00, 1100_00, 900_00].map((rate, index) =>
    aGrant({id: `O${index}`, citizen: bo, rate, service: 'X'}),
  )
  const apart = others.map((grant, index) => ({...grant, citizen: `91018012${30 + index}` as Grant['citizen']}))

  // The median of the others is 1000 kr.
  it.each([
    [3000_00, []],
    [3000_01, ['rateFar G1']],
    [333_34, []],
    [333_33, ['rateFar G1']],
  ])('%i øre against four others of 1000 kr. in the middle', (rate, expected) => {
    expect(codesOf({grants: [...apart, aGrant({rate, service: 'X'})]})).toEqual(expected)
  })

  it('say how far', () => {
    const [finding] = check({grants: [...apart, aGrant({rate: 10_000_00, service: 'X'})]}).findings
    expect(finding?.problem.da).toContain('10,0 gange mere end medianen 1.000,00 kr. af leverandørens 4 andre')
    expect(finding?.problem.en).toContain('10.0 times more than the median DKK 1,000.00')
  })

  it('three others are too few', () => {
    expect(codesOf({grants: [...apart.slice(1), aGrant({rate: 9000_00, service: 'X'})]})).toEqual([])
  })

  it('a fixed grant with quantity 0 costs nothing', () => {
    const grants = [aGrant({quantity: '0'})]
    expect(codesOf({grants})).toEqual(['noAmount G1'])
    expect(lineOfVerdict({grants})).toBe('AMOUNT_MISMATCH')
  })

  it('grants by the hour that are not fixed are one finding', () => {
    const hourly = {unit: 'Time' as const, fixed: false}
    const [finding, ...more] = check({grants: [aGrant(hourly), aGrant({...hourly, id: 'G2', citizen: bo})]}).findings
    expect(finding).toMatchObject({code: 'notFixed', grantIds: ['G1', 'G2'], invoices: {count: 2}})
    expect(more).toEqual([])
  })
})

describe('the support sheet', () => {
  const grants = [aGrant(), aGrant({id: 'G2', citizen: bo}), aGrant({id: 'G3', citizen: eva, paragraph: '108'})]

  it('without a row: the grants that need the same row are one finding', () => {
    const mapping = aMapping([aMappingRow({paragraph: '108'})])
    expect(codesOf({grants, mapping})).toEqual(['unmapped G1,G2'])
    expect(lineOfVerdict({grants: [aGrant()], mapping})).toBe('MAPPING_MISSING')
  })

  it('with two rows that fit equally', () => {
    const two = aMapping([aMappingRow(), aMappingRow({account: '45000001'})])
    expect(check({grants: [aGrant()], mapping: two}).findings[0]?.problem.en).toContain('several rows')
  })

  it('with a row that held until the month before', () => {
    const mapping = aMapping([aMappingRow({to: day('2026-02-28')})])
    expect(codesOf({grants: [aGrant()], mapping})).toEqual(['unmapped G1'])
  })
})

describe('unreadable rows', () => {
  it('block the invoices of their citizen, and cost those too', () => {
    const [finding] = check({
      grants: [aGrant(), aGrant({id: 'G2', citizen: bo})],
      unreadable: [anUnreadableRow()],
    }).findings
    expect(finding).toMatchObject({code: 'unreadable', severity: 'error', grantIds: ['G9'], invoices: {count: 2}})
    expect(finding?.problem.da).toBe(
      'G9 (610190-****): Takst «x»: forventede et beløb som 1.234,56. Ingen regning for borgeren bliver konteret.',
    )
  })

  it.each([
    ['its supplier', anUnreadableRow({citizen: null}), 3],
    ['everyone', anUnreadableRow({citizen: null, supplierCvr: null}), 4],
  ])('without a citizen block %s', (_, row, count) => {
    const grants = [aGrant(), aGrant({id: 'G2', citizen: bo}), aGrant({id: 'G3', citizen: eva, supplierCvr: hjemmet})]
    expect(check({grants, unreadable: [row]}).findings[0]?.invoices?.count).toBe(count)
  })
})

describe('what the ledger knows', () => {
  it('counts better than one invoice a month', () => {
    const grants = [aGrant({quantity: '0'}), aGrant({id: 'G2', rate: 5_00})]
    expect(check({grants, billed: billedBy(12, 3)}).findings[0]).toMatchObject({invoices: {count: 2, isCounted: true}})
    expect(check({grants}).findings[0]).toMatchObject({invoices: {count: 1, isCounted: false}})
  })

  const ended = [aGrant({to: '2026-01-31'})]
  it.each<[string, readonly Grant[], readonly string[], readonly string[]]>([
    ['billed for the month after it ended', ended, ['2026-02', '2026-03'], ['endedBilled G1']],
    ['not billed since', ended, [], []],
    ['extended since', [aGrant({to: '2026-03-31'})], ['2026-02', '2026-03'], []],
    ['renewed since', [...ended, aGrant({id: 'G2', from: '2026-02-01'})], ['2026-02'], []],
    ['billed for the time before it began', [aGrant({from: '2026-02-01'})], ['2026-01'], []],
  ])('a grant %s', (_, grants, periods, expected) => {
    expect(codesOf({grants, billed: billedBy(3, 2, periods)})).toEqual(expected)
  })
})

it('ranks by invoices a month, and errors before warnings', () => {
  const grants = [
    aGrant({id: 'A1', to: '2026-03-31', rate: 900_00}),
    aGrant({id: 'A2', from: '2026-04-05'}),
    aGrant({id: 'B1', citizen: bo, quantity: '0'}),
    aGrant({id: 'C1', citizen: eva}),
    aGrant({id: 'C2', citizen: eva}),
  ]
  expect(codesOf({grants})).toEqual(['twins C1,C2', 'noAmount B1', 'gap A1,A2'])
})
