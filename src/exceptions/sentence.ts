/** What a sentence of `Forslag` is made from. */
import type {Invoice} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import type {LineVerdict} from '../model/verdict.ts'
import type {GrantsById} from './grants-by-id.ts'

/** A sentence; `settles`: it says what to do, so that the catalogue's remedy need not follow. */
export type Sentence = {readonly sentence: string; readonly settles: boolean}

/** A line left to a person, with what is needed to tell of it. */
export type Case = {
  readonly line: LineVerdict
  readonly invoice: Invoice
  readonly grants: GrantsById
  readonly language: Language
}

export const fact = (language: Language, da: string, en: string): Sentence => ({
  sentence: language === 'da' ? da : en,
  settles: false,
})

export const instruction = (language: Language, da: string, en: string): Sentence => ({
  ...fact(language, da, en),
  settles: true,
})
