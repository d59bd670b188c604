/**
 * A row against the chart of accounts (`commands.md`, validate-mapping): the two numbers it holds, on the day it is judged
 * on, and on the other days that grants need them for. Takes the input, the chart and which grants use which row;
 * returns the findings.
 */
import {expectations} from '../../exceptions/problems.ts'
import {firstDay, lastDay} from '../../match/costs/cost.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, openEnd} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {LocalizedText} from '../../model/language.ts'
import {maskedLine} from '../../text/mask.ts'
import type {MappingFinding} from '../finding.ts'
import type {ChartLookup, NumberState, Successor} from './chart-lookup.ts'
import * as sentences from './chart-sentences.ts'
import {
  type CheckInput,
  chartDays,
  firstPostableDay,
  isOver,
  judgedOn,
  type NumberField,
  numberFields,
  numberTypes,
} from './check-input.ts'
import {aboutCell, aboutField} from './finding-about.ts'
import {hasNumber} from './number-form.ts'
import type {RowUsage} from './row-usage.ts'

export function chartFindings(input: CheckInput, chart: ChartLookup, usage: RowUsage | null): MappingFinding[] {
  const ofNumbers = input.mapping.rows.flatMap((row) =>
    numberFields
      .filter((field) => hasNumber(row, field))
      .flatMap((field) => numberFindings(input, row, field, chart, usage)),
  )
  return [...ofNumbers, ...unreadableEntries(input)]
}

function numberFindings(
  input: CheckInput,
  row: MappingRow,
  field: NumberField,
  chart: ChartLookup,
  usage: RowUsage | null,
): MappingFinding[] {
  const state = chart.stateOn(numberTypes[field], row[field], chartDays(input, row))
  if (state.kind === 'open') return isOver(input, row) ? [] : otherDayFindings(input, row, field, chart, usage)
  return [
    aboutField(input, row, field, {
      ...problemOf(state, field),
      severity: isOver(input, row) ? 'warning' : 'error',
      affected: usage ? usage.affectedBy(usage.ofRow(row).now) : null,
    }),
  ]
}

type Problem = Pick<MappingFinding, 'code' | 'remedy' | 'successor'> & {readonly text: LocalizedText}

function problemOf(state: Exclude<NumberState, {kind: 'open'}>, field: NumberField): Problem {
  switch (state.kind) {
    case 'unknown':
      return state.isOfOtherType
        ? {
            code: 'numberOfWrongType',
            text: sentences.ofWrongType(field),
            remedy: sentences.correctNumber(state.near),
            successor: null,
          }
        : {code: 'numberUnknown', text: sentences.unknown, remedy: sentences.correctNumber(state.near), successor: null}
    case 'blocked':
      return {
        code: 'numberBlocked',
        text: sentences.blocked,
        remedy: sentences.replace(state.successor),
        successor: openOf(state.successor),
      }
    case 'expired':
      return {
        code: 'numberExpired',
        text: sentences.expired(state.lastDay),
        remedy: sentences.replace(state.successor),
        successor: openOf(state.successor),
      }
    case 'notYetValid':
      return {
        code: 'numberNotYetValid',
        text: sentences.notYetValid(state.firstDay),
        remedy: sentences.waitForNumber(state.firstDay),
        successor: null,
      }
  }
}

const openOf = (successor: Successor): string | null => (successor.kind === 'open' ? successor.number : null)

/** The number is open on the day the row is judged on; whether it is on the other days that grants need it for. */
function otherDayFindings(
  input: CheckInput,
  row: MappingRow,
  field: NumberField,
  chart: ChartLookup,
  usage: RowUsage | null,
): MappingFinding[] {
  const type = numberTypes[field]
  const main = judgedOn(row, input.today)
  const users = usage?.ofRow(row).ever ?? []
  const span = usage ? spanOf(users) : {from: '0001-01-01', to: openEnd}
  if (!span) return []
  const from = [row.from ?? '', firstPostableDay(input), span.from].toSorted().at(-1) as IsoDate
  const to = [row.to ?? openEnd, span.to].toSorted()[0] as IsoDate
  const closed = [from, to, ...chart.daysOfChange(type, row[field])]
    .filter((day) => from <= day && day <= to && chart.isOpen(type, row[field], [day]) !== null)
    .toSorted()
  const before = closed.filter((day) => day < main).at(-1)
  const after = closed.find((day) => day > main)
  const findings: MappingFinding[] = []
  if (after) {
    const lastOpen = addDays(after, -1)
    const successor = chart.successorOf(type, row[field], [after])
    findings.push(
      aboutField(input, row, field, {
        code: 'numberCloses',
        severity: 'warning',
        text: sentences.closesLater(lastOpen),
        remedy: sentences.splitLater(lastOpen, after, successor),
        successor: openOf(successor),
        affected: usage ? usage.affectedBy(users.filter((grant) => lastDay(grant) >= after)) : null,
      }),
    )
  }
  if (before) {
    const firstOpen = addDays(before, 1)
    findings.push(
      aboutField(input, row, field, {
        code: 'numberOpensLate',
        severity: 'warning',
        text: sentences.opensLate(firstOpen),
        remedy: sentences.splitEarlier(firstOpen, before),
        affected: usage ? usage.affectedBy(users.filter((grant) => firstDay(grant) <= before)) : null,
      }),
    )
  }
  return findings
}

/** From the first day of the first grant to the last day of the last. */
function spanOf(grants: readonly Grant[]): {readonly from: string; readonly to: string} | null {
  const from = grants.map(firstDay).toSorted()[0]
  const to = grants.map(lastDay).toSorted().at(-1)
  return from === undefined || to === undefined ? null : {from, to}
}

const unreadableEntries = ({chartErrors}: CheckInput): MappingFinding[] =>
  chartErrors.flatMap(({source, problems}) =>
    problems.map(({column, value, expected}) =>
      aboutCell(
        {column, value: maskedLine(value)},
        {
          code: 'chartUnreadable',
          severity: 'warning',
          rows: [source],
          text: sentences.chartUnreadable(expectations[expected]),
          remedy: sentences.correctChart,
        },
      ),
    ),
  )
