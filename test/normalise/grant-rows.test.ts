/** `formats.md`, Grants: the fields of one row. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {InputError} from '../../src/model/input-error.ts'
import {grantRows} from '../../src/normalise/grant-rows.ts'
import {type RowCells, tableOf, unborn} from '../builders/input-files.ts'

const config = configSchema.parse({})
const usual = {
  grantId: 'G1',
  citizenCpr: '610190-1234',
  supplierCvr: '12345674',
  paragraph: 'SEL § 107',
  service: 'Botilbud',
  rate: '45.250,50',
  unit: 'Måned',
  from: '01-01-2026',
  targetGroup: 'Voksne',
  ownership: 'Privat',
}
const rowOf = (fields: RowCells) => {
  const [row] = grantRows(tableOf('grants', [{...usual, ...fields}]), config)
  if (!row) throw new Error('no row')
  return row
}
const problemsOf = (fields: RowCells) => rowOf(fields).problems.map(({column, expected}) => `${column} ${expected}`)

describe('a row', () => {
  it('has every field of the format', () => {
    const more = {
      supplierName: 'Bostedet',
      quantity: '0,5',
      to: '31-12-2026',
      status: 'Aktiv',
      fixed: 'Ja',
      paidTo: '28-02-2026',
      caseworker: 'Ida',
    }
    expect(rowOf(more)).toMatchObject({
      grantId: 'G1',
      counts: true,
      citizen: '6101901234',
      supplierCvr: '12345674',
      supplierName: 'Bostedet',
      paragraph: '107',
      service: 'Botilbud',
      rate: 4_525_050,
      unit: 'Måned',
      quantity: {digits: 5, decimals: 1},
      from: '2026-01-01',
      to: '2026-12-31',
      targetGroup: 'Voksne',
      ownership: 'Privat',
      fixed: true,
      paidTo: '2026-02-28',
      caseworker: 'Ida',
      problems: [],
      source: {file: 'grants.csv', row: 2},
    })
  })

  it('has a name of two lines in a cell on one', () => {
    expect(rowOf({caseworker: 'Ida\nHolm', service: 'Bo\r\ntilbud'})).toMatchObject({
      caseworker: 'Ida Holm',
      service: 'Bo tilbud',
    })
  })

  it('is one, without end, fixed and not paid, where nothing else is said', () => {
    expect(rowOf({})).toMatchObject({
      quantity: {digits: 1, decimals: 0},
      to: '9999-12-31',
      counts: true,
      fixed: true,
      paidTo: null,
      caseworker: '',
      problems: [],
    })
  })

  it('has the zero of its CPR number again', () => {
    expect(rowOf({citizenCpr: 101_575_678}).citizen).toBe(unborn)
  })

  it.each<[string, RowCells, string]>([
    ['an id', {grantId: ''}, 'Bevillings-id required'],
    ['a citizen', {citizenCpr: ''}, 'CPR-nummer required'],
    ['a supplier', {supplierCvr: ''}, 'CVR-nummer required'],
    ['a paragraph', {paragraph: ''}, 'Paragraf required'],
    ['a service', {service: ''}, 'Indsats required'],
    ['a rate', {rate: ''}, 'Takst required'],
    ['a unit', {unit: ''}, 'Takstenhed required'],
    ['a first day', {from: ''}, 'Startdato required'],
  ])('without %s cannot be read', (_, fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem])
  })

  it.each<[string, RowCells, string]>([
    ['a CPR number that is none', {citizenCpr: '613290-1234'}, 'CPR-nummer cpr'],
    ['a CVR number that is none', {supplierCvr: '1234567'}, 'CVR-nummer cvr'],
    ['a paragraph that is none', {paragraph: 'Botilbud'}, 'Paragraf paragraph'],
    ['a paragraph of another law behind it', {paragraph: '§ 107 (ABL)'}, 'Paragraf paragraph'],
    ['a rate that is none', {rate: 'efter aftale'}, 'Takst amount'],
    ['a rate of zero', {rate: '0,00'}, 'Takst amountAboveZero'],
    ['a rate below zero', {rate: '-1'}, 'Takst amountAboveZero'],
    ['a rate of three decimals', {rate: '1234,567'}, 'Takst amountDecimals'],
    ['a unit that is none', {unit: 'kvartal'}, 'Takstenhed unit'],
    ['a quantity that is none', {quantity: 'to'}, 'Antal number'],
    ['a quantity below zero', {quantity: '-1'}, 'Antal numberNotNegative'],
    ['a first day that is none', {from: 'snart'}, 'Startdato date'],
    ['a last day that is none', {to: 'løbende'}, 'Slutdato date'],
    ['a last day in no calendar', {to: '31-11-2026'}, 'Slutdato dateInCalendar'],
    ['a last day before the first', {to: '31-12-2025'}, 'Slutdato periodOrder'],
    ['neither yes nor no', {fixed: 'måske'}, 'Fast yesNo'],
    ['a paid day that is none', {paidTo: 'marts'}, 'Betalt til date'],
    ['a failed formula for a last day', {to: {error: '#N/A'}}, 'Slutdato formulaError'],
    ['a failed formula for a status', {status: {error: '#N/A'}}, 'Status formulaError'],
    ['a failed formula for yes and no', {fixed: {error: '#N/A'}}, 'Fast formulaError'],
    ['a failed formula for a target group', {targetGroup: {error: '#N/A'}}, 'Målgruppe formulaError'],
    ['a failed formula for an ownership', {ownership: {error: '#N/A'}}, 'Ejerforhold formulaError'],
    ['a failed formula for a CPR number', {citizenCpr: {error: '#N/A'}}, 'CPR-nummer formulaError'],
    ['a failed formula for a rate', {rate: {error: '#REF!'}}, 'Takst formulaError'],
  ])('with %s cannot be read', (_, fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem])
  })

  it('of one day can be read', () => {
    expect(rowOf({to: '01-01-2026'})).toMatchObject({from: '2026-01-01', to: '2026-01-01', problems: []})
  })

  it('tells all that is wrong, with no whole CPR number', () => {
    const {problems} = rowOf({citizenCpr: '613290-1234', rate: 'x', unit: ''})
    expect(problems).toEqual([
      {column: 'CPR-nummer', value: '613290-****', expected: 'cpr'},
      {column: 'Takst', value: 'x', expected: 'amount'},
      {column: 'Takstenhed', value: '', expected: 'required'},
    ])
  })
})

describe('a row that is not fixed', () => {
  it.each([
    ['no rate', '', null],
    ['a rate of zero', '0', null],
    ['a rate', '100', 10_000],
  ])('may have %s', (_, text, rate) => {
    expect(rowOf({fixed: 'Nej', rate: text})).toMatchObject({fixed: false, rate, problems: []})
  })

  it('still needs a rate that can be read, where it has one', () => {
    expect(problemsOf({fixed: 'Nej', rate: 'efter aftale'})).toEqual(['Takst amount'])
  })

  it('is one of hours without the hours a week', () => {
    expect(rowOf({unit: 'Time', quantity: ''})).toMatchObject({fixed: false, problems: []})
    expect(rowOf({unit: 'Time', quantity: '37,5'})).toMatchObject({fixed: true, quantity: {digits: 375, decimals: 1}})
    expect(rowOf({unit: 'Time', quantity: '0'})).toMatchObject({fixed: true, quantity: {digits: 0, decimals: 0}})
  })
})

describe('a row whose neither citizen nor supplier can be read', () => {
  const unidentified = {citizenCpr: 'x', supplierCvr: ''}

  it('stops the run, and names its place', () => {
    expect(() => rowOf(unidentified)).toThrow(InputError)
    expect(() => rowOf(unidentified)).toThrow(/^grants\.csv:2: Neither/)
  })

  it('does not where its status does not count', () => {
    expect(rowOf({...unidentified, status: 'Kladde'})).toMatchObject({counts: false, citizen: null, supplierCvr: null})
  })

  it('does not where either can be read', () => {
    expect(rowOf({...unidentified, supplierCvr: '12345674'}).supplierCvr).toBe('12345674')
    expect(rowOf({...unidentified, citizenCpr: '610190-1234'}).citizen).toBe('6101901234')
  })
})
