/** What the program did, held against what is true. */
import {kroner} from '../../samples/generator/danish.ts'
import type {Bill, Truth} from '../../samples/generator/model.ts'
import {truthOn} from '../../samples/generator/truth-file.ts'
import type {Outcome} from './outcomes.ts'
import type {Week} from './weeks.ts'

/**
 * `wrong`: something was posted that the truth does not have, the one thing that must never be.
 * `missed`: it may be posted and was not. `code`: left to a person for another reason.
 */
export type Kind = 'wrong' | 'missed' | 'code'

export type Disagreement = {
  readonly kind: Kind
  readonly truth: string
  readonly program: string
  readonly note: string
  readonly document: string
  readonly until: string
}

export type Comparison = {
  /** Bills that may be posted (by the last truth that came into force for them), and of these the posted ones. */
  readonly postable: number
  readonly posted: number
  /** Truths that name a reason, and of these the ones for which the program gave a right one in every run. */
  readonly reasons: number
  readonly rightReasons: number
  /** One for each truth and kind, from the first run in which it occurred. */
  readonly disagreements: readonly Disagreement[]
}

export function compareWeeks(weeks: readonly Week[]): Comparison {
  const disagreements = new Map<string, Disagreement>()
  const postable = new Set<Bill>()
  const posted = new Set<Bill>()
  const reasons = new Set<string>()
  const missing = {posted: false, code: 'NOT IN THE OUTPUT', paid: [], coded: []} satisfies Outcome

  for (const {until, bills, outcomes} of weeks) {
    for (const bill of bills) {
      const truth = truthOn(bill, until)
      const outcome = outcomes.get(bill.documentNumber) ?? missing
      const key = `${bill.documentNumber} ${truth.note}`
      if (truth.expect === 'post') postable.add(bill)
      if (truth.expect === 'exception') reasons.add(key)
      if (outcome.paid.length > 0) posted.add(bill)
      const kind = kindOf(truth, outcome)
      const known = disagreements.has(`${key} ${kind}`)
      if (kind && !known) {
        const [truthText, program] = [
          summaryOf(truth),
          outcome.posted ? `posted ${outcome.paid.join(', ')}` : outcome.code,
        ]
        disagreements.set(`${key} ${kind}`, {
          kind,
          truth: truthText,
          program,
          note: truth.note,
          document: bill.documentNumber,
          until,
        })
      }
    }
  }

  const found = [...disagreements.values()]
  return {
    postable: postable.size,
    posted: [...postable].filter((bill) => posted.has(bill)).length,
    reasons: reasons.size,
    rightReasons: [...reasons].filter((key) => !disagreements.has(`${key} code`) && !disagreements.has(`${key} wrong`))
      .length,
    disagreements: found,
  }
}

/** Undefined where they agree. */
function kindOf(truth: Truth, outcome: Outcome): Kind | undefined {
  const paid = truth.postings
    .map(({grantId, from, to, amount}) => `${grantId} ${from} ${to} ${kroner(amount)}`)
    .toSorted()
  const coded = truth.postings
    .map(({account, pspElement, from, to, amount}) => `${account} ${pspElement} ${from} ${to} ${kroner(amount)}`)
    .toSorted()
  const asTrue = same(paid, outcome.paid) && same(coded, outcome.coded)

  if (outcome.paid.length > 0 || outcome.coded.length > 0)
    return (truth.expect === 'post' || truth.expect === 'either') && asTrue ? undefined : 'wrong'
  if (truth.expect === 'exception')
    return !outcome.posted && truth.codes.some((code) => code === outcome.code) ? undefined : 'code'
  if (truth.expect === 'post') return outcome.posted ? undefined : 'missed'
  if (truth.expect === 'alreadyPosted') return outcome.posted ? undefined : 'code'
  return undefined
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at])

const summaryOf = ({expect, codes, postings}: Truth): string =>
  expect === 'exception'
    ? codes.join('/')
    : [expect, ...postings.map(({grantId, from, to, amount}) => `${grantId} ${from} ${to} ${kroner(amount)}`)].join(' ')

/** A row for each kind and story, most first, with one document to look at. */
export function disagreementTable(disagreements: readonly Disagreement[]): string {
  const groups = Map.groupBy(disagreements, ({kind, note, truth, program}) =>
    [kind, note, truth.replace(/ .*/, ''), program.replace(/^posted .*/, 'posted')].join(' | '),
  )
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(
      ([group, [first, ...rest]]) =>
        `${String(rest.length + 1).padStart(5)} | ${group} | e.g. ${first?.document} until ${first?.until}: ${first?.truth} — ${first?.program}`,
    )
    .join('\n')
}
