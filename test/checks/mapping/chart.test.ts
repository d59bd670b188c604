/** The support sheet against the chart of accounts: closed, blocked and unknown numbers, and what replaces them. */
import {describe, expect, it} from 'vitest'
import {account, check, type InputFields, lines, openChart, psp} from '../../builders/mapping-check.ts'
import {aChartEntry, aGrant} from '../../builders/records.ts'
import {day} from '../../builders/values.ts'

const chartWith = (fields: Parameters<typeof aChartEntry>[0], ...more: Parameters<typeof aChartEntry>[0][]) => [
  aChartEntry(fields),
  aChartEntry({type: 'PSP', number: psp}),
  ...more.map(aChartEntry),
]

it('finds nothing in a row whose numbers are open', () => {
  expect(lines({})).toEqual([])
})

describe('the number on the day asked about, 15 July 2026', () => {
  it.each<[string, Parameters<typeof aChartEntry>[0], string[]]>([
    ['blocked', {blocked: true}, ['error 2 Art numberBlocked']],
    ['expired the day before', {to: day('2026-07-14')}, ['error 2 Art numberExpired']],
    ['on its last day', {to: day('2026-07-15')}, ['warning 2 Art numberCloses']],
    ['on its first day', {from: day('2026-07-15')}, ['warning 2 Art numberOpensLate']],
    ['valid from the day after', {from: day('2026-07-16')}, ['error 2 Art numberNotYetValid']],
    ['open since the first day that is still posted for', {from: day('2026-04-01')}, []],
    ['open since the day after that', {from: day('2026-04-02')}, ['warning 2 Art numberOpensLate']],
    ['not in the chart', {number: '99990000'}, ['error 2 Art numberUnknown']],
    ['in the chart as the other type', {type: 'PSP', number: account}, ['error 2 Art numberOfWrongType']],
  ])('%s', (_, entry, expected) => {
    expect(lines({chart: chartWith(entry)})).toEqual(expected)
  })

  it('is asked of the PSP element as well, and of both', () => {
    const chart = [aChartEntry({blocked: true}), aChartEntry({type: 'PSP', number: psp, to: day('2026-01-31')})]
    expect(lines({chart})).toEqual(['error 2 Art numberBlocked', 'error 2 PSP-element numberExpired'])
  })

  it('says since when', () => {
    const [expired] = check({chart: chartWith({to: day('2026-06-30')})}).findings
    expect(expired?.problem).toEqual({
      da: 'Art 45000000 udløb den 30.06.2026.',
      en: 'Art 45000000 expired on 2026-06-30.',
    })
    const [early] = check({chart: chartWith({from: day('2026-08-01')})}).findings
    expect(early?.problem.en).toBe('Art 45000000 is not valid before 2026-08-01.')
  })

  it('is asked of a posting date that bills.yaml sets, too', () => {
    const fields: InputFields = {
      chart: chartWith({to: day('2026-07-31')}),
      settings: {opus: {postingDate: '2026-08-03'}},
    }
    expect(lines(fields)).toEqual(['error 2 Art numberExpired'])
  })
})

describe('the row’s own days', () => {
  it.each<[string, InputFields, string[]]>([
    [
      'a number that closes when the row does is right',
      {rows: [{to: day('2026-12-31')}], chart: chartWith({to: day('2026-12-31')})},
      [],
    ],
    [
      'one that closes a day earlier is not',
      {rows: [{to: day('2026-12-31')}], chart: chartWith({to: day('2026-12-30')})},
      ['warning 2 Art numberCloses'],
    ],
    [
      'a row to come is judged on its first day',
      {rows: [{from: day('2027-01-01')}], chart: chartWith({from: day('2027-01-01')})},
      [],
    ],
    [
      'a row that ended in June is judged on its last day: invoices for June may still come',
      {rows: [{to: day('2026-06-30')}], chart: chartWith({to: day('2026-06-29')})},
      ['error 2 Art numberExpired'],
    ],
    [
      'and is right where its number closed with it',
      {rows: [{to: day('2026-06-30')}], chart: chartWith({to: day('2026-06-30')})},
      [],
    ],
    [
      'a row that ended before any invoice that may still be posted is no error',
      {rows: [{to: day('2026-03-31')}], chart: chartWith({blocked: true})},
      ['warning 2 Art numberBlocked'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(lines(fields)).toEqual(expected)
  })

  it('a number that opened in July says what invoices for earlier months need', () => {
    const [late] = check({chart: chartWith({from: day('2026-07-01')})}).findings
    expect(late?.remedy.en).toBe(
      'Let the row hold from 2026-07-01, and keep the earlier number in a row up to 2026-06-30.',
    )
    const again = chartWith({to: day('2026-05-31')}, {from: day('2026-07-01'), to: day('2026-08-31')})
    expect(check({chart: again}).findings.map(({problem}) => problem.en)).toEqual([
      'Art 45000000 is open now and closes after 2026-08-31; the row holds longer.',
      'Art 45000000 is not valid before 2026-07-01: bills for earlier periods cannot be posted on it.',
    ])
  })

  it('grants narrow what a number must be open for: one that ends in August asks for no more', () => {
    const chart = chartWith({to: day('2026-09-30')})
    expect(lines({chart, grants: [aGrant({to: '2026-08-31'})]})).toEqual([])
    const [closes] = check({chart, grants: [aGrant(), aGrant({id: 'G2', to: '2026-08-31'})]}).findings
    expect(closes).toMatchObject({code: 'numberCloses', affected: {grants: 1, monthly: 1000_00}})
  })
})

describe('the successor', () => {
  const closed = {blocked: true}
  const successorIn = (...more: Parameters<typeof aChartEntry>[0][]) => {
    const {findings, corrections} = check({chart: chartWith({...closed, successor: '45000001'}, ...more)})
    return {
      successor: findings[0]?.successor,
      corrected: corrections.map(({becomes}) => becomes.number),
      remedy: findings[0]?.remedy.en,
    }
  }

  it('is named where it is open', () => {
    expect(successorIn({number: '45000001'})).toEqual({
      successor: '45000001',
      corrected: ['45000001'],
      remedy: 'Use 45000001, which has taken its place.',
    })
  })

  it('is followed over several steps to the open one', () => {
    const steps = successorIn(
      {number: '45000001', to: day('2025-12-31'), successor: '45000002'},
      {number: '45000002', ...closed, successor: '45000003'},
      {number: '45000003', from: day('2026-07-01')},
    )
    expect(steps).toEqual({
      successor: '45000003',
      corrected: ['45000003'],
      remedy: 'Use 45000003, which has taken its place (by way of 45000001, 45000002); it is valid from 2026-07-01.',
    })
  })

  it.each<[string, Parameters<typeof aChartEntry>[0][], string]>([
    ['not in the chart', [], 'the chart points to 45000001'],
    ['closed without a successor of its own', [{number: '45000001', ...closed}], 'the chart points to 45000001'],
    ['not open yet', [{number: '45000001', from: day('2026-07-16')}], 'the chart points to 45000001'],
    ['of the other type', [{number: '45000001', type: 'PSP'}], 'the chart points to 45000001'],
    [
      'closed, and the next points back',
      [{number: '45000001', ...closed, successor: account}],
      'in a circle at 45000000',
    ],
    [
      'closed, and the next points to itself',
      [{number: '45000001', ...closed, successor: '45000001'}],
      'in a circle at 45000001',
    ],
  ])('%s is not suggested', (_, more, remedy) => {
    const found = successorIn(...more)
    expect(found).toMatchObject({successor: null, corrected: []})
    expect(found.remedy).toContain(remedy)
  })

  it('that is a status account is no successor', () => {
    const chart = chartWith({...closed, successor: '95990009'}, {number: '95990009'})
    expect(check({chart})).toMatchObject({findings: [{successor: null}], corrections: []})
  })

  it('is not filled in where the number is still open, nor in a row whose time is over', () => {
    const next = {number: '45000001'}
    expect(check({chart: chartWith({to: day('2026-12-31'), successor: '45000001'}, next)}).corrections).toEqual([])
    const over = {rows: [{to: day('2026-03-31')}], chart: chartWith({...closed, successor: '45000001'}, next)}
    expect(check(over).corrections).toEqual([])
  })
})

describe('what looks like a typing error', () => {
  const remedyFor = (written: string, ...open: readonly string[]): string | undefined =>
    check({rows: [{account: written}], chart: openChart(...open.map((number) => ({number})))}).findings[0]?.remedy.en

  it.each<[string, string, readonly string[], string]>([
    ['one digit wrong', '45000009', [], 'It looks like 45000000.'],
    ['two digits exchanged', '54000000', [], 'It looks like 45000000.'],
    ['a digit too few, malformed', '4500000', [], 'It looks like 45000000.'],
    ['two as near', '45000009', ['45000008'], 'It looks like 45000000 or 45000008.'],
    ['four as near are no hint', '45000009', ['45000008', '45000007', '45000006'], 'Correct the number'],
    ['nothing near', '61234567', [], 'Correct the number'],
  ])('%s', (_, written, open, expected) => {
    expect(remedyFor(written, ...open)).toContain(expected)
  })

  it('never proposes a closed number', () => {
    const {findings} = check({rows: [{account: '45000009'}], chart: chartWith({blocked: true})})
    expect(findings[0]?.remedy.en).toContain('Correct the number')
  })
})

it('lists chart rows that cannot be read, after those of the support sheet', () => {
  const problems = [{column: 'Gyldig til', value: '31/31/2026', expected: 'dateInCalendar' as const}]
  const chartErrors = [{source: {file: 'chart.csv', row: 7}, table: 'chart' as const, problems}]
  expect(lines({chartErrors, rows: [{paragraph: '97'}]})).toEqual([
    'warning 2 Paragraf outOfScope',
    'warning 7 Gyldig til chartUnreadable',
  ])
})
