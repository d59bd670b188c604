/**
 * The mistakes that the schema finds in `bills.yaml` (`configuration.md`), as sentences: the key, what was expected, and
 * what was perhaps meant.
 */
import type {z} from 'zod'
import type {LocalizedText} from '../model/language.ts'
import {maskCprIn} from '../text/mask.ts'
import {nearest} from '../text/nearest.ts'
import {expectationIn} from './expected.ts'
import {knownKeysAt, knownPaths} from './json-schema.ts'

export type Mistake = {readonly path: readonly PropertyKey[]; readonly text: LocalizedText}

export function toMistakes(issues: readonly z.core.$ZodIssue[]): Mistake[] {
  return issues.flatMap((issue): Mistake[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key))
    const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
    return [{path: issue.path, text: withKey(issue.path, expectationIn(message) ?? {da: message, en: message})}]
  })
}

function unknownKey(parent: readonly PropertyKey[], key: string): Mistake {
  const known = knownKeysAt(parent)
  const elsewhere = knownPaths().find((path) => path.endsWith(`.${key}`) || path === key)
  const meant = elsewhere ?? nearest(key, known)
  const hint: LocalizedText = meant
    ? {da: `mente du ${meant}?`, en: `did you mean ${meant}?`}
    : {da: `her kan stå ${known.join(', ')}`, en: `known here: ${known.join(', ')}`}
  const path = [...parent, key]
  return {path, text: withKey(path, {da: `ukendt nøgle; ${hint.da}`, en: `unknown key; ${hint.en}`})}
}

function withKey(path: readonly PropertyKey[], text: LocalizedText): LocalizedText {
  const key = path.length === 0 ? '' : `${maskCprIn(path.map(String).join('.'))}: `
  return {da: `${key}${text.da}`, en: `${key}${text.en}`}
}
