/**
 * Everything in a text that can be read as a stretch of time (`matching.md` 2, Mentions). Takes the text of an invoice
 * line and what its reading depends on; returns the mentions in their order, weak ones marked. What only looks like one
 * (a single date, a person's name, an order number) is left out.
 */
import {foldText} from '../../../model/accounts.ts'
import {monthOf, type Period, wholeMonth} from '../../../model/calendar.ts'
import {forms, type Read} from './forms.ts'
import type {Mention, Reading} from './mention.ts'
import {isPersonsName, looksLikeName} from './names.ts'
import {alsoWords} from './words.ts'

/** `isPeriodGiven`: columns or XML state a period. */
export function findMentions(text: string, reading: Reading, isPeriodGiven: boolean): Mention[] {
  const found = candidatesIn(text.normalize('NFC'), reading)
  const strong = found.filter(({standing}) => standing === 'strong')
  const isStated = isPeriodGiven || strong.length > 0
  const isStatedWithYear = isPeriodGiven || strong.some(({hasYear}) => hasYear)
  return found.flatMap(({period, standing, text: words}): Mention[] => {
    const isNone =
      (standing === 'weakUnlessStated' && isStated) || (standing === 'weakUnlessStatedWithYear' && isStatedWithYear)
    return isNone ? [] : [{period, isWeak: standing !== 'strong', text: words}]
  })
}

/** What a mention is worth; the last two are none at all where a period is stated elsewhere. */
type Standing = 'strong' | 'weak' | 'weakUnlessStated' | 'weakUnlessStatedWithYear'

type Candidate = {
  readonly period: Period | null
  readonly standing: Standing
  readonly hasYear: boolean
  readonly text: string
}

function candidatesIn(text: string, reading: Reading): Candidate[] {
  const candidates: Candidate[] = []
  const token = /[\p{L}\p{N}]/gu
  for (let start = nextToken(text, 0, token); start !== undefined; ) {
    const read = readAt(text, start, reading)
    if (read) {
      const standing = standingOf(text, start, read, reading)
      const words = text.slice(start, read.end).trim()
      if (standing) candidates.push({period: read.period, standing, hasYear: read.hasYear, text: words})
      start = nextToken(text, read.end, token)
    } else start = nextToken(text, wordEnd(text, start), token)
  }
  return candidates
}

function nextToken(text: string, from: number, token: RegExp): number | undefined {
  token.lastIndex = from
  return token.exec(text)?.index
}

/** Letters and digits change into each other at a new token: `feb2026` is two. */
function wordEnd(text: string, start: number): number {
  const word = /\p{L}+|\p{N}+/uy
  word.lastIndex = start
  const found = word.exec(text)
  return found ? start + found[0].length : start + 1
}

/** Digits that touch another digit or letter, and letters within a word, begin nothing. */
const isWithin = (text: string, start: number): boolean =>
  /[\p{L}\p{N}]$|\p{N}[.,/-]$/u.test(text.slice(Math.max(0, start - 2), start))

function readAt(text: string, start: number, reading: Reading): Read | undefined {
  if (isWithin(text, start)) return undefined
  for (const form of forms) {
    const read = form.read(text, start, reading)
    if (read) return read
  }
  return undefined
}

/** Null where what was read is no mention. */
function standingOf(text: string, start: number, read: Read, reading: Reading): Standing | null {
  const [before, words] = [text.slice(0, start), text.slice(start, read.end)]
  if (read.kind === 'date') return read.period === null ? 'strong' : null
  const inDigits = !/\p{L}/u.test(words)
  if (inDigits && (isKnownNumber(text, start, read.end, reading) || behind(before, numberWords))) return null
  if (isOfInvoiceDates(read, reading) && behind(before, invoiceDateWords)) return 'weakUnlessStated'
  if (inDigits && behind(before, invoiceNumberWords)) return 'weak'
  if (behind(before, rateWords)) return 'weak'
  if (read.isWeakForm && !behind(before, periodWords)) return 'weak'
  const isPlainWord = read.kind === 'months' && !read.hasYear && !read.isJoined && !inDigits
  return isPlainWord ? standingOfWord(text, start, read, reading) : 'strong'
}

/** A month's name without a year: it may be a person's name, or a word. */
function standingOfWord(text: string, start: number, read: Read, reading: Reading): Standing | null {
  const word = /^\p{L}+/u.exec(text.slice(start))?.[0] ?? ''
  if (!alsoWords.has(word.toLowerCase())) return 'strong'
  if (isPersonsName(text, start, word, reading)) return null
  if (looksLikeName(text, start, word, reading)) return 'weakUnlessStatedWithYear'
  return isIntroduced(text, start, read.end, word, reading) ? 'strong' : 'weak'
}

function isIntroduced(text: string, start: number, end: number, word: string, {services}: Reading): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  if (/^\s*(?:måned|md\.)/iu.test(after) || /måned(?!\p{L})\.?$/iu.test(text.slice(start, end))) return true
  if (behind(before, 'i|perioden?|måned')) return true
  if (behind(before, 'for')) return word !== 'Jan'
  if (/(?:^|[^\p{L}\p{N}])[-\u2010-\u2015]\s+$/u.test(before) || /\s[-\u2010-\u2015]\s*$/u.test(before)) return true
  const folded = foldText(before.replace(/[\s:,]+$/u, ''))
  for (const service of services) if (service && endsWithWord(folded, service)) return true
  return false
}

const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) && !/[\p{L}\p{N}]/u.test(text.slice(0, -word.length).at(-1) ?? '')

const numberWords = 'kl|(?<!faktura)(?<!faktura\\s)nr|ordre(?:nr|nummer)?|lov|lbk'
const invoiceDateWords = 'faktura|faktureret|faktureres|forfald'
const invoiceNumberWords = 'faktura(?:nr|nummer)?|faktura\\s*nr|regning|bilag|rate|side'
const rateWords = '(?:takst|pris|aftale|bevilling)(?:\\s+(?:pr\\.?|fra|af))?'
const periodWords = 'for|perioden?|vedr(?:ørende)?'

/** Whether the text ends in one of the words: a mention stands right behind it. */
const behind = (before: string, words: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})\\.?\\s*[:#]?\\s*$`, 'iu').test(before)

function isOfInvoiceDates({kind, isJoined, period}: Read, {issueDate, dueDate}: Reading): boolean {
  const month = period && kind === 'months' && !isJoined ? wholeMonth(period) : undefined
  return month !== undefined && [issueDate, dueDate].some((date) => date && monthOf(date) === month)
}

/** What stands between blanks around a mention in digits, and with up to two words before and behind it. */
function isKnownNumber(text: string, start: number, end: number, reading: Reading): boolean {
  const from = text.slice(0, start).search(/\S+$/)
  const rest = /^\S*/.exec(text.slice(end))?.[0] ?? ''
  const token = text.slice(from < 0 ? start : from, end + rest.length).replace(/[.,;:)]+$/, '')
  return reading.isKnownNumber(token)
}
