/**
 * What would become of the bills that were posted in the last months if the like of them came now: each posting is
 * coded anew as if its period ended on the day asked about. What a credit note has taken back is left out, and so are
 * credit notes themselves.
 */
import {addMonths, type IsoDate, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {EarlierDocument, EarlierPosting} from '../../model/earlier.ts'
import type {Grant} from '../../model/grant.ts'
import type {Ore} from '../../model/money.ts'
import {sumOre} from '../../model/money.ts'
import {type AssignmentReason, assignmentsIn} from './account-assignment.ts'
import {chartLookup} from './chart-lookup.ts'
import {type CheckInput, firstPostableDay} from './check-input.ts'

export const monthsBack = 6

export type ReplayedPostings = {
  /** First and last day of issue of the bills looked at: six calendar months, the one of the day asked about the last. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly posted: Tally
  readonly same: Tally
  readonly elsewhere: Tally
  readonly failing: Tally
  readonly failingBy: Readonly<Partial<Record<AssignmentReason, Tally>>>
  /** Not told: the grant is not in the register given, or none was, or the posting's keys are not in the ledger. */
  readonly unknown: Tally
  /** Of the unknown: their accounts or PSP elements are closed in the chart. */
  readonly unknownOnClosed: Tally
}

/** Invoices, and what was posted for them (øre). */
export type Tally = {readonly invoices: number; readonly amount: Ore}

export function replayPostings(documents: readonly EarlierDocument[], subject: CheckInput): ReplayedPostings {
  const {today} = subject
  const from = monthPeriod(addMonths(monthOf(today), 1 - monthsBack)).from
  const judge = judgeFor(subject)
  const bills = documents.flatMap((document) => {
    const {outcome, type, issueDate} = document
    if (outcome !== 'posted' || type !== 'invoice' || issueDate === null || issueDate < from || issueDate > today)
      return []
    const postings = document.lines.filter(({reversed}) => reversed === null).flatMap((line) => line.postings)
    return postings.length === 0 ? [] : [{amount: sumOre(postings.map(({amount}) => amount)), ...judge(postings)}]
  })
  const tally = (chosen: typeof bills): Tally => ({
    invoices: chosen.length,
    amount: sumOre(chosen.map(({amount}) => amount)),
  })
  const failing = bills.filter(({fate}) => fate === 'failing')
  const unknown = bills.filter(({fate}) => fate === 'unknown')
  return {
    from,
    to: today,
    posted: tally(bills),
    same: tally(bills.filter(({fate}) => fate === 'same')),
    elsewhere: tally(bills.filter(({fate}) => fate === 'elsewhere')),
    failing: tally(failing),
    failingBy: Object.fromEntries(
      codes
        .map((code) => [code, tally(failing.filter((bill) => bill.code === code))] as const)
        .filter(([, {invoices}]) => invoices > 0),
    ),
    unknown: tally(unknown),
    unknownOnClosed: tally(unknown.filter(({isOnClosed}) => isOnClosed)),
  }
}

const codes = ['MAPPING_MISSING', 'MAPPING_AMBIGUOUS', 'ACCOUNT_MALFORMED', 'ACCOUNT_CLOSED'] as const

type Verdict = {
  readonly fate: 'same' | 'elsewhere' | 'failing' | 'unknown'
  readonly code: AssignmentReason | null
  readonly isOnClosed: boolean
}

/** One posting that fails makes the invoice fail, as in `match`; one that cannot be told leaves it untold. */
function judgeFor(subject: CheckInput): (postings: readonly EarlierPosting[]) => Verdict {
  const {mapping, chart, today, grants} = subject
  const {postingDate} = subject.config.opus
  const placeOf = assignmentsIn(mapping, chart, postingDate)
  const {isOpen} = chartLookup(chart, firstPostableDay(subject))
  const days = postingDate === null ? [today] : [today, postingDate]
  const grantById = new Map((grants ?? []).map((grant): [string, Grant] => [grant.id, grant]))
  return (postings) => {
    const judged = postings.map((posting) => {
      const grant = grantById.get(posting.grantId)
      if (!grant || posting.account === '') return null
      const {paragraph, service} = posting
      const place = placeOf({paragraph, service, ownership: grant.ownership, targetGroup: grant.targetGroup}, today)
      const isSame = place.account === posting.account && place.pspElement === posting.pspElement
      return {code: place.code, isSame}
    })
    const isOnClosed = postings.some(
      ({account, pspElement}) => account !== '' && (isOpen('Art', account, days) ?? isOpen('PSP', pspElement, days)),
    )
    const code = judged.flatMap((each) => each?.code ?? [])[0] ?? null
    if (code) return {fate: 'failing', code, isOnClosed}
    if (judged.includes(null)) return {fate: 'unknown', code, isOnClosed}
    return {fate: judged.every((each) => each?.isSame) ? 'same' : 'elsewhere', code, isOnClosed}
  }
}
