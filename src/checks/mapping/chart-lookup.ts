/**
 * Looks a number up in the chart of accounts (`formats.md`, Chart of accounts). Whether it is open on a day is what
 * `chartCheck` says, as in `match`; what is added is why not, since when, and which number replaces it.
 */
import {type ChartCheck, chartCheck} from '../../coding/chart.ts'
import {type Chart, type ChartEntry, isOperatingAccount, pspElement} from '../../model/accounts.ts'
import {addDays, type IsoDate, openEnd} from '../../model/calendar.ts'
import {mistypedFor} from '../../text/nearest.ts'

type NumberType = ChartEntry['type']

export type Successor =
  | {readonly kind: 'none'}
  /** `via`: the numbers between, closed themselves; `from`: it opened only after the first day that is still posted for. */
  | {readonly kind: 'open'; readonly number: string; readonly via: readonly string[]; readonly from: IsoDate | null}
  | {readonly kind: 'closed'; readonly number: string}
  | {readonly kind: 'circle'; readonly number: string}

export type NumberState =
  | {readonly kind: 'open'}
  | {readonly kind: 'unknown'; readonly isOfOtherType: boolean; readonly near: readonly string[]}
  | {readonly kind: 'blocked'; readonly successor: Successor}
  /** `lastDay`: the last one on which it was open. */
  | {readonly kind: 'expired'; readonly lastDay: IsoDate; readonly successor: Successor}
  | {readonly kind: 'notYetValid'; readonly firstDay: IsoDate}

export type ChartLookup = {
  readonly isOpen: ChartCheck
  /** On all of the days. */
  readonly stateOn: (type: NumberType, number: string, days: readonly IsoDate[]) => NumberState
  readonly successorOf: (type: NumberType, number: string, days: readonly IsoDate[]) => Successor
  /** Days on which the number opens or closes: the first and last of each entry and those beside them. */
  readonly daysOfChange: (type: NumberType, number: string) => readonly IsoDate[]
  /** Open numbers of that type that the text is nearest to, one or two characters away. */
  readonly near: (type: NumberType, text: string, days: readonly IsoDate[]) => readonly string[]
}

/** `firstPostable` is the first day that an invoice may still be posted for. */
export function chartLookup(chart: Chart, firstPostable: IsoDate): ChartLookup {
  const isOpen = chartCheck(chart)
  const byNumber = Map.groupBy(chart.entries, ({type, number}) => `${type}:${number}`)
  const entriesOf = (type: NumberType, number: string): readonly ChartEntry[] => byNumber.get(`${type}:${number}`) ?? []

  const near: ChartLookup['near'] = (type, text, days) =>
    mistypedFor(
      text,
      chart.entries
        .filter((entry) => entry.type === type && isUsable(type, entry.number))
        .map(({number}) => number)
        .filter((number) => isOpen(type, number, days) === null),
    )

  const successorOf: ChartLookup['successorOf'] = (type, number, days) => {
    const via: string[] = []
    const seen = new Set([number])
    let closed = isOpen(type, number, days)
    let last = ''
    while (closed && closed.successor !== '') {
      const next = closed.successor
      if (seen.has(next)) return {kind: 'circle', number: next}
      seen.add(next)
      if (last !== '') via.push(last)
      last = next
      closed = isUsable(type, next) ? isOpen(type, next, days) : {...closed, successor: ''}
      if (!closed)
        return {kind: 'open', number: next, via, from: openedLate(entriesOf(type, next), days, firstPostable)}
    }
    return last === '' ? {kind: 'none'} : {kind: 'closed', number: last}
  }

  const stateOn: ChartLookup['stateOn'] = (type, number, days) => {
    const closed = isOpen(type, number, days)
    if (!closed) return {kind: 'open'}
    if (closed.problem === 'unknown') {
      const isOfOtherType = entriesOf(type === 'Art' ? 'PSP' : 'Art', number).length > 0
      return {kind: 'unknown', isOfOtherType, near: near(type, number, days)}
    }
    const successor = successorOf(type, number, days)
    if (closed.problem === 'blocked') return {kind: 'blocked', successor}
    const day = days.find((candidate) => isOpen(type, number, [candidate]) !== null) as IsoDate
    const entries = entriesOf(type, number)
    const ended = entries.flatMap(({to}) => (to !== null && to < day ? to : [])).toSorted()
    const lastDay = ended.at(-1)
    if (lastDay) return {kind: 'expired', lastDay, successor}
    const [firstDay] = entries.flatMap(({from}) => (from !== null && from > day ? from : [])).toSorted()
    // An entry that ends before it begins opens its number on no day.
    return firstDay ? {kind: 'notYetValid', firstDay} : {kind: 'blocked', successor}
  }

  const daysOfChange: ChartLookup['daysOfChange'] = (type, number) =>
    entriesOf(type, number).flatMap(({from, to}) => [
      ...(from === null ? [] : [addDays(from, -1), from]),
      ...(to === null || to === openEnd ? [] : [to, addDays(to, 1)]),
    ])

  return {isOpen, stateOn, successorOf, daysOfChange, near}
}

/** A successor that the support sheet may hold: an operating account, a PSP element of the right form. */
const isUsable = (type: NumberType, number: string): boolean =>
  type === 'Art' ? isOperatingAccount(number) : pspElement(number) === number

/** The first day of the entry that holds the number open on the earliest of the days, where it is after `firstPostable`. */
function openedLate(entries: readonly ChartEntry[], days: readonly IsoDate[], firstPostable: IsoDate): IsoDate | null {
  const [day] = days.toSorted()
  const entry = entries.find(
    ({from, to}) => day !== undefined && (from === null || from <= day) && (to === null || day <= to),
  )
  return entry && entry.from !== null && entry.from > firstPostable ? entry.from : null
}
