/** The supplier's way of billing, arrears or advance, where it is not the one that it has. */
import {billingKey} from '../../exceptions/hints/periods.ts'
import type {AffectedInvoice} from '../../model/action.ts'
import {supplierText} from '../../text/format.ts'
import type {DataChange, Scenario} from '../scenario.ts'
import {withSupplierSettings} from './supplier-settings.ts'

const waysOfBilling = [
  {billing: 'arrears', inWords: {da: 'bagud', en: 'in arrears'}},
  {billing: 'advance', inWords: {da: 'forud', en: 'in advance'}},
] as const

export function billingChanges(affected: readonly AffectedInvoice[], {config}: Scenario): DataChange[] {
  const [first] = affected
  if (!first) return []
  const {supplierCvr: cvr, supplierName} = first.invoice
  const [key, supplier] = [billingKey(cvr), supplierText(supplierName, cvr)]
  return waysOfBilling
    .filter(({billing}) => config.suppliers[cvr]?.billing !== billing)
    .map(({billing, inWords}) => ({
      kind: 'billing',
      text: {
        da: `Sæt ${key} til ${billing} i bills.yaml, hvis ${supplier} altid fakturerer ${inWords.da}.`,
        en: `Set ${key} to ${billing} in bills.yaml if ${supplier} always bills ${inWords.en}.`,
      },
      suppliers: new Set([cvr]),
      apply: (scenario) => withSupplierSettings(scenario, cvr, (settings) => ({...settings, billing})),
    }))
}
