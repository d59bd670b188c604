/**
 * SQLite as the ledger's files use it: rows in by record, rows out by typed queries, transactions. Takes plain records
 * and SQL; what SQLite throws is left to `sqlite-errors.ts`.
 */
import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {isSqliteError, ledgerFault} from './sqlite-errors.ts'

export type SqlValue = string | number | null

/** A row to be added: the names of its fields are the columns. */
export type NewRow = Readonly<Record<string, SqlValue>>

/**
 * Adds rows to a table, one a call, and returns the rowid of each. The columns are the fields of the first row; the
 * statement is prepared then, once. Throws a RangeError for a row with other fields than the first.
 */
export function inserter<Row extends NewRow>(
  database: DatabaseSync,
  table: string,
  conflict: '' | 'OR IGNORE' = '',
): (row: Row) => number {
  let add: ((row: Row) => number) | undefined
  return (row) => {
    add ??= inserterLike(row, database, table, conflict)
    return add(row)
  }
}

function inserterLike(
  first: NewRow,
  database: DatabaseSync,
  table: string,
  conflict: '' | 'OR IGNORE',
): (row: NewRow) => number {
  const columns = Object.keys(first)
  const places = columns.map(() => '?')
  const statement = database.prepare(
    `INSERT ${conflict} INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
  )
  return (row) => {
    const values = columns.map((column) => {
      const value = row[column]
      if (value === undefined) throw new RangeError(`a row for ${table} has no ${column}`)
      return value
    })
    if (Object.keys(row).length !== columns.length) throw new RangeError(`a row for ${table} has further fields`)
    return Number(statement.run(...values).lastInsertRowid)
  }
}

declare const rowShape: unique symbol

/** SQL with the shape of its rows, declared beside it: nowhere else is the type of a row asserted. */
export type Query<Row> = {readonly sql: string; readonly [rowShape]?: Row}

export const query = <Row>(sql: string): Query<Row> => ({sql})

/** The rows of a query, one at a time. */
export function rowsOf<Row>(database: DatabaseSync, {sql}: Query<Row>, ...parameters: SQLInputValue[]): Iterable<Row> {
  return database.prepare(sql).iterate(...parameters) as Iterable<Row>
}

export const allRows = <Row>(database: DatabaseSync, asked: Query<Row>, ...parameters: SQLInputValue[]): Row[] => [
  ...rowsOf(database, asked, ...parameters),
]

/** Undefined where there is none. */
export function firstRow<Row>(
  database: DatabaseSync,
  {sql}: Query<Row>,
  ...parameters: SQLInputValue[]
): Row | undefined {
  return database.prepare(sql).get(...parameters) as Row | undefined
}

/** As `firstRow`, for a query that is asked many times: prepared once. */
export function finder<Row>(
  database: DatabaseSync,
  {sql}: Query<Row>,
): (...parameters: SQLInputValue[]) => Row | undefined {
  const statement = database.prepare(sql)
  return (...parameters) => statement.get(...parameters) as Row | undefined
}

/** All of it or nothing. What the work throws is thrown on; an SQLite error becomes a RunFault. */
export function inTransaction<Result>(database: DatabaseSync, file: string, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE')
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw isSqliteError(error) ? ledgerFault(file, error) : error
  }
}
