/**
 * Amounts that look like a new rate (`matching.md` 6): at least three invoices of one supplier and service that miss
 * their expected amount by the same factor between 0.90 and 1.10, to within an øre each. Only named, never posted.
 */
import {foldText} from '../../model/accounts.ts'
import type {Grant} from '../../model/grant.ts'
import {ore} from '../../model/money.ts'
import type {Hint, InvoiceVerdict, LineVerdict} from '../../model/verdict.ts'
import {serviceOn} from '../costs/cost.ts'

type Miss = {
  readonly document: string
  readonly line: LineVerdict
  readonly amount: number
  readonly expected: number
  readonly rate: number
  readonly supplierCvr: string
  readonly service: string
}

/** For each line that looks so, its hint; the old rate is the one grant's on the period's last day. */
export function newRates(
  verdicts: readonly InvoiceVerdict[],
  grantOf: (id: string) => Grant | undefined,
): ReadonlyMap<LineVerdict, Hint> {
  const found = new Map<LineVerdict, Hint>()
  const misses = verdicts.flatMap((verdict) =>
    verdict.lines.flatMap((line) => missOf(verdict.documentKey, line, grantOf)),
  )
  for (const group of Map.groupBy(misses, ({supplierCvr, service}) => `${supplierCvr} ${foldText(service)}`).values()) {
    let left = group
    for (let same = mostAlike(left); same; same = mostAlike(left)) {
      const {factor, members} = same
      for (const {line, rate, supplierCvr, service} of members) {
        found.set(line, {
          kind: 'newRate',
          oldRate: ore(rate),
          newRate: ore(Math.round(rate * factor)),
          service,
          supplierCvr,
        })
      }
      left = left.filter((miss) => !members.includes(miss))
    }
  }
  return found
}

function missOf(document: string, line: LineVerdict, grantOf: (id: string) => Grant | undefined): Miss[] {
  const {reason, period, expected, evidence} = line
  const [only, ...others] = evidence.nearest
  const grant = only && others.length === 0 ? grantOf(only) : undefined
  if (reason !== 'AMOUNT_MISMATCH' || !grant || !period || !expected || expected <= 0) return []
  const {amount} = line.line
  const day = evidence.candidates.find(({grantId}) => grantId === grant.id)?.covered?.to ?? period.to
  const rate = grant.rates.find(({from, to}) => from <= day && day <= to)?.rate
  const isNear = amount !== expected && amount * 10 >= expected * 9 && amount * 10 <= expected * 11
  return rate && isNear
    ? [{document, line, amount, expected, rate, supplierCvr: grant.supplierCvr, service: serviceOn(grant, day)}]
    : []
}

/** The factor that most misses have in common, tried as each of them gives it, the largest amount first. */
function mostAlike(misses: readonly Miss[]): {factor: number; members: readonly Miss[]} | undefined {
  let best: {factor: number; members: readonly Miss[]} | undefined
  const tried = new Set<number>()
  for (const {amount, expected} of misses.toSorted((a, b) => b.expected - a.expected)) {
    const factor = amount / expected
    if (tried.has(factor)) continue
    tried.add(factor)
    const members = misses.filter((miss) => Math.abs(miss.amount - miss.expected * factor) <= 1)
    if (new Set(members.map(({document}) => document)).size >= 3 && members.length > (best?.members.length ?? 0))
      best = {factor, members}
  }
  return best
}
