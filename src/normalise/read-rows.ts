/**
 * Reads the rows of a table by its declaration (`formats.md`, Reading tables). A row is typed by the fields that are
 * declared; all that is wrong with it is gathered, not the first problem alone.
 */
import type {Config} from '../config/schema.ts'
import {lazy} from '../model/memoize.ts'
import type {Problem} from '../model/problem.ts'
import type {Source} from '../model/source.ts'
import type {Declared} from '../model/tables/field.ts'
import {type Cell, cellText, isEmpty, type Row} from '../read/cell.ts'
import type {Table} from '../read/table.ts'
import {maskCprIn} from '../text/mask.ts'
import {type CellParser, type CellReading, cellParsers} from './cell-parsers.ts'
import {type Style, styleOf} from './numbers.ts'
import {type Fault, type FieldName, listedFaults, type RowRules, type RowValues} from './row-rules.ts'

export type TableRow<Fields extends Declared<Fields>> = {
  readonly source: Source
  readonly values: RowValues<Fields>
  readonly problems: readonly Problem[]
  /** The whole text of the cells that have a problem: it tells rows apart, and is never shown. */
  readonly unread: readonly string[]
  /** What the cell shows, a failed formula's error too. */
  readonly shown: (field: FieldName<Fields>) => string
}

/** In the order of the table. How a column of numbers is written is found once, from all of its cells. */
export function readRows<Fields extends Declared<Fields>>(
  table: Table,
  fields: Fields,
  rules: RowRules<Fields>,
  config: Config,
): TableRow<Fields>[] {
  const columns = columnsOf(table, fields, config)
  const names = columns.map(({name}) => name)
  const emptyRow = emptyRowOf(columns)
  return table.rows.map((row) => readRow(row, {table, columns, names, emptyRow, rules}))
}

/** A declared field, and where the table has it. */
type FieldColumn<Name extends string, Value> = {
  readonly name: Name
  /** -1 where the table does not have it. */
  readonly index: number
  readonly header: string
  readonly parser: CellParser<Value>
  readonly style: () => Style
  readonly emptyCell: CellReading<Value>
}

type ColumnOf<Fields extends Declared<Fields>> = FieldColumn<FieldName<Fields>, RowValues<Fields>[FieldName<Fields>]>

function columnsOf<Fields extends Declared<Fields>>(table: Table, fields: Fields, config: Config): ColumnOf<Fields>[] {
  const parsers = cellParsers(config)
  const columns: ColumnOf<Fields>[] = []
  for (const name in fields) {
    const {header, required} = fields[name]
    const type: Fields[FieldName<Fields>]['type'] = fields[name].type
    const parser = parsers[type]
    const found = table.columns.get(name)
    const index = found?.index ?? -1
    columns.push({
      name,
      index,
      header: found?.header ?? header,
      parser,
      style: lazy(() => styleOf(table.rows.map(({cells}) => cells[index]))),
      emptyCell: required === 'cell' ? {value: parser.empty, expected: 'required'} : {value: parser.empty},
    })
  }
  return columns
}

type Growing<Fields extends Declared<Fields>> = {-readonly [Name in keyof Fields]?: RowValues<Fields>[Name]}

/** What the cells of every row are where they are empty. */
function emptyRowOf<Fields extends Declared<Fields>>(columns: readonly ColumnOf<Fields>[]): RowValues<Fields> {
  const values: Growing<Fields> = {}
  for (const {name, parser} of columns) values[name] = parser.empty
  if (!isWhole(values, columns)) throw new RangeError('a declared field has no value')
  return values
}

const isWhole = <Fields extends Declared<Fields>>(
  values: Growing<Fields>,
  columns: readonly ColumnOf<Fields>[],
): values is Growing<Fields> & RowValues<Fields> => columns.every(({name}) => name in values)

/** What the rows of a table have in common. */
type TableReading<Fields extends Declared<Fields>> = {
  readonly table: Table
  readonly columns: readonly ColumnOf<Fields>[]
  readonly names: readonly FieldName<Fields>[]
  readonly emptyRow: RowValues<Fields>
  readonly rules: RowRules<Fields>
}

function readRow<Fields extends Declared<Fields>>(
  {row, cells}: Row,
  {table, columns, names, emptyRow, rules}: TableReading<Fields>,
): TableRow<Fields> {
  const values: {-readonly [Name in keyof Fields]: RowValues<Fields>[Name]} = {...emptyRow}
  const faults: Fault<FieldName<Fields>>[] = []
  for (const column of columns) {
    const {value, expected} = readCell(cells[column.index] ?? '', column)
    values[column.name] = value
    if (expected !== undefined) faults.push({field: column.name, expected})
  }
  const listed = listedFaults(names, faults, values, rules)
  const unreadable = [
    ...extraCells(cells, table.width),
    ...listed.map((fault) => unreadableCell(fault, cells, columns)),
  ]
  return {
    source: {file: table.file, row},
    values,
    problems: unreadable.map(({problem}) => problem),
    unread: unreadable.map(({unread}) => unread),
    shown: (field) => cellText(cells[columns.find(({name}) => name === field)?.index ?? -1]),
  }
}

function readCell<Value>(cell: Cell, {parser, style, emptyCell}: FieldColumn<string, Value>): CellReading<Value> {
  if (isEmpty(cell)) return emptyCell
  if (typeof cell === 'object' && 'error' in cell && !parser.readsFailedFormulas) {
    return {value: parser.empty, expected: 'formulaError'}
  }
  return parser.read(cell, style)
}

/** A problem of a row, and the whole text of its cell. */
type UnreadableCell = {readonly problem: Problem; readonly unread: string}

function unreadableCell<Fields extends Declared<Fields>>(
  {field, expected}: Fault<FieldName<Fields>>,
  cells: readonly Cell[],
  columns: readonly ColumnOf<Fields>[],
): UnreadableCell {
  const column = columns.find(({name}) => name === field)
  const whole = cellText(cells[column?.index ?? -1])
  const mask = column?.parser.mask ?? maskCprIn
  return {
    problem: {column: column?.header ?? field, value: mask(whole).slice(0, longestValue), expected},
    unread: `${field}:${whole}`,
  }
}

/** Of a row that has cells beyond the header: it may have slipped. */
function extraCells(cells: readonly Cell[], width: number): UnreadableCell[] {
  const extra = cells.slice(width).find((cell) => !isEmpty(cell))
  if (extra === undefined) return []
  const whole = cellText(extra)
  const value = maskCprIn(whole).slice(0, longestValue)
  return [{problem: {column: '', value, expected: 'extraCells'}, unread: `:${whole}`}]
}

/** Characters of a cell that a problem shows. */
const longestValue = 60
