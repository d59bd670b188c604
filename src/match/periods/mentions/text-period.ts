/** The period that a text states, and whether a text agrees with a period (`matching.md` 2, Mentions and Stated). */
import {addDays, contains, overlap, type Period} from '../../../model/calendar.ts'
import type {Mention} from './mention.ts'

/** The one of the mentions that are not weak that lies within every other one; undefined where none does. */
export function statedIn(mentions: readonly Mention[]): Period | undefined {
  return mentions.find(
    ({period, isWeak}) =>
      !isWeak && period !== null && mentions.every((other) => other.period !== null && contains(other.period, period)),
  )?.period as Period | undefined
}

/** Nothing is mentioned, or each mention shares a day with the period and together they hold all of its days. */
export function agrees(mentions: readonly Mention[], period: Period): boolean {
  if (mentions.length === 0) return true
  const shared = mentions.map((mention) => mention.period && overlap(mention.period, period))
  return (
    shared.every((days) => days) &&
    coversAll(
      shared.flatMap((days) => days ?? []),
      period,
    )
  )
}

function coversAll(pieces: readonly Period[], period: Period): boolean {
  let next = period.from
  for (const {from, to} of pieces.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > next) return false
    if (to >= next) next = addDays(to, 1)
  }
  return next > period.to
}
