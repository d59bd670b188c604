/** The sheet `Rækkefejl`: rows that could not be read, one line for each thing that is wrong with them. */

import {expectations} from '../../exceptions/problems.ts'
import {type ColumnOf, type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'
import type {Problem, RowError} from '../../model/problem.ts'
import {compareSources} from '../../model/source.ts'
import {inLanguage} from '../../text/format.ts'

type Line = Pick<RowError, 'source' | 'table'> & {readonly problem: Problem}

export function rowErrorsSheet(rowErrors: readonly RowError[], language: Language): Sheet {
  const lines = rowErrors
    .toSorted((a, b) => compareSources(a.source, b.source))
    .flatMap(({source, table, problems}) => problems.map((problem): Line => ({source, table, problem})))
  return sheetOf(inLanguage(language, 'Rækkefejl', 'Row errors'), columnsIn(language), lines)
}

const columnsIn = (language: Language): ColumnOf<Line>[] => {
  return [
    {header: inLanguage(language, 'Fil', 'File'), kind: 'text', width: 30, value: ({source}) => source.file},
    {header: inLanguage(language, 'Række', 'Row'), kind: 'count', width: 9, value: ({source}) => source.row},
    {
      header: inLanguage(language, 'Tabel', 'Table'),
      kind: 'text',
      width: 16,
      value: ({table}) => tables[table][language],
    },
    {header: inLanguage(language, 'Kolonne', 'Column'), kind: 'text', width: 22, value: ({problem}) => problem.column},
    {header: inLanguage(language, 'Værdi', 'Value'), kind: 'wrapped', width: 30, value: ({problem}) => problem.value},
    {
      header: inLanguage(language, 'Fejl', 'Error'),
      kind: 'wrapped',
      width: 70,
      value: ({problem}) => expectations[problem.expected][language],
    },
    {
      header: inLanguage(language, 'Fejlkode', 'Error code'),
      kind: 'text',
      width: 20,
      value: ({problem}) => problem.expected,
    },
  ]
}

const tables = {
  invoices: {da: 'Regninger', en: 'Invoices'},
  grants: {da: 'Bevillinger', en: 'Grants'},
  mapping: {da: 'Støtteark', en: 'Mapping'},
  chart: {da: 'Kontoplan', en: 'Chart'},
  booked: {da: 'Bogført manuelt', en: 'Booked by people'},
} as const
