/**
 * What `validate-mapping` found, as a workbook to work through (`commands.md`): the findings, and what changes where there
 * was something to compare with.
 */
import type {Affected, MappingFinding} from '../../checks/finding.ts'
import type {Assignment} from '../../checks/mapping/account-assignment.ts'
import type {Change} from '../../checks/mapping/changes.ts'
import {type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import {workbookBytes} from '../../files/xlsx/workbook.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {localize} from '../../text/format.ts'
import type {WorkbookRendering} from '../checks/formats.ts'
import {columnsIn, findingsSheet, type LocalizedColumn, severityColumn} from '../checks/xlsx.ts'
import type {ValidatedMapping} from './result.ts'

export function mappingWorkbook(
  {check: {findings, changes}}: ValidatedMapping,
  {language, made}: WorkbookRendering,
): Promise<Uint8Array> {
  const sheets = [
    findingsSheet(findings, findingColumns, language),
    ...(changes ? [changesSheet(changes, language)] : []),
  ]
  return workbookBytes(sheets, made)
}

const changesSheet = (changes: readonly Change[], language: Language): Sheet =>
  sheetOf(changesName[language], columnsIn(changeColumns, language), changes)

const changesName: LocalizedText = {da: 'Ændringer', en: 'Changes'}

const affectedColumns: readonly LocalizedColumn<{readonly affected: Affected | null}>[] = [
  {
    header: {da: 'Bevillinger', en: 'Grants'},
    kind: 'count',
    width: 12,
    value: ({affected}) => affected?.grants ?? null,
  },
  {
    header: {da: 'Kroner om måneden', en: 'Kroner a month'},
    kind: 'amount',
    width: 18,
    value: ({affected}) => affected?.monthly ?? null,
  },
]

const findingColumns: readonly LocalizedColumn<MappingFinding>[] = [
  severityColumn,
  {header: {da: 'Fil', en: 'File'}, kind: 'text', width: 20, value: ({rows: [row]}) => row?.file ?? ''},
  {header: {da: 'Række', en: 'Row'}, kind: 'count', width: 9, value: ({rows: [row]}) => row?.row ?? null},
  {header: {da: 'Kolonne', en: 'Column'}, kind: 'text', width: 15, value: ({cell}) => cell?.column ?? ''},
  {header: {da: 'Værdi', en: 'Value'}, kind: 'text', width: 22, value: ({cell}) => cell?.value ?? ''},
  {
    header: {da: 'Hvad er galt', en: 'What is wrong'},
    kind: 'wrapped',
    width: 60,
    value: ({problem}, language) => problem[language],
  },
  {
    header: {da: 'Hvad skal der ske', en: 'What to do'},
    kind: 'wrapped',
    width: 50,
    value: ({remedy}, language) => remedy[language],
  },
  {header: {da: 'Efterfølger', en: 'Successor'}, kind: 'text', width: 22, value: ({successor}) => successor},
  {
    header: {da: 'Andre rækker', en: 'Other rows'},
    kind: 'text',
    width: 14,
    value: ({otherRows}) => otherRows.map(({row}) => row).join(', '),
  },
  ...affectedColumns,
  {header: {da: 'Kode', en: 'Code'}, kind: 'text', width: 22, value: ({code}) => code},
]

const assignmentColumns = (
  header: LocalizedText,
  assignmentOf: (change: Change) => Assignment,
): readonly LocalizedColumn<Change>[] => {
  const headed = (text: LocalizedText): LocalizedText =>
    localize((language) => `${header[language]}: ${text[language]}`)
  return [
    {
      header: headed({da: 'Art', en: 'Account'}),
      kind: 'text',
      width: 14,
      value: (change) => assignmentOf(change).account,
    },
    {
      header: headed({da: 'PSP', en: 'PSP'}),
      kind: 'text',
      width: 22,
      value: (change) => assignmentOf(change).pspElement,
    },
    {header: headed({da: 'Kode', en: 'Code'}), kind: 'text', width: 22, value: (change) => assignmentOf(change).code},
  ]
}

const changeColumns: readonly LocalizedColumn<Change>[] = [
  {header: {da: 'Paragraf', en: 'Paragraph'}, kind: 'text', width: 11, value: ({keys}) => keys.paragraph},
  {header: {da: 'Ejerforhold', en: 'Ownership'}, kind: 'text', width: 16, value: ({keys}) => keys.ownership},
  {header: {da: 'Målgruppe', en: 'Target group'}, kind: 'text', width: 24, value: ({keys}) => keys.targetGroup},
  {header: {da: 'Indsats', en: 'Service'}, kind: 'text', width: 24, value: ({keys}) => keys.service},
  ...assignmentColumns({da: 'Var', en: 'Was'}, ({was}) => was),
  ...assignmentColumns({da: 'Bliver', en: 'Becomes'}, ({becomes}) => becomes),
  ...affectedColumns,
]
