/** What KMD's XML needs of `bills.yaml`. */
import {describe, expect, it} from 'vitest'
import {parseConfig} from '../../src/config/load.ts'
import {InputError} from '../../src/model/input-error.ts'
import {checkOpusSettings} from '../../src/outputs/opus/settings.ts'
import {aConfig} from '../builders/outputs.ts'
import {day} from '../builders/values.ts'

const check = (opus: object, municipality?: string) => () =>
  checkOpusSettings(
    aConfig({...(municipality === undefined ? {} : {municipality}), opus: {format: 'both', ...opus}}),
    null,
    day('2026-04-08'),
  )

describe('what the XML file for OPUS asks of invoices.yaml', () => {
  it.each([
    ['no municipality', {}, undefined, /^bills\.yaml: municipality: .*needs the municipality code/],
    ['a municipality of zeros', {}, '000', /municipality: /],
    ['a company code of zeros', {xml: {companyCode: '0000'}}, '230', /opus\.xml\.companyCode: /],
    ['a posting date that the interface does not know', {postingDate: '1999-12-31'}, '230', /opus\.postingDate: 1999/],
    [
      'a fixed column without an element',
      {fixed: {'Næste agent': 'X'}},
      '230',
      /opus\.fixed: «Næste agent» has no place/,
    ],
    ['a fixed value that is too long', {fixed: {Profitcenter: '12345678901'}}, '230', /does not fit PROFIT_CTR/],
    ['letters where digits belong', {fixed: {Netværk: 'N1'}}, '230', /does not fit NETWORK/],
    ['a fixed value on two lines', {fixed: {Ordre: 'a\nb'}}, '230', /does not fit ORDERID/],
  ])('refuses %s', (_, opus, municipality, message) => {
    expect(check(opus, municipality)).toThrow(InputError)
    expect(check(opus, municipality)).toThrow(message)
    expect(check({...opus, format: 'csv'}, municipality)).not.toThrow()
  })

  it('takes what fits, and empty values in any column', () => {
    const fixed = {Profitcenter: 'P1', Netværk: '1', 'Næste agent': ''}
    expect(check({format: 'xml', postingDate: '2059-12-31', fixed}, '001')).not.toThrow()
  })

  it.each([
    ['environment', 'P4'],
    ['environment', 'X04'],
    ['sender', 'P04CLNT23'],
    ['client', '23'],
    ['supplierId', 'BILLS'],
    ['companyCode', '00020'],
  ])('is held against its form when the file is read: opus.xml.%s: %s', (key, value) => {
    const text = `opus:\n  xml:\n    ${key}: "${value}"\n`
    expect(() => parseConfig('bills.yaml', new TextEncoder().encode(text))).toThrow(/bills\.yaml:3: opus\.xml\./)
  })
})
