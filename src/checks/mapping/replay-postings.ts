/**
 * Replays the postings of the last months (`commands.md`, validate-mapping, the ledger). Takes the ledger's documents;
 * returns how many of the posted invoices would be posted on the same accounts if they came now: each posting is coded
 * again as if its period ended on the day asked about. What a credit note has taken back is left out, and so are credit
 * notes themselves.
 */
import {addMonths, type IsoDate, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {EarlierDocument, EarlierPosting} from '../../model/earlier.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import {type AssignmentReason, assignmentsIn} from './account-assignment.ts'
import {chartLookup} from './chart-lookup.ts'
import {type CheckInput, firstPostableDay} from './check-input.ts'

const monthsBack = 6

export type ReplayedPostings = {
  /** First and last day of issue of the invoices replayed: six calendar months, the one of the day asked about the last. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly posted: Tally
  readonly same: Tally
  readonly elsewhere: Tally
  readonly failing: Tally
  readonly failingBy: Readonly<Partial<Record<AssignmentReason, Tally>>>
  /** Not known: the grant is not in the register given, or none was, or the posting's keys are not in the ledger. */
  readonly unknown: Tally
  /** Of the unknown: their accounts or PSP elements are closed in the chart. */
  readonly unknownOnClosed: Tally
}

/** Invoices, and what was posted for them (øre). */
export type Tally = {readonly invoices: number; readonly amount: Ore}

export function replayPostings(documents: readonly EarlierDocument[], input: CheckInput): ReplayedPostings {
  const {today} = input
  const from = monthPeriod(addMonths(monthOf(today), 1 - monthsBack)).from
  const outcomeOf = outcomesFor(input)
  const invoices = documents.flatMap((document) => {
    const {outcome, type, issueDate} = document
    if (outcome !== 'posted' || type !== 'invoice' || issueDate === null || issueDate < from || issueDate > today)
      return []
    const postings = document.lines.filter(({reversed}) => reversed === null).flatMap((line) => line.postings)
    return postings.length === 0 ? [] : [{amount: sumOre(postings.map(({amount}) => amount)), ...outcomeOf(postings)}]
  })
  const tally = (chosen: typeof invoices): Tally => ({
    invoices: chosen.length,
    amount: sumOre(chosen.map(({amount}) => amount)),
  })
  const failing = invoices.filter(({replayed}) => replayed === 'failing')
  const unknown = invoices.filter(({replayed}) => replayed === 'unknown')
  return {
    from,
    to: today,
    posted: tally(invoices),
    same: tally(invoices.filter(({replayed}) => replayed === 'same')),
    elsewhere: tally(invoices.filter(({replayed}) => replayed === 'elsewhere')),
    failing: tally(failing),
    failingBy: Object.fromEntries(
      codes
        .map((code) => [code, tally(failing.filter((invoice) => invoice.code === code))] as const)
        .filter(([, {invoices}]) => invoices > 0),
    ),
    unknown: tally(unknown),
    unknownOnClosed: tally(unknown.filter(({isOnClosed}) => isOnClosed)),
  }
}

const codes = ['MAPPING_MISSING', 'MAPPING_AMBIGUOUS', 'ACCOUNT_MALFORMED', 'ACCOUNT_CLOSED'] as const

/** Where an invoice would be posted now. */
export type Replayed = 'same' | 'elsewhere' | 'failing' | 'unknown'

type Outcome = {
  readonly replayed: Replayed
  readonly code: AssignmentReason | null
  readonly isOnClosed: boolean
}

/** One posting that fails makes the invoice fail, as in `match`; one that is not known leaves it unknown. */
function outcomesFor(input: CheckInput): (postings: readonly EarlierPosting[]) => Outcome {
  const {mapping, chart, today, grants} = input
  const {postingDate} = input.config.opus
  const assignmentOf = assignmentsIn(mapping, chart, postingDate)
  const {isOpen} = chartLookup(chart, firstPostableDay(input))
  const days = postingDate === null ? [today] : [today, postingDate]
  const grantById = new Map((grants ?? []).map((grant): [string, Grant] => [grant.id, grant]))
  return (postings) => {
    const coded = postings.map((posting) => {
      const grant = grantById.get(posting.grantId)
      if (!grant || posting.account === '') return null
      const {paragraph, service} = posting
      const assignment = assignmentOf(
        {paragraph, service, ownership: grant.ownership, targetGroup: grant.targetGroup},
        today,
      )
      const isSame = assignment.account === posting.account && assignment.pspElement === posting.pspElement
      return {code: assignment.code, isSame}
    })
    const isOnClosed = postings.some(
      ({account, pspElement}) => account !== '' && (isOpen('Art', account, days) ?? isOpen('PSP', pspElement, days)),
    )
    const code = coded.flatMap((posting) => posting?.code ?? [])[0] ?? null
    if (code) return {replayed: 'failing', code, isOnClosed}
    if (coded.includes(null)) return {replayed: 'unknown', code, isOnClosed}
    return {replayed: coded.every((posting) => posting?.isSame) ? 'same' : 'elsewhere', code, isOnClosed}
  }
}
