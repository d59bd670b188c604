/** A scenario with other settings of one supplier in bills.yaml (`configuration.md`). */
import type {SupplierSettings} from '../../config/schema.ts'
import type {Scenario} from '../scenario.ts'

/** `change` takes the supplier's settings, or those that hold where bills.yaml has none. */
export function withSupplierSettings(
  {inputs, config}: Scenario,
  cvr: string,
  change: (settings: SupplierSettings) => SupplierSettings,
): Scenario {
  const settings: SupplierSettings = config.suppliers[cvr] ?? {dayRateMonth: 'actual', billsAs: []}
  return {inputs, config: {...config, suppliers: {...config.suppliers, [cvr]: change(settings)}}}
}
