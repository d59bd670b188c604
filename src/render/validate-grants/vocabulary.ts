/** How `validate-grants` names its findings and their rows, in Danish and English (`commands.md`). */
import type {GrantsFindingCode} from '../../checks/finding.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {compareText, type Source} from '../../model/source.ts'
import {inLanguage} from '../../text/format.ts'

export const codeNames: Readonly<Record<GrantsFindingCode, LocalizedText>> = {
  unreadable: {da: 'Kan ikke læses', en: 'Unreadable'},
  twins: {da: 'Tvillinger', en: 'Twins'},
  overlap: {da: 'Overlap', en: 'Overlap'},
  gap: {da: 'Hul', en: 'Gap'},
  rateFar: {da: 'Takst langt fra', en: 'Rate far off'},
  noAmount: {da: 'Intet beløb', en: 'No amount'},
  notFixed: {da: 'Ikke fast', en: 'Not fixed'},
  endedBilled: {da: 'Sluttet, men faktureret', en: 'Ended but billed'},
  unmapped: {da: 'Ikke i støttearket', en: 'Not in the support sheet'},
}

/** `grants.xlsx række 12, 13, 15`. */
export function rowsText(rows: readonly Source[], language: Language): string {
  const word = inLanguage(language, 'række', 'row')
  return [...Map.groupBy(rows, ({file}) => file)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([file, inFile]) => `${file} ${word} ${numbersText(inFile.map(({row}) => row).toSorted((a, b) => a - b))}`)
    .join('; ')
}

const mostNumbers = 12

const numbersText = (numbers: readonly number[]): string =>
  numbers.length > mostNumbers ? `${numbers.slice(0, mostNumbers).join(', ')} …` : numbers.join(', ')
