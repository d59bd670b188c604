/** `validate-mapping --previous`: which postings would be coded otherwise, and for whom. */
import {describe, expect, it} from 'vitest'
import type {Change} from '../../../src/checks/mapping/changes.ts'
import {keysText} from '../../../src/checks/mapping/sentences.ts'
import type {MappingRow} from '../../../src/model/accounts.ts'
import {account, check, type InputFields, openChart, psp} from '../../builders/mapping-check.ts'
import {aChartEntry, aGrant, aMappingRow} from '../../builders/records.ts'
import {bo, day} from '../../builders/values.ts'

const next = '45000001'
const sheetBefore = (rows: readonly Partial<MappingRow>[], chart: ReturnType<typeof openChart> | null = null) => ({
  mapping: {rows: rows.map((row) => aMappingRow(row))},
  chart: chart && {entries: chart},
})
const lineOf = ({keys, was, becomes, affected}: Change): string =>
  `${keysText(keys)}: ${was.code ?? was.account} → ${becomes.code ?? becomes.account}${affected ? `, ${affected.grants}, ${affected.monthly}` : ''}`
const changes = (fields: InputFields, old: ReturnType<typeof sheetBefore>) =>
  check({chart: openChart({number: next}), ...fields}, old).changes?.map(lineOf)

it('nothing to compare with is not the same as no change', () => {
  expect(check({}).changes).toBeNull()
  expect(changes({}, sheetBefore([{}]))).toEqual([])
})

describe('without grants, by the keys of the rows', () => {
  it.each<[string, InputFields, Partial<MappingRow>[], string[]]>([
    ['another account', {rows: [{account: next}]}, [{}], [`§ 107: ${account} → ${next}`]],
    ['a row gone', {rows: [{}]}, [{}, {paragraph: '103'}], [`§ 103: ${account} → MAPPING_MISSING`]],
    ['a row more', {rows: [{}, {paragraph: '103'}]}, [{}], [`§ 103: MAPPING_MISSING → ${account}`]],
    ['a row more that says what the one for all said', {rows: [{}, {ownership: 'privat'}]}, [{}], []],
    [
      'a row more for some',
      {rows: [{}, {ownership: 'privat', account: next}]},
      [{}],
      [`§ 107, Privat: ${account} → ${next}`],
    ],
    [
      'a row for some gone',
      {rows: [{}]},
      [{}, {ownership: 'privat', account: next}],
      [`§ 107, Privat: ${next} → ${account}`],
    ],
    [
      'a number that is closed now',
      {rows: [{}], chart: openChart().map((entry) => ({...entry, blocked: entry.type === 'Art'}))},
      [{}],
      [`§ 107: ${account} → ACCOUNT_CLOSED`],
    ],
    ['rows in another order', {rows: [{paragraph: '103'}, {}]}, [{}, {paragraph: '103'}], []],
  ])('%s', (_, fields, old, expected) => {
    expect(changes(fields, sheetBefore(old))).toEqual(expected)
  })
})

describe('with grants, for whom', () => {
  const grants = [
    aGrant(),
    aGrant({id: 'G2', citizen: bo, rate: 500_00}),
    aGrant({id: 'G3', ownership: 'Kommunal'}),
    aGrant({id: 'G4', ownership: 'Kommunal', to: '2026-07-14'}),
  ]

  it('counts the grants that run, and their kroner a month', () => {
    expect(changes({rows: [{}, {ownership: 'privat', account: next}], grants}, sheetBefore([{}]))).toEqual([
      `§ 107, Privat, Voksne, Botilbud: ${account} → ${next}, 2, 150000`,
    ])
  })

  it('is silent about a change that affects no grant', () => {
    expect(changes({rows: [{}, {ownership: 'regional', account: next}], grants}, sheetBefore([{}]))).toEqual([])
  })
})

it('by the chart alone: the sheet is the same, what was open is closed', () => {
  const old = sheetBefore([{}], openChart())
  const chart = [aChartEntry({to: day('2026-06-30')}), aChartEntry({type: 'PSP', number: psp})]
  expect(changes({chart, grants: [aGrant()]}, old)).toEqual([
    `§ 107, Privat, Voksne, Botilbud: ${account} → ACCOUNT_CLOSED, 1, 100000`,
  ])
})
