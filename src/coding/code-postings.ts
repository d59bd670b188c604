/**
 * Coding: postings get the account and PSP element of their grant, or the reason why they cannot (`matching.md` 5).
 * A reversal keeps the accounts of the line that it takes back; only the chart is asked.
 */
import {type Chart, isOperatingAccount, type Mapping, pspElement} from '../domain/accounts.ts'
import type {IsoDate} from '../domain/calendar.ts'
import type {Grant} from '../domain/grant.ts'
import type {Posting, UncodedPosting} from '../domain/posting.ts'
import type {ReasonCode} from '../domain/reason.ts'
import type {Hint} from '../domain/verdict.ts'
import {chartCheck} from './chart.ts'
import {findCostPlace, rowsByParagraph} from './mapping.ts'

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
  const closedOn = chart && chartCheck(chart)

  const codeOne = (posting: UncodedPosting): Coded => {
    const grant = grantOf(posting.grantId)
    const keys = {
      paragraph: posting.paragraph,
      ownership: grant?.ownership ?? '',
      targetGroup: grant?.targetGroup ?? '',
      service: posting.service,
    }
    const place = findCostPlace(keys, posting.period.to, rowsOf)
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
    const fail = (
      reason: ReasonCode,
      problem: 'malformed' | 'unknown' | 'blocked' | 'notValid',
      successor = '',
    ): Coded => ({
      kind: 'uncoded',
      reason,
      hints: [{kind: 'account', account, pspElement: psp, successor, problem}],
    })
    if (!isOperatingAccount(account) || pspElement(psp) !== psp) return fail('ACCOUNT_MALFORMED', 'malformed')
    const days = postingDate ? [period.to, postingDate] : [period.to]
    const closed = closedOn && (closedOn('Art', account, days) ?? closedOn('PSP', psp, days))
    return closed ? fail('ACCOUNT_CLOSED', closed.problem, closed.successor) : {kind: 'coded', postings: [posting]}
  }

  return {code: (postings) => each(postings, codeOne), check: (postings) => each(postings, checkOne)}
}

/** The first that fails is the answer for all. */
function each<Item>(items: readonly Item[], one: (item: Item) => Coded): Coded {
  const all = items.map(one)
  const failed = all.find(({kind}) => kind === 'uncoded')
  return failed ?? {kind: 'coded', postings: all.flatMap((coded) => (coded.kind === 'coded' ? coded.postings : []))}
}
