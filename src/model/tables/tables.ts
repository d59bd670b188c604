/** Every table that is read (`formats.md`), by its kind. The order is the one in which a run lists its files. */
import {bookedFields} from './booked.ts'
import {chartFields} from './chart.ts'
import {grantFields} from './grants.ts'
import {invoiceFields} from './invoices.ts'
import {mappingFields} from './mapping.ts'

export const tables = {
  invoices: invoiceFields,
  grants: grantFields,
  mapping: mappingFields,
  chart: chartFields,
  booked: bookedFields,
}

export type TableKind = keyof typeof tables
