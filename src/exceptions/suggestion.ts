/**
 * `Forslag` (`matching.md` 6): what would settle this very line, from its evidence, in one to three sentences. First
 * the facts of its hints, its doubt and its reason; then what to do, as these say it, else the reason's remedy.
 */
import type {Invoice} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import type {LineVerdict} from '../model/verdict.ts'
import type {Case} from './case.ts'
import {catalogue} from './catalogue.ts'
import {doubtSentence} from './doubts.ts'
import type {GrantsById} from './grants-by-id.ts'
import {hintSentence} from './hints/catalogue.ts'
import {instruction, type Sentence} from './sentence.ts'

/** For a line with a reason; empty for one without. No CPR number stands whole in it. */
export function suggestion(line: LineVerdict, invoice: Invoice, grants: GrantsById, language: Language): string {
  const {reason} = line
  if (reason === null) return ''
  const sentences = allSentences({reason, line, invoice, grants})
  const settling = sentences.filter(({settles}) => settles).slice(0, 2)
  const facts = sentences.filter(({settles}) => !settles).slice(0, settling.length === 2 ? 1 : 2)
  const instructions = settling.length > 0 ? settling : [instruction(catalogue[reason].remedy)]
  return [...facts, ...instructions].map(({text}) => text[language]).join(' ')
}

/** The nearest to the truth first. */
function allSentences(exception: Case): Sentence[] {
  const {hints, doubt} = exception.line.evidence
  const {usesEvidence, facts} = catalogue[exception.reason]
  if (!usesEvidence) return []
  return [
    ...hints.map((hint) => hintSentence(hint, exception)),
    ...(doubt ? [doubtSentence(doubt)] : []),
    ...facts(exception),
  ]
}
