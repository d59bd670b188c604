/** The result of `validate-mapping` in words. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {EarlierDocument} from '../../src/model/earlier.ts'
import type {Grant} from '../../src/model/grant.ts'
import {stylesFor} from '../../src/render/styles.ts'
import {mappingFormats} from '../../src/render/validate-mapping/formats.ts'
import type {MappingFacts} from '../../src/render/validate-mapping/result.ts'
import {account, check, psp} from '../builders/mapping-check.ts'
import {aChartEntry, aGrant, aMappingRow} from '../builders/records.ts'
import {anna, bo, day, days, eva} from '../builders/values.ts'

const grants: readonly Grant[] = [
  aGrant(),
  aGrant({id: 'G2', citizen: bo, rate: 21_500_50, ownership: 'Kommunal'}),
  aGrant({id: 'G3', citizen: bo, rate: 43_000_00, paragraph: '108', targetGroup: 'Psykisk lidelse'}),
  aGrant({id: 'G4', citizen: eva, rate: 43_000_00, paragraph: '108', targetGroup: 'Psykisk lidelse'}),
  aGrant({
    id: `B-${anna}`,
    citizen: anna,
    paragraph: '103',
    unit: 'Dag',
    rate: 312_00,
    service: 'Beskyttet beskæftigelse',
  }),
]

/** Two rows with a number that closed in June, a conflict, a typing error, and more. */
const rows = [
  {account: '47000190'},
  {ownership: 'privat', account: '47000190'},
  {paragraph: '103', pspElement: 'XG-5038500001-00009'},
  {paragraph: '103', ownership: 'regionel'},
  {paragraph: 'STU', to: day('2026-06-30')},
  {
    paragraph: 'STU',
    ownership: 'privat',
    problems: [{column: 'Gyldig fra', value: 'marts', expected: 'date' as const}],
  },
  {paragraph: 'STU', account: '45000001'},
  {paragraph: '97'},
]

const chart = [
  aChartEntry(),
  aChartEntry({number: '45000001'}),
  aChartEntry({number: '47000190', to: day('2026-06-30'), successor: '47000191'}),
  aChartEntry({number: '47000191', blocked: true, successor: '47000107'}),
  aChartEntry({number: '47000107', from: day('2026-07-01')}),
  aChartEntry({type: 'PSP', number: psp}),
]

const posting = {
  citizen: null,
  supplierCvr: aGrant().supplierCvr,
  paragraph: '107',
  service: 'Botilbud',
  period: days('2026-05'),
  account: '47000190',
  pspElement: psp,
  reverses: null,
  runId: '20260608-101500',
}

const aDocument = (key: string, grantId: string, amount: number, more: object = {}): EarlierDocument =>
  ({
    key,
    type: 'invoice',
    issueDate: day('2026-06-02'),
    outcome: 'posted',
    lines: [{reversed: null, postings: [{...posting, grantId, amount, ...more}]}],
  }) as unknown as EarlierDocument

const documents = [
  aDocument('B1', 'G1', 1000_00),
  aDocument('B2', 'G2', 21_500_50),
  aDocument('B3', 'G3', 43_000_00, {paragraph: '108'}),
  aDocument('B4', 'G9', 1_234_567_00),
]

const before = {mapping: {rows: [aMappingRow({account: '47000190'}), aMappingRow({paragraph: '108'})]}, chart: null}

const allFacts: MappingFacts = {
  mapping: {name: 'mapping.csv', rows: rows.length},
  chart: {name: 'kontoplan-2026-07.csv', numbers: chart.length},
  grants: grants.length,
  day: day('2026-07-15'),
  fix: {
    file: '/kontering/mapping-rettet.xlsx',
    isWritten: true,
    cells: [{row: 2, column: 'Art', was: '47000190', becomes: '47000107'}],
    formulas: [{row: 3, column: 'Art', was: '47000190', becomes: '47000107'}],
  },
  workbook: '/kontering/fund.xlsx',
}
const result = {check: check({rows, chart, grants}, before, documents), facts: allFacts, notices: []}
const plain = stylesFor({}, {})
const shown = (language: 'da' | 'en', width = 80) => mappingFormats.terminal(result, {language, width, styles: plain})

describe.each(['da', 'en'] as const)('in %s', (language) => {
  it('reads as the expected text', async () => {
    await expect(`${shown(language)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `expected/mapping-${language}.txt`),
    )
  })

  it.each([60, 80, 100])('fits %i columns', (width) => {
    const lines = shown(language, width)
      .split('\n')
      .filter((line) => !line.includes('/kontering/'))
    expect(Math.max(...lines.map(({length}) => length))).toBeLessThanOrEqual(width)
  })

  it('gives programs the same findings, each for itself', async () => {
    const document = mappingFormats.json(result, {language})
    expect(document.errors + document.warnings).toBe(result.check.findings.length)
    expect(JSON.stringify(document)).not.toContain(anna)
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `expected/mapping-${language}.json`),
    )
  })
})

it('says so where there is nothing to correct, and is silent about what was not asked', () => {
  const facts: MappingFacts = {
    ...allFacts,
    mapping: {name: 'mapping.csv', rows: 1},
    chart: {name: 'chart.csv', numbers: 2},
    grants: null,
    fix: null,
    workbook: null,
  }
  const text = mappingFormats.terminal(
    {check: check({}), facts, notices: []},
    {language: 'da', width: 80, styles: plain},
  )
  expect(text).toBe(
    'Støttearket mapping.csv, 1 række, holdt op mod chart.csv, 2 numre, pr.\n15.07.2026\nIntet at rette.',
  )
})

it('says what is not known without grants', () => {
  const text = mappingFormats.terminal(
    {check: check({}, null, documents), facts: {...allFacts, grants: null}, notices: []},
    {language: 'en', width: 80, styles: plain},
  )
  expect(text).toMatch(/cannot be told\) +4 /)
  expect(text).toContain('Give it with --grants.')
  expect(text).toContain('4 of them are on numbers that are closed now.')
  expect(account).not.toBe(posting.account)
})
