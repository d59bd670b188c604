/**
 * The findings of a check as a sheet to work through (`commands.md`, validate-*): one row for each. Which columns a command
 * has is data, and so is what they are called in both languages.
 */
import type {Finding, Severity} from '../../checks/finding.ts'
import {
  type CellValue,
  type ColumnOf,
  type Sheet,
  type SheetColumn,
  sheetOf,
  type Tint,
} from '../../files/xlsx/sheet.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import {severityNames} from './vocabulary.ts'

export type LocalizedColumn<Row> = Omit<SheetColumn, 'header'> & {
  readonly header: LocalizedText
  readonly value: (row: Row, language: Language) => CellValue
}

export const findingsSheet = <Shown extends Finding>(
  findings: readonly Shown[],
  columns: readonly LocalizedColumn<Shown>[],
  language: Language,
): Sheet =>
  sheetOf(sheetName[language], columnsIn(columns, language), findings, {
    tints: findings.map(({severity}) => tints[severity]),
  })

const sheetName: LocalizedText = {da: 'Fund', en: 'Findings'}

const tints: Readonly<Record<Severity, Tint>> = {error: 'rose', warning: 'sand'}

export const columnsIn = <Row>(columns: readonly LocalizedColumn<Row>[], language: Language): ColumnOf<Row>[] =>
  columns.map(({header, value, ...column}) => ({
    ...column,
    header: header[language],
    value: (row) => value(row, language),
  }))

export const severityColumn: LocalizedColumn<Finding> = {
  header: {da: 'Alvor', en: 'Severity'},
  kind: 'text',
  width: 11,
  value: ({severity}, language) => severityNames[severity][language],
}
