/** The formats of `bills explain`: the explanation for a person, and for `--json`. */
import type {Explanation} from '../../explain/explanation.ts'
import type {CommandFormats} from '../rendering.ts'
import {type ExplanationDocument, explanationDocument} from './json.ts'
import {renderExplanation} from './terminal.ts'

export const explainFormats: CommandFormats<Explanation, ExplanationDocument> = {
  terminal: renderExplanation,
  json: explanationDocument,
}
