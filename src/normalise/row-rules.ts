/**
 * What is particular to the rows of one table: the rules between its fields, and the order in which the problems of a
 * row are listed (`formats.md`, Reading tables: a row error).
 */
import type {Expectation} from '../model/problem.ts'
import type {Declared} from '../model/tables/field.ts'
import type {CellValues} from './cell-parsers.ts'

/** The values of a row, by field. Where the table has no such column they are those of an empty cell. */
export type RowValues<Fields extends Declared<Fields>> = {
  readonly [Name in keyof Fields]: CellValues[Fields[Name]['type']]
}

export type FieldName<Fields extends Declared<Fields>> = Extract<keyof Fields, string>

/** What is wrong with a cell. */
export type Fault<Name extends string = string> = {readonly field: Name; readonly expected: Expectation}

/** A rule between the fields of a row, and the cell that is at fault where it is broken. */
export type RowRule<Fields extends Declared<Fields>> = Fault<FieldName<Fields>> & {
  readonly isBroken: (values: RowValues<Fields>) => boolean
}

/** A field, or only some of the problems that its cell may have. */
export type ProblemPlace<Name extends string> = Name | {readonly field: Name; readonly expected: readonly Expectation[]}

export type RowRules<Fields extends Declared<Fields>> = {
  /** A cell has one problem: a rule says nothing of a cell that cannot be read. */
  readonly rules: readonly RowRule<Fields>[]
  /** Whose problems are listed first, in this order; those of other fields follow in the order of the declaration. */
  readonly listedFirst: readonly ProblemPlace<FieldName<Fields>>[]
  /** Fields that a row with these values does not need: their problems are not listed. */
  readonly unneeded?: (values: RowValues<Fields>) => readonly FieldName<Fields>[]
}

/** An empty cell that may not be, or a failed formula: nothing is there to be read. */
export const nothingThere: readonly Expectation[] = ['required', 'formulaError']

/** The faults that a row's cells have, with those of the rules, in the order in which they are listed. */
export function listedFaults<Fields extends Declared<Fields>>(
  names: readonly FieldName<Fields>[],
  ofCells: readonly Fault<FieldName<Fields>>[],
  values: RowValues<Fields>,
  {rules, listedFirst, unneeded}: RowRules<Fields>,
): readonly Fault<FieldName<Fields>>[] {
  const faults = [...ofCells]
  for (const rule of rules) {
    if (rule.isBroken(values) && !faults.some(({field}) => field === rule.field)) faults.push(rule)
  }
  if (faults.length === 0) return faults
  const ignored = unneeded?.(values) ?? []
  const rankOf = (fault: Fault<FieldName<Fields>>): number => {
    const place = placeIn(listedFirst, fault)
    return place < 0 ? listedFirst.length + names.indexOf(fault.field) : place
  }
  return faults.filter(({field}) => !ignored.includes(field)).toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** A place for just this problem comes before one for all problems of the field. Below zero: there is none. */
function placeIn<Name extends string>(places: readonly ProblemPlace<Name>[], {field, expected}: Fault<Name>): number {
  const ofProblem = places.findIndex(
    (place) => typeof place === 'object' && place.field === field && place.expected.includes(expected),
  )
  return ofProblem < 0 ? places.indexOf(field) : ofProblem
}
