/**
 * Which column of a header row holds which field (`formats.md`, Reading tables): takes the headers, returns the columns by
 * field, and the fields that are missing or could be several columns.
 */
import {InputError} from '../model/input-error.ts'
import type {TableKind} from '../model/tables/tables.ts'
import {type FieldSpec, fieldsOf, foldHeader} from './fields.ts'
import type {Column, Columns} from './table.ts'

/** Further header names by field, from `columns` of `bills.yaml`. */
export type SiteHeaders = Readonly<Record<string, readonly string[] | undefined>>

export type Assigned = {
  readonly columns: Columns
  readonly missing: readonly FieldSpec[]
  readonly unclear: readonly {readonly spec: FieldSpec; readonly headers: readonly string[]}[]
}

/**
 * A name from `bills.yaml` comes first, then the field's own header, then an alias that no other column shares.
 * One column serves one field.
 */
export function assignColumns(kind: TableKind, headers: readonly string[], site: SiteHeaders): Assigned {
  const unassigned = new Map<string, Column[]>()
  for (const [index, header] of headers.entries()) {
    const folded = foldHeader(header)
    if (folded) unassigned.set(folded, [...(unassigned.get(folded) ?? []), {index, header}])
  }
  const columns = new Map<string, Column>()
  const unclear: {spec: FieldSpec; headers: string[]}[] = []
  const assign = (spec: FieldSpec, names: readonly string[], isRanked: boolean): void => {
    if (columns.has(spec.field)) return
    const fitting = [...new Set(names.map(foldHeader))].flatMap((name) => (unassigned.has(name) ? [name] : []))
    const [first] = fitting
    if (first === undefined) return
    const found = (isRanked ? [first] : fitting).flatMap((name) => unassigned.get(name) ?? [])
    const [column, ...others] = found
    if (column && others.length === 0) columns.set(spec.field, column)
    else unclear.push({spec, headers: found.map(({header}) => header)})
    for (const name of isRanked ? [first] : fitting) unassigned.delete(name)
  }
  const specs = fieldsOf(kind)
  for (const spec of specs) assign(spec, site[spec.field] ?? [], true)
  for (const spec of specs) assign(spec, [spec.header], true)
  for (const spec of specs) assign(spec, spec.aliases, false)
  return {
    columns,
    unclear,
    missing: specs.filter(
      ({field, required}) => required && !columns.has(field) && !unclear.some(({spec}) => spec.field === field),
    ),
  }
}

/** Throws an InputError that names the columns that are missing or unclear, the file, and the headers found. */
export function requireColumns(
  file: string,
  headers: readonly string[],
  {columns, missing, unclear}: Assigned,
): Columns {
  const [first] = unclear
  if (first) {
    const fields = unclear.map(({spec, headers: several}) => ({
      ...spec,
      names: several.map((header) => `«${header}»`).join(', '),
    }))
    throw new InputError(
      {file, column: first.spec.header},
      {
        da: fields
          .map(
            ({header, field, names}) =>
              `Flere kolonner kan være ${header}: ${names}. Skriv i bills.yaml under columns, hvilken (${field}).`,
          )
          .join(' '),
        en: fields
          .map(
            ({header, field, names}) =>
              `Several columns may be ${header}: ${names}. Say in bills.yaml under columns which one (${field}).`,
          )
          .join(' '),
      },
    )
  }
  if (missing.length === 0) return columns
  const wanted = missing.map(({header}) => `«${header}»`).join(', ')
  const found =
    headers
      .filter(Boolean)
      .slice(0, 40)
      .map((header) => `«${header.slice(0, 40)}»`)
      .join(', ') || '–'
  throw new InputError(
    {file},
    {
      da: `Der mangler ${missing.length > 1 ? 'kolonner' : 'en kolonne'}: ${wanted}. Fundet: ${found}. Tag med i udtrækket, hvad der mangler, eller skriv i bills.yaml under columns, hvad det hedder her.`,
      en: `${missing.length > 1 ? 'Columns are' : 'A column is'} missing: ${wanted}. Found: ${found}. Include in the export what is missing, or say in bills.yaml under columns what it is called here.`,
    },
    {isOtherContent: true},
  )
}
