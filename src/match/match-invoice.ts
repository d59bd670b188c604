/** A bill whose document stands: its lines are explained, coded and posted, or it is left to a person. */
import {sumOre} from '../model/money.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import type {Desk} from './batch-state.ts'
import {billedMonthOf, entriesOf, settledMonth} from './billed-months/billed-months.ts'
import {explainLines} from './explain-lines.ts'
import type {RunDocument} from './run-documents.ts'
import {verdictOfLines} from './verdicts.ts'

export function matchInvoice(document: RunDocument, state: Desk): InvoiceVerdict {
  const {invoice, key} = document
  const cases = state.casesOf(document)
  const context = {
    documentKey: key,
    suppliers: state.suppliersOf(invoice.supplierCvr),
    around: state.around,
    doubtOf: state.doubtOf,
    code: state.coding.code,
  }
  const results = explainLines(invoice, cases, context)
  const open = cases.map((each, at) => billedMonthOf(document, each, results[at] ?? null, state))
  const months = open.map((claim) => claim && settledMonth(claim))
  const verdict = verdictOfLines(document, cases, results, state, months)
  const settled = months.map((claim) => claim && {...claim, isDoubtful: () => claim.doubtful})
  state.claims.replace(key, entriesOf(document, cases, settled, state))
  if (verdict.outcome === 'posted') post(verdict, state)
  return verdict
}

/** Its days are paid from now on, and a credit note may take it back. */
function post(
  {documentKey, invoice, lines}: InvoiceVerdict,
  {around: context, postedKeys, units, suppliersOf}: Desk,
): void {
  postedKeys.add(documentKey)
  context.paid.pay(lines.flatMap(({postings}) => postings))
  for (const ofUnit of Map.groupBy(lines, ({postingGroup: unit}) => unit).values()) {
    const postings = ofUnit.flatMap((line) => line.postings)
    const [first] = postings
    if (!first) continue
    units.add({
      documentKey,
      citizen: first.citizen,
      suppliers: suppliersOf(invoice.supplierCvr),
      lineNumbers: ofUnit.map(({line}) => line.lineNumber),
      amount: sumOre(ofUnit.map(({line}) => line.amount)),
      postings,
    })
  }
}
