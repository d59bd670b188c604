/** How findings are named, and where they stand, in both languages. */

import type {Language} from '../../model/language.ts'
import {compareText, type Source} from '../../model/source.ts'

export const severities = {
  error: {da: 'Fejl', en: 'Error'},
  warning: {da: 'Advarsel', en: 'Warning'},
} as const

export const kindNames = {
  unreadable: {da: 'Kan ikke læses', en: 'Unreadable'},
  twins: {da: 'Tvillinger', en: 'Twins'},
  overlap: {da: 'Overlap', en: 'Overlap'},
  gap: {da: 'Hul', en: 'Gap'},
  rateFar: {da: 'Takst langt fra', en: 'Rate far off'},
  noAmount: {da: 'Intet beløb', en: 'No amount'},
  notFixed: {da: 'Ikke fast', en: 'Not fixed'},
  endedBilled: {da: 'Sluttet, men faktureret', en: 'Ended but billed'},
  unmapped: {da: 'Ikke i støttearket', en: 'Not in the support sheet'},
} as const

/** `grants.xlsx række 12, 13 og 15`. */
export function rowsText(rows: readonly Source[], language: Language): string {
  const word = language === 'da' ? 'række' : 'row'
  return [...Map.groupBy(rows, ({file}) => file)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([file, ofFile]) => `${file} ${word} ${numbersText(ofFile.map(({row}) => row).toSorted((a, b) => a - b))}`)
    .join('; ')
}

const mostNumbers = 12

const numbersText = (numbers: readonly number[]): string =>
  numbers.length > mostNumbers ? `${numbers.slice(0, mostNumbers).join(', ')} …` : numbers.join(', ')
