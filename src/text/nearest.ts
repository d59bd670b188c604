/** «Did you mean»: the known words that a mistyped one is nearest to. Takes the word and the known ones, returns some. */
import {compareText} from '../model/source.ts'

/** Undefined where none is near: more than a third of the letters would have to change. Case does not count. */
export const nearest = (word: string, known: readonly string[]): string | undefined => nearestFew(word, known, 1)[0]

/** The nearest ones, at most so many, nearest first. */
export const nearestFew = (word: string, known: readonly string[], most: number): string[] =>
  known
    .map((candidate) => ({candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase())}))
    .filter(({candidate, distance}) => distance <= Math.ceil(candidate.length / 3))
    .toSorted((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
    .slice(0, most)
    .map(({candidate}) => candidate)

/**
 * The known words that one or two letters would have to change in, the nearest alone, by name. None where over three
 * are equally near: then none can be suggested.
 */
export function mistypedFor(word: string, known: readonly string[]): readonly string[] {
  const near = [...new Set(known)]
    .filter((candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase())}))
    .filter(({distance}) => distance <= 2)
  const least = Math.min(...near.map(({distance}) => distance))
  const best = near.filter(({distance}) => distance === least).map(({candidate}) => candidate)
  return best.length > 3 ? [] : best.toSorted(compareText)
}

/** Letters to insert, remove or exchange (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({length: b.length + 1}, (_, index) => index)
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(change, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? a.length
}
