/** What several lines of one citizen say of their period together (`matching.md` 3, Several lines). */

import type {PeriodReading} from './line-period.ts'
import {isOfMonth, touches} from './period-text.ts'

/**
 * The one period that those of the lines state which state any, else what they say together of the named one. Null
 * where several are stated, or where a line that states none speaks against the one that is.
 */
export function readingOfSum(readings: readonly PeriodReading[]): PeriodReading | null {
  const stated = readings.filter((reading) => reading.kind === 'stated')
  const unstated = readings.filter((reading) => reading.kind === 'unstated')
  const mentions = unstated.flatMap((reading) => reading.mentions)
  const singleEnds = unstated.flatMap(({singleEnd}) => singleEnd ?? [])
  const contradictory = unstated.some((reading) => reading.contradictory)

  const [first] = stated
  if (!first) {
    return new Set(singleEnds).size > 1
      ? null
      : {kind: 'unstated', contradictory, mentions, singleEnd: singleEnds[0] ?? null}
  }
  const {period} = first
  const differs = stated.some((reading) => reading.period.from !== period.from || reading.period.to !== period.to)
  const against =
    contradictory ||
    singleEnds.some((date) => date < period.from || date > period.to) ||
    mentions.some((mention) => !isOfMonth(mention, period) && !mention.months.every((month) => touches(period, month)))
  return differs || against || stated.some(({conflict}) => conflict) ? null : first
}
