/** The findings of `validate-grants` as a workbook to work through: one row for each, dearest first. Citizens masked. */

import type {Finding} from '../../checks/grants/finding.ts'
import {kindNames, rowsText, severities} from '../../checks/grants/finding-words.ts'
import {type ColumnOf, sheetOf} from '../../files/xlsx/sheet.ts'
import {workbookBytes} from '../../files/xlsx/workbook.ts'
import type {Language} from '../../model/language.ts'

export function findingsWorkbook(findings: readonly Finding[], language: Language, made: Date): Promise<Uint8Array> {
  const sheet = sheetOf(language === 'da' ? 'Fund' : 'Findings', columnsIn(language), findings, {
    tints: findings.map(({severity}) => (severity === 'error' ? 'rose' : 'sand')),
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
