/** The chart of accounts: whether an account and a PSP element are open on a day (`matching.md` 5). */
import type {Chart, ChartEntry} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'

export type Closure = {
  readonly type: ChartEntry['type']
  readonly number: string
  readonly problem: 'unknown' | 'blocked' | 'notValid'
  /** The number that takes its place, where the chart names one. */
  readonly successor: string
}

/** Null where the number is open on each of the days. */
export type ChartCheck = (type: ChartEntry['type'], number: string, days: readonly IsoDate[]) => Closure | null

export function chartCheck({entries}: Chart): ChartCheck {
  const byNumber = Map.groupBy(entries, ({type, number}) => `${type}:${number}`)
  return (type, number, days) => {
    const found = byNumber.get(`${type}:${number}`) ?? []
    const [first] = found
    if (!first) return {type, number, problem: 'unknown', successor: ''}
    const blocked = found.find((entry) => entry.blocked)
    if (blocked) return {type, number, problem: 'blocked', successor: blocked.successor}
    const isOpen = days.every((day) =>
      found.some(({from, to}) => (from === null || from <= day) && (to === null || day <= to)),
    )
    return isOpen ? null : {type, number, problem: 'notValid', successor: first.successor}
  }
}
