/** The support sheet and the chart of accounts (`formats.md`, Mapping and Chart of accounts). */
import type {IsoDate} from './calendar.ts'
import type {Problem} from './problem.ts'
import type {Source} from './source.ts'

/** A key of a mapping row: null is any; `unreadable` fits everything and makes the grant ambiguous. */
export type MappingRow = {
  readonly source: Source
  readonly paragraph: string
  /** Folded (`foldText`); null is any. */
  readonly ownership: string | null
  readonly targetGroup: string | null
  readonly service: string | null
  /** As read, trimmed; checked for form when it is used. */
  readonly account: string
  /** Padded where it has the shape of a PSP element, else as read. */
  readonly pspElement: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly note: string
  /** Not empty: the row cannot be read and makes ambiguous every grant that its readable keys fit. */
  readonly problems: readonly Problem[]
}

export type Mapping = {readonly rows: readonly MappingRow[]}

export type ChartEntry = {
  readonly source: Source
  readonly type: 'PSP' | 'Art'
  /** A PSP element is padded as in the mapping. */
  readonly number: string
  readonly text: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly blocked: boolean
  readonly successor: string
}

export type Chart = {readonly entries: readonly ChartEntry[]}

/** Text is compared without case and surrounding or doubled spaces. */
export const foldText = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** `xg-5038500001-1` → `XG-5038500001-00001`; undefined where it has not that shape. */
export function pspElement(text: string): string | undefined {
  const found = /^([A-Z]{2})-(\d{1,10})-(\d{1,5})$/.exec(text.replaceAll(/\s/g, '').toUpperCase())
  return found ? `${found[1]}-${found[2]?.padStart(10, '0')}-${found[3]?.padStart(5, '0')}` : undefined
}

/** Eight characters: a digit or `S`, and seven digits. */
export const isAccount = (text: string): boolean => /^[\dS]\d{7}$/.test(text)

/** Neither `9…` nor `S…`: it carries a PSP element. */
export const isOperatingAccount = (account: string): boolean => isAccount(account) && !/^[9S]/.test(account)
