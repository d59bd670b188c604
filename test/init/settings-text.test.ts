/** The `bills.yaml` that `bills init` writes. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {parseConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {configSchema} from '../../src/config/schema.ts'
import {schemaFile, settingsText} from '../../src/init/settings-text.ts'

const parse = (text: string) => parseConfig('bills.yaml', Buffer.from(text))
const loaded = (text: string) => ({config: parse(text), file: 'bills.yaml', folder: '.'})
const uncommented = (text: string, key: string) => text.replace(new RegExp(`# (${key}:)`), '$1')

it('is read as it is, and says nothing but the defaults and the language', () => {
  expect(parse(settingsText)).toEqual({...configSchema.parse({}), language: 'da'})
})

it('lacks just the two keys that are never guessed', () => {
  expect(() => requireMatchConfig(loaded(settingsText))).toThrow(/postFrom[\s\S]*contraAccount/)
  const filled = uncommented(uncommented(settingsText, 'contraAccount'), 'postFrom')
  expect(requireMatchConfig(loaded(filled))).toMatchObject({
    opus: {contraAccount: '95990009'},
    periods: {postFrom: '2026-01-01'},
  })
})

it('every line that is commented out is one that may be used', () => {
  const all = settingsText
    .replaceAll(/^( *)# ((?:[\w]+|"\d{8}"):(?: .*)?)$/gm, '$1$2')
    .replaceAll(/^# ( +(?:[\w]+|"\d{8}"):(?: .*)?)$/gm, '$1')
  expect(parse(all)).toMatchObject({
    municipality: '230',
    opus: {contraPsp: 'XG-5038500001-00001'},
    rules: {maxAmount: 500_000_00},
    suppliers: {'12345674': {billing: 'arrears', dayRateMonth: '30', billsAs: ['60402043']}},
    columns: {grants: {grantId: ['Indsats-nr']}},
    values: {status: {Igangsat: 'counts'}},
  })
})

it('names the schema beside it, which is the published one', () => {
  expect(settingsText.split('\n')[0]).toBe(`# yaml-language-server: $schema=./${schemaFile}`)
  expect(readFileSync(join(import.meta.dirname, '../../schema', schemaFile), 'utf8')).toContain('"bills.yaml"')
})
