/** A row against the chart of accounts: the two numbers it holds, on the day it is judged on, before and after. */

import {expectations} from '../../exceptions/problems.ts'
import {firstDay, lastDay} from '../../match/costs/cost.ts'
import type {MappingRow} from '../../model/accounts.ts'
import {addDays, type IsoDate, openEnd} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {maskedLine} from '../../text/mask.ts'
import type {ChartLookup, NumberState, Successor} from './chart-lookup.ts'
import * as say from './chart-sentences.ts'
import {type CheckInput, firstPostableDay, judgedOn, type NumberField, numberFields} from './check-input.ts'
import type {Finding} from './finding.ts'
import {aboutCell, formFault} from './row-findings.ts'
import type {RowUsage} from './row-usage.ts'
import {chartUnreadable, correctChart} from './sentences.ts'

const fields = ['account', 'pspElement'] as const

export function chartFindings(subject: CheckInput, numbers: ChartLookup, use: RowUsage | null): Finding[] {
  return [
    ...subject.mapping.rows.flatMap((row) =>
      fields
        .filter((field) => row[field] !== '' && formFault(row, field) === null)
        .flatMap((field) => numberFindings(subject, row, field, numbers, use)),
    ),
    ...unreadableEntries(subject),
  ]
}

/** The days that `match` asks the chart about: the period's last, and the posting date where `bills.yaml` sets one. */
export function askedDays({config, today}: Pick<CheckInput, 'config' | 'today'>, row: MappingRow): IsoDate[] {
  const day = judgedOn(row, today)
  return config.opus.postingDate === null ? [day] : [day, config.opus.postingDate]
}

/** No bill that may still be posted has its last day in the row's time. */
export const isOver = (subject: Pick<CheckInput, 'config' | 'today'>, {to}: MappingRow): boolean =>
  to !== null && to < firstPostableDay(subject)

function numberFindings(
  subject: CheckInput,
  row: MappingRow,
  field: NumberField,
  numbers: ChartLookup,
  use: RowUsage | null,
): Finding[] {
  const state = numbers.stateOn(numberFields[field], row[field], askedDays(subject, row))
  if (state.kind === 'open') return isOver(subject, row) ? [] : turningFindings(subject, row, field, numbers, use)
  return [
    aboutCell(subject, row, field, {
      ...told(state, field),
      severity: isOver(subject, row) ? 'warning' : 'error',
      affected: use ? use.affected(use.of(row).now) : null,
    }),
  ]
}

function told(
  state: Exclude<NumberState, {kind: 'open'}>,
  field: NumberField,
): Pick<Finding, 'code' | 'text' | 'remedy' | 'successor'> {
  switch (state.kind) {
    case 'unknown':
      return state.isOfOtherType
        ? {
            code: 'numberOfWrongType',
            text: say.ofWrongType(field),
            remedy: say.correctNumber(state.near),
            successor: null,
          }
        : {code: 'numberUnknown', text: say.unknown, remedy: say.correctNumber(state.near), successor: null}
    case 'blocked':
      return {
        code: 'numberBlocked',
        text: say.blocked,
        remedy: say.replace(state.successor),
        successor: openOf(state.successor),
      }
    case 'expired':
      return {
        code: 'numberExpired',
        text: say.expired(state.lastDay),
        remedy: say.replace(state.successor),
        successor: openOf(state.successor),
      }
    case 'notYetValid':
      return {
        code: 'numberNotYetValid',
        text: say.notYetValid(state.firstDay),
        remedy: say.waitForNumber(state.firstDay),
        successor: null,
      }
  }
}

const openOf = (successor: Successor): string | null => (successor.kind === 'open' ? successor.number : null)

/** The number is open on the day the row is judged on; whether it is on the other days that grants need it for. */
function turningFindings(
  subject: CheckInput,
  row: MappingRow,
  field: NumberField,
  numbers: ChartLookup,
  use: RowUsage | null,
): Finding[] {
  const type = numberFields[field]
  const main = judgedOn(row, subject.today)
  const users = use?.of(row).ever ?? []
  const span = use ? spanOf(users) : {from: '0001-01-01', to: openEnd}
  if (!span) return []
  const from = [row.from ?? '', firstPostableDay(subject), span.from].toSorted().at(-1) as IsoDate
  const to = [row.to ?? openEnd, span.to].toSorted()[0] as IsoDate
  const closed = [from, to, ...numbers.turningDays(type, row[field])]
    .filter((day) => from <= day && day <= to && numbers.isOpen(type, row[field], [day]) !== null)
    .toSorted()
  const before = closed.filter((day) => day < main).at(-1)
  const after = closed.find((day) => day > main)
  const findings: Finding[] = []
  if (after) {
    const lastOpen = addDays(after, -1)
    const successor = numbers.successorOf(type, row[field], [after])
    findings.push(
      aboutCell(subject, row, field, {
        code: 'numberCloses',
        severity: 'warning',
        text: say.closesLater(lastOpen),
        remedy: say.splitLater(lastOpen, after, successor),
        successor: openOf(successor),
        affected: use ? use.affected(users.filter((grant) => lastDay(grant) >= after)) : null,
      }),
    )
  }
  if (before) {
    const firstOpen = addDays(before, 1)
    findings.push(
      aboutCell(subject, row, field, {
        code: 'numberOpensLate',
        severity: 'warning',
        text: say.opensLate(firstOpen),
        remedy: say.splitEarlier(firstOpen, before),
        affected: use ? use.affected(users.filter((grant) => firstDay(grant) <= before)) : null,
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

const unreadableEntries = ({chartErrors}: CheckInput): Finding[] =>
  chartErrors.flatMap(({source, problems}) =>
    problems.map(
      ({column, value, expected}): Finding => ({
        severity: 'warning',
        code: 'chartUnreadable',
        source,
        field: null,
        column,
        value: maskedLine(value),
        others: [],
        text: chartUnreadable(expectations[expected]),
        remedy: correctChart,
        successor: null,
        affected: null,
      }),
    ),
  )
