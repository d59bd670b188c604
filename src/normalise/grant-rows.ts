/**
 * Rows of a table of grants (`formats.md`, Grants; `matching.md` 1): takes the table, returns each row with its values,
 * and with its problems where it cannot be read.
 */
import type {Config} from '../config/schema.ts'
import {type IsoDate, openEnd} from '../model/calendar.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Unit} from '../model/grant.ts'
import {lazy} from '../model/memoize.ts'
import {type Decimal, type Ore, oneDecimal} from '../model/money.ts'
import type {Problem} from '../model/problem.ts'
import type {Cvr} from '../model/supplier.ts'
import {grantFields} from '../model/tables/grants.ts'
import type {Table} from '../read/table.ts'
import {readRows, type TableRow} from './read-rows.ts'
import type {ComparableRow} from './repeated-rows.ts'
import type {RowRules} from './row-rules.ts'
import {unidentifiedRow} from './unidentified-row.ts'

export type GrantRow = ComparableRow & {
  readonly grantId: string
  readonly counts: boolean
  readonly citizen: Cpr | null
  readonly supplierCvr: Cvr | null
  readonly supplierName: string
  readonly paragraph: string
  readonly service: string
  /** Øre; null only in a row that is not fixed. */
  readonly rate: Ore | null
  readonly unit: Unit
  readonly quantity: Decimal
  readonly from: IsoDate
  readonly to: IsoDate
  readonly targetGroup: string
  readonly ownership: string
  readonly fixed: boolean
  readonly paidTo: IsoDate | null
  readonly caseworker: string
  readonly problems: readonly Problem[]
}

/** What happens to a row that counts and has neither a citizen nor a supplier that can be read: stop, or keep it as unreadable. */
export type UnidentifiedRows = 'stop' | 'keep'

/** Throws an InputError for the first unidentified row, unless such rows are kept. */
export function grantRows(table: Table, config: Config, unidentified: UnidentifiedRows = 'stop'): GrantRow[] {
  const rows = readRows(table, grantFields, grantRules, config).map((row) => grantRow(row, table))
  const first = unidentified === 'stop' ? rows.find(isUnidentified) : undefined
  if (first) throw unidentifiedRow(first.source)
  return rows
}

const isUnidentified = ({counts, citizen, supplierCvr, problems}: GrantRow): boolean =>
  counts && problems.length > 0 && !citizen && !supplierCvr

/** Where the column `Fast` says nothing, or nothing that can be read, the grant is fixed. */
const isFixed = ({fixed}: {readonly fixed: boolean | null}): boolean => fixed ?? true

const grantRules: RowRules<typeof grantFields> = {
  rules: [
    {field: 'rate', expected: 'amountAboveZero', isBroken: (row) => isFixed(row) && row.rate !== null && row.rate <= 0},
    {field: 'rate', expected: 'required', isBroken: (row) => isFixed(row) && row.rate === null},
    {field: 'quantity', expected: 'numberNotNegative', isBroken: ({quantity}) => (quantity?.digits ?? 0) < 0},
    {field: 'to', expected: 'periodOrder', isBroken: ({from, to}) => from !== null && to !== null && from > to},
  ],
  listedFirst: [
    'status',
    'grantId',
    'citizenCpr',
    'supplierCvr',
    'fixed',
    'rate',
    'unit',
    'quantity',
    'paragraph',
    'from',
    'to',
  ],
}

function grantRow({source, values, problems, unread}: TableRow<typeof grantFields>, {file, sha256}: Table): GrantRow {
  const {grantId, rate, unit, quantity} = values
  const row = {
    grantId,
    counts: values.status,
    citizen: values.citizenCpr,
    supplierCvr: values.supplierCvr,
    supplierName: values.supplierName,
    paragraph: values.paragraph ?? '',
    service: values.service,
    rate: rate !== null && rate > 0 ? rate : null,
    unit: unit ?? ('Måned' as const),
    quantity: quantity ?? oneDecimal,
    from: values.from ?? openEnd,
    to: values.to ?? openEnd,
    targetGroup: values.targetGroup,
    ownership: values.ownership,
    // Without hours a week the cost of a week is unknown (`matching.md` 1).
    fixed: isFixed(values) && !(unit === 'Time' && quantity === null),
    paidTo: values.paidTo,
    caseworker: values.caseworker,
  }
  return {
    ...row,
    problems,
    source,
    fileId: `${file}:${sha256}`,
    number: grantId,
    content: lazy(() => JSON.stringify([row, unread])),
  }
}
