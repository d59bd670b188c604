/** A support sheet, a chart and a register as small as the test is about, and its findings as one line each. */

import type {Before} from '../../src/checks/mapping/changes.ts'
import type {CheckInput} from '../../src/checks/mapping/check-input.ts'
import {checkMapping, type MappingCheck} from '../../src/checks/mapping/check-mapping.ts'
import type {ChartEntry, MappingRow} from '../../src/model/accounts.ts'
import type {EarlierDocument} from '../../src/model/earlier.ts'
import type {Grant} from '../../src/model/grant.ts'
import type {RowError} from '../../src/model/problem.ts'
import {aChartEntry, aConfig, aMappingRow, type Settings} from './records.ts'
import {day} from './values.ts'

export const account = '45000000'
export const psp = 'XG-5038500001-00001'

/** The account and PSP element of `aMappingRow`, open. */
export const openChart = (...more: readonly Partial<ChartEntry>[]): ChartEntry[] => [
  aChartEntry(),
  aChartEntry({type: 'PSP', number: psp}),
  ...more.map(aChartEntry),
]

export type InputFields = {
  readonly rows?: readonly Partial<MappingRow>[]
  readonly chart?: readonly ChartEntry[]
  readonly chartErrors?: readonly RowError[]
  readonly grants?: readonly Grant[] | null
  readonly today?: string
  readonly settings?: Settings
}

/** Rows are numbered from 2, as under a header. 15 July 2026; invoices may be posted from April on. */
export function anInput(fields: InputFields = {}): CheckInput {
  const {rows = [{}], chart = openChart(), chartErrors = [], grants = null, today = '2026-07-15', settings} = fields
  return {
    mapping: {rows: rows.map((row, index) => aMappingRow({source: {file: 'mapping.csv', row: index + 2}, ...row}))},
    headers: {
      paragraph: 'Paragraf',
      ownership: 'Ejerforhold',
      targetGroup: 'Målgruppe',
      service: 'Indsats',
      account: 'Art',
      pspElement: 'PSP-element',
      from: 'Gyldig fra',
      to: 'Gyldig til',
      note: 'Bemærkning',
    },
    chart: {entries: chart},
    chartErrors,
    grants,
    config: aConfig(settings),
    today: day(today),
  }
}

export const check = (
  fields: InputFields = {},
  before: Before | null = null,
  documents: readonly EarlierDocument[] | null = null,
): MappingCheck => checkMapping(anInput(fields), before, documents)

/** `error 2 Art numberBlocked`. */
export const lines = (fields: InputFields): string[] =>
  check(fields).findings.map(({severity, rows: [row], cell, code}) =>
    [severity, row?.row ?? '-', cell?.column ?? '', code].filter((part) => part !== '').join(' '),
  )
