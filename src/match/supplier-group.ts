/** Whose grants an invoice's CVR number may be for, and what «the same supplier» is (`matching.md`, before section 1). */
import type {Config} from '../config/schema.ts'

/** The supplier side of a pair: the invoice's own CVR number, and those that list it in `billsAs`. */
export type SupplierGroup = ReadonlySet<string>

export function supplierGroups(config: Config): (invoiceCvr: string) => SupplierGroup {
  const listing = Map.groupBy(
    Object.entries(config.suppliers).flatMap(([cvr, {billsAs}]) => billsAs.map((invoiceCvr) => ({invoiceCvr, cvr}))),
    ({invoiceCvr}) => invoiceCvr,
  )
  const known = new Map<string, SupplierGroup>()
  return (invoiceCvr) => {
    const found = known.get(invoiceCvr)
    if (found) return found
    const suppliers: SupplierGroup = new Set([invoiceCvr, ...(listing.get(invoiceCvr) ?? []).map(({cvr}) => cvr)])
    known.set(invoiceCvr, suppliers)
    return suppliers
  }
}

/** Two invoices are of the same supplier where the sides of their pairs meet. */
export function isSameSupplier(a: SupplierGroup, b: SupplierGroup): boolean {
  for (const cvr of a) if (b.has(cvr)) return true
  return false
}

/** The reverse of a group: the CVR numbers that may be on the invoices for a supplier's grants, its own and those it lists. */
export const invoicingSuppliers = (supplierCvr: string, {suppliers}: Pick<Config, 'suppliers'>): SupplierGroup =>
  new Set([supplierCvr, ...(suppliers[supplierCvr]?.billsAs ?? [])])
