/**
 * The part of a batch that a change may concern: the bills of some suppliers, and of all whose sides of a pair meet
 * theirs (`matching.md`, «the same supplier»), and of the register what is asked of them. No other bill can be judged
 * otherwise by it, so that trying the change on this part alone gives the exact gain.
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
  const side = closure([...inputs.invoices, ...earlier.documents], suppliersOf, suppliers)
  const isConcerned = ({supplierCvr}: {readonly supplierCvr: string}): boolean =>
    isSameSupplier(suppliersOf(supplierCvr), side)
  const invoices = inputs.invoices.filter(isConcerned)
  const numbers = new Set(invoices.map(({documentNumber}) => documentNumber))
  return {
    inputs: {...inputs, invoices, register: registerFor(inputs.register, side, citizensNamed(invoices), ofServices)},
    earlier: {
      ...earlier,
      documents: earlier.documents.filter(
        (document) => isConcerned(document) || (document.documentNumber !== '' && numbers.has(document.documentNumber)),
      ),
    },
  }
}

function closure(
  bills: readonly {readonly supplierCvr: string}[],
  suppliersOf: (billCvr: string) => SupplierGroup,
  suppliers: ReadonlySet<string>,
): SupplierGroup {
  const side = new Set([...suppliers].flatMap((cvr) => [...suppliersOf(cvr)]))
  const sides = [...new Set(bills.map(({supplierCvr}) => supplierCvr))].map(suppliersOf)
  for (let size = 0; size < side.size; ) {
    size = side.size
    for (const each of sides) if (isSameSupplier(each, side)) for (const cvr of each) side.add(cvr)
  }
  return side
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
  side: SupplierGroup,
  citizens: ReadonlySet<Cpr>,
  ofServices: (register: GrantRegister) => ReadonlySet<Grant>,
): GrantRegister {
  const kept = ofServices(register)
  const isAsked = (grant: Grant): boolean =>
    side.has(grant.supplierCvr) || citizens.has(grant.citizen) || kept.has(grant)
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
