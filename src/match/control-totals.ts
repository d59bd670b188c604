/** The control totals of a batch (`formats.md`, summary.json): amounts are sums of lines, in øre. */

import type {ControlTotals, Total} from '../model/batch.ts'
import {sumOre} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import {compareText} from '../model/source.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'

export function controlTotals(verdicts: readonly InvoiceVerdict[]): ControlTotals {
  const of = (outcome: InvoiceVerdict['outcome']): Total =>
    totalOf(verdicts.filter((verdict) => verdict.outcome === outcome))
  return {
    received: totalOf(verdicts),
    posted: of('posted'),
    decided: totalOf([]),
    exceptions: of('exception'),
    alreadyPosted: of('alreadyPosted'),
    reasons: countReasons(verdicts),
  }
}

const totalOf = (verdicts: readonly InvoiceVerdict[]): Total => {
  const lines = verdicts.flatMap(({invoice}) => invoice.lines)
  return {invoices: verdicts.length, lines: lines.length, amount: sumOre(lines.map(({amount}) => amount))}
}

function countReasons(verdicts: readonly InvoiceVerdict[]): ReadonlyMap<ReasonCode, number> {
  const byReason = Map.groupBy(
    verdicts.flatMap(({reason}) => reason ?? []),
    (reason) => reason,
  )
  const counts = [...byReason].map(([reason, {length}]): [ReasonCode, number] => [reason, length])
  return new Map(counts.toSorted(([a, many], [b, more]) => more - many || compareText(a, b)))
}
