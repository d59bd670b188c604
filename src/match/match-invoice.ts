/** An invoice that passed the checks before exclusion: its lines are explained, coded and posted, or it is left to a person. */
import {sumOre} from '../model/money.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {billedMonthOf, entriesOf, settledMonth} from './billed-months/billed-months.ts'
import type {MatchContext} from './context.ts'
import {explainLines} from './explain-lines.ts'
import type {RunInvoice} from './run-invoices.ts'
import type {BatchState} from './state.ts'
import {verdictOfLines} from './verdicts.ts'

export function matchInvoice(invoice: RunInvoice, context: MatchContext, state: BatchState): InvoiceVerdict {
  const cases = context.linesOf(invoice)
  const results = explainLines(invoice, context, state)
  const months = cases
    .map((line, index) => billedMonthOf(invoice, line, results[index] ?? null, context, state))
    .map((month) => month && settledMonth(month))
  const verdict = verdictOfLines(invoice, results, months, context, state)
  state.billedMonths.replace(invoice.key, entriesOf(invoice, months, context))
  if (verdict.outcome === 'posted') post(verdict, context, state)
  return verdict
}

/** Its days are paid from now on, and a credit note may reverse it. */
function post({documentKey, invoice, lines}: InvoiceVerdict, {suppliersOf}: MatchContext, state: BatchState): void {
  state.postedKeys.add(documentKey)
  state.paid.pay(lines.flatMap(({postings}) => postings))
  for (const ofGroup of Map.groupBy(lines, ({postingGroup}) => postingGroup).values()) {
    const postings = ofGroup.flatMap((line) => line.postings)
    const [first] = postings
    if (!first) continue
    state.postingGroups.add({
      documentKey,
      citizen: first.citizen,
      suppliers: suppliersOf(invoice.supplierCvr),
      lineNumbers: ofGroup.map(({line}) => line.lineNumber),
      amount: sumOre(ofGroup.map(({line}) => line.amount)),
      postings,
    })
  }
}
