/**
 * The sheets of the report's workbook: what it comes to, one for each grouping and each further part, and what the
 * figures mean.
 */
import {type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import {inLanguage} from '../../text/format.ts'
import {definitionsOf} from './definitions.ts'
import type {Fact} from './fact.ts'
import {groupings} from './labels.ts'
import {factsOf} from './overview.ts'
import {fixesTable, groupTable, openTable, type ReportTable, recurringTable} from './tables.ts'

export function reportSheets(figures: Figures, language: Language): Sheet[] {
  return [
    overviewSheet(figures, language),
    ...groupings.map((by) => sheetFrom(groupTable(figures, by, language))),
    sheetFrom(recurringTable(figures, language)),
    sheetFrom(openTable(figures, language)),
    sheetFrom(fixesTable(figures, language)),
    definitionsSheet(figures, language),
  ]
}

const sheetFrom = ({name, columns, rows}: ReportTable): Sheet => ({
  name,
  hidden: false,
  frozenColumns: 1,
  columns,
  rows,
  dropDowns: [],
  tints: [],
})

function overviewSheet(figures: Figures, language: Language): Sheet {
  const headers = inLanguage(
    language,
    {name: 'Hvad', value: 'Værdi', detail: 'Af'},
    {name: 'What', value: 'Value', detail: 'Of'},
  )
  return sheetOf<Fact>(
    inLanguage(language, 'Overblik', 'Overview'),
    [
      {header: headers.name, kind: 'text', width: 52, value: ({name}) => name},
      {header: headers.value, kind: 'text', width: 34, value: ({value}) => value},
      {header: headers.detail, kind: 'text', width: 40, value: ({detail}) => detail},
    ],
    factsOf(figures, language),
  )
}

function definitionsSheet(figures: Figures, language: Language): Sheet {
  const headers = inLanguage(language, {term: 'Begreb', meaning: 'Betydning'}, {term: 'Term', meaning: 'Meaning'})
  return sheetOf(
    inLanguage(language, 'Begreber', 'Terms'),
    [
      {header: headers.term, kind: 'text', width: 26, value: ({name}) => name[language]},
      {header: headers.meaning, kind: 'wrapped', width: 100, value: ({meaning}) => meaning[language]},
    ],
    definitionsOf(figures),
  )
}
