/**
 * The columns that are looked for in a table (`formats.md`, Reading tables), from its declaration, and how headers are
 * compared.
 */
import type {TableFields} from '../model/tables/field.ts'
import {type TableKind, tables} from '../model/tables/tables.ts'

export type FieldSpec = {
  readonly field: string
  readonly header: string
  /** The field's name is the last of them. */
  readonly aliases: readonly string[]
  /** The table must have this column. */
  readonly required: boolean
}

/** In the order of the declaration. */
export function fieldsOf(kind: TableKind): FieldSpec[] {
  const fields: TableFields = tables[kind]
  return Object.entries(fields).map(([field, {header, aliases, required}]) => ({
    field,
    header,
    aliases: [...aliases, field],
    required: required !== null,
  }))
}

/** Headers are compared without case, spaces, hyphens, dots and slashes. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s./\u2010-\u2014-]/g, '')
