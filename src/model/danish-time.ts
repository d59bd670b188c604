/**
 * Moments as clocks in Denmark show them, whatever the machine's own zone: takes a moment, returns its day, its time
 * with offset, and the stem of a run's id (`formats.md`, summary.json).
 */
import type {IsoDate} from './calendar.ts'

export type DanishTime = {
  /** `yyyymmdd-hhmmss`. */
  readonly runId: string
  /** ISO 8601 with offset, to the second. */
  readonly iso: string
  readonly day: IsoDate
}

export function danishTime(moment: Date): DanishTime {
  const parts = new Map(danishClock.formatToParts(moment).map(({type, value}) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}` as IsoDate
  const time = `${part('hour')}:${part('minute')}:${part('second')}`
  return {
    runId: `${day}-${time}`.replaceAll(/[-:]/g, '').replace(/^(\d{8})/, '$1-'),
    iso: `${day}T${time}${part('timeZoneName').replace('GMT', '') || '+00:00'}`,
    day,
  }
}

const danishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
})
