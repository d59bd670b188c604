import {expectations} from '../../exceptions/problems.ts'
import {isAccount, isOperatingAccount, type MappingRow, pspElement} from '../../model/accounts.ts'
import {maskedLine} from '../../text/mask.ts'
import type {ChartLookup} from './chart-lookup.ts'
import {correctNumber} from './chart-sentences.ts'
import {type CheckInput, judgedOn, type MappingField, type NumberField, numberFields} from './check-input.ts'
import type {Finding} from './finding.ts'
import type {RowUsage} from './row-usage.ts'
import * as say from './sentences.ts'

/** A finding about one cell of a row. */
export function aboutCell(
  {headers}: Pick<CheckInput, 'headers'>,
  row: MappingRow,
  field: MappingField,
  finding: Pick<Finding, 'code' | 'severity' | 'text' | 'remedy'> & Partial<Finding>,
): Finding {
  const value = row[field] ?? ''
  const isNumber = field === 'account' || field === 'pspElement'
  return {
    source: row.source,
    field,
    column: headers[field],
    value: isNumber && (isAccount(value) || pspElement(value)) ? value : maskedLine(value).slice(0, 60),
    others: [],
    successor: null,
    affected: null,
    ...finding,
  }
}

/** A finding about the row as a whole. */
export const aboutRow = (
  row: MappingRow,
  finding: Pick<Finding, 'code' | 'severity' | 'text' | 'remedy'> & Partial<Finding>,
): Finding => ({
  source: row.source,
  field: null,
  column: '',
  value: '',
  others: [],
  successor: null,
  affected: null,
  ...finding,
})

export function rowFindings(subject: CheckInput, numbers: ChartLookup, use: RowUsage | null): Finding[] {
  const {rows} = subject.mapping
  return [
    ...rows.flatMap((row) => unreadableCells(row, use)),
    ...rows.flatMap((row) => formFindings(subject, row, numbers, use)),
    ...rows.flatMap((row) => neverValid(subject, row)),
  ]
}

const unreadableCells = (row: MappingRow, use: RowUsage | null): Finding[] =>
  row.problems.map(({column, value, expected}) =>
    aboutRow(row, {
      code: 'rowUnreadable',
      severity: 'error',
      column,
      value: maskedLine(value),
      text: say.unreadable(expectations[expected]),
      remedy: say.correctCell,
      affected: use ? use.affected(use.of(row).ambiguous) : null,
    }),
  )

/** Why a number cannot be asked of the chart, or null; an empty cell is an unreadable one. */
export function formFault({account, pspElement: psp}: MappingRow, field: NumberField) {
  if (field === 'account') {
    if (account === '' || isOperatingAccount(account)) return null
    if (pspElement(account)) return 'wrongColumn'
    return isAccount(account) ? 'statusAccount' : 'numberMalformed'
  }
  if (psp === '' || pspElement(psp) === psp) return null
  return isAccount(psp.toUpperCase()) ? 'wrongColumn' : 'numberMalformed'
}

function formFindings(subject: CheckInput, row: MappingRow, numbers: ChartLookup, use: RowUsage | null): Finding[] {
  return (['account', 'pspElement'] as const).flatMap((field) => {
    const code = formFault(row, field)
    if (code === null) return []
    const near = numbers.near(numberFields[field], row[field], [judgedOn(row, subject.today)])
    const told = {
      numberMalformed: {text: say.malformed(field), remedy: correctNumber(near)},
      wrongColumn: {text: say.wrongColumn(field), remedy: say.moveIt},
      statusAccount: {text: say.statusAccount, remedy: say.chooseOperating},
    }[code]
    const affected = use ? use.affected(use.of(row).now) : null
    return [aboutCell(subject, row, field, {code, severity: 'error', ...told, affected})]
  })
}

const neverValid = (subject: CheckInput, row: MappingRow): Finding[] =>
  row.from !== null && row.to !== null && row.to < row.from
    ? [
        aboutCell(subject, row, 'to', {
          code: 'neverValid',
          severity: 'error',
          text: say.neverValid,
          remedy: say.correctDates,
        }),
      ]
    : []
