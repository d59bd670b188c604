/** A grant billed month after month, each bill saying what it pays for: the ground that other stories change one bill of. */
import {addDays, daysIn, type IsoDate, type Month, monthPeriod, type Period} from '../../../src/model/calendar.ts'
import {costOf, covered} from '../cost.ts'
import {statingText} from '../danish.ts'
import type {Bill, BillLine, Grant, Truth} from '../model.ts'
import {type BillDraft, billedMonths, cprField, issueDay, type Teller} from '../teller.ts'
import {posts} from './truths.ts'

/** A line that states its period in columns, in its text, or in both. */
export function statedLine(t: Teller, grant: Grant, period: Period, amount = costOf(grant, period)): BillLine {
  const {random} = t
  const how = random.pick(['columns', 'columns', 'text', 'both'])
  const rate = grant.rates[0]?.rate ?? null
  const byTheDay = grant.unit === 'Døgn' && grant.rates.length === 1 && random.chance(0.3)
  return {
    amount,
    citizen: cprField(t, grant.citizen),
    from: how === 'text' ? null : period.from,
    to: how === 'text' ? null : period.to,
    quantity: byTheDay && rate && amount % rate === 0 ? String(amount / rate) : '',
    unitPrice: byTheDay && rate && amount % rate === 0 ? rate : null,
    text: how === 'columns' ? random.pick([grant.service, 'Ophold', '']) : statingText(random, grant.service, period),
  }
}

/** One bill of one line for a period, posted unless the changes say otherwise. */
export function statedBill(
  t: Teller,
  grant: Grant,
  month: Month,
  changes: Partial<BillDraft> & {period?: Period; amount?: number} = {},
): Bill {
  const {period = monthPeriod(month), amount, ...rest} = changes
  return t.bill({
    supplier: grant.supplier,
    issued: issueDay(t, 'none', month),
    lines: [statedLine(t, grant, period, amount)],
    truth: posts('ordinary: period stated', [grant], period),
    ...rest,
  })
}

/** The months in which a grant is billed. */
export const monthsOfGrant = (t: Teller, grant: Grant): Month[] =>
  billedMonths(t, grant.supplier.billing).filter(
    (month) => covered(grant, monthPeriod(month)) && costOf(grant, monthPeriod(month)) > 0,
  )

/** Bills for every month but those left out. */
export function series(t: Teller, grant: Grant, except: readonly Month[] = []): Bill[] {
  return monthsOfGrant(t, grant)
    .filter((month) => !except.includes(month))
    .map((month) => statedBill(t, grant, month))
}

/** An ordinary series in which one month is told differently. */
export function seriesWith(t: Teller, grant: Grant, tell: (month: Month) => void): void {
  const month = t.random.pick(monthsOfGrant(t, grant))
  series(t, grant, [month])
  tell(month)
}

/** An ordinary series of which one bill has something the matter with it. */
export function seriesWithFault(
  t: Teller,
  fault: (grant: Grant, month: Month) => Partial<BillDraft> & {truth: Truth; period?: Period; amount?: number},
): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    statedBill(t, grant, month, fault(grant, month))
  })
}

/** A day so many days after another, sooner where the span ends; undefined where it has ended. */
export function dayAfter({random, span}: Teller, day: IsoDate, least: number, most: number): IsoDate | undefined {
  const left = Math.min(most, daysIn({from: day, to: span.to}) - 1)
  return left < least ? undefined : addDays(day, random.int(least, left))
}
