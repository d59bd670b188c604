/**
 * The evidence of an exclusion: takes its trace and the line, and returns for each grant of the citizen the step that
 * excluded it and the two values that the step compared.
 */

import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {InvoiceLine} from '../../model/invoice.ts'
import {formatDecimal, jsonKroner, type Ore} from '../../model/money.ts'
import type {Candidate, Evidence, Hint} from '../../model/verdict.ts'
import {type Costs, coveredPart} from '../costs/cost.ts'
import {type ComparedLine, type ComparedValues, stepNamed} from './steps.ts'
import type {Trace, TracedGrant} from './trace.ts'

export const noEvidence = (hints: readonly Hint[]): Evidence => ({
  steps: [],
  candidates: [],
  nearest: [],
  doubt: null,
  hints,
})

export function evidenceOf(
  {steps, ofCitizen, period, nearest, doubt, hints}: Trace,
  line: InvoiceLine,
  invoiceCvr: string,
  furtherHints: readonly Hint[],
  costs: Costs,
): Evidence {
  return {
    steps,
    candidates: ofCitizen
      .map((traced) => candidateOf(traced, {line, invoiceCvr, period}, costs))
      .toSorted((a, b) => (a.grantId < b.grantId ? -1 : 1)),
    nearest: nearest.map(({id}) => id),
    doubt,
    hints: [...hints, ...furtherHints],
  }
}

/** Øre: what the one nearest grant costs over the period; null where several are nearest, or it covers no day. */
export function expectedCost({nearest, period}: Trace, costs: Costs): Ore | null {
  const [only, ...others] = nearest
  return only && others.length === 0 ? costIn(only, period, costs) : null
}

function costIn(grant: Grant, period: Period | null, costs: Costs): Ore | null {
  if (!period || period.from > period.to || !coveredPart(grant, period)) return null
  return costs.of(grant, period)
}

type Compared = ComparedLine & {readonly line: InvoiceLine}

function candidateOf({grant, excludedBy}: TracedGrant, compared: Compared, costs: Costs): Candidate {
  const {period, line} = compared
  const expected = costIn(grant, period, costs)
  const {grantValue, lineValue} =
    stepNamed(excludedBy)?.compares?.(grant, compared) ?? comparedAmounts(grant, expected, line.amount)
  return {
    grantId: grant.id,
    excludedBy,
    grantValue,
    lineValue,
    expected,
    covered: period && period.from <= period.to ? (coveredPart(grant, period) ?? null) : null,
  }
}

/** Of a grant that was left, or that a step excluded which compares nothing else. */
const comparedAmounts = (grant: Grant, expected: Ore | null, amount: Ore): ComparedValues => ({
  grantValue: expected === null ? rateText(grant) : jsonKroner(expected),
  lineValue: jsonKroner(amount),
})

const rateText = ({rates, unit}: Grant): string =>
  rates.map(({rate, quantity}) => `${jsonKroner(rate)} × ${formatDecimal(quantity)} pr. ${unit}`).join(', ')
