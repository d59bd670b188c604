/** Bills that two grants could explain. */
import {addMonths, monthOf, monthPeriod} from '../../../src/model/calendar.ts'
import {outOfScope} from '../catalogue.ts'
import {costOf} from '../cost.ts'
import type {Grant} from '../model.ts'
import {billedMonths, type Teller} from '../teller.ts'
import {pairOf} from './ordinary.ts'
import {dayAfter, monthsOfGrant, seriesWith, statedBill, statedLine} from './series.ts'
import {excepted, posts} from './truths.ts'

/** Two grants of one pair that cost the same. */
export function twins(t: Teller): void {
  const first = t.grant({to: null})
  twinOf(t, first)
  for (const month of monthsOfGrant(t, first))
    statedBill(t, first, month, {truth: excepted('twins', 'GRANT_AMBIGUOUS')})
}

/** A twin that has ended is nobody's rival. */
export function endedTwin(t: Teller): void {
  const first = t.grant({to: null})
  const [month] = billedMonths(t, 'none')
  if (!month) return
  const [rate] = first.rates
  if (rate) twinOf(t, first, {rates: [{...rate, to: monthPeriod(addMonths(month, -1)).to}]})
  for (const each of monthsOfGrant(t, first))
    statedBill(t, first, each, {truth: posts('the twin has ended', [first], monthPeriod(each))})
}

/** A twin that the register holds for paid: the bill may be the paid one's, under a new number. */
export function paidTwin(t: Teller): void {
  const first = t.grant({to: null})
  twinOf(t, first, {paidTo: monthPeriod(monthOf(t.span.to)).to})
  for (const month of monthsOfGrant(t, first))
    statedBill(t, first, month, {truth: excepted('the twin is paid', 'GRANT_AMBIGUOUS')})
}

/** A twin under a paragraph that the program does not pay. */
export function twinOutOfScope(t: Teller): void {
  const first = t.grant({to: null})
  const [kind] = outOfScope
  if (kind) twinOf(t, first, {paragraph: kind.paragraph, paragraphText: kind.paragraph, service: kind.service})
  for (const month of monthsOfGrant(t, first))
    statedBill(t, first, month, {truth: excepted('a twin out of scope', 'GRANT_AMBIGUOUS')})
}

/** An amount that two different sets add up to. */
export function twoSets(t: Teller): void {
  const [first, second] = pairOf(t, 2)
  if (!first || !second) return
  twinOf(t, second)
  const [month] = billedMonths(t, 'none')
  if (!month) return
  const period = monthPeriod(month)
  const amount = costOf(first, period) + costOf(second, period)
  statedBill(t, first, month, {
    lines: [{...statedLine(t, first, period, amount), quantity: '', unitPrice: null}],
    truth: excepted('two sets add up to the amount', 'GRANT_AMBIGUOUS'),
  })
}

/** One of the grants in the amount is paid already. */
export function partOfSetPaid(t: Teller): void {
  const [first, second] = pairOf(t, 2)
  if (!first || !second) return
  seriesWith(t, first, (month) => {
    const period = monthPeriod(month)
    const amount = costOf(first, period) + costOf(second, period)
    const paid = statedBill(t, first, month)
    const issued = dayAfter(t, paid.issued, 1, 9)
    if (!issued) return
    statedBill(t, first, month, {
      issued,
      lines: [{...statedLine(t, first, period, amount), quantity: '', unitPrice: null}],
      truth: excepted('a part of the amount is paid', 'PERIOD_ALREADY_PAID'),
    })
  })
}

function twinOf(t: Teller, grant: Grant, changes: Partial<Grant> = {}): Grant {
  const {id: _, ...terms} = grant
  return t.grant({...terms, ...changes})
}
