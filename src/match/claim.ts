/** What is to be explained, and what stands around it. */
import type {MatchConfig} from '../config/schema.ts'
import type {IsoDate} from '../domain/calendar.ts'
import type {Cpr} from '../domain/citizen.ts'
import type {Decimal, Ore} from '../domain/money.ts'
import type {Costs} from './cost.ts'
import type {GrantIndex} from './grant-index.ts'
import type {PeriodReading} from './line-period.ts'
import type {PaidDays} from './paid-days.ts'
import type {Reach} from './suppliers.ts'

/** What is to be explained: a line, or all lines of one citizen as one amount. */
export type Claim = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly billCvr: string
  readonly reach: Reach
  readonly issueDate: IsoDate
  readonly amount: Ore
  readonly reading: PeriodReading
  readonly quantity: Decimal | null
  readonly unitPrice: Ore | null
  /** Sets are tried for an invoice of one line, and for a sum of lines. */
  readonly trySets: boolean
}

/** What stands around a claim: the register, what is paid, what things cost. */
export type Surroundings = {
  readonly config: MatchConfig
  readonly grants: GrantIndex
  readonly costs: Costs
  readonly paid: PaidDays
}
