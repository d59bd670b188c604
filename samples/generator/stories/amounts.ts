/** Bills whose amount is not what the grant costs. */
import {addDays, addMonths, daysInMonth, type Month, monthPeriod} from '../../../src/model/calendar.ts'
import {services} from '../catalogue.ts'
import {costOf} from '../cost.ts'
import type {IsoDate, Rate} from '../model.ts'
import {billedMonths, issueDay, type Teller} from '../teller.ts'
import {dayAfter, monthsOfGrant, series, seriesWith, seriesWithFault, statedBill, statedLine} from './series.ts'
import {excepted, from, mismatch, posts} from './truths.ts'

/** Days of absence were deducted, or simply something else billed. */
export function otherAmount(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const period = monthPeriod(month)
    const cost = costOf(grant, period)
    const days = daysInMonth(month)
    const absent = t.random.int(1, 9)
    const amount = t.random.chance(0.6)
      ? Math.round((cost * (days - absent)) / days)
      : cost + t.random.int(-20_000, 90_000)
    const issued = issueDay(t, 'none', month)
    const truth = excepted('fewer days or another amount', ...mismatch(grant, amount, period, issued))
    statedBill(t, grant, month, {
      issued,
      amount,
      truth: amount === cost ? posts('absence that costs nothing less', [grant], period) : truth,
    })
  })
}

/** The amount is that of another month: the wrong period was written. */
export function amountOfAnotherMonth(t: Teller): void {
  const daily = services.filter(({unit}) => unit === 'Døgn' || unit === 'Dag')
  const grant = t.grant({kind: t.random.pick(daily), to: null})
  seriesWith(t, grant, (month) => {
    const amount = costOf(grant, monthPeriod(addMonths(month, -1)))
    const same = amount === costOf(grant, monthPeriod(month))
    const truth = excepted('the amount of the month before', 'PERIOD_MISMATCH')
    statedBill(t, grant, month, {
      amount,
      truth: same ? posts('two months that cost the same', [grant], monthPeriod(month)) : truth,
    })
  })
}

/** Something not granted is billed in a line of its own. */
export function extraLine(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const period = monthPeriod(month)
    const main = {...statedLine(t, grant, period), ...period}
    const extra = {...main, quantity: '', unitPrice: null, amount: t.random.int(150, 2_500) * 100 + 37}
    const saysWhen = t.random.chance(0.6)
    const text = t.random.pick(['Kørsel', 'Ledsager', 'Egenbetaling', 'Tøjpakke'])
    statedBill(t, grant, month, {
      lines: [main, saysWhen ? {...extra, text} : {...extra, text, from: null, to: null}],
      truth: excepted('a line for something not granted', saysWhen ? 'AMOUNT_MISMATCH' : 'PERIOD_AMBIGUOUS'),
    })
  })
}

/** The register learns of a new rate after the bills; those that waited are then posted. */
export function newRate(t: Teller): void {
  const months = billedMonths(t, 'none')
  const month = t.random.pick(months)
  const begins = monthPeriod(month).from
  const registered = addDays(begins, t.random.int(35, 75))
  const kind = t.random.pick(services)
  const rate = t.random.int(...kind.kroner) * 100
  const quantity = t.random.pick(kind.quantities)
  const old: Rate = {from: '2024-01-01' as IsoDate, to: addDays(begins, -1), rate, quantity, registered: null}
  const grant = t.grant({
    kind,
    rates: [old, {...old, from: begins, to: null, rate: Math.round(rate * 1.0285), registered}],
  })
  for (const each of monthsOfGrant(t, grant)) {
    const truth = posts(each < month ? 'ordinary: period stated' : 'new rate, registered', [grant], monthPeriod(each))
    statedBill(
      t,
      grant,
      each,
      each < month
        ? {truth}
        : {truth: excepted('new rate, not yet registered', 'AMOUNT_MISMATCH'), later: [from(registered, truth)]},
    )
  }
}

/** A wrong bill, and a right one under a new number: the wrong one stays with a person. */
export function corrected(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const period = monthPeriod(month)
    const amount = costOf(grant, period) + 12_345
    const wrong = statedBill(t, grant, month, {
      amount,
      truth: excepted('wrong, corrected by a new bill', 'AMOUNT_MISMATCH'),
    })
    const issued = dayAfter(t, wrong.issued, 1, 20)
    if (issued) statedBill(t, grant, month, {issued, truth: posts('the right bill after a wrong one', [grant], period)})
  })
}

export function zero(t: Teller): void {
  seriesWithFault(t, () => ({amount: 0, truth: excepted('nothing to pay', 'AMOUNT_ZERO')}))
}

export const limit = 500_000_00

export function overLimit(t: Teller): void {
  const [kind] = services.filter(({unit}) => unit === 'Måned')
  if (!kind) return
  const grant = t.grant({kind, rate: limit + t.random.int(1, 99_999), to: null})
  for (const month of monthsOfGrant(t, grant))
    statedBill(t, grant, month, {truth: excepted('over the limit', 'AMOUNT_OVER_LIMIT')})
}

/** The bill is for a whole month of which the grant covers a part. */
export function wholeForPart(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none')) as Month
  const [monthly] = services.filter(({unit}) => unit === 'Måned')
  if (!monthly) return
  const ends = addDays(monthPeriod(month).from, t.random.int(4, 20))
  const grant = t.grant({kind: monthly, from: '2023-02-01' as IsoDate, to: ends})
  series(t, grant, [month])
  const amount = grant.rates[0]?.rate ?? 0
  const period = monthPeriod(month)
  const issued = issueDay(t, 'none', month)
  statedBill(t, grant, month, {
    issued,
    amount,
    truth: excepted('a whole month billed, a part granted', ...mismatch(grant, amount, period, issued)),
  })
}
