/** What is to be explained: a line of an invoice, or all lines of one citizen on it as one amount. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Decimal, Ore} from '../../model/money.ts'
import type {PeriodReading} from '../periods/line-period.ts'
import type {SupplierGroup} from '../supplier-group.ts'

export type Charge = {
  readonly documentKey: string
  readonly citizen: Cpr
  readonly invoiceCvr: string
  /** The supplier side of the pair: whose grants the invoice's CVR number may be for. */
  readonly suppliers: SupplierGroup
  readonly issueDate: IsoDate
  /** Øre. */
  readonly amount: Ore
  readonly reading: PeriodReading
  readonly quantity: Decimal | null
  /** Øre for one unit. */
  readonly unitPrice: Ore | null
  /** Sets are tried for an invoice of one line, and for a sum of lines. */
  readonly trySets: boolean
}
