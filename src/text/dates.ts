/** Days as the files write them (`formats.md`). Takes ISO text, returns text. */
import type {IsoDate} from '../model/calendar.ts'

/** `31-03-2026`: in the files that people and Sensum read. */
export const danishDate = (date: IsoDate): string => `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`

/** `31.03.2026`: in the files that OPUS reads. */
export const dottedDate = (date: IsoDate): string => danishDate(date).replaceAll('-', '.')

/** `20260331`. */
export const compactDate = (date: IsoDate): string => date.replaceAll('-', '')
