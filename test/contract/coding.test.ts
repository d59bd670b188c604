/** matching.md 5 and formats.md, Mapping and Chart of accounts: where a matched line is posted. */
import {describe, expect, it} from 'vitest'
import type {MappingRow} from '../../src/model/accounts.ts'
import {aChart, aChartEntry, aGrant, aMapping, aMappingRow, anInvoice} from '../builders/records.ts'
import {lineOfVerdict, type RunFields, run, verdictOf} from '../builders/run.ts'
import {day} from '../builders/values.ts'

type GrantFields = Parameters<typeof aGrant>[0]
type Row = Partial<MappingRow>

/** The account and PSP element of the posting, or the code. */
function coded(rows: Row[], grant: GrantFields = {}, more: RunFields = {}): string {
  const result = run({grants: [aGrant(grant)], mapping: aMapping(rows.map((row) => aMappingRow(row))), ...more})
  const posting = verdictOf(result).lines[0]?.postings[0]
  return posting ? `${posting.account} ${posting.pspElement}` : lineOfVerdict(result)
}

const usual = '45000000 XG-5038500001-00001'
const other = {account: '46000000'}
const missing = 'MAPPING_MISSING'
const ambiguous = 'MAPPING_AMBIGUOUS'

describe('the row of the mapping', () => {
  it.each<[string, Row[], GrantFields, string]>([
    ['of the paragraph', [{}], {}, usual],
    ['of another paragraph', [{paragraph: '108'}], {}, missing],
    ['of the ownership, without case', [{ownership: 'privat'}], {ownership: 'PRIVAT'}, usual],
    [
      'of the ownership, without spaces around and doubled',
      [{ownership: 'selvejende institution'}],
      {ownership: ' Selvejende  institution '},
      usual,
    ],
    ['of another ownership', [{ownership: 'kommunal'}], {}, missing],
    ['of the target group', [{targetGroup: 'voksne'}], {}, usual],
    ['of another target group', [{targetGroup: 'børn'}], {}, missing],
    ['of the service', [{service: 'botilbud'}], {}, usual],
    ['of another service', [{service: 'aktivitet'}], {}, missing],
    ['of all but one', [{ownership: 'privat', targetGroup: 'voksne', service: 'aktivitet'}], {}, missing],
  ])('%s', (_, rows, grant, expected) => {
    expect(coded(rows, grant)).toBe(expected)
  })

  it('is none in an empty mapping', () => {
    expect(coded([])).toBe(missing)
  })

  it.each<[string, Row[], string]>([
    ['the most filled of two', [{}, {...other, ownership: 'privat'}], '46000000 XG-5038500001-00001'],
    [
      'the most filled of three',
      [{}, {ownership: 'privat'}, {...other, targetGroup: 'voksne', service: 'botilbud'}],
      '46000000 XG-5038500001-00001',
    ],
    [
      'neither of two as filled, with another account',
      [{ownership: 'privat'}, {...other, targetGroup: 'voksne'}],
      ambiguous,
    ],
    ['neither of two as filled, with another PSP element', [{}, {pspElement: 'XG-5038500001-00002'}], ambiguous],
    ['either of two as filled and equal', [{ownership: 'privat'}, {targetGroup: 'voksne'}], usual],
    [
      'the one that fits, not a more filled one that does not',
      [{}, {...other, ownership: 'kommunal', targetGroup: 'voksne'}],
      usual,
    ],
    ['the most filled, over two less filled that differ', [{}, other, {ownership: 'privat'}], usual],
  ])('is %s', (_, rows, expected) => {
    expect(coded(rows)).toBe(expected)
    expect(coded(rows.toReversed())).toBe(expected)
  })

  it.each<[string, string | null, string | null, string]>([
    ['valid on the last day of the posting alone', '2026-03-31', '2026-03-31', usual],
    ['that begins the day after', '2026-04-01', null, missing],
    ['that ended the day before', null, '2026-03-30', missing],
    ['without dates', null, null, usual],
  ])('%s', (_, from, to, expected) => {
    expect(coded([{from: from === null ? null : day(from), to: to === null ? null : day(to)}])).toBe(expected)
  })

  it('is that of the last day that the grant covers', () => {
    const rows = [{to: day('2026-03-15')}, {...other, from: day('2026-03-16')}]
    const invoices = [anInvoice({amount: 483_87})]
    expect(coded(rows, {to: '2026-03-15'}, {invoices})).toBe(usual)
    expect(coded(rows)).toBe('46000000 XG-5038500001-00001')
  })

  it('is that of the service on that day', () => {
    const services = [
      {days: '2025-01-01/2026-03-15', service: 'Aktivitet'},
      {days: '2026-03-16/2026-12-31', service: 'Botilbud'},
    ]
    expect(coded([{service: 'botilbud'}, {...other, service: 'aktivitet'}], {to: '2026-12-31', services})).toBe(usual)
  })

  const problems = [{column: 'Art', value: 'x', expected: 'required' as const}]

  it.each<[string, Row, string]>([
    ['of the paragraph', {problems}, ambiguous],
    ['less filled than the one that fits', {problems, account: ''}, ambiguous],
    ['with keys that fit', {problems, ownership: 'privat', targetGroup: 'voksne'}, ambiguous],
    ['of another paragraph', {problems, paragraph: '108'}, usual],
    ['of another ownership', {problems, ownership: 'kommunal'}, usual],
    ['of another service', {problems, service: 'aktivitet'}, usual],
  ])('is in doubt beside a row that cannot be read, %s', (_, unreadable, expected) => {
    expect(coded([{ownership: 'privat'}, unreadable])).toBe(expected)
  })

  it('is in doubt where only a row that cannot be read fits', () => {
    expect(coded([{problems}])).toBe(ambiguous)
  })
})

describe('the account and the PSP element', () => {
  it.each<[string, Row]>([
    ['seven characters', {account: '4500000'}],
    ['nine characters', {account: '450000000'}],
    ['a letter', {account: '4500000A'}],
    ['nothing', {account: ''}],
    ['a status account', {account: '95990009'}],
    ['a status account with S', {account: 'S5990009'}],
    ['a PSP element that is none', {pspElement: 'XG-50385-'}],
    ['no PSP element', {pspElement: ''}],
  ])('are malformed with %s', (_, row) => {
    expect(coded([row])).toBe('ACCOUNT_MALFORMED')
  })

  it('are asked after the choice of the row', () => {
    expect(coded([{account: ''}, {account: ''}])).toBe('ACCOUNT_MALFORMED')
    expect(coded([{account: ''}, {}])).toBe(ambiguous)
  })
})

describe('the chart', () => {
  const closed = 'ACCOUNT_CLOSED'
  const charted = (chart: NonNullable<RunFields['chart']>, more: RunFields = {}): string =>
    coded([{}], {}, {chart, ...more})

  it.each<[string, Parameters<typeof aChart>[0], string]>([
    ['has it', {}, usual],
    ['does not have it', null, closed],
    ['has another', {number: '45000001'}, closed],
    ['has blocked it', {blocked: true}, closed],
    ['lets it end with the period', {to: day('2026-03-31')}, usual],
    ['lets it end a day before', {to: day('2026-03-30')}, closed],
    ['lets it begin with the last day of the period', {from: day('2026-03-31')}, usual],
    ['lets it begin a day after', {from: day('2026-04-01')}, closed],
  ])('%s: the account, and the PSP element likewise', (_, entry, expected) => {
    expect(charted(aChart(entry))).toBe(expected)
    expect(charted(aChart({}, entry?.number ? {number: 'XG-5038500001-00009'} : entry))).toBe(expected)
  })

  it('is asked for both types', () => {
    const entries = [
      aChartEntry({type: 'PSP'}),
      aChartEntry({number: 'XG-5038500001-00001'}),
      aChartEntry({number: '95990009'}),
    ]
    expect(charted({entries})).toBe(closed)
  })

  it('is asked on the posting date too, where that is set', () => {
    const opus = {postingDate: '2026-04-30'}
    expect(charted(aChart({to: day('2026-04-30')}), {opus})).toBe(usual)
    expect(charted(aChart({to: day('2026-04-29')}), {opus})).toBe(closed)
    expect(charted(aChart({from: day('2026-04-01')}), {opus})).toBe(closed)
  })
})

describe('an invoice with several postings', () => {
  it('is left to a person where one of them has no account', () => {
    const grants = [aGrant({rate: 600_00}), aGrant({id: 'G2', rate: 400_00, paragraph: '108'})]
    const mapping = aMapping([aMappingRow()])
    expect(lineOfVerdict({grants, mapping})).toBe(missing)
    const lines = [{amount: 600_00}, {amount: 400_00}]
    const result = run({grants, mapping, invoices: [anInvoice({lines})]})
    expect(verdictOf(result).lines.map(({reason}) => reason)).toEqual(['OTHER_LINE_FAILED', missing])
    expect(verdictOf(result).lines.flatMap(({postings}) => postings)).toEqual([])
  })

  it('pays no day where it is not coded', () => {
    const grants = [aGrant({paragraph: '108'}), aGrant({id: 'G2', rate: 700_00})]
    const mapping = aMapping([aMappingRow()])
    const second = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-10'})
    expect(lineOfVerdict({grants, mapping, invoices: [anInvoice(), second]}, 'B2')).toBe(missing)
  })
})
