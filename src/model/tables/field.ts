/**
 * How a table that is read is declared (`formats.md`): each field once, with its header, the other headers it may
 * have, whether it must be there, and the type of its cells. From the declarations `config` takes the fields under
 * `columns:`, `read` the headers, and `normalise` how a cell is read and the type of a row.
 */

/** What the cells of a column hold. How each type is read, and as what, is in `src/normalise/cell-parsers.ts`. */
export type CellType =
  | 'text'
  /** A number or a name: on one line, without doubled spaces. */
  | 'oneLine'
  | 'amount'
  | 'number'
  | 'date'
  | 'cpr'
  | 'cvr'
  /** As an invoice states them: what is no CPR or CVR number is no row error, but has a reason of its own. */
  | 'statedCpr'
  | 'statedCvr'
  | 'gln'
  | 'currency'
  | 'documentType'
  | 'unit'
  | 'status'
  | 'yesNo'
  | 'paragraph'
  /** Of the support sheet: empty or `*` is any. */
  | 'mappingKey'
  | 'account'
  | 'pspElement'
  | 'chartType'

export type Field<Type extends CellType = CellType> = {
  /** The field's own header. */
  readonly header: string
  /** The name of the field is one too. */
  readonly aliases: readonly string[]
  /** `column`: the table must have the column, and its cells may be empty. `cell`: no cell may be empty either. */
  readonly required: 'column' | 'cell' | null
  readonly type: Type
}

/** The fields of one table, by name. Their order is the one in which headers are assigned. */
export type TableFields = Readonly<Record<string, Field>>

/** As a constraint, `Fields extends Declared<Fields>`: fields of one table whose names and types are known. */
export type Declared<Fields> = {readonly [Name in keyof Fields]: Field}

type Declare = <Type extends CellType>(type: Type, header: string, aliases?: readonly string[]) => Field<Type>

export const optional: Declare = (type, header, aliases = []) => ({header, aliases, required: null, type})

export const requiredColumn: Declare = (type, header, aliases = []) => ({header, aliases, required: 'column', type})

export const required: Declare = (type, header, aliases = []) => ({header, aliases, required: 'cell', type})

export const cvrAliases = ['CVR', 'CVR-nr', 'Leverandørens CVR', 'Leverandør CVR', 'Kreditors CVR']
export const cprAliases = ['CPR', 'CPR-nr', 'Borgers CPR', 'Borgerens CPR', 'Borger CPR']
