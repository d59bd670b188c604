/** The supplier's new rate on all grants that have the old one, from the first day that was billed with it. */
import {newRateText} from '../../exceptions/hints/rates.ts'
import {foldText} from '../../model/accounts.ts'
import type {AffectedInvoice} from '../../model/action.ts'
import {addDays, type IsoDate} from '../../model/calendar.ts'
import type {Grant, RatePeriod} from '../../model/grant.ts'
import type {Hint} from '../../model/verdict.ts'
import type {DataChange} from '../scenario.ts'
import {billingName, billingSuppliers} from './billing-suppliers.ts'

export function rateChange(hint: Extract<Hint, {kind: 'newRate'}>, affected: readonly AffectedInvoice[]): DataChange {
  const {supplierCvr, service, oldRate, newRate} = hint
  const [earliest] = affected.flatMap(({line}) => line.period?.from ?? []).toSorted()
  const firstDay = (earliest ?? '0001-01-01') as IsoDate
  const hasService = (grant: Grant): boolean =>
    grant.supplierCvr === supplierCvr && grant.services.some((days) => foldText(days.service) === foldText(service))
  const changed = (grant: Grant): Grant => ({
    ...grant,
    rates: grant.rates.flatMap((ratePeriod) =>
      ratePeriod.rate === oldRate ? withRateFrom(ratePeriod, firstDay, newRate) : [ratePeriod],
    ),
  })
  return {
    kind: 'rate',
    text: newRateText(hint, billingName(affected, supplierCvr), firstDay),
    suppliers: billingSuppliers(affected),
    apply: ({inputs, config}) => {
      const grants = inputs.register.grants.map((grant) => (hasService(grant) ? changed(grant) : grant))
      return {config, inputs: {...inputs, register: {...inputs.register, grants}}}
    },
  }
}

/** The rate period with another rate from a day on. */
function withRateFrom(ratePeriod: RatePeriod, day: IsoDate, rate: RatePeriod['rate']): RatePeriod[] {
  if (ratePeriod.to < day) return [ratePeriod]
  if (ratePeriod.from >= day) return [{...ratePeriod, rate}]
  return [
    {...ratePeriod, to: addDays(day, -1)},
    {...ratePeriod, from: day, rate},
  ]
}
