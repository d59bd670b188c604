/** The number that the chart of accounts has closed is replaced by its successor, in all rows of the support sheet. */
import {successorText} from '../../exceptions/hints/coding.ts'
import type {MappingRow} from '../../model/accounts.ts'
import type {AffectedInvoice} from '../../model/action.ts'
import type {Hint} from '../../model/verdict.ts'
import type {DataChange, Scenario} from '../scenario.ts'
import {billingSuppliers} from './billing-suppliers.ts'

/** None where the chart names no successor. */
export function successorChanges(
  hint: Extract<Hint, {kind: 'account'}>,
  affected: readonly AffectedInvoice[],
  {inputs}: Scenario,
): DataChange[] {
  const {account, pspElement, successor} = hint
  const closed = inputs.chart?.entries.find(
    (entry) => entry.successor === successor && [account, pspElement].includes(entry.number),
  )
  if (successor === '' || !closed) return []
  const replaced = (number: string): string => (number === closed.number ? successor : number)
  const changed = (row: MappingRow): MappingRow => ({
    ...row,
    account: replaced(row.account),
    pspElement: replaced(row.pspElement),
  })
  return [
    {
      kind: 'account',
      text: successorText(hint),
      suppliers: billingSuppliers(affected),
      apply: (scenario) => ({
        config: scenario.config,
        inputs: {...scenario.inputs, mapping: {rows: scenario.inputs.mapping.rows.map(changed)}},
      }),
    },
  ]
}
