/** Bills that state no period: the month follows from the supplier's habit and the day of issue. */
import {addDays, addMonths, type Month, monthOf, monthPeriod} from '../../../src/model/calendar.ts'
import {services} from '../catalogue.ts'
import {costOf} from '../cost.ts'
import {monthName, namingText} from '../danish.ts'
import type {Bill, Billing, Grant, IsoDate, Truth} from '../model.ts'
import {type BillDraft, billedMonths, cprField, issueDay, type Teller} from '../teller.ts'
import {monthsOfGrant} from './series.ts'
import {excepted, from, posts} from './truths.ts'

/** Every month in its turn; some texts name the month that is meant anyway. */
export function inTurn(t: Teller): void {
  const grant = namedGrant(t, t.random.pick(['arrears', 'arrears', 'advance']))
  const loose = t.random.chance(0.4)
  for (const month of monthsOfGrant(t, grant)) {
    const note = loose ? 'month named by billing and, loosely, by the text' : 'month named by billing'
    namedBill(
      t,
      grant,
      month,
      {truth: posts(note, [grant], monthPeriod(month))},
      loose ? namingText(t.random, grant.service, monthPeriod(month).from) : undefined,
    )
  }
}

/** The text of the last bill states another month than the one billing would name: it has been paid. */
export function textNamesAnother(t: Teller): void {
  const grant = namedGrant(t, 'arrears')
  const months = monthsOfGrant(t, grant)
  for (const month of months.slice(0, -1)) namedBill(t, grant, month)
  const last = months.at(-1)
  if (!last) return
  const other = monthName(monthPeriod(addMonths(last, t.random.pick([-1, -2]))).from)
  namedBill(
    t,
    grant,
    last,
    {truth: excepted('text states a month that has been paid', ...codesOfPaidMonth)},
    `Ophold for ${other}`,
  )
}

/** By what the grant costs in that month, and whether it is before the program's first day. */
const codesOfPaidMonth = ['PERIOD_ALREADY_PAID', 'PERIOD_MISMATCH', 'AMOUNT_MISMATCH', 'PERIOD_BEFORE_START'] as const

/** One amount is wrong; the months after it can be posted, for its month has been billed. */
export function wrongAmount(t: Teller): void {
  const grant = namedGrant(t, 'arrears')
  const months = monthsOfGrant(t, grant)
  const wrong = t.random.pick(months)
  for (const month of months) {
    if (month !== wrong) namedBill(t, grant, month)
    else {
      const amount = costOf(grant, monthPeriod(month)) + t.random.int(1_001, 99_999)
      namedBill(t, grant, month, {truth: excepted('named month, wrong amount', 'AMOUNT_MISMATCH')}, undefined, amount)
    }
  }
}

/**
 * A month's bill does not come: every later bill may be the missing one, until it comes (stating its month)
 * and they are all posted. The grant costs the same every month.
 */
export function missingBill(t: Teller): void {
  const grant = namedGrant(t, 'arrears', true)
  const months = monthsOfGrant(t, grant)
  if (months.length < 4) {
    inTurn(t)
    return
  }
  const missing = t.random.int(1, months.length - 3)
  const [month, after] = [months[missing] as Month, months[missing + 1] as Month]
  const issued = addDays(issueDay(t, 'arrears', after), t.random.int(5, 30))
  const comes = issued <= t.span.to
  const found = comes
    ? t.bill({
        supplier: grant.supplier,
        issued,
        lines: [{...namedLine(t, grant, month), ...monthPeriod(month)}],
        truth: posts('the missing bill, stating its month', [grant], monthPeriod(month)),
      })
    : undefined
  for (const [at, each] of months.entries()) {
    if (at === missing) continue
    const truth = posts('month named by billing', [grant], monthPeriod(each))
    const held = excepted('a bill of the month before is missing', 'PERIOD_AMBIGUOUS')
    if (at < missing) namedBill(t, grant, each, {truth})
    else namedBill(t, grant, each, {truth: held, later: found ? [from(found.arrives, truth)] : []})
  }
}

/** No CPR number on one bill: its month is not known to be billed, and those after it are in doubt. */
export function nobodyOnOne(t: Teller): void {
  const grant = namedGrant(t, 'arrears', true)
  const months = monthsOfGrant(t, grant)
  const at = t.random.int(Math.max(0, months.length - 3), months.length - 1)
  months.forEach((month, index) => {
    if (index < at) namedBill(t, grant, month)
    else if (index > at)
      namedBill(t, grant, month, {truth: excepted('the bill before has no CPR number', 'PERIOD_AMBIGUOUS')})
    else {
      const line = {...namedLine(t, grant, month), citizen: ''}
      namedBill(t, grant, month, {lines: [line], truth: excepted('no CPR number, month named', 'CPR_MISSING')})
    }
  })
}

/** No period in columns, and a supplier whose habit is not known: only a text can state the month. */
export function habitUnknown(t: Teller): void {
  const grant = t.grant()
  const words = t.random.chance(0.5)
  for (const month of monthsOfGrant(t, grant)) {
    const period = monthPeriod(month)
    const text = words
      ? namingText(t.random, grant.service, period.from)
      : t.random.pick([grant.service, 'Ophold', '', week, '1. kvartal'])
    t.bill({
      supplier: grant.supplier,
      issued: issueDay(t, 'none', month),
      lines: [{...namedLine(t, grant, month), text}],
      truth: words ? posts('month stated by the text alone', [grant], period) : withoutMonth(text),
    })
  }
}

const week = 'Opkrævning uge 12'

/** A quarter is longer than a month, and so no period; a week is one, which costs less and may lie anywhere. */
const withoutMonth = (text: string): Truth =>
  text === week
    ? excepted('a week stated, a month billed', ...codesOfWeek)
    : excepted('no period stated, billing not set', 'PERIOD_AMBIGUOUS')

const codesOfWeek = [
  'PERIOD_MISMATCH',
  'AMOUNT_MISMATCH',
  'GRANT_NOT_VALID',
  'PERIOD_BEFORE_START',
  'PERIOD_AMBIGUOUS',
] as const

/** Another grant costs the amount in another month of the window, for which nothing is paid. */
export function otherGrantOtherMonth(t: Teller): void {
  const month = billedMonths(t, 'arrears').find((each) => costDiffers(each, t.postFrom))
  if (!month) {
    inTurn(t)
    return
  }
  const supplier = t.supplier({billing: 'arrears'})
  const citizen = t.citizen()
  const [daily, monthly] = [services.find(({unit}) => unit === 'Døgn'), services.find(({unit}) => unit === 'Måned')]
  if (!daily || !monthly || supplier.dayRateMonth !== 'actual') {
    inTurn(t)
    return
  }
  const rate = t.random.int(900, 2_000) * 100
  const before = monthPeriod(addMonths(month, -1))
  const day = t.grant({kind: daily, supplier, citizen, rate, to: null, from: '2024-01-01' as IsoDate})
  const fixed = t.grant({
    kind: monthly,
    supplier,
    citizen,
    rate: costOf(day, before),
    to: null,
    from: monthPeriod(month).from,
  })
  namedBill(t, fixed, month, {truth: excepted('another grant costs this in another month', 'GRANT_AMBIGUOUS')})
}

const costDiffers = (month: Month, postFrom: IsoDate): boolean => {
  const before = addMonths(month, -1)
  return before >= monthOf(postFrom) && monthPeriod(month).to.slice(8) !== monthPeriod(before).to.slice(8)
}

/** Paid up to the month before the first that is billed, where that is not the program's first. */
function namedGrant(t: Teller, billing: Billing, monthly = false): Grant {
  const kind = monthly ? {kind: t.random.pick(services.filter(({unit}) => unit === 'Måned'))} : {}
  const [first] = billedMonths(t, billing)
  const paidTo = first && first > monthOf(t.postFrom) ? monthPeriod(addMonths(first, -1)).to : null
  return t.grant({...kind, supplier: t.supplier({billing}), paidTo, to: null})
}

function namedLine(t: Teller, grant: Grant, month: Month, text?: string, amount = costOf(grant, monthPeriod(month))) {
  return {
    amount,
    citizen: cprField(t, grant.citizen),
    text: text ?? t.random.pick([grant.service, 'Ophold', 'Takst', '']),
  }
}

function namedBill(
  t: Teller,
  grant: Grant,
  month: Month,
  changes: Partial<BillDraft> = {},
  text?: string,
  amount?: number,
): Bill {
  return t.bill({
    supplier: grant.supplier,
    issued: issueDay(t, grant.supplier.billing, month),
    lines: [namedLine(t, grant, month, text, amount)],
    truth: posts('month named by billing', [grant], monthPeriod(month)),
    ...changes,
  })
}
