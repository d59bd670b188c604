/** `formats.md`, Reading tables, and the end of `matching.md` 4: cells to values, and what is reported of those that cannot be read. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {type Declared, optional, required, requiredColumn} from '../../src/model/tables/field.ts'
import {grantFields} from '../../src/model/tables/grants.ts'
import {invoiceFields} from '../../src/model/tables/invoices.ts'
import {readRows, type TableRow} from '../../src/normalise/read-rows.ts'
import {nothingThere, type RowRules} from '../../src/normalise/row-rules.ts'
import type {Cell} from '../../src/read/cell.ts'
import type {Table} from '../../src/read/table.ts'
import {type RowCells, tableOf, unborn} from '../builders/input-files.ts'

const config = configSchema.parse({})
const failed = {error: '#N/A'}
const needed = {invoiceNumber: 'F1', issueDate: '31-03-2026', amount: '1000'}

const rowsOf = (rows: readonly RowCells[], file?: string) =>
  readRows(
    tableOf(
      'invoices',
      rows.map((row) => ({...needed, ...row})),
      file,
    ),
    invoiceFields,
    {rules: [], listedFirst: []},
    config,
  )
const only = <Row>([row]: readonly Row[]): Row => {
  if (!row) throw new Error('no row')
  return row
}
const rowOf = (cells: RowCells) => only(rowsOf([cells]))

describe('a row', () => {
  it('has the value of an empty cell where a cell is empty or the column is not there, and no problem with it', () => {
    const {values, problems} = rowOf({text: 'x', vat: ''})
    expect(values).toEqual({
      documentNumber: '',
      invoiceNumber: 'F1',
      documentType: null,
      lineNumber: '',
      issueDate: '2026-03-31',
      dueDate: null,
      supplierCvr: '',
      supplierName: '',
      citizenCpr: {kind: 'empty'},
      amount: 100_000,
      gln: '',
      vat: null,
      total: null,
      currency: 'DKK',
      periodFrom: null,
      periodTo: null,
      quantity: null,
      unitPrice: null,
      text: 'x',
    })
    expect(problems).toEqual([])
  })

  it('has numbers and days that are typed as text, and text that is stored as a number or a day', () => {
    const {values} = rowOf({
      amount: '1.234,50',
      dueDate: '31-03-2026',
      documentNumber: 190_000_123,
      text: {date: '2026-03-31' as never},
    })
    expect(values).toMatchObject({
      amount: 123450,
      dueDate: '2026-03-31',
      documentNumber: '190000123',
      text: '2026-03-31',
    })
  })

  it('has the zero of a CPR number in a number cell again', () => {
    expect(rowOf({citizenCpr: 101_575_678}).values.citizenCpr).toEqual({kind: 'number', cpr: unborn})
    expect(rowOf({citizenCpr: 6_101_901_234}).values.citizenCpr).toEqual({kind: 'number', cpr: '6101901234'})
  })

  it('knows its file and row', () => {
    expect(rowsOf([{text: 'a'}, {text: 'b'}], 'uge14.csv').map(({source}) => source)).toEqual([
      {file: 'uge14.csv', row: 2},
      {file: 'uge14.csv', row: 3},
    ])
  })

  it('gathers all that is wrong, with column, value and what was expected', () => {
    expect(rowOf({invoiceNumber: '', amount: 'x', dueDate: '31-02-2026', quantity: 'to'}).problems).toEqual([
      {column: 'Fakturanummer', value: '', expected: 'required'},
      {column: 'Forfaldsdato', value: '31-02-2026', expected: 'dateInCalendar'},
      {column: 'Beløb', value: 'x', expected: 'amount'},
      {column: 'Antal', value: 'to', expected: 'number'},
    ])
  })

  it('names the column as the file has it, and the field’s own header where it has none', () => {
    const table = tableOf('invoices', [{amount: 'x'}])
    const columns = new Map([['amount', {index: 0, header: 'Beløb i DKK'}]])
    const {problems} = only(readRows({...table, columns}, invoiceFields, {rules: [], listedFirst: []}, config))
    expect(problems.map(({column}) => column)).toEqual(['Fakturanummer', 'Fakturadato', 'Beløb i DKK'])
  })

  it('shows no whole CPR number of a cell that cannot be read, and no more than 60 characters', () => {
    const {problems} = rowOf({amount: '610190-1234', dueDate: 'født 6101901234', quantity: 'x'.repeat(90)})
    expect(problems.map(({value}) => value)).toEqual(['født 610190-****', '610190-****', 'x'.repeat(60)])
    const grants = tableOf('grants', [{citizenCpr: '610190123456'}])
    const ofGrant = only(readRows(grants, grantFields, {rules: [], listedFirst: ['citizenCpr']}, config))
    expect(ofGrant.problems[0]).toEqual({column: 'CPR-nummer', value: '610190-****', expected: 'cpr'})
  })

  it('keeps the whole text of the cells that cannot be read, to tell rows apart', () => {
    expect(rowOf({dueDate: 'født 6101901234', amount: ''}).unread).toEqual(['dueDate:født 6101901234', 'amount:'])
  })

  it('has numbers in the style of their column, from all of its rows', () => {
    const [first] = rowsOf([
      {amount: '1.234', unitPrice: '1,234'},
      {amount: '0,50', unitPrice: '0.50'},
    ])
    expect(first?.values).toMatchObject({amount: 123400, unitPrice: 123400})
  })

  it('cannot be read where an amount is unclear in a column that shows both styles; the clear ones can', () => {
    const rows = rowsOf([{amount: '1.234'}, {amount: '0,50'}, {amount: '0.50'}])
    expect(rows.map(({values}) => values.amount)).toEqual([null, 50, 50])
    expect(rows.map(({problems}) => problems.map(({expected}) => expected))).toEqual([['amountBothWays'], [], []])
  })

  it('has a problem with cells beyond the header, for it may have slipped', () => {
    const table = tableOf('invoices', [{...needed, text: 'a'}])
    const slipped: Table = {
      ...table,
      rows: [
        {row: 2, cells: ['F1', '31-03-2026', '1', 'a', '', '610190-1234']},
        {row: 3, cells: ['F1', '31-03-2026', '1', 'a', '', '']},
      ],
    }
    const rows = readRows(slipped, invoiceFields, {rules: [], listedFirst: []}, config)
    expect(rows.map(({problems}) => problems)).toEqual([
      [{column: '', value: '610190-****', expected: 'extraCells'}],
      [],
    ])
  })
})

describe('a failed formula', () => {
  it('is a problem in every field that is read, and the cell is as if it were empty', () => {
    const {values, problems} = rowOf({
      documentNumber: failed,
      text: failed,
      amount: failed,
      dueDate: failed,
      quantity: failed,
      invoiceNumber: failed,
      documentType: failed,
    })
    expect(values).toMatchObject({
      documentNumber: '',
      text: '',
      amount: null,
      dueDate: null,
      quantity: null,
      invoiceNumber: '',
      documentType: null,
    })
    expect(problems.map(({column, value, expected}) => `${column} ${value} ${expected}`)).toEqual([
      'Bilagsnummer #N/A formulaError',
      'Fakturanummer #N/A formulaError',
      'Type #N/A formulaError',
      'Forfaldsdato #N/A formulaError',
      'Beløb #N/A formulaError',
      'Antal #N/A formulaError',
      'Tekst #N/A formulaError',
    ])
  })

  it('is what it shows in a number that an invoice states, and no problem', () => {
    const {values, problems} = rowOf({supplierCvr: failed, citizenCpr: failed})
    expect(values).toMatchObject({supplierCvr: '#N/A', citizenCpr: {kind: 'invalid', text: '#N/A'}})
    expect(problems).toEqual([])
  })
})

describe('a table of any declaration', () => {
  const fields = {
    name: required('oneLine', 'Navn'),
    from: required('date', 'Fra'),
    to: optional('date', 'Til'),
    share: requiredColumn('number', 'Andel'),
  }
  const rules: RowRules<typeof fields> = {
    rules: [
      {field: 'to', expected: 'periodOrder', isBroken: ({from, to}) => from !== null && to !== null && from > to},
      {field: 'share', expected: 'required', isBroken: ({name, share}) => name === 'Alle' && share === null},
    ],
    listedFirst: [],
  }
  const read = <Fields extends Declared<Fields>>(
    declared: Fields,
    cells: readonly Cell[],
    itsRules: RowRules<Fields>,
  ): TableRow<Fields> => {
    const columns = new Map(Object.keys(declared).map((name, index) => [name, {index, header: name}]))
    const table: Table = {...tableOf('chart', []), columns, width: cells.length, rows: [{row: 2, cells}]}
    return only(readRows(table, declared, itsRules, config))
  }
  const problemsOf = (cells: readonly Cell[], more: Partial<RowRules<typeof fields>> = {}): string[] =>
    read(fields, cells, {...rules, ...more}).problems.map(({column, expected}) => `${column} ${expected}`)

  it('is read by it, each field as its type says', () => {
    expect(read(fields, ['Bo\nsted', '01-01-2026', '', '0,5'], rules).values).toEqual({
      name: 'Bo sted',
      from: '2026-01-01',
      to: null,
      share: {digits: 5, decimals: 1},
    })
  })

  it('may have an empty cell where only the column is required', () => {
    expect(problemsOf(['', '', '', ''])).toEqual(['name required', 'from required'])
  })

  it('has rules between its fields, which say nothing of a cell that cannot be read', () => {
    expect(problemsOf(['Alle', '02-01-2026', '01-01-2026', ''])).toEqual(['to periodOrder', 'share required'])
    expect(problemsOf(['Alle', '02-01-2026', 'snart', 'halv'])).toEqual(['to date', 'share number'])
  })

  it('lists problems in the order of the declaration, but for fields that are listed first', () => {
    const cells = ['', '', 'snart', 'halv']
    const listedFirst = ['share', 'from'] as const
    expect(problemsOf(cells)).toEqual(['name required', 'from required', 'to date', 'share number'])
    expect(problemsOf(cells, {listedFirst})).toEqual(['share number', 'from required', 'name required', 'to date'])
  })

  it('may list a problem of a field elsewhere than others of it', () => {
    const listedFirst = [{field: 'from', expected: nothingThere}, 'share', 'from'] as const
    expect(problemsOf(['A', '', '', 'halv'], {listedFirst})).toEqual(['from required', 'share number'])
    expect(problemsOf(['A', 'snart', '', 'halv'], {listedFirst})).toEqual(['share number', 'from date'])
  })

  it('lists the rule that is broken in its place among them', () => {
    expect(problemsOf(['', '02-01-2026', '01-01-2026', 'halv'])).toEqual([
      'name required',
      'to periodOrder',
      'share number',
    ])
  })

  it('says nothing of fields that a row does not need', () => {
    const unneeded: RowRules<typeof fields>['unneeded'] = ({name}) => (name === '' ? ['to', 'share'] : [])
    expect(problemsOf(['', '', 'snart', 'halv'], {unneeded})).toEqual(['name required', 'from required'])
    expect(problemsOf(['A', '01-01-2026', 'snart', ''], {unneeded})).toEqual(['to date'])
  })
})
