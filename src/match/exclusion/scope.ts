/** Which grants the program may post on at all (`matching.md` 3, the step «scope»). */
import type {Config} from '../../config/schema.ts'
import type {Grant} from '../../model/grant.ts'

/** Fixed, and of a paragraph that `rules.paragraphs` names. */
export const isInScope = (
  {fixed, paragraph}: Pick<Grant, 'fixed' | 'paragraph'>,
  {rules}: {readonly rules: Pick<Config['rules'], 'paragraphs'>},
): boolean => fixed && rules.paragraphs.includes(paragraph)
