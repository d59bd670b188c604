/** Bills that can be posted: one grant, or several told apart, over periods that are stated. */
import {addDays, addMonths, type Month, monthPeriod, type Period} from '../../../src/model/calendar.ts'
import {establishment, services} from '../catalogue.ts'
import {costOf, costsOfRenewal, covered} from '../cost.ts'
import {statingText} from '../danish.ts'
import type {Grant, IsoDate, Rate} from '../model.ts'
import {hyphened} from '../people.ts'
import {billedMonths, issueDay, postingsOf, type Teller} from '../teller.ts'
import {monthsOfGrant, series, seriesWith, statedBill, statedLine} from './series.ts'
import {posts, postsExactly} from './truths.ts'

export function oneGrant(t: Teller): void {
  series(t, t.grant())
}

/** Bills for two grants of one citizen and supplier: apart, as two lines, or as one amount. */
export function severalGrants(t: Teller): void {
  const grants = pairOf(t, t.random.pick([2, 2, 3]))
  const how = t.random.pick(['apart', 'lines', 'sum'] as const)
  const [first] = grants
  if (!first) return
  for (const month of monthsOfGrant(t, first)) {
    const period = monthPeriod(month)
    if (how === 'apart') {
      for (const grant of grants)
        statedBill(t, grant, month, {truth: posts('several grants, billed apart', [grant], period)})
      continue
    }
    const lines = grants.map((grant) => statedLine(t, grant, period))
    const sum = lines.reduce((total, {amount}) => total + amount, 0)
    statedBill(t, first, month, {
      lines: how === 'lines' ? lines : [{...statedLine(t, first, period, sum), quantity: '', unitPrice: null}],
      truth: posts(how === 'lines' ? 'a line for each grant' : 'several grants in one amount', grants, period),
    })
  }
}

/** Grants of one pair that cost different amounts in every month, alone and in every set. */
export function pairOf(t: Teller, count: number): Grant[] {
  const supplier = t.supplier()
  const citizen = t.citizen()
  const kinds = t.random.shuffle(services.filter(({unit}) => unit !== 'År')).slice(0, count)
  return kinds.map((kind, at) =>
    t.grant({kind, supplier, citizen, to: null, rate: 21_100 * (at + 1) ** 2 + t.random.int(1, 9_999)}),
  )
}

/** The rate changes, at the turn of a month or within one. */
export function rateChange(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none'))
  const seam = addDays(monthPeriod(month).from, t.random.pick([0, 0, t.random.int(1, 27)]))
  const kind = t.random.pick(services)
  const before = t.random.int(...kind.kroner) * 100
  const rate = (from: IsoDate, to: IsoDate | null, amount: number): Rate => ({
    from,
    to,
    rate: amount,
    quantity: t.random.pick(kind.quantities),
    registered: null,
  })
  const rates = [rate('2024-01-01' as IsoDate, addDays(seam, -1), before), rate(seam, null, Math.round(before * 1.034))]
  series(t, t.grant({kind, rates}))
}

/** A grant that begins or ends within the month: its days alone are billed, or the month is said and its days are paid. */
export function partOfMonth(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none'))
  const {from} = monthPeriod(month)
  const begins = t.random.chance(0.5)
  const day = addDays(from, t.random.int(3, 24))
  const grant = t.grant(begins ? {from: day, to: null} : {from: '2023-04-01' as IsoDate, to: day})
  for (const at of monthsOfGrant(t, grant)) {
    const whole = monthPeriod(at)
    const period = t.random.chance(0.6) ? (covered(grant, whole) as Period) : whole
    statedBill(t, grant, at, {period, truth: posts('a part of a month', [grant], period)})
  }
}

/** One grant ends within a month and another with the same terms goes on the day after. */
export function renewal(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none'))
  const seam = addDays(monthPeriod(month).from, t.random.int(2, 26))
  const first = t.grant({
    from: '2024-03-01' as IsoDate,
    to: addDays(seam, -1),
    kind: t.random.pick(services.filter(({unit}) => unit !== 'År' && unit !== 'Dag')),
  })
  const [old] = first.rates
  if (!old) return
  const {supplier, citizen, paragraph, paragraphText, service, unit, targetGroup, ownership} = first
  const second = t.grant({
    supplier,
    citizen,
    paragraph,
    paragraphText,
    service,
    unit,
    targetGroup,
    ownership,
    rates: [{...old, from: seam, to: null}],
  })
  const period = monthPeriod(month)
  const costs = costsOfRenewal([first, second], period)
  series(t, first, [month])
  series(t, second, [month])
  const amount = costs.reduce((sum, cost) => sum + cost, 0)
  statedBill(t, first, month, {
    lines: [{...statedLine(t, first, period, amount), quantity: '', unitPrice: null}],
    truth: postsExactly('a renewal within the month', postingsOf([first, second], period, costs)),
  })
}

/** The CPR number stands in the text, not in its field. */
export function citizenInText(t: Teller): void {
  const grant = t.grant()
  for (const month of monthsOfGrant(t, grant)) {
    const period = monthPeriod(month)
    const number = t.random.pick([hyphened(grant.citizen), grant.citizen, hyphened(grant.citizen).replace('-', ' ')])
    statedBill(t, grant, month, {
      lines: [{amount: costOf(grant, period), text: `${number} ${statingText(t.random, grant.service, period)}`}],
      truth: posts('CPR number in the text', [grant], period),
    })
  }
}

/** The cost stands in two lines: a part and the rest, or more than all and a deduction. */
export function splitLines(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const period = monthPeriod(month)
    const cost = costOf(grant, period)
    const part = Math.round(cost * t.random.pick([0.613, 1.087]))
    const main = {...statedLine(t, grant, period, part), quantity: '', unitPrice: null}
    statedBill(t, grant, month, {
      lines: [main, {amount: cost - part, citizen: main.citizen, text: part > cost ? 'Fradrag' : 'Tillæg'}],
      truth: posts('one cost in two lines', [grant], period),
    })
  })
}

/** One bill for several citizens of a supplier. */
export function collective(t: Teller): void {
  const supplier = t.supplier()
  const grants = [1, 2, 3].slice(0, t.random.int(2, 3)).map(() => t.grant({supplier, to: null}))
  for (const month of billedMonths(t, 'none')) {
    const [first] = grants
    if (!first) return
    const period = monthPeriod(month)
    statedBill(t, first, month, {
      lines: grants.map((grant) => statedLine(t, grant, period)),
      truth: posts('several citizens in one bill', grants, period),
    })
  }
}

/** A supplier that may bill three months at a time. */
export function quarter(t: Teller): void {
  const [first, , last] = billedMonths(t, 'none')
  if (!first || !last) {
    oneGrant(t)
    return
  }
  const grant = t.grant({supplier: t.supplier({special: 'quarter'})})
  const period = {from: monthPeriod(first).from, to: monthPeriod(last).to}
  statedBill(t, grant, last, {period, truth: posts('a quarter in one bill', [grant], period)})
}

/** The bills come under another CVR number than the grant's. */
export function billedAs(t: Teller): void {
  const supplier = t.supplier({special: 'billsAs'})
  const grant = t.grant({supplier})
  const [cvr] = supplier.billsAs
  for (const month of monthsOfGrant(t, grant)) {
    statedBill(t, grant, month, {
      ...(cvr ? {cvr} : {}),
      truth: posts("under the supplier's other CVR number", [grant], monthPeriod(month)),
    })
  }
}

/** Paid once, in the month in which the grant begins. */
export function paidOnce(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none'))
  const from = addDays(monthPeriod(month).from, t.random.int(0, 20))
  const grant = t.grant({kind: establishment, from, to: addMonths(month, 2).concat('-15') as IsoDate})
  statedBill(t, grant, month, {truth: posts('paid once', [grant], monthPeriod(month))})
}

/** A bill that comes two months late, still inside the window. */
export function late(t: Teller): void {
  const grant = t.grant({to: null})
  const months = billedMonths(t, 'none')
  const month = months[t.random.int(0, Math.max(0, months.length - 3))] as Month
  series(t, grant, [month])
  const later = addMonths(month, 2)
  const issued = months.includes(later) ? issueDay(t, 'none', later) : issueDay(t, 'none', month)
  statedBill(t, grant, month, {issued, truth: posts('late, but inside the window', [grant], monthPeriod(month))})
}
