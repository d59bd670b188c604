/**
 * A row against itself (`commands.md`, validate-mapping): cells that cannot be read, numbers of the wrong form, and dates
 * in the wrong order. Takes the input, the chart and which grants use which row; returns the findings.
 */
import {expectations} from '../../exceptions/problems.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {maskedLine} from '../../text/mask.ts'
import type {MappingFinding} from '../finding.ts'
import type {ChartLookup} from './chart-lookup.ts'
import {correctNumber} from './chart-sentences.ts'
import {type CheckInput, judgedOn, numberFields, numberTypes} from './check-input.ts'
import {aboutCell, aboutField} from './finding-about.ts'
import {formFault} from './number-form.ts'
import type {RowUsage} from './row-usage.ts'
import * as sentences from './sentences.ts'

export function rowFindings(input: CheckInput, chart: ChartLookup, usage: RowUsage | null): MappingFinding[] {
  const {rows} = input.mapping
  return [
    ...rows.flatMap((row) => unreadableCells(row, usage)),
    ...rows.flatMap((row) => malformedNumbers(input, row, chart, usage)),
    ...rows.flatMap((row) => neverValid(input, row)),
  ]
}

const unreadableCells = (row: MappingRow, usage: RowUsage | null): MappingFinding[] =>
  row.problems.map(({column, value, expected}) =>
    aboutCell(
      {column, value: maskedLine(value)},
      {
        code: 'rowUnreadable',
        severity: 'error',
        rows: [row.source],
        text: sentences.unreadable(expectations[expected]),
        remedy: sentences.correctCell,
        affected: usage ? usage.affectedBy(usage.ofRow(row).ambiguous) : null,
      },
    ),
  )

function malformedNumbers(
  input: CheckInput,
  row: MappingRow,
  chart: ChartLookup,
  usage: RowUsage | null,
): MappingFinding[] {
  return numberFields.flatMap((field) => {
    const code = formFault(row, field)
    if (code === null) return []
    const near = chart.near(numberTypes[field], row[field], [judgedOn(row, input.today)])
    const texts = {
      numberMalformed: {text: sentences.malformed(field), remedy: correctNumber(near)},
      wrongColumn: {text: sentences.wrongColumn(field), remedy: sentences.moveIt},
      statusAccount: {text: sentences.statusAccount, remedy: sentences.chooseOperating},
    }[code]
    const affected = usage ? usage.affectedBy(usage.ofRow(row).now) : null
    return [aboutField(input, row, field, {code, severity: 'error', ...texts, affected})]
  })
}

const neverValid = (input: CheckInput, row: MappingRow): MappingFinding[] =>
  row.from !== null && row.to !== null && row.to < row.from
    ? [
        aboutField(input, row, 'to', {
          code: 'neverValid',
          severity: 'error',
          text: sentences.neverValid,
          remedy: sentences.correctDates,
        }),
      ]
    : []
