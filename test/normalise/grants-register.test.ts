/** `matching.md` 1: the register of grants; rows that cannot be read, do not count, or are repeated. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import type {Grant} from '../../src/model/grant.ts'
import {toGrantRegister} from '../../src/normalise/grants.ts'
import {readTable} from '../../src/read/read-table.ts'
import {fileOf, type RowCells, unborn} from '../builders/input-files.ts'
import {config, registerOf as read, grantRow as row, tablesOf} from '../builders/table-rows.ts'

const one = (...rows: readonly RowCells[]): Grant => {
  const {grants, unreadable} = read(rows).register
  if (!grants[0] || grants.length > 1 || unreadable.length > 0) throw new Error(JSON.stringify({grants, unreadable}))
  return grants[0]
}
/** `2026-01-01/2026-03-31 100000 1` */
const ratesOf = ({rates}: Grant) =>
  rates.map(({from, to, rate, quantity}) => `${from}/${to} ${rate} ${quantity.digits / 10 ** quantity.decimals}`)

const [q1, q2] = [
  {from: '01-01-2026', to: '31-03-2026'},
  {from: '01-04-2026', to: '30-06-2026'},
]

describe('a row that cannot be read', () => {
  it('holds back what can be read of it; the other rows of its grant are read', () => {
    const {register, rowErrors} = read([row(q1), row({...q2, rate: 'x', citizenCpr: ''})])
    expect(register.grants.map(ratesOf)).toEqual([['2026-01-01/2026-03-31 100000 1']])
    expect(register.unreadable).toMatchObject([
      {source: {row: 3}, grantId: 'G1', citizen: null, supplierCvr: '12345674'},
    ])
    expect(rowErrors).toMatchObject([
      {
        source: {file: '1.csv', row: 3},
        table: 'grants',
        problems: [{column: 'CPR-nummer'}, {column: 'Takst', value: 'x'}],
      },
    ])
  })
})

describe('a status that does not count', () => {
  const draft = {status: 'Kladde'}

  it('leaves the row out of its grant, though it contradicts the others', () => {
    expect(ratesOf(one(row(q1), row({...q1, ...draft, rate: '9', citizenCpr: '910180-1234'})))).toEqual([
      '2026-01-01/2026-03-31 100000 1',
    ])
  })

  it('makes no row unreadable, whatever it holds', () => {
    const {register, rowErrors} = read([row(q1), row({...draft, rate: 'x', citizenCpr: '', supplierCvr: ''})])
    expect([register.unreadable, rowErrors]).toEqual([[], []])
  })

  it('of all its rows makes a grant inactive, and no grant', () => {
    const {grants, inactive} = read([row({...q1, ...draft}), row({...q2, ...draft}), row({grantId: 'G2'})]).register
    expect(grants.map(({id}) => id)).toEqual(['G2'])
    expect(inactive.map(({id, rates}) => [id, rates.length])).toEqual([['G1', 1]])
  })

  it('of some of its rows leaves no inactive grant beside the one that counts', () => {
    expect(read([row(q1), row({...q2, ...draft})]).register.inactive).toEqual([])
  })

  it('of rows that contradict each other gives no inactive grant', () => {
    expect(read([row(draft), row({...draft, unit: 'Uge'})]).register.inactive).toEqual([])
  })

  it('gives its paid day to nobody', () => {
    expect(one(row(q1), row({...q2, ...draft, paidTo: '30-06-2026'})).paidTo).toBeNull()
  })

  it('is what bills.yaml says', () => {
    const own = configSchema.parse({values: {status: {Kladde: 'counts', Aktiv: 'ignored'}}})
    const given = tablesOf('grants', [[row({...draft}), row({grantId: 'G2', status: 'Aktiv'})]])
    expect(toGrantRegister(given, own).register.grants.map(({id}) => id)).toEqual(['G1'])
  })
})

describe('a repeated row', () => {
  it('is read once, in one file and over several', () => {
    for (const files of [[[row(), row()]], [[row()], [row()]], [[row(), row()], [row()]]]) {
      const {register, rowErrors} = read(...files)
      expect(register.grants.map(({sources}) => sources)).toEqual([[{file: '1.csv', row: 2}]])
      expect(rowErrors).toEqual([])
    }
  })

  it('is listed once where it cannot be read', () => {
    expect(read([row({rate: 'x'}), row({rate: 'x'})], [row({rate: 'x'})]).rowErrors).toHaveLength(1)
  })
})

describe('the register', () => {
  it('is sorted by id, and its unreadable rows by place', () => {
    const {register} = read([
      row({grantId: 'G2'}),
      row({grantId: 'G10'}),
      row({rate: 'x'}),
      row({grantId: 'G3', rate: 'y'}),
      row({grantId: 'G1'}),
    ])
    expect(register.grants.map(({id}) => id)).toEqual(['G1', 'G10', 'G2'])
    expect(register.unreadable.map(({source}) => source.row)).toEqual([4, 5])
  })

  it('is read from a workbook that LibreOffice saved', async () => {
    const file = 'saved-by-libreoffice.xlsx'
    const bytes = readFileSync(join(import.meta.dirname, '../read/fixtures', file))
    const {register, rowErrors} = toGrantRegister([await readTable('grants', fileOf(file, bytes), {})], config)
    expect(rowErrors).toEqual([])
    expect(
      register.grants.map((grant) => [
        grant.id,
        grant.citizen,
        grant.supplierCvr,
        grant.paragraph,
        grant.unit,
        grant.paidTo,
      ]),
    ).toEqual([
      ['G1', '6101901234', '12345674', '107', 'Måned', '2026-02-28'],
      ['G2', '7105851234', '60402043', '108', 'Døgn', null],
      ['G3', '9101801234', '12345674', '104', 'Dag', null],
      ['G4', unborn, '60402043', '107', 'Døgn', null],
    ])
    expect(register.grants.flatMap(ratesOf)).toEqual([
      '2026-01-01/2026-12-31 4525050 1',
      '2026-02-01/9999-12-31 9050100 1',
      '2026-02-01/2026-02-28 123450 0.5',
      '2026-01-01/2026-06-30 98000 1',
    ])
    expect(register.grants.every(({fixed, targetGroup}) => fixed && targetGroup === 'Voksne')).toBe(true)
    expect(register.grants[0]?.sources).toEqual([{file, row: 5}])
  })
})
