/** `matching.md` 1: the rows of one grant. */
import {describe, expect, it} from 'vitest'
import type {Grant} from '../../src/model/grant.ts'
import type {RowCells} from '../builders/input-files.ts'
import {registerOf as read, grantRow as row} from '../builders/table-rows.ts'

const one = (...rows: readonly RowCells[]): Grant => {
  const {grants, unreadable} = read(rows).register
  if (!grants[0] || grants.length > 1 || unreadable.length > 0) throw new Error(JSON.stringify({grants, unreadable}))
  return grants[0]
}
/** `2026-01-01/2026-03-31 100000 1` */
const ratesOf = ({rates}: Grant) =>
  rates.map(({from, to, rate, quantity}) => `${from}/${to} ${rate} ${quantity.digits / 10 ** quantity.decimals}`)
const daysOf = ({services}: Grant) => services.map(({from, to, service}) => `${from}/${to} ${service}`)
const faultsOf = (...rows: readonly RowCells[]) => {
  const {register, rowErrors} = read(rows)
  expect(rowErrors.map(({source}) => source)).toEqual(register.unreadable.map(({source}) => source))
  expect(register.grants).toEqual([])
  return register.unreadable.map(({source, problems}) => [
    source.row,
    ...problems.map(({column, expected}) => `${column} ${expected}`),
  ])
}

const [q1, q2, q3] = [
  {from: '01-01-2026', to: '31-03-2026'},
  {from: '01-04-2026', to: '30-06-2026'},
  {from: '01-07-2026', to: '30-09-2026'},
]

describe('rows of one Bevillings-id', () => {
  it('are one grant whose rate changes over time, in any order of rows', () => {
    const rows = [row({...q2, rate: '2000'}), row({...q1})]
    expect(ratesOf(one(...rows))).toEqual(['2026-01-01/2026-03-31 100000 1', '2026-04-01/2026-06-30 200000 1'])
    expect(one(...rows).sources.map((source) => source.row)).toEqual([2, 3])
  })

  it('that follow each other with equal rate and quantity are one rate period', () => {
    expect(ratesOf(one(row(q1), row(q2), row({...q3, quantity: '1,0'})))).toEqual(['2026-01-01/2026-09-30 100000 1'])
  })

  it.each([
    ['rate', {rate: '1000,01'}, '2026-04-01/2026-06-30 100001 1'],
    ['quantity', {quantity: '0,5'}, '2026-04-01/2026-06-30 100000 0.5'],
  ])('that differ in %s are not', (_, fields, second) => {
    expect(ratesOf(one(row(q1), row({...q2, ...fields})))).toEqual(['2026-01-01/2026-03-31 100000 1', second])
  })

  it('leave a gap between them uncovered, though the rate is equal', () => {
    expect(ratesOf(one(row(q1), row(q3)))).toEqual(['2026-01-01/2026-03-31 100000 1', '2026-07-01/2026-09-30 100000 1'])
    expect(ratesOf(one(row(q1), row({...q2, from: '02-04-2026'})))).toHaveLength(2)
    expect(daysOf(one(row(q1), row(q3)))).toHaveLength(2)
  })

  it.each([
    ['one day', '31-03-2026'],
    ['all of it', '01-01-2026'],
    ['the middle', '15-02-2026'],
  ])('that are equal and overlap by %s count those days once', (_, from) => {
    expect(ratesOf(one(row(q1), row({from, to: '30-06-2026'})))).toEqual(['2026-01-01/2026-06-30 100000 1'])
  })

  it('that lie within another count once', () => {
    expect(ratesOf(one(row({to: ''}), row(q2)))).toEqual(['2026-01-01/9999-12-31 100000 1'])
  })

  it('have each their service, which is the posting’s by its last day', () => {
    expect(daysOf(one(row(q1), row({...q2, service: 'Aftercare'})))).toEqual([
      '2026-01-01/2026-03-31 Botilbud',
      '2026-04-01/2026-06-30 Aftercare',
    ])
    expect(ratesOf(one(row(q1), row({...q2, service: 'Aftercare'})))).toHaveLength(1)
  })

  it('have one service where it is written in other letters or spaces', () => {
    expect(daysOf(one(row(q1), row({...q2, service: 'BOTILBUD  '})))).toEqual(['2026-01-01/2026-06-30 Botilbud'])
  })

  it('are paid to the latest day that any of them has', () => {
    expect(one(row({...q1, paidTo: '31-03-2026'}), row({...q2, paidTo: '28-02-2026'})).paidTo).toBe('2026-03-31')
    expect(one(row({...q1, paidTo: '31-01-2026'}), row(q2)).paidTo).toBe('2026-01-31')
    expect(one(row()).paidTo).toBeNull()
  })

  it('are fixed if all of them are', () => {
    expect(one(row(q1), row(q2)).fixed).toBe(true)
    expect(one(row({...q1, fixed: 'Ja'}), row({...q2, fixed: 'Nej'})).fixed).toBe(false)
    expect(one(row({...q1, unit: 'Time', quantity: '5'}), row({...q2, unit: 'Time'})).fixed).toBe(false)
  })

  it('that are not fixed may have no rate', () => {
    expect(one(row({fixed: 'Nej', rate: ''}))).toMatchObject({fixed: false, rates: []})
  })

  it('have an id without regard to doubled spaces, but not to letters', () => {
    expect(
      read([row({...q1, grantId: 'G  1'}), row({...q2, grantId: 'G 1'}), row({grantId: 'g 1'})]).register.grants.map(
        ({id}) => id,
      ),
    ).toEqual(['G 1', 'g 1'])
  })
})

describe('rows that contradict each other', () => {
  it.each<[string, RowCells]>([
    ['CPR-nummer', {citizenCpr: '910180-1234'}],
    ['CVR-nummer', {supplierCvr: '60402043'}],
    ['Paragraf', {paragraph: '108'}],
    ['Takstenhed', {unit: 'Døgn'}],
    ['Målgruppe', {targetGroup: 'Børn'}],
    ['Ejerforhold', {ownership: 'Kommunal'}],
  ])('on %s are unreadable, all of them, whether they overlap or not', (column, fields) => {
    const fault = `${column} rowsDisagree`
    expect(faultsOf(row(q1), row({...q2, ...fields}), row(q3))).toEqual([
      [2, fault],
      [3, fault],
      [4, fault],
    ])
    expect(faultsOf(row(), row(fields))).toHaveLength(2)
  })

  it.each<[string, RowCells]>([
    ['rate', {rate: '1001'}],
    ['quantity', {quantity: '2'}],
    ['service', {service: 'Aftercare'}],
  ])('and overlap with another %s are unreadable, all of them', (_, fields) => {
    const fault = 'Startdato rowsOverlap'
    expect(faultsOf(row(q1), row({...q2, ...fields, from: '31-03-2026'}), row(q3))).toEqual([
      [2, fault],
      [3, fault],
      [4, fault],
    ])
    expect(read([row(q1), row({...q2, ...fields})]).register.grants).toHaveLength(1)
  })

  it('do so over rows between them', () => {
    expect(faultsOf(row({from: '01-12-2025', to: '30-09-2026'}), row(q1), row({...q3, rate: '5'}))).toHaveLength(3)
  })

  it.each<[string, RowCells]>([
    ['a paragraph written otherwise', {paragraph: 'SEL § 107, stk. 2'}],
    ['a unit written otherwise', {unit: 'pr. md.'}],
    ['a target group in other letters', {targetGroup: ' VOKSNE '}],
    ['an ownership in other letters', {ownership: 'privat'}],
    ['a CVR number written otherwise', {supplierCvr: 'DK 12345674'}],
    ["another supplier's name", {supplierName: 'Bostedet A/S'}],
    ['another caseworker', {caseworker: 'Ida'}],
  ])('do not by %s', (_, fields) => {
    expect(ratesOf(one(row(q1), row({...q2, ...fields})))).toEqual(['2026-01-01/2026-06-30 100000 1'])
  })

  it('hold back each what can be read of it', () => {
    const {unreadable} = read([row(q1), row({...q2, citizenCpr: '910180-1234'})]).register
    expect(unreadable.map(({grantId, citizen, supplierCvr}) => [grantId, citizen, supplierCvr])).toEqual([
      ['G1', '6101901234', '12345674'],
      ['G1', '9101801234', '12345674'],
    ])
  })
})
