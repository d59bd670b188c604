/** What a person may answer on a row of the workbook, and the hidden list that its drop-down takes it from. */
import type {MatchConfig} from '../../config/schema.ts'
import {catalogue} from '../../exceptions/catalogue.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {invoicingSuppliers} from '../../match/supplier-group.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import type {Grant, GrantRegister} from '../../model/grant.ts'
import type {Doubt, Hint, LineVerdict} from '../../model/verdict.ts'
import type {ExceptionRow} from './exception-rows.ts'

/** `Beslutning`, beside the id of a grant (`formats.md`, exceptions). */
export const paidByHand = 'Betalt manuelt'
export const rejected = 'Afvis'

export type Choices = (row: ExceptionRow) => readonly string[]

/** The grants that could be meant, by id, then the two answers that close the invoice. */
export function choicesFor({grants}: GrantRegister, config: MatchConfig): Choices {
  const postable = grants.filter((grant) => isInScope(grant, config))
  const reachable = postable.flatMap((grant) =>
    [...invoicingSuppliers(grant.supplierCvr, config)].map((cvr) => ({cvr, grant})),
  )
  const byInvoiceCvr = Map.groupBy(reachable, ({cvr}) => cvr)
  const ofSupplier = new Map([...byInvoiceCvr].map(([cvr, found]) => [cvr, found.map(({grant}) => grant)]))
  return ({code, invoice, verdict}) => {
    if (catalogue[code].decidable !== 'always') return [paidByHand, rejected]
    const named = namedGrants(verdict)
    const ids = named.length > 0 ? named : grantsOfCitizens(ofSupplier.get(invoice.supplierCvr) ?? [], verdict)
    return [...new Set(ids.toSorted()), paidByHand, rejected]
  }
}

function namedGrants({evidence: {nearest, doubt, hints}}: LineVerdict): string[] {
  return [...nearest, ...(doubt ? grantsIn(doubt) : []), ...hints.flatMap(grantsIn)]
}

function grantsIn(fact: Doubt | Hint): readonly string[] {
  if ('grantIds' in fact) return fact.grantIds
  return 'grantId' in fact && fact.kind !== 'inactiveGrantFits' ? [fact.grantId] : []
}

/** Of the supplier's grants those of the citizens that the line names; of all citizens where it names none of them. */
function grantsOfCitizens(ofSupplier: readonly Grant[], {line: {cprField, text}}: LineVerdict): string[] {
  const citizens = new Set<Cpr>([...(cprField.kind === 'number' ? [cprField.cpr] : []), ...cprNumbersIn(text)])
  const ofNamed = ofSupplier.filter(({citizen}) => citizens.has(citizen))
  return (ofNamed.length > 0 ? ofNamed : ofSupplier).map(({id}) => id)
}

/** All lists below each other in one column; each has its rows there, counted from 1. */
export type ListColumn = {
  readonly values: readonly string[]
  readonly rowsOf: (choices: readonly string[]) => {readonly first: number; readonly last: number}
}

/** Equal lists stand once. The first row is the column's header. */
export function listColumn(all: Iterable<readonly string[]>): ListColumn {
  const values: string[] = []
  const places = new Map<string, {first: number; last: number}>()
  const keyOf = (choices: readonly string[]): string => JSON.stringify(choices)
  for (const choices of all) {
    if (places.has(keyOf(choices))) continue
    places.set(keyOf(choices), {first: values.length + 2, last: values.length + 1 + choices.length})
    values.push(...choices)
  }
  return {values, rowsOf: (choices) => places.get(keyOf(choices)) ?? {first: 1, last: 1}}
}
