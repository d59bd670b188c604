/** How a finding names its cell and its value. */
import {describe, expect, it} from 'vitest'
import {aboutCell, aboutField, aboutRow} from '../../../src/checks/mapping/finding-about.ts'
import {anInput, psp} from '../../builders/mapping-check.ts'
import {aMappingRow} from '../../builders/records.ts'
import {anna} from '../../builders/values.ts'

const parts = {severity: 'error', text: {da: 'er spærret.', en: 'is blocked.'}, remedy: {da: '', en: ''}} as const
const sentence = {...parts, code: 'rowUnreadable', text: {da: 'Ret den.', en: 'Correct it.'}} as const

describe('a sentence about a cell', () => {
  it.each([
    ['goes on from an account', {column: 'Art', value: '45000000'}, 'Art 45000000 is blocked.'],
    ['and from a PSP element', {column: 'PSP', value: psp}, `PSP ${psp} is blocked.`],
    ['another value is in quotation marks', {column: 'Art', value: '4500'}, 'Art «4500» is blocked.'],
    ['an empty cell has its column alone', {column: 'Art', value: ''}, 'Art is blocked.'],
    ['a cell beyond the columns has neither', {column: '', value: 'x'}, 'is blocked.'],
  ])('%s', (_, cell, expected) => {
    expect(aboutCell(cell, {...parts, code: 'numberBlocked'})).toMatchObject({cell, problem: {en: expected}})
  })

  it('follows a colon where it is a sentence of its own', () => {
    expect(aboutCell({column: 'Gyldig fra', value: 'x'}, sentence).problem.da).toBe('Gyldig fra «x»: Ret den.')
  })
})

it('a value that looks like a CPR number is masked, and a PSP element is not', () => {
  const row = aMappingRow({targetGroup: anna, pspElement: psp})
  expect(aboutField(anInput(), row, 'targetGroup', sentence)).toMatchObject({cell: {value: '610190-****'}})
  expect(aboutField(anInput(), row, 'pspElement', sentence)).toMatchObject({cell: {value: psp}, rows: [row.source]})
})

it('a finding about a row has no cell', () => {
  const row = aMappingRow()
  expect(aboutRow(row, sentence)).toMatchObject({cell: null, rows: [row.source], problem: sentence.text})
})
