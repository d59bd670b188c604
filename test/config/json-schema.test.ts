/** The JSON schema of `bills.yaml` that editors use is the one published, and knows every key. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {jsonSchema, knownKeysAt, knownPaths} from '../../src/config/json-schema.ts'
import {parseConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {configSchema} from '../../src/config/schema.ts'
import {tables} from '../../src/model/tables/tables.ts'

it('is the one that is published: npm run schema writes it', async () => {
  const published = await readFile(join(import.meta.dirname, '../../schema/bills.schema.json'), 'utf8')
  expect(JSON.parse(published)).toEqual(jsonSchema())
})

it('knows the keys of a section, of a supplier and of a table', () => {
  expect(knownKeysAt(['sensum'])).toEqual(['paidWhen'])
  expect(knownKeysAt(['suppliers', '12345674'])).toEqual(['billing', 'dayRateMonth', 'maxMonths', 'billsAs'])
  expect(knownKeysAt(['columns', 'chart'])).toEqual(Object.keys(tables.chart))
})

it('knows every path of keys', () => {
  expect(knownPaths()).toContain('opus.xml.supplierId')
})

it.each(['every-key.yaml'])('holds every key of the documented example: %s', async (name) => {
  const bytes = await readFile(join(import.meta.dirname, name))
  const config = parseConfig(name, bytes)
  expect(requireMatchConfig({config, file: name, folder: ''})).toMatchObject({
    municipality: '230',
    periods: {postFrom: '2026-01-01'},
    xmlDocumentNumber: '^(\\d{10})_',
  })
})

it('gives the defaults that the documented example shows', async () => {
  const example = parseConfig('example', await readFile(join(import.meta.dirname, 'every-key.yaml')))
  const {opus, periods} = example
  const defaults = configSchema.parse({})
  for (const key of ['ledger', 'out', 'mapping', 'files', 'sensum', 'rules', 'compare', 'report', 'retention'] as const)
    expect(defaults[key], key).toEqual(example[key])
  expect(defaults.opus).toEqual({...opus, contraAccount: defaults.opus.contraAccount})
  expect(defaults.periods).toEqual({...periods, postFrom: defaults.periods.postFrom})
})
