/**
 * `Forslag`: what would settle this very line, from its evidence, in one to three sentences. First what the case
 * shows, its hints and its doubt; then what to do: what one of these says, else the catalogue's remedy.
 */
import type {Invoice} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {LineVerdict} from '../model/verdict.ts'
import {caseFacts} from './case-facts.ts'
import {catalogue} from './catalogue.ts'
import {doubtSentence} from './doubt-sentences.ts'
import type {GrantsById} from './grants-by-id.ts'
import {hintSentence} from './hint-sentences.ts'
import type {Case, Sentence} from './sentence.ts'

/** For a line with a reason; empty for one without. No CPR number stands whole in it. */
export function suggestion(line: LineVerdict, invoice: Invoice, grants: GrantsById, language: Language): string {
  const {reason} = line
  if (reason === null) return ''
  const told = tellAll(reason, {line, invoice, grants, language})
  const deeds = told.filter(({settles}) => settles).slice(0, 2)
  const facts = told.filter(({settles}) => !settles).slice(0, deeds.length === 2 ? 1 : 2)
  const remedy = deeds.length === 0 ? [catalogue[reason].remedy[language]] : []
  return [...facts, ...deeds]
    .map(({sentence}) => sentence)
    .concat(remedy)
    .join(' ')
}

function tellAll(reason: ReasonCode, about: Case): Sentence[] {
  if (settledElsewhere.has(reason)) return []
  const {hints, doubt} = about.line.evidence
  return [
    ...hints.map((hint) => hintSentence(hint, about)),
    ...(doubt ? [doubtSentence(doubt, about)] : []),
    ...caseFacts(reason, about),
  ]
}

/** What stands on such a line's evidence is not why it waits. */
const settledElsewhere: ReadonlySet<ReasonCode> = new Set(['OTHER_LINE_FAILED', 'OPUS_REFUSED', 'REJECTED'])
