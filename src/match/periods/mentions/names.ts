/** Months that are also first names (`matching.md` 2): «Maj-Britt Dahl», «Jan Hansen», «August Krogh». */
import {foldText} from '../../../model/accounts.ts'
import type {Reading} from './mention.ts'
import {monthNamed} from './words.ts'

/** A hyphen joins it to a capitalised word; or it is `Jan` beside one, a comma or full stop between or not. */
export function isPersonsName(text: string, start: number, word: string, reading: Reading): boolean {
  const [before, after] = [text.slice(0, start), text.slice(start + word.length)]
  const joined = [/^-(\p{Lu}\p{L}*)/u.exec(after)?.[1], /(\p{Lu}\p{L}*)-$/u.exec(before)?.[1]]
  if (isCapitalised(word) && joined.some((other) => other && !isMonthOrService(other, reading))) return true
  if (word !== 'Jan' || isAllCapitals(text)) return false
  return isNameBehind(after, reading) || isNameBefore(before, reading)
}

/** With a capital, before a capitalised word. */
export const looksLikeName = (text: string, start: number, word: string, reading: Reading): boolean =>
  isCapitalised(word) && !isAllCapitals(text) && isNameBehind(text.slice(start + word.length), reading, '')

const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}*$/u.test(word) || /^\p{Lu}+$/u.test(word)

const isAllCapitals = (text: string): boolean => !/\p{Ll}/u.test(text)

function isNameBehind(after: string, reading: Reading, marks = '[.,]?'): boolean {
  const found = new RegExp(`^${marks}\\s+(\\p{Lu}[\\p{L}'’-]*)`, 'u').exec(after)?.[1]
  return found !== undefined && !isMonthOrService(found, reading, after.trimStart())
}

/** The first word of the text makes no name: it is capitalised anyway. */
function isNameBefore(before: string, reading: Reading): boolean {
  const found = /(\p{Lu}[\p{L}'’-]*)[.,]?\s+$/u.exec(before)
  const isFirstWord = before.slice(0, found?.index).trim() === ''
  return found?.[1] !== undefined && !isFirstWord && !isMonthOrService(found[1], reading)
}

/** No capitalised word that is a month, «Måned» or the beginning of a service makes a name. */
function isMonthOrService(word: string, {services}: Reading, from = word): boolean {
  if (monthNamed(word) !== undefined || /^måned/iu.test(word)) return true
  const folded = foldText(from.replace(/^[.,\s]+/u, ''))
  for (const service of services) if (service && (folded.startsWith(service) || foldText(word) === service)) return true
  return false
}
