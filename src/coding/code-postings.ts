/**
 * Coding: postings get the account and PSP element of their grant, or the reason why they cannot (`matching.md` 5).
 * A reversal keeps the accounts of the line that it takes back; only the chart is asked.
 */
import {type Chart, isOperatingAccount, type Mapping, pspElement} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {Grant} from '../model/grant.ts'
import type {Posting, UncodedPosting} from '../model/posting.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import {type Closure, chartCheck} from './chart.ts'
import {findAccountAssignment, rowsByParagraph} from './mapping.ts'

export type Coded =
  | {readonly kind: 'coded'; readonly postings: readonly Posting[]}
  | {readonly kind: 'uncoded'; readonly reason: ReasonCode; readonly hints: readonly Hint[]}

export type Coding = {
  readonly code: (postings: readonly UncodedPosting[]) => Coded
  /** For postings that have their accounts: whether the chart still holds them open. */
  readonly check: (postings: readonly Posting[]) => Coded
}

export function codingFor(
  mapping: Mapping,
  chart: Chart | null,
  postingDate: IsoDate | null,
  grantOf: (grantId: string) => Grant | undefined,
): Coding {
  const rowsOf = rowsByParagraph(mapping)
  const faultOf = assignmentCheck(chart, postingDate)

  const codeOne = (posting: UncodedPosting): Coded => {
    const grant = grantOf(posting.grantId)
    const keys = {
      paragraph: posting.paragraph,
      ownership: grant?.ownership ?? '',
      targetGroup: grant?.targetGroup ?? '',
      service: posting.service,
    }
    const place = findAccountAssignment(keys, posting.period.to, rowsOf)
    if (place.kind === 'missing')
      return {kind: 'uncoded', reason: 'MAPPING_MISSING', hints: [{kind: 'mappingKeys', ...keys}]}
    if (place.kind === 'ambiguous') {
      const rows = place.rows.map((source): Hint => ({kind: 'unreadableRow', ...source}))
      return {kind: 'uncoded', reason: 'MAPPING_AMBIGUOUS', hints: [{kind: 'mappingKeys', ...keys}, ...rows]}
    }
    return checkOne({...posting, account: place.account, pspElement: place.pspElement})
  }

  const checkOne = (posting: Posting): Coded => {
    const {account, pspElement: psp, period} = posting
    const fault = faultOf(account, psp, period.to)
    if (!fault) return {kind: 'coded', postings: [posting]}
    const {reason, problem, successor} = fault
    return {
      kind: 'uncoded',
      reason,
      hints: [{kind: 'account', account, pspElement: psp, successor, problem}],
    }
  }

  return {code: (postings) => each(postings, codeOne), check: (postings) => each(postings, checkOne)}
}

export type AssignmentFault = {
  readonly reason: 'ACCOUNT_MALFORMED' | 'ACCOUNT_CLOSED'
  readonly problem: 'malformed' | Closure['problem']
  readonly successor: string
}

/** Whether an account and PSP element may be posted on for a period with that last day; null where they may. */
export function assignmentCheck(
  chart: Chart | null,
  postingDate: IsoDate | null,
): (account: string, psp: string, day: IsoDate) => AssignmentFault | null {
  const closedOn = chart && chartCheck(chart)
  return (account, psp, day) => {
    if (!isOperatingAccount(account) || pspElement(psp) !== psp)
      return {reason: 'ACCOUNT_MALFORMED', problem: 'malformed', successor: ''}
    const days = postingDate ? [day, postingDate] : [day]
    const closed = closedOn && (closedOn('Art', account, days) ?? closedOn('PSP', psp, days))
    return closed ? {reason: 'ACCOUNT_CLOSED', problem: closed.problem, successor: closed.successor} : null
  }
}

/** The first that fails is the answer for all. */
function each<Item>(items: readonly Item[], one: (item: Item) => Coded): Coded {
  const all = items.map(one)
  const failed = all.find(({kind}) => kind === 'uncoded')
  return failed ?? {kind: 'coded', postings: all.flatMap((coded) => (coded.kind === 'coded' ? coded.postings : []))}
}
