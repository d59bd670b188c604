/**
 * The part of a batch that a change may affect: the invoices of some suppliers and of all that are the same supplier as
 * one of them (`matching.md`), and what matching asks of the register for these. No other invoice can be matched
 * otherwise by the change, so that trying it on this part alone gives the exact gain.
 */
import type {MatchConfig} from '../config/schema.ts'
import {isSameSupplier, type SupplierGroup, supplierGroups} from '../match/supplier-group.ts'
import type {BatchInputs} from '../model/batch.ts'
import {type Cpr, cprNumbersIn} from '../model/citizen.ts'
import type {Earlier} from '../model/earlier.ts'
import type {Grant, GrantRegister} from '../model/grant.ts'
import type {Invoice} from '../model/invoice.ts'

export function affectedBy(
  inputs: BatchInputs,
  earlier: Earlier,
  config: MatchConfig,
  suppliers: ReadonlySet<string>,
  ofServices: (register: GrantRegister) => ReadonlySet<Grant> = oneOfEachService,
): {readonly inputs: BatchInputs; readonly earlier: Earlier} {
  const suppliersOf = supplierGroups(config)
  const all = allSuppliersWith([...inputs.invoices, ...earlier.documents], suppliersOf, suppliers)
  const isAffected = ({supplierCvr}: {readonly supplierCvr: string}): boolean =>
    isSameSupplier(suppliersOf(supplierCvr), all)
  const invoices = inputs.invoices.filter(isAffected)
  const numbers = new Set(invoices.map(({documentNumber}) => documentNumber))
  return {
    inputs: {...inputs, invoices, register: registerFor(inputs.register, all, citizensNamed(invoices), ofServices)},
    earlier: {
      ...earlier,
      documents: earlier.documents.filter(
        (document) => isAffected(document) || (document.documentNumber !== '' && numbers.has(document.documentNumber)),
      ),
    },
  }
}

/** The suppliers given, and every one that shares a CVR number with them, however far that leads. */
function allSuppliersWith(
  invoices: readonly {readonly supplierCvr: string}[],
  suppliersOf: (invoiceCvr: string) => SupplierGroup,
  suppliers: ReadonlySet<string>,
): SupplierGroup {
  const all = new Set([...suppliers].flatMap((cvr) => [...suppliersOf(cvr)]))
  const groups = [...new Set(invoices.map(({supplierCvr}) => supplierCvr))].map(suppliersOf)
  for (let size = 0; size < all.size; ) {
    size = all.size
    for (const group of groups) if (isSameSupplier(group, all)) for (const cvr of group) all.add(cvr)
  }
  return all
}

const citizensNamed = (invoices: readonly Invoice[]): ReadonlySet<Cpr> =>
  new Set(
    invoices.flatMap(({lines}) =>
      lines.flatMap(({cprField, text}) => [
        ...(cprField.kind === 'number' ? [cprField.cpr] : []),
        ...cprNumbersIn(text),
      ]),
    ),
  )

/** The grants of these suppliers and citizens, and one for each service: a month's name after a service counts. */
function registerFor(
  register: GrantRegister,
  all: SupplierGroup,
  citizens: ReadonlySet<Cpr>,
  ofServices: (register: GrantRegister) => ReadonlySet<Grant>,
): GrantRegister {
  const kept = ofServices(register)
  const isAsked = (grant: Grant): boolean =>
    all.has(grant.supplierCvr) || citizens.has(grant.citizen) || kept.has(grant)
  return {...register, grants: register.grants.filter(isAsked)}
}

/** Grants that have every service of the register among them. */
export function oneOfEachService({grants}: GrantRegister): ReadonlySet<Grant> {
  const services = new Set<string>()
  const kept = new Set<Grant>()
  for (const grant of grants) {
    for (const {service} of grant.services) {
      if (services.has(service)) continue
      services.add(service)
      kept.add(grant)
    }
  }
  return kept
}
