/** What is to be explained, and what stands around it. */
import type {MatchConfig} from '../../config/schema.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Decimal, Ore} from '../../model/money.ts'
import type {Costs} from '../costs/cost.ts'
import type {PaidDays} from '../costs/paid-days.ts'
import type {GrantIndex} from '../grant-index.ts'
import type {PeriodReading} from '../periods/line-period.ts'
import type {SupplierGroup} from '../supplier-group.ts'

/** What is to be explained: a line, or all lines of one citizen as one amount. */
export type Charge = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly invoiceCvr: string
  readonly suppliers: SupplierGroup
  readonly issueDate: IsoDate
  readonly amount: Ore
  readonly reading: PeriodReading
  readonly quantity: Decimal | null
  readonly unitPrice: Ore | null
  /** Sets are tried for an invoice of one line, and for a sum of lines. */
  readonly trySets: boolean
}

/** What stands around a claim: the register, what is paid, what things cost. */
export type MatchContext = {
  readonly config: MatchConfig
  readonly grants: GrantIndex
  readonly costs: Costs
  readonly paid: PaidDays
}
