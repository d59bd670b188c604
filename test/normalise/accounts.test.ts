/** `formats.md`, Mapping and Chart of accounts. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {InputError} from '../../src/model/input-error.ts'
import {toChart, toMapping} from '../../src/normalise/accounts.ts'
import {type RowCells, tableOf} from '../builders/input-files.ts'

const config = configSchema.parse({})
const failed = {error: '#N/A'}

describe('the mapping', () => {
  const usual = {
    paragraph: '107',
    ownership: 'Privat',
    targetGroup: 'Voksne',
    account: '45000000',
    pspElement: 'XG-5038500001-00001',
  }
  const read = (...rows: readonly RowCells[]) =>
    toMapping(
      tableOf(
        'mapping',
        rows.map((fields) => ({...usual, ...fields})),
      ),
      config,
    )
  const rowOf = (fields: RowCells) => read(fields).mapping.rows[0]

  it('has a row for each row, with every field of the format', () => {
    const full = {service: 'Botilbud', from: '01-01-2026', to: '31-12-2026', note: 'Ny fra 2026'}
    expect(read(full, {}).mapping.rows).toEqual([
      {
        source: {file: 'mapping.csv', row: 2},
        paragraph: '107',
        ownership: 'privat',
        targetGroup: 'voksne',
        service: 'botilbud',
        account: '45000000',
        pspElement: 'XG-5038500001-00001',
        from: '2026-01-01',
        to: '2026-12-31',
        note: 'Ny fra 2026',
        problems: [],
      },
      expect.objectContaining({service: null, from: null, to: null, note: '', problems: []}),
    ])
  })

  it.each(['ownership', 'targetGroup', 'service'] as const)('takes %s that is empty or * for any', (key) => {
    for (const any of ['', '*', ' * ']) expect(rowOf({[key]: any.trim()})?.[key]).toBeNull()
    expect(rowOf({[key]: '**'})?.[key]).toBe('**')
  })

  it('compares text without case and surrounding or doubled spaces', () => {
    expect(rowOf({ownership: ' PRIVAT ', targetGroup: 'Unge   18\u00a0år', service: 'BOTILBUD'})).toMatchObject({
      ownership: 'privat',
      targetGroup: 'unge 18 år',
      service: 'botilbud',
    })
  })

  it.each([
    ['SEL § 107, stk. 2', '107'],
    [107, '107'],
    ['BL 104', 'BL 104'],
    ['STU', 'STU'],
  ])('reads the paragraph %j as a grant’s', (paragraph, section) => {
    expect(rowOf({paragraph})?.paragraph).toBe(section)
  })

  it.each([
    ['XG-5038500001-00001', 'XG-5038500001-00001'],
    ['XG-5038500001-1', 'XG-5038500001-00001'],
    ['XG-38500001-1', 'XG-0038500001-00001'],
    ['xg-5038500001-00001', 'XG-5038500001-00001'],
    ['XG - 5038500001 - 1', 'XG-5038500001-00001'],
    ['XG5038500001', 'XG5038500001'],
    ['XG-50385000011-1', 'XG-50385000011-1'],
    ['XG-5038500001-000001', 'XG-5038500001-000001'],
  ])('writes the PSP element %s as %s', (written, padded) => {
    expect(rowOf({pspElement: written})?.pspElement).toBe(padded)
  })

  it.each([
    ['45000000', '45000000'],
    [45_000_000, '45000000'],
    ['s5000000', 'S5000000'],
    ['4500', '4500'],
  ])('keeps the account %j as it stands, for its form is asked where it is used', (account, kept) => {
    expect(rowOf({account})).toMatchObject({account: kept, problems: []})
  })

  it.each<[string, RowCells, string]>([
    ['without an account', {account: ''}, 'Art required'],
    ['without a PSP element', {pspElement: ''}, 'PSP-element required'],
    ['with a first day that is none', {from: 'altid'}, 'Gyldig fra date'],
    ['with a last day in no calendar', {to: '31-11-2026'}, 'Gyldig til dateInCalendar'],
    ['with a failed formula for an account', {account: failed}, 'Art formulaError'],
    ['with a failed formula for an ownership', {ownership: failed}, 'Ejerforhold formulaError'],
    ['with a failed formula for a target group', {targetGroup: failed}, 'Målgruppe formulaError'],
    ['with a failed formula for a service', {service: failed}, 'Indsats formulaError'],
  ])('keeps a row %s, with its problem: it makes ambiguous what its readable keys fit', (_, fields, problem) => {
    const {mapping, rowErrors} = read({}, fields)
    expect(mapping.rows[1]?.problems.map(({column, expected}) => `${column} ${expected}`)).toEqual([problem])
    expect(mapping.rows[1]).toMatchObject({paragraph: '107'})
    expect(rowErrors).toMatchObject([{source: {file: 'mapping.csv', row: 3}, table: 'mapping'}])
    expect(rowErrors[0]?.problems).toEqual(mapping.rows[1]?.problems)
  })

  it.each([
    ['without a paragraph', ''],
    ['with none that can be read', 'Botilbud'],
    ['with two', '107/108'],
    ['with a failed formula for it', failed],
  ])('stops at a row %s, and says where', (_, paragraph) => {
    expect(() => read({}, {paragraph})).toThrow(InputError)
    expect(() => read({}, {paragraph})).toThrow(/^mapping\.csv:3: Paragraf: /)
  })
})

describe('the chart of accounts', () => {
  const usual = {type: 'Art', number: '45000000', text: 'Botilbud', from: '', to: '', blocked: '', successor: ''}
  const read = (...rows: readonly RowCells[]) =>
    toChart(
      tableOf(
        'chart',
        rows.map((fields) => ({...usual, ...fields})),
      ),
      config,
    )
  const entryOf = (fields: RowCells) => read(fields).chart.entries[0]

  it('has an entry for each row, with every field of the format', () => {
    expect(entryOf({from: '01-01-2026', to: '31-12-2026', blocked: 'Ja', successor: '45000001'})).toEqual({
      source: {file: 'chart.csv', row: 2},
      type: 'Art',
      number: '45000000',
      text: 'Botilbud',
      from: '2026-01-01',
      to: '2026-12-31',
      blocked: true,
      successor: '45000001',
    })
    expect(entryOf({})).toMatchObject({from: null, to: null, blocked: false, successor: ''})
  })

  it.each([
    ['PSP', 'PSP'],
    ['psp', 'PSP'],
    [' Art ', 'Art'],
    ['ART', 'Art'],
  ])('reads the type %j', (type, read) => {
    expect(entryOf({type, number: 'XG-1-1'})?.type).toBe(read)
  })

  it('pads PSP elements as the mapping does, the successor too, and no account', () => {
    expect(entryOf({type: 'PSP', number: 'xg-5038500001-1', successor: 'XG-5038500001-2'})).toMatchObject({
      number: 'XG-5038500001-00001',
      successor: 'XG-5038500001-00002',
    })
    expect(entryOf({number: 's5000000'})?.number).toBe('S5000000')
    expect(entryOf({number: 45_000_000})?.number).toBe('45000000')
  })

  it.each([
    ['', false],
    ['Nej', false],
    ['Ja', true],
    ['x', true],
  ])('reads Spærret %j as %s', (blocked, is) => {
    expect(entryOf({blocked})?.blocked).toBe(is)
  })

  it.each<[string, RowCells, string]>([
    ['of another type', {type: 'Ordre'}, 'Type chartType'],
    ['without a type', {type: ''}, 'Type required'],
    ['without a number', {number: ''}, 'Nummer required'],
    ['neither blocked nor not', {blocked: 'måske'}, 'Spærret yesNo'],
    ['with a first day that is none', {from: 'altid'}, 'Gyldig fra date'],
    ['with a failed formula for blocked', {blocked: failed}, 'Spærret formulaError'],
    ['with a failed formula for a last day', {to: failed}, 'Gyldig til formulaError'],
  ])('lists an entry %s, and leaves its account closed', (_, fields, problem) => {
    const {chart, rowErrors} = read(fields, {})
    expect(chart.entries.map(({source}) => source.row)).toEqual([3])
    expect(
      rowErrors.map(({source, table, problems}) => [
        source.row,
        table,
        ...problems.map(({column, expected}) => `${column} ${expected}`),
      ]),
    ).toEqual([[2, 'chart', problem]])
  })
})
