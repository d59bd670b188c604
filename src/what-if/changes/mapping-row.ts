/** A row of the support sheet for just the keys of the grants that have none. */
import {newMappingRowText} from '../../exceptions/hints/coding.ts'
import {type Chart, foldText, type MappingRow} from '../../model/accounts.ts'
import type {AffectedInvoice} from '../../model/action.ts'
import type {Hint} from '../../model/verdict.ts'
import type {DataChange, Scenario} from '../scenario.ts'
import {billingSuppliers} from './billing-suppliers.ts'

/** Which account the row names does not change what it frees: one that is open is taken. None where none is. */
export function mappingRowChanges(
  hint: Extract<Hint, {kind: 'mappingKeys'}>,
  affected: readonly AffectedInvoice[],
  {inputs}: Scenario,
): DataChange[] {
  const openRow = affected[0]?.line.reason === 'MAPPING_MISSING' && findOpenRow(inputs.mapping.rows, inputs.chart)
  if (!openRow) return []
  const row: MappingRow = {
    ...openRow,
    paragraph: hint.paragraph,
    ownership: foldText(hint.ownership) || null,
    targetGroup: foldText(hint.targetGroup) || null,
    service: foldText(hint.service) || null,
    from: null,
    to: null,
  }
  return [
    {
      kind: 'mapping',
      text: newMappingRowText(hint),
      suppliers: billingSuppliers(affected),
      apply: (scenario) => ({
        config: scenario.config,
        inputs: {...scenario.inputs, mapping: {rows: [...scenario.inputs.mapping.rows, row]}},
      }),
    },
  ]
}

function findOpenRow(rows: readonly MappingRow[], chart: Chart | null): MappingRow | undefined {
  const open = new Set(chart?.entries.flatMap(({number, blocked, from, to}) => (blocked || from || to ? [] : [number])))
  return rows.find(
    ({account, pspElement, problems}) =>
      problems.length === 0 && (chart === null || (open.has(account) && open.has(pspElement))),
  )
}
