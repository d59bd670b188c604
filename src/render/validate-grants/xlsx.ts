/** The findings of `validate-grants` as a workbook (`commands.md`): one row for each, most invoices a month first. Citizens are masked. */
import type {GrantsFinding} from '../../checks/finding.ts'
import {workbookBytes} from '../../files/xlsx/workbook.ts'
import {inLanguage} from '../../text/format.ts'
import type {WorkbookRendering} from '../checks/formats.ts'
import {findingsSheet, type LocalizedColumn, severityColumn} from '../checks/xlsx.ts'
import type {ValidatedGrants} from './result.ts'
import {codeNames, rowsText} from './vocabulary.ts'

export const grantsWorkbook = ({check}: ValidatedGrants, {language, made}: WorkbookRendering): Promise<Uint8Array> =>
  workbookBytes([findingsSheet(check.findings, columns, language)], made)

const columns: readonly LocalizedColumn<GrantsFinding>[] = [
  severityColumn,
  {
    header: {da: 'Regninger pr. måned', en: 'Bills a month'},
    kind: 'text',
    width: 13,
    value: ({invoices}, language) => (invoices?.count ?? 0).toFixed(1).replace('.', inLanguage(language, ',', '.')),
  },
  {header: {da: 'Slags', en: 'Kind'}, kind: 'text', width: 20, value: ({code}, language) => codeNames[code][language]},
  {
    header: {da: 'Bevilling', en: 'Grant'},
    kind: 'wrapped',
    width: 24,
    value: ({grantIds}) => grantIds.join(', '),
  },
  {header: {da: 'Hvad', en: 'What'}, kind: 'wrapped', width: 64, value: ({problem}, language) => problem[language]},
  {header: {da: 'Gør', en: 'Do'}, kind: 'wrapped', width: 44, value: ({remedy}, language) => remedy[language]},
  {
    header: {da: 'Rækker', en: 'Rows'},
    kind: 'wrapped',
    width: 32,
    value: ({rows}, language) => rowsText(rows, language),
  },
]
