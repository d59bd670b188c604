/** `summary.json`: the run's stamp, its inputs and the control totals (`formats.md`). */
import type {Total} from '../model/batch.ts'
import {jsonKroner} from '../model/money.ts'
import type {FinishedRun, Summary, SummaryTotal} from '../model/run.ts'

export function toSummary({stamp, read, result: {totals}}: FinishedRun): Summary {
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

const inKroner = ({invoices, lines, amount}: Total): SummaryTotal => ({invoices, lines, amount: jsonKroner(amount)})
