/** The rows of the support sheet by themselves, two and two, and against the grants. */
import {describe, expect, it} from 'vitest'
import {account, check, type InputFields, lines, openChart, psp} from '../../builders/mapping-check.ts'
import {aGrant} from '../../builders/records.ts'
import {anna, bo, day} from '../../builders/values.ts'

const elsewhere = {account: '45000001'}
const chart = openChart({number: '45000001'})

describe('the row itself', () => {
  it.each<[string, NonNullable<InputFields['rows']>[number], string[]]>([
    ['an account of seven characters', {account: '4500000'}, ['error 2 Art numberMalformed']],
    ['a status account', {account: '95990009'}, ['error 2 Art statusAccount']],
    ['an S account', {account: 'S5990009'}, ['error 2 Art statusAccount']],
    ['a PSP element in the account’s column', {account: psp}, ['error 2 Art wrongColumn']],
    ['an account in the PSP element’s column', {pspElement: account}, ['error 2 PSP-element wrongColumn']],
    ['a PSP element without its branch', {pspElement: 'XG-1'}, ['error 2 PSP-element numberMalformed']],
    [
      'a last day before the first',
      {from: day('2026-07-02'), to: day('2026-07-01')},
      ['error 2 Gyldig til neverValid'],
    ],
    ['one day', {from: day('2026-07-15'), to: day('2026-07-15')}, []],
    ['a paragraph that is not posted for', {paragraph: '97'}, ['warning 2 Paragraf outOfScope']],
    [
      'a date that is none',
      {problems: [{column: 'Gyldig fra', value: 'x', expected: 'date'}]},
      ['error 2 Gyldig fra rowUnreadable'],
    ],
    [
      'an empty account: one finding',
      {account: '', problems: [{column: 'Art', value: '', expected: 'required'}]},
      ['error 2 Art rowUnreadable'],
    ],
  ])('%s', (_, row, expected) => {
    expect(lines({rows: [row]})).toEqual(expected)
  })
})

describe('two rows', () => {
  it.each<[string, NonNullable<InputFields['rows']>, string[]]>([
    ['with the same keys and numbers are a duplicate', [{}, {}], ['warning 3 duplicate']],
    ['with the same keys and another account are in conflict', [{}, elsewhere], ['error 3 conflict']],
    ['with another PSP element too', [{}, {pspElement: 'XG-5038500001-00002'}], ['error 3 conflict']],
    ['on different days are neither', [{to: day('2026-06-30')}, {from: day('2026-07-01'), ...elsewhere}], []],
    [
      'that share one day are in conflict',
      [{to: day('2026-07-01')}, {from: day('2026-07-01'), ...elsewhere}],
      ['error 3 conflict'],
    ],
    ['with more keys and fewer are not', [{}, {ownership: 'privat', ...elsewhere}], []],
    ['of other values are not', [{ownership: 'kommunal'}, {ownership: 'privat', ...elsewhere}], []],
    [
      'of crossing keys may both fit one grant',
      [{ownership: 'privat'}, {targetGroup: 'voksne', ...elsewhere}],
      ['warning 3 conflict'],
    ],
    ['of crossing keys that lead to one place do not', [{ownership: 'privat'}, {targetGroup: 'voksne'}], []],
    [
      'of crossing keys are settled by a row with both',
      [{ownership: 'privat'}, {targetGroup: 'voksne', ...elsewhere}, {ownership: 'privat', targetGroup: 'voksne'}],
      [],
    ],
    [
      'and by two of them, unless a day lies between',
      [
        {ownership: 'privat'},
        {targetGroup: 'voksne', ...elsewhere},
        {ownership: 'privat', targetGroup: 'voksne', to: day('2026-06-30')},
        {ownership: 'privat', targetGroup: 'voksne', from: day('2026-07-02')},
      ],
      ['warning 3 conflict'],
    ],
    [
      'but not on the days on which that row does not hold',
      [
        {ownership: 'privat'},
        {targetGroup: 'voksne', ...elsewhere},
        {ownership: 'privat', targetGroup: 'voksne', to: day('2026-12-31')},
      ],
      ['warning 3 conflict'],
    ],
  ])('%s', (_, rows, expected) => {
    const numbers = openChart({number: '45000001'}, {type: 'PSP', number: 'XG-5038500001-00002'})
    expect(lines({rows, chart: numbers})).toEqual(expected)
  })

  it('name each other and the grant that would be ambiguous', () => {
    const [finding] = check({rows: [{ownership: 'privat'}, {targetGroup: 'voksne', ...elsewhere}], chart}).findings
    expect(finding?.otherRows.map(({row}) => row)).toEqual([2])
    expect(finding?.problem.en).toContain('§ 107, Privat, Voksne')
  })

  it('of crossing keys are an error where a grant fits both', () => {
    const rows = [{ownership: 'privat'}, {targetGroup: 'voksne', ...elsewhere}]
    expect(check({rows, chart, grants: [aGrant()]}).findings).toMatchObject([
      {code: 'conflict', severity: 'error', affected: {grants: 1, monthly: 1000_00}},
    ])
  })
})

describe('rows and grants', () => {
  const privat = {ownership: 'privat'}
  it.each<[string, InputFields, string[]]>([
    ['a grant with a row', {grants: [aGrant()]}, []],
    ['a row that no grant fits', {rows: [{}, {ownership: 'regional'}], grants: [aGrant()]}, ['warning 3 usedByNone']],
    [
      'a value that grants write otherwise',
      {rows: [{}, {ownership: 'privt'}], grants: [aGrant()]},
      ['warning 3 Ejerforhold usedByNone'],
    ],
    ['a row that always loses', {rows: [{}, privat], grants: [aGrant()]}, ['warning 2 neverReached']],
    [
      'a row that loses only from August on is used',
      {rows: [{}, {...privat, from: day('2026-08-01')}], grants: [aGrant()]},
      [],
    ],
    [
      'a row for grants that ended last month is used: their invoices may still come',
      {
        rows: [{}, privat],
        grants: [aGrant({to: '2026-06-30'}), aGrant({id: 'G2', citizen: bo, ownership: 'Kommunal'})],
      },
      [],
    ],
    [
      'a row whose own time is over is not asked',
      {rows: [{}, {ownership: 'regional', to: day('2026-03-31')}], grants: [aGrant()]},
      [],
    ],
    [
      'a row for grants that ended before',
      {rows: [{}, privat], grants: [aGrant({to: '2026-03-31'}), aGrant({id: 'G2', ownership: 'Kommunal'})]},
      ['warning 3 usedByNone'],
    ],
    [
      'a grant that is not fixed needs no row',
      {rows: [{}], grants: [aGrant(), aGrant({id: 'G2', paragraph: '108', fixed: false})]},
      [],
    ],
    ['nor one out of scope', {grants: [aGrant(), aGrant({id: 'G2', paragraph: '97'})]}, []],
    ['a grant without a row', {grants: [aGrant(), aGrant({id: 'G2', paragraph: '108'})]}, ['error - grantsWithoutRow']],
    [
      'a grant whose row ends before it does',
      {rows: [{to: day('2026-12-31')}], grants: [aGrant()]},
      ['warning - grantsWithoutRowLater'],
    ],
    ['a grant whose row ends with it', {rows: [{to: day('2026-12-31')}], grants: [aGrant({to: '2026-12-31'})]}, []],
  ])('%s', (_, fields, expected) => {
    expect(lines(fields)).toEqual(expected)
  })

  it('adds up by keys what the grants without a row cost this month, most first', () => {
    const without = (id: string, rest: Parameters<typeof aGrant>[0]) =>
      aGrant({id, citizen: anna, paragraph: '108', ...rest})
    const grants = [
      aGrant(),
      without('G2', {rate: 500_00}),
      without('G3', {rate: 3100_00, to: '2026-07-20', service: 'Botilbud'}),
      without('G4', {unit: 'Uge', rate: 7000_00, ownership: 'Kommunal'}),
      without('G5', {rate: 900_00, to: '2026-07-14'}),
      without('G6', {rate: 620_00, from: '2026-09-16', ownership: 'Regional'}),
    ]
    const {findings} = check({grants})
    expect(findings.map(({problem, affected}) => [problem.en, affected])).toEqual([
      ['No row fits § 108, Kommunal, Voksne, Botilbud (G4).', {grants: 1, monthly: 31_000_00}],
      ['No row fits § 108, Privat, Voksne, Botilbud (G2 and G3).', {grants: 2, monthly: 500_00 + 2000_00}],
      ['No row fits § 108, Regional, Voksne, Botilbud (G6).', {grants: 1, monthly: 310_00}],
    ])
  })

  it('points at the row that nearly fits', () => {
    const {findings} = check({rows: [{ownership: 'privt'}], grants: [aGrant()]})
    expect(findings.map(({remedy}) => remedy.en)).toEqual([
      'Add a row, or correct row 2: its «privt» is like it.',
      'The grants write «Privat». If that is a typing error, correct it.',
    ])
  })

  it('says how many grants and kroner a closed number affects', () => {
    const closed = openChart().map((entry) => ({...entry, blocked: entry.type === 'Art'}))
    const {findings} = check({chart: closed, grants: [aGrant(), aGrant({id: 'G2', citizen: bo, rate: 250_00})]})
    expect(findings).toMatchObject([{code: 'numberBlocked', affected: {grants: 2, monthly: 1250_00}}])
  })

  it('masks what looks like a CPR number in a grant’s id', () => {
    const [withoutRow] = check({rows: [{}], grants: [aGrant(), aGrant({id: `B-${anna}`, paragraph: '108'})]}).findings
    expect(JSON.stringify(withoutRow?.problem)).not.toContain(anna)
    expect(withoutRow?.problem.da).toContain('610190-****')
  })
})
