/** What several lines of one citizen say of their period together (`matching.md` 3, Several lines). */
import type {PeriodReading} from './line-period.ts'
import {agrees} from './mentions/text-period.ts'

/**
 * The one period that those of the lines state which state any, else what they say together of the named one. Null
 * where several are stated, or where a line that states none speaks against the one that is.
 */
export function readingOfSum(readings: readonly PeriodReading[]): PeriodReading | null {
  const stated = readings.filter((reading) => reading.kind === 'stated')
  const unstated = readings.filter((reading) => reading.kind === 'unstated')
  const texts = unstated.flatMap((reading) => reading.texts)
  const singleEnds = unstated.flatMap((reading) => reading.singleEnds)
  const [first] = stated
  if (!first) return {kind: 'unstated', texts, singleEnds}

  const {period} = first
  const isOther = stated.some((reading) => reading.period.from !== period.from || reading.period.to !== period.to)
  const isAgainst =
    texts.some((mentions) => !agrees(mentions, period)) ||
    singleEnds.some((date) => date < period.from || date > period.to) ||
    stated.some(({conflict}) => conflict)
  return isOther || isAgainst ? null : first
}
