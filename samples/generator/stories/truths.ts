/** What can be true of a bill. */
import {monthOf, monthPeriod, type Period} from '../../../src/model/calendar.ts'
import {costOf, covered, windowOf} from '../cost.ts'
import type {Grant, IsoDate, LaterTruth, Month, ReasonCode, TruePosting, Truth} from '../model.ts'
import {postingsOf} from '../teller.ts'

export const posts = (note: string, grants: readonly Grant[], period: Period): Truth => ({
  expect: 'post',
  codes: [],
  postings: postingsOf(grants, period),
  note,
})

export const postsExactly = (note: string, postings: readonly TruePosting[]): Truth => ({
  expect: 'post',
  codes: [],
  postings,
  note,
})

export const excepted = (note: string, ...codes: ReasonCode[]): Truth => ({
  expect: 'exception',
  codes,
  postings: [],
  note,
})

export const either = (truth: Truth): Truth => ({...truth, expect: 'either'})

export const postedBefore = (note: string): Truth => ({expect: 'alreadyPosted', codes: [], postings: [], note})

export const from = (since: IsoDate, truth: Truth): LaterTruth => ({...truth, since})

/**
 * The codes of an amount that the grant does not cost over the stated period. Where it covers all of it, the amount may
 * be that of another month: which code then depends on whether that month has been paid when the run comes.
 */
export function mismatch(grant: Grant, amount: number, period: Period, issued: IsoDate): ReasonCode[] {
  const inGrant = covered(grant, period)
  const coversAll = inGrant?.from === period.from && inGrant.to === period.to
  const others = windowOf(issued).filter((month) => month !== monthOf(period.from))
  return coversAll && others.some((month) => costOf(grant, monthPeriod(month as Month)) === amount)
    ? ['PERIOD_MISMATCH', 'AMOUNT_MISMATCH']
    : ['AMOUNT_MISMATCH']
}
