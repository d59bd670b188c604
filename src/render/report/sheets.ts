/** The report as a workbook: what it comes to and what it means, then a sheet for each grouping and each further part. */

import {type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import {definitionsOf} from './definitions.ts'
import {type Fact, factsOf} from './overview.ts'
import {fixesTable, groupTable, openTable, type ReportTable, recurringTable} from './tables.ts'
import {groupings} from './vocabulary.ts'

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
  const [name, what, value, count] =
    language === 'da' ? (['Overblik', 'Hvad', 'Værdi', 'Af'] as const) : (['Overview', 'What', 'Value', 'Of'] as const)
  return sheetOf<Fact>(
    name,
    [
      {header: what, kind: 'text', width: 52, value: (fact) => fact.name},
      {header: value, kind: 'text', width: 34, value: (fact) => fact.value},
      {header: count, kind: 'text', width: 40, value: (fact) => fact.of},
    ],
    factsOf(figures, language),
  )
}

function definitionsSheet(figures: Figures, language: Language): Sheet {
  const [name, term, meaning] =
    language === 'da' ? (['Begreber', 'Begreb', 'Betydning'] as const) : (['Terms', 'Term', 'Meaning'] as const)
  return sheetOf(
    name,
    [
      {header: term, kind: 'text', width: 26, value: (definition) => definition.name[language]},
      {header: meaning, kind: 'wrapped', width: 100, value: (definition) => definition.meaning[language]},
    ],
    definitionsOf(figures),
  )
}
