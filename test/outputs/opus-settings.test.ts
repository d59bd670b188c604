/** What is wrong with a setting for OPUS is found before the run. */
import {describe, expect, it} from 'vitest'
import type {Chart, ChartEntry} from '../../src/model/accounts.ts'
import {InputError} from '../../src/model/input-error.ts'
import {checkOpusSettings} from '../../src/outputs/opus/settings.ts'
import {aConfig} from '../builders/outputs.ts'
import {day} from '../builders/values.ts'

const today = day('2026-04-08')

const chartWith = (fields: Partial<ChartEntry>): Chart => ({
  entries: [
    {
      ...{source: {file: 'chart.csv', row: 2}, type: 'Art', number: '95990009', text: ''},
      ...{from: null, to: null, blocked: false, successor: ''},
      ...fields,
    },
  ],
})

describe('checkOpusSettings', () => {
  it.each([
    ['a column that OPUS does not have', {fixed: {Momskode: 'X'}}, /opus\.fixed: «Momskode»/],
    ['a column that the program fills', {fixed: {Tekst: 'X'}}, /opus\.fixed: «Tekst»/],
    ['a contra account of seven characters', {contraAccount: '9599000'}, /opus\.contraAccount/],
    ['a status account with a PSP element', {contraPsp: 'XG-5038500001-00001'}, /opus\.contraPsp/],
    ['an operating account without a PSP element', {contraAccount: '40009999'}, /opus\.contraPsp/],
  ])('refuses %s', (_, opus, message) => {
    expect(() => checkOpusSettings(aConfig({opus}), null, today)).toThrow(InputError)
    expect(() => checkOpusSettings(aConfig({opus}), null, today)).toThrow(message)
  })

  it.each([
    ['not in the chart', {number: '95990000'}],
    ['blocked', {blocked: true}],
    ['no longer valid', {to: day('2026-04-07')}],
    ['not yet valid', {from: day('2026-04-09')}],
  ])('refuses a contra account that is %s', (_, entry) => {
    expect(() => checkOpusSettings(aConfig(), chartWith(entry), today)).toThrow(/opus\.contraAccount: 95990009/)
  })

  it('asks the chart about the posting date where that is set', () => {
    const chart = chartWith({from: day('2026-04-09')})
    const settings = aConfig({opus: {postingDate: '2026-04-09'}})
    expect(() => checkOpusSettings(settings, chart, today)).not.toThrow()
  })

  it('takes what OPUS takes', () => {
    expect(() => checkOpusSettings(aConfig({opus: {fixed: {Ordre: '1'}}}), chartWith({}), today)).not.toThrow()
    const operating = {contraAccount: '40009999', contraPsp: 'XG-5038500001-1'}
    expect(() => checkOpusSettings(aConfig({opus: operating}), null, today)).not.toThrow()
  })
})
