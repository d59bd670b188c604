/**
 * Which changes of the data or the settings would free the exceptions of one action (`commands.md`, report), as far as
 * the data gives the value to put in. Takes the invoices that the action affects and what they were judged by.
 */
import type {AffectedInvoice} from '../model/action.ts'
import {billingChanges} from './changes/billing.ts'
import {billsAsChanges} from './changes/bills-as.ts'
import {mappingRowChanges} from './changes/mapping-row.ts'
import {rateChange} from './changes/rate.ts'
import {successorChanges} from './changes/successor.ts'
import type {DataChange, Scenario} from './scenario.ts'

/**
 * By the first hint of the first invoice that gives a value. Several changes where the data leaves a choice of values:
 * the one that frees most is meant.
 */
export function dataChangesFor(affected: readonly AffectedInvoice[], scenario: Scenario): DataChange[] {
  const [first] = affected
  if (!first) return []
  if (first.line.reason === 'SUPPLIER_UNKNOWN') return billsAsChanges(affected, scenario)
  for (const hint of first.line.evidence.hints) {
    switch (hint.kind) {
      case 'newRate':
        return [rateChange(hint, affected)]
      case 'billingUnknown':
        return billingChanges(affected, scenario)
      case 'mappingKeys':
        return mappingRowChanges(hint, affected, scenario)
      case 'account':
        return successorChanges(hint, affected, scenario)
    }
  }
  return []
}
