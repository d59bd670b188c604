/** Which suppliers' grants a bill's CVR number reaches, and what «the same supplier» is (`matching.md`, terms and before section 1). */
import type {Config} from '../config/schema.ts'

/** The supplier side of a pair: the bill's own CVR number, and those that list it in `billsAs`. */
export type SupplierGroup = ReadonlySet<string>

export function supplierGroups(config: Config): (billCvr: string) => SupplierGroup {
  const listing = Map.groupBy(
    Object.entries(config.suppliers).flatMap(([cvr, {billsAs}]) => billsAs.map((billCvr) => ({billCvr, cvr}))),
    ({billCvr}) => billCvr,
  )
  const known = new Map<string, SupplierGroup>()
  return (billCvr) => {
    const found = known.get(billCvr)
    if (found) return found
    const suppliers = new Set([billCvr, ...(listing.get(billCvr) ?? []).map(({cvr}) => cvr)])
    known.set(billCvr, suppliers)
    return suppliers
  }
}

/** Two bills are of the same supplier where the sides of their pairs meet. */
export function isSameSupplier(a: SupplierGroup, b: SupplierGroup): boolean {
  for (const cvr of a) if (b.has(cvr)) return true
  return false
}

/** The reverse of a group: the CVR numbers that may be on the invoices for a supplier's grants, its own and those it lists. */
export const invoicingSuppliers = (supplierCvr: string, {suppliers}: Pick<Config, 'suppliers'>): SupplierGroup =>
  new Set([supplierCvr, ...(suppliers[supplierCvr]?.billsAs ?? [])])
