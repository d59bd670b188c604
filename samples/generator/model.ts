/**
 * The made-up world: what is granted, what is billed, and for each bill what the contract says of it.
 * Amounts are whole øre, dates ISO text with both ends of a period included.
 */
import type {IsoDate, Period} from '../../src/model/calendar.ts'
import type {ReasonCode} from '../../src/model/reason.ts'

export type {IsoDate, Month, Period} from '../../src/model/calendar.ts'
export type {ReasonCode} from '../../src/model/reason.ts'

export type Unit = 'Måned' | 'Døgn' | 'Dag' | 'Uge' | 'Time' | 'År' | 'Engang'
export type Billing = 'none' | 'arrears' | 'advance'

export type Supplier = {
  readonly cvr: string
  readonly name: string
  readonly billing: Billing
  readonly dayRateMonth: 'actual' | '30' | '30.5' | '365/12'
  readonly maxMonths: number
  /** Further CVR numbers under which its bills come. */
  readonly billsAs: readonly string[]
  readonly blocked: boolean
}

export type Rate = {
  readonly from: IsoDate
  readonly to: IsoDate | null
  /** Null: the grant has no rate (it is not fixed). */
  readonly rate: number | null
  /** With a decimal point; null where the cell is empty. */
  readonly quantity: string | null
  /** The day on which the register shows this rate; null: always. */
  readonly registered: IsoDate | null
}

export type Grant = {
  readonly id: string
  readonly citizen: string
  readonly supplier: Supplier
  /** The section alone. */
  readonly paragraph: string
  /** As the register writes it. */
  readonly paragraphText: string
  readonly service: string
  readonly unit: Unit
  readonly targetGroup: string
  readonly ownership: string
  readonly status: string
  readonly fixed: boolean
  readonly paidTo: IsoDate | null
  readonly caseworker: string
  /** By first day, never overlapping. */
  readonly rates: readonly Rate[]
  /** Cells that the register holds in place of the right ones, by header. */
  readonly cells: Readonly<Record<string, string>>
}

export type BillLine = {
  readonly amount: number
  /** As it stands in the field; empty where there is none. */
  readonly citizen: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly quantity: string
  readonly unitPrice: number | null
  readonly text: string
}

export type TruePosting = {
  readonly grantId: string
  readonly from: IsoDate
  readonly to: IsoDate
  /** Øre; negative in a reversal. */
  readonly amount: number
  readonly account: string
  readonly pspElement: string
}

/**
 * What the contract says of a bill. `either`: its words can be read in two ways, and both are accepted:
 * posted with these postings, or left to a person.
 */
export type Truth = {
  readonly expect: 'post' | 'exception' | 'alreadyPosted' | 'either'
  /** The codes that are right; empty unless an exception. */
  readonly codes: readonly ReasonCode[]
  readonly postings: readonly TruePosting[]
  /** Which story the bill is part of, and what is the matter with it. */
  readonly note: string
}

/** A truth that holds from the day on which something came in (a rate registered, a bill, a credit note). */
export type LaterTruth = Truth & {readonly since: IsoDate}

export type Bill = {
  /** Numbered when the world is complete, by arrival. */
  documentNumber: string
  readonly invoiceNumber: string
  /** As it stands: empty, `Faktura` or `Kreditnota`. */
  readonly type: string
  readonly issued: IsoDate
  readonly due: IsoDate
  readonly cvr: string
  readonly supplierName: string
  readonly gln: string
  readonly vat: number | null
  /** Null: no total is stated. */
  readonly total: number | null
  readonly currency: string
  readonly lines: readonly BillLine[]
  /** The day from which the weekly export holds it. */
  readonly arrives: IsoDate
  /** The bill whose document number this one comes under again, unchanged or changed. */
  readonly again: Bill | null
  /** Cells of a row (counted from 0) that stand in place of the right ones, by header. */
  readonly cells: Readonly<Record<number, Readonly<Record<string, string>>>>
  /** Rows (counted from 0) that stand twice. */
  readonly repeated: readonly number[]
  readonly truth: Truth
  readonly later: readonly LaterTruth[]
}

export type MappingRow = {
  readonly paragraph: string
  /** Empty: any. */
  readonly ownership: string
  readonly targetGroup: string
  readonly service: string
  readonly account: string
  readonly pspElement: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly note: string
}

export type ChartRow = {
  readonly type: 'PSP' | 'Art'
  readonly number: string
  readonly text: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly blocked: boolean
  readonly successor: string
}

export type World = {
  readonly postFrom: IsoDate
  /** The days between which bills are issued. */
  readonly span: Period
  readonly suppliers: readonly Supplier[]
  readonly grants: readonly Grant[]
  /** By arrival. */
  readonly bills: readonly Bill[]
  readonly mapping: readonly MappingRow[]
  readonly chart: readonly ChartRow[]
}
