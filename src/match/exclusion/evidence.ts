/** The trace of an exclusion, told as evidence: for each grant of the citizen the step and the two values compared. */

import {openEnd, type Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {InvoiceLine} from '../../model/invoice.ts'
import {formatDecimal, jsonKroner, type Ore} from '../../model/money.ts'
import type {Candidate, Evidence, Hint, LinePeriod} from '../../model/verdict.ts'
import {maskCpr} from '../../text/mask.ts'
import {type Costs, coveredPart} from '../costs/cost.ts'
import type {Trace, Traced} from './waterfall.ts'

export const noEvidence = (hints: readonly Hint[]): Evidence => ({
  steps: [],
  candidates: [],
  nearest: [],
  doubt: null,
  hints,
})

export function evidenceOf(
  {steps, pair, period, nearest, doubt, hints}: Trace,
  line: InvoiceLine,
  billCvr: string,
  more: readonly Hint[],
  costs: Costs,
): Evidence {
  return {
    steps,
    candidates: pair
      .map((traced) => candidate(traced, line, billCvr, period, costs))
      .toSorted((a, b) => (a.grantId < b.grantId ? -1 : 1)),
    nearest: nearest.map(({id}) => id),
    doubt,
    hints: [...hints, ...more],
  }
}

/** What the one nearest grant costs over the period; null where several are, or it covers no day. */
export function expectedCost({nearest, period}: Trace, costs: Costs): Ore | null {
  const [only, ...others] = nearest
  return only && others.length === 0 ? costIn(only, period, costs) : null
}

function costIn(grant: Grant, period: Period | null, costs: Costs): Ore | null {
  if (!period || period.from > period.to || !coveredPart(grant, period)) return null
  return costs.of(grant, period)
}

function candidate(
  {grant, excludedBy}: Traced,
  line: InvoiceLine,
  billCvr: string,
  period: LinePeriod | null,
  costs: Costs,
): Candidate {
  const expected = costIn(grant, period, costs)
  const covered = period && period.from <= period.to ? (coveredPart(grant, period) ?? null) : null
  return {
    grantId: grant.id,
    excludedBy,
    ...compared({grant, excludedBy}, line, billCvr, period, expected),
    expected,
    covered,
  }
}

function compared(
  {grant, excludedBy}: Traced,
  line: InvoiceLine,
  billCvr: string,
  period: LinePeriod | null,
  expected: Ore | null,
): {grantValue: string; lineValue: string} {
  switch (excludedBy) {
    case 'supplier':
      return {grantValue: grant.supplierCvr, lineValue: billCvr}
    case 'citizen':
      return {
        grantValue: maskCpr(grant.citizen),
        lineValue: line.cprField.kind === 'number' ? maskCpr(line.cprField.cpr) : '',
      }
    case 'scope':
      return {
        grantValue: grant.fixed ? grant.paragraph : `${grant.paragraph}, Fast: Nej`,
        lineValue: 'rules.paragraphs',
      }
    case 'validity':
      return {grantValue: grant.services.map(shown).join(', '), lineValue: period ? shown(period) : ''}
    case 'unpaid':
      return {
        grantValue: grant.paidTo ? `Betalt til ${grant.paidTo}` : 'Betalt',
        lineValue: period ? shown(period) : '',
      }
    default:
      return {
        grantValue: expected === null ? rateText(grant) : jsonKroner(expected),
        lineValue: jsonKroner(line.amount),
      }
  }
}

const shown = ({from, to}: Period): string => `${from}/${to === openEnd ? '' : to}`

const rateText = ({rates, unit}: Grant): string =>
  rates.map(({rate, quantity}) => `${jsonKroner(rate)} × ${formatDecimal(quantity)} pr. ${unit}`).join(', ')
