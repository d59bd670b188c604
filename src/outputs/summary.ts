/**
 * `summary.json` (`formats.md`): the run's stamp, its inputs and the control totals. Takes a finished run, returns
 * the document; amounts in kroner with two decimals, as text.
 */
import type {BatchResult, Total} from '../model/batch.ts'
import {jsonKroner, type Ore, sizeOf, sumOre} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {FinishedRun, Summary, SummaryTotal} from '../model/run.ts'

export function toSummary({stamp, read, result: {totals}}: Pick<FinishedRun, 'stamp' | 'read' | 'result'>): Summary {
  const {runId, startedAt, finishedAt, dryRun} = stamp
  return {
    runId,
    startedAt,
    finishedAt,
    dryRun,
    inputs: read.files.map(({name, rows, sha256, kind}) => ({name, rows, sha256, kind})),
    received: inKroner(totals.received),
    posted: inKroner(totals.posted),
    decided: inKroner(totals.decided),
    exceptions: inKroner(totals.exceptions),
    alreadyPosted: inKroner(totals.alreadyPosted),
    repeatedRows: read.repeatedRows,
    reasons: Object.fromEntries(totals.reasons),
  }
}

/** Øre by reason code: the sizes of the invoices left to a person under it, added up. */
export function amountsByReason({verdicts}: Pick<BatchResult, 'verdicts'>): ReadonlyMap<ReasonCode, Ore> {
  const unposted = verdicts.flatMap(({reason, invoice}) => (reason ? [{reason, lines: invoice.lines}] : []))
  return new Map(
    [...Map.groupBy(unposted, ({reason}) => reason)].map(([reason, invoices]) => [
      reason,
      sumOre(invoices.map(({lines}) => sizeOf(sumOre(lines.map(({amount}) => amount))))),
    ]),
  )
}

const inKroner = ({invoices, lines, amount}: Total): SummaryTotal => ({invoices, lines, amount: jsonKroner(amount)})
