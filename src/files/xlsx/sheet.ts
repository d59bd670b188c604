/** A sheet of a workbook as plain data: what `workbook.ts` writes. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Ore} from '../../model/money.ts'

/** How a column's cells are shown; amounts are øre, days ISO text, per cent and points have one decimal. */
export type ColumnKind = 'text' | 'wrapped' | 'amount' | 'day' | 'count' | 'percent'

export type CellValue = string | number | Ore | IsoDate | null

export type SheetColumn = {
  readonly header: string
  readonly kind: ColumnKind
  /** In characters of the standard font. */
  readonly width: number
  readonly hidden?: boolean
  /** To be filled in by people. */
  readonly answer?: boolean
}

/** Cells of one column, both rows included, that take one of the values in a range such as `Lister!$A$1:$A$3`. */
export type DropDown = {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  readonly range: string
  readonly refusal: string
  /** Another value is let through, after a word of warning: the refusal is that word. */
  readonly isAdvice?: boolean
}

export type Tint = 'rose' | 'sand' | 'sky' | 'mint'

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** Columns that stay in view to the left. */
  readonly frozenColumns: number
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly CellValue[])[]
  readonly dropDowns: readonly DropDown[]
  /** The colours of the rows' first cells; none where there is none. */
  readonly tints: readonly (Tint | undefined)[]
}

export type ColumnOf<Row> = SheetColumn & {readonly value: (row: Row) => CellValue}

/** A sheet with one row for each record. */
export function sheetOf<Row>(
  name: string,
  columns: readonly ColumnOf<Row>[],
  records: readonly Row[],
  more: Partial<Pick<Sheet, 'hidden' | 'frozenColumns' | 'dropDowns' | 'tints'>> = {},
): Sheet {
  return {
    name,
    hidden: false,
    frozenColumns: 1,
    dropDowns: [],
    tints: [],
    columns,
    rows: records.map((record) => columns.map(({value}) => value(record))),
    ...more,
  }
}
