/** The findings of `validate-grants` as a workbook to work through: one row for each, dearest first. Citizens masked. */
import {compareText, type Source} from '../domain/source.ts'
import type {Language} from '../domain/text.ts'
import type {Finding} from '../register/finding.ts'
import {type ColumnOf, sheetOf} from './sheet.ts'
import {workbookBytes} from './workbook.ts'

export function findingsWorkbook(findings: readonly Finding[], language: Language, made: Date): Promise<Uint8Array> {
  const sheet = sheetOf(language === 'da' ? 'Fund' : 'Findings', columnsIn(language), findings, {
    tintOf: (at) => (findings[at]?.severity === 'error' ? 'rose' : 'sand'),
  })
  return workbookBytes([sheet], made)
}

const columnsIn = (language: Language): ColumnOf<Finding>[] => {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  return [
    {header: say('Alvor', 'Severity'), kind: 'text', width: 11, value: ({severity}) => severities[severity][language]},
    {
      header: say('Regninger pr. måned', 'Bills a month'),
      kind: 'text',
      width: 13,
      value: ({billsPerMonth}) => billsPerMonth.toFixed(1).replace('.', say(',', '.')),
    },
    {header: say('Slags', 'Kind'), kind: 'text', width: 20, value: ({kind}) => kindNames[kind][language]},
    {header: say('Bevilling', 'Grant'), kind: 'wrapped', width: 24, value: ({grantIds}) => grantIds.join(', ')},
    {header: say('Hvad', 'What'), kind: 'wrapped', width: 64, value: ({what}) => what[language]},
    {header: say('Gør', 'Do'), kind: 'wrapped', width: 44, value: ({todo}) => todo[language]},
    {header: say('Rækker', 'Rows'), kind: 'wrapped', width: 32, value: ({rows}) => rowsText(rows, language)},
  ]
}

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
