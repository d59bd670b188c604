/** `Tekst` of a posting (`formats.md`, opus-posting): takes a posting, returns service, paragraph, period; always Danish. */

import type {Posting} from '../../model/posting.ts'
import {paragraphText, periodText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'

/**
 * `Botilbud § 107, marts 2026`, in at most `length` characters (30 to 50): the service is shortened first, then the
 * paragraph, the period never. CPR numbers in the service's name are masked.
 */
export function postingText({service, paragraph, period}: Posting, length: number): string {
  const end = `, ${periodText(period, 'da')}`
  const room = length - end.length
  const section = paragraphText(maskedLine(paragraph))
  const shortened = cut(maskedLine(service), room - size(section) - 1)
  return `${shortened ? `${shortened} ${section}` : cut(section, room)}${end}`
}

/** Cut with a full stop where it is too long; nothing where that would leave less than two letters. */
function cut(text: string, most: number): string {
  if (size(text) <= most) return text
  if (most < 3) return ''
  return `${[...text]
    .slice(0, most - 1)
    .join('')
    .trimEnd()
    .replace(/[-,.;:]+$/, '')}.`
}

const size = (text: string): number => [...text].length
