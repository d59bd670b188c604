/** The register by what matching asks for: citizen, supplier, id. */
import {foldText} from '../model/accounts.ts'
import type {UnreadableBookedRow} from '../model/booked.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Grant, GrantRegister} from '../model/grant.ts'
import type {Source} from '../model/source.ts'
import type {SupplierGroup} from './supplier-group.ts'

export type GrantIndex = {
  readonly size: number
  readonly ofCitizen: (citizen: Cpr) => readonly Grant[]
  readonly inactiveOfCitizen: (citizen: Cpr) => readonly Grant[]
  readonly countOfSuppliers: (suppliers: SupplierGroup) => number
  readonly hasSupplier: (cvr: string) => boolean
  readonly byId: (grantId: string) => Grant | undefined
  /** The unreadable row that blocks a line of this citizen and these suppliers, if any. */
  readonly blockedBy: (citizen: Cpr, suppliers: SupplierGroup) => Source | undefined
  /** Folded names of every service. */
  readonly services: ReadonlySet<string>
}

export function indexGrants(register: GrantRegister, unreadableBooked: readonly UnreadableBookedRow[]): GrantIndex {
  const {grants, inactive, unreadable} = register
  const byCitizen = Map.groupBy(grants, ({citizen}) => citizen)
  const inactiveByCitizen = Map.groupBy(inactive, ({citizen}) => citizen)
  const byId = new Map(grants.map((grant) => [grant.id, grant]))
  const bySupplier = Map.groupBy(grants, ({supplierCvr}) => String(supplierCvr))

  const blockedCitizens = new Map<Cpr, Source>()
  const blockedSuppliers = new Map<string, Source>()
  for (const {citizen, supplierCvr, source} of [...unreadable, ...unreadableBooked]) {
    if (citizen) blockedCitizens.set(citizen, blockedCitizens.get(citizen) ?? source)
    else if (supplierCvr) blockedSuppliers.set(supplierCvr, blockedSuppliers.get(supplierCvr) ?? source)
  }

  return {
    size: grants.length,
    ofCitizen: (citizen) => byCitizen.get(citizen) ?? [],
    inactiveOfCitizen: (citizen) => inactiveByCitizen.get(citizen) ?? [],
    countOfSuppliers: (suppliers) => [...suppliers].reduce((sum, cvr) => sum + (bySupplier.get(cvr)?.length ?? 0), 0),
    hasSupplier: (cvr) => bySupplier.has(cvr),
    byId: (grantId) => byId.get(grantId),
    blockedBy: (citizen, suppliers) => {
      const row = blockedCitizens.get(citizen)
      if (row) return row
      if (blockedSuppliers.size > 0)
        for (const cvr of suppliers) if (blockedSuppliers.has(cvr)) return blockedSuppliers.get(cvr)
      return undefined
    },
    services: foldedServices([...grants, ...inactive]),
  }
}

/** A register has many grants and few services: each name is folded once. */
function foldedServices(grants: readonly Grant[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const {services} of grants) for (const {service} of services) names.add(service)
  return new Set([...names].map(foldText))
}
