/** The names of months in Danish and English, and how a text joins two stretches of time. */

const monthNames: readonly (readonly string[])[] = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'febr', 'feb'],
  ['marts', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]

const numbers = new Map(monthNames.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))

/** 1 to 12; undefined for a word that is no month. */
export const monthNamed = (name: string): number | undefined => numbers.get(name.toLowerCase())

/** Longest first, so that `marts` is not read as `mar` with something behind it. */
export const monthWord = `(?:${[...numbers.keys()].toSorted((a, b) => b.length - a.length).join('|')})`

/** Names that are also first names or words: without a year they count only where something introduces them. */
export const alsoWords: ReadonlySet<string> = new Set(['jan', 'april', 'maj', 'juni', 'jul', 'august', 'may', 'june'])

/** Between a first and a last: a dash, a stroke or «til»; between days «til og med» and «den» as well. */
export const dash = '[-\\u2010-\\u2015]'
