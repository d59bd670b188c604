/** The cells that `validate-mapping --apply` changes, and the comment that each of them is given. */
import {expect, it} from 'vitest'
import {cellChanges} from '../../../src/checks/mapping/corrected-cells.ts'
import {check, openChart} from '../../builders/mapping-check.ts'
import {aChartEntry} from '../../builders/records.ts'
import {day} from '../../builders/values.ts'

const columns = new Map([['account', {index: 3, header: 'Art'}]])
const {corrections} = check({
  rows: [{}, {account: '45000009'}],
  chart: [
    aChartEntry({blocked: true, successor: '45000001'}),
    aChartEntry({number: '45000009', to: day('2026-06-30'), successor: '45000001'}),
    aChartEntry({number: '45000001', to: day('2026-06-30'), successor: '45000002'}),
    ...openChart({number: '45000002', from: day('2026-07-01')}).slice(1),
  ],
})

it('a correction is the new number in its cell, columns counted from 1, as it is shown afterwards', () => {
  expect(cellChanges(corrections, columns, 'da')).toMatchObject([
    {row: 2, column: 4, value: '45000002', shown: {row: 2, column: 'Art', was: '45000000', becomes: '45000002'}},
    {row: 3, column: 4, value: '45000002', shown: {row: 3, column: 'Art', was: '45000009', becomes: '45000002'}},
  ])
})

it('its comment says what was there, why it was replaced, and by what steps', () => {
  const comments = (language: 'da' | 'en') => cellChanges(corrections, columns, language).map(({comment}) => comment)
  expect(comments('da')).toEqual([
    'Var 45000000, som er spærret i kontoplanen. Efterfølger: 45000001 → 45000002, gælder fra 01.07.2026. Rettet af bills pr. 15.07.2026.',
    'Var 45000009, som udløb 30.06.2026 i kontoplanen. Efterfølger: 45000001 → 45000002, gælder fra 01.07.2026. Rettet af bills pr. 15.07.2026.',
  ])
  expect(comments('en')).toEqual([
    'Was 45000000, which is blocked in the chart. Successor: 45000001 → 45000002, valid from 2026-07-01. Corrected by bills as of 2026-07-15.',
    'Was 45000009, which expired on 2026-06-30 in the chart. Successor: 45000001 → 45000002, valid from 2026-07-01. Corrected by bills as of 2026-07-15.',
  ])
})

it('a column that the sheet does not have is left alone', () => {
  expect(cellChanges(corrections, new Map(), 'da')).toEqual([])
})
