/** A bill whose document stands: its lines are explained, coded and posted, or it is left to a person. */
import {sumOre} from '../model/money.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {explainInvoice} from './explain-lines.ts'
import {billsKnownBy, monthClaimed, settledClaim} from './billed-months/billed-months.ts'
import type {Desk} from './batch-state.ts'
import type {RunDocument} from './run-documents.ts'
import {verdictOfLines} from './verdicts.ts'

export function judgeBill(document: RunDocument, desk: Desk): InvoiceVerdict {
  const {invoice, key} = document
  const cases = desk.casesOf(document)
  const context = {
    documentKey: key,
    reach: desk.reach(invoice.supplierCvr),
    around: desk.around,
    doubtOf: desk.doubtOf,
    code: desk.coding.code,
  }
  const results = explainInvoice(invoice, cases, context)
  const open = cases.map((each, at) => monthClaimed(document, each, results[at] ?? null, desk))
  const months = open.map((claim) => claim && settledClaim(claim))
  const verdict = verdictOfLines(document, cases, results, desk, months)
  const settled = months.map((claim) => claim && {...claim, isDoubtful: () => claim.doubtful})
  desk.claims.replace(key, billsKnownBy(document, cases, settled, desk))
  if (verdict.outcome === 'posted') post(verdict, desk)
  return verdict
}

/** Its days are paid from now on, and a credit note may take it back. */
function post({documentKey, invoice, lines}: InvoiceVerdict, {around, postedKeys, units, reach}: Desk): void {
  postedKeys.add(documentKey)
  around.paid.pay(lines.flatMap(({postings}) => postings))
  for (const ofUnit of Map.groupBy(lines, ({unit}) => unit).values()) {
    const postings = ofUnit.flatMap((line) => line.postings)
    const [first] = postings
    if (!first) continue
    units.add({
      documentKey,
      citizen: first.citizen,
      reach: reach(invoice.supplierCvr),
      lineNumbers: ofUnit.map(({line}) => line.lineNumber),
      amount: sumOre(ofUnit.map(({line}) => line.amount)),
      postings,
    })
  }
}
