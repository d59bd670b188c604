/** A sentence of `Forslag` in both languages (`matching.md` 6); the reader chooses the language when it is shown. */
import type {LocalizedText} from '../model/language.ts'

/** `settles`: it says what to do, so that the reason's remedy need not follow. */
export type Sentence = {readonly text: LocalizedText; readonly settles: boolean}

export const fact = (text: LocalizedText): Sentence => ({text, settles: false})

export const instruction = (text: LocalizedText): Sentence => ({text, settles: true})
