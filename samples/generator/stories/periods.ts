/** Bills whose period cannot be right, cannot be known, or is not the program's to pay. */
import {addDays, addMonths, monthPeriod} from '../../../src/model/calendar.ts'
import {costOf} from '../cost.ts'
import {danishDate, monthName} from '../danish.ts'
import {billedMonths, cprField, issueDay, type Teller} from '../teller.ts'
import {dayAfter, series, seriesWith, seriesWithFault, statedBill, statedLine} from './series.ts'
import {excepted, posts} from './truths.ts'

export function backwards(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const {from, to} = monthPeriod(month)
    return {
      lines: [{...statedLine(t, grant, {from, to}), from: to, to: from, text: ''}],
      truth: excepted('the period ends before it begins', 'PERIOD_INVALID'),
    }
  })
}

/** Two months in one bill; where the text alone states them, it is not clear that it does. */
export function tooLong(t: Teller): void {
  seriesWithFault(t, (_, month) => ({
    period: {from: monthPeriod(addMonths(month, -1)).from, to: monthPeriod(month).to},
    truth: excepted('two months in one period', 'PERIOD_TOO_LONG', 'PERIOD_AMBIGUOUS'),
  }))
}

/** A mistyped year, or a bill that comes half a year late. */
export function outsideWindow(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    period: monthPeriod(addMonths(month, t.random.pick([-12, -5, -6, 12]))),
    amount: costOf(grant, monthPeriod(month)),
    truth: excepted('a month outside the window', 'PERIOD_OUTSIDE_WINDOW'),
  }))
}

/** A month from before the program came. */
export function beforeStart(t: Teller): void {
  const grant = t.grant({to: null})
  series(t, grant)
  const [first] = billedMonths(t, 'none')
  if (!first) return
  const month = addMonths(first, -1)
  statedBill(t, grant, first, {
    period: monthPeriod(month),
    truth: excepted('from before the program', 'PERIOD_BEFORE_START'),
  })
}

/** The text states two periods and the columns none, or columns and text state different ones. */
export function contradictory(t: Teller): void {
  seriesWithFault(t, (grant, month) => {
    const period = monthPeriod(month)
    const other = monthPeriod(addMonths(month, -1))
    const [name, otherName] = [monthName(period.from), monthName(other.from)]
    const line = {amount: costOf(grant, period), citizen: cprField(t, grant.citizen)}
    const lines = [
      {...line, text: `${name} ${period.from.slice(0, 4)}, ${otherName} ${other.from.slice(0, 4)}`},
      {...line, ...period, text: `Ophold ${otherName} ${other.from.slice(0, 4)}`},
      {
        ...line,
        ...period,
        text: `Ophold ${danishDate(period.from, '.')} - ${danishDate(addDays(period.from, 9), '.')}`,
      },
    ]
    return {lines: [t.random.pick(lines)], truth: excepted('two periods that differ', 'PERIOD_AMBIGUOUS')}
  })
}

/** One end of the period alone. */
export function oneEnd(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    lines: [{...statedLine(t, grant, monthPeriod(month)), from: monthPeriod(month).from, to: null, text: 'Ophold'}],
    truth: excepted('one end of the period alone', 'PERIOD_AMBIGUOUS'),
  }))
}

/** Billed for the month after the grant has ended. */
export function afterTheEnd(t: Teller): void {
  const months = billedMonths(t, 'none')
  const month = t.random.pick(months)
  const grant = t.grant({to: monthPeriod(addMonths(month, -1)).to})
  series(t, grant)
  const amount = costOf(grant, monthPeriod(addMonths(month, -1)))
  statedBill(t, grant, month, {amount, truth: excepted('the grant has ended', 'GRANT_NOT_VALID')})
}

/** The register says that the months have been paid already. */
export function paidByRegister(t: Teller): void {
  const [first] = billedMonths(t, 'none')
  if (!first) return
  const grant = t.grant({to: null, paidTo: monthPeriod(first).to})
  series(t, grant, [first])
  statedBill(t, grant, first, {truth: excepted('the register says it is paid', 'PERIOD_ALREADY_PAID')})
}

/** A month billed twice, under two invoice numbers. */
export function billedTwice(t: Teller): void {
  const grant = t.grant()
  seriesWith(t, grant, (month) => {
    const first = statedBill(t, grant, month, {truth: posts('the first of two', [grant], monthPeriod(month))})
    const issued = dayAfter(t, first.issued, 1, 6)
    if (issued)
      statedBill(t, grant, month, {
        issued,
        truth: excepted('the same month again under another number', 'PERIOD_ALREADY_PAID'),
      })
  })
}

/** Another grant of the pair takes over within the month, at another rate; only the first part is billed, for the whole month. */
export function partOfTwo(t: Teller): void {
  const month = t.random.pick(billedMonths(t, 'none'))
  const seam = addDays(monthPeriod(month).from, t.random.int(8, 20))
  const first = t.grant({from: addDays(monthPeriod(month).from, -400), to: addDays(seam, -1)})
  const [rate] = first.rates
  if (!rate?.rate) return
  const {supplier, citizen, unit, paragraph, paragraphText, service, targetGroup, ownership} = first
  t.grant({
    supplier,
    citizen,
    unit,
    paragraph,
    paragraphText,
    service,
    targetGroup,
    ownership,
    rates: [{...rate, from: seam, to: null, rate: Math.round(rate.rate * 1.31)}],
  })
  const period = monthPeriod(month)
  t.bill({
    supplier,
    issued: issueDay(t, 'none', month),
    lines: [{...statedLine(t, first, period), quantity: '', unitPrice: null}],
    truth: excepted('the part of one grant, billed for the whole month', 'GRANT_AMBIGUOUS'),
  })
}
