/** The invoice's CVR number in `billsAs` of the supplier whose grants most of its citizens have. */
import type {AffectedInvoice} from '../../model/action.ts'
import {supplierText} from '../../text/format.ts'
import type {DataChange, Scenario} from '../scenario.ts'
import {withSupplierSettings} from './supplier-settings.ts'

/** None where no citizen of the invoices has a grant. */
export function billsAsChanges(affected: readonly AffectedInvoice[], {inputs}: Scenario): DataChange[] {
  const [first] = affected
  const {grants} = inputs.register
  const citizens = new Set(affected.map(({line}) => line.citizen))
  const counts = new Map<string, number>()
  for (const {citizen, supplierCvr} of grants)
    if (citizens.has(citizen)) counts.set(supplierCvr, (counts.get(supplierCvr) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  if (!first || !most) return []
  const [grantCvr] = most
  const {supplierCvr: billCvr, supplierName: billName} = first.invoice
  const grantName = grants.find(({supplierCvr}) => supplierCvr === grantCvr)?.supplierName ?? ''
  const [sender, supplier] = [supplierText(billName, billCvr), supplierText(grantName, grantCvr)]
  return [
    {
      kind: 'billsAs',
      text: {
        da: `Sæt ${billCvr} i suppliers."${grantCvr}".billsAs i bills.yaml, hvis ${sender} fakturerer for ${supplier}.`,
        en: `Put ${billCvr} into suppliers."${grantCvr}".billsAs of bills.yaml if ${sender} bills for ${supplier}.`,
      },
      suppliers: new Set([billCvr, grantCvr]),
      apply: (scenario) =>
        withSupplierSettings(scenario, grantCvr, (settings) => ({
          ...settings,
          billsAs: [...settings.billsAs, billCvr],
        })),
    },
  ]
}
