/** Findings of the two checks: their counts by severity, and their order. */
import {describe, expect, it} from 'vitest'
import {countBySeverity, type Finding, findingOf, type Severity} from '../../src/checks/finding.ts'
import {
  byCode,
  byColumn,
  byFile,
  byGrantIds,
  byInvoices,
  byProblem,
  byRow,
  bySeverity,
  type Comparison,
  sortFindings,
} from '../../src/checks/finding-order.ts'

const aFinding = (name: string, parts: Partial<Finding> = {}): Finding =>
  findingOf({severity: 'error', code: 'gap', problem: {da: name, en: name}, remedy: {da: '', en: ''}, ...parts})
const inFile = (file: string, row: number) => ({rows: [{file, row}]})
const withInvoices = (count: number) => ({invoices: {count, isCounted: false}})

it('a finding is empty where nothing is given', () => {
  expect(aFinding('A')).toMatchObject({
    rows: [],
    cell: null,
    otherRows: [],
    grantIds: [],
    affected: null,
    invoices: null,
  })
})

it('errors and warnings are counted', () => {
  const severities: readonly Severity[] = ['error', 'warning', 'warning']
  expect(countBySeverity(severities.map((severity) => aFinding('A', {severity})))).toEqual({errors: 1, warnings: 2})
  expect(countBySeverity([])).toEqual({errors: 0, warnings: 0})
})

describe('the order', () => {
  it.each<[string, Comparison, Partial<Finding>, Partial<Finding>]>([
    ['errors first', bySeverity, {severity: 'error'}, {severity: 'warning'}],
    ['most invoices a month first', byInvoices, withInvoices(2), withInvoices(1.5)],
    ['no invoices last', byInvoices, withInvoices(0.1), {}],
    ['by code', byCode, {code: 'gap'}, {code: 'twins'}],
    ['by grant', byGrantIds, {grantIds: ['G1']}, {grantIds: ['G1', 'G2']}],
    ['the first file before others', byFile('b.csv'), inFile('b.csv', 9), inFile('a.csv', 1)],
    ['other files before findings about no row', byFile('b.csv'), inFile('a.csv', 1), {}],
    ['by file', byRow, inFile('a.csv', 9), inFile('b.csv', 1)],
    ['by row, as a number', byRow, inFile('a.csv', 9), inFile('a.csv', 10)],
    ['by column', byColumn, {cell: {column: 'Art', value: 'b'}}, {cell: {column: 'PSP', value: 'a'}}],
    ['rows before their cells', byColumn, {}, {cell: {column: 'Art', value: ''}}],
  ])('%s', (_, comparison, first, second) => {
    const [a, b] = [aFinding('A', first), aFinding('B', second)]
    expect(sortFindings([b, a], [comparison])).toEqual([a, b])
    expect(sortFindings([a, b], [comparison])).toEqual([a, b])
  })

  it('the first comparison that tells two apart decides', () => {
    const [a, b, c] = [aFinding('A', {severity: 'warning'}), aFinding('B'), aFinding('C')]
    expect(sortFindings([c, a, b], [bySeverity, byProblem])).toEqual([b, c, a])
    expect(sortFindings([c, a, b], [byProblem, bySeverity])).toEqual([a, b, c])
  })

  it('findings that none tells apart stay as they were', () => {
    const [b, a] = [aFinding('B'), aFinding('A')]
    expect(sortFindings([b, a], [bySeverity, byCode])).toEqual([b, a])
  })
})
