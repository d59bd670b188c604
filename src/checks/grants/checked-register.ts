/** The register that is checked (`commands.md`, validate-grants): which of its grants invoices may still come for, and in which months. */
import type {Config} from '../../config/schema.ts'
import {type Costs, costsFor, firstDay, lastDay} from '../../match/costs/cost.ts'
import {isInScope} from '../../match/exclusion/scope.ts'
import {addMonths, type IsoDate, type Month, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {Grant, GrantRegister} from '../../model/grant.ts'

export type CheckedRegister = {
  readonly config: Config
  readonly costs: Costs
  readonly grants: readonly Grant[]
  /** In scope, and with invoices still to come, from the month of `today` on. In the order of the register. */
  readonly open: readonly Grant[]
  readonly byId: ReadonlyMap<string, Grant>
  /** From the first month that an invoice may be for now to a year ahead. */
  readonly months: readonly Month[]
  readonly today: IsoDate
}

const monthsAhead = 12

export function checkedRegister({grants}: GrantRegister, config: Config, today: IsoDate): CheckedRegister {
  const month = monthOf(today)
  const first = addMonths(month, -config.periods.lookback)
  return {
    config,
    costs: costsFor(config),
    grants,
    open: grants.filter((grant) => isInScope(grant, config) && isOpen(grant, month)),
    byId: new Map(grants.map((grant) => [grant.id, grant])),
    months: Array.from({length: config.periods.lookback + monthsAhead + 1}, (_, index) => addMonths(first, index)),
    today,
  }
}

/** A one-off is invoiced in its first month alone. */
const isOpen = (grant: Grant, month: Month): boolean => {
  const {from} = monthPeriod(month)
  return grant.unit === 'Engang' ? firstDay(grant) >= from : lastDay(grant) >= from
}
