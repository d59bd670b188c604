/** A credit note whose document stands: it takes back what was posted, holds what was not, or is left to a person. */
import {negated} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Hint, InvoiceVerdict} from '../../model/verdict.ts'
import type {Desk} from '../batch-state.ts'
import type {LineCase, LineResult} from '../explain-lines.ts'
import type {RunDocument} from '../run-documents.ts'
import {exceptionAsWhole, nothing, verdictOfLines} from '../verdicts.ts'
import {findReversals, type Reversal} from './reverse.ts'

export function matchCreditNote(document: RunDocument, state: Desk): InvoiceVerdict {
  const {invoice, key} = document
  const {config, bills, units, postedKeys, creditedNumbers} = state
  const cases = creditNoteCases(document, state)
  if (cases.some(({code}) => code !== null)) {
    const results = cases.map(({code, hints}) => ({...nothing, reason: code ?? ('OTHER_LINE_FAILED' as const), hints}))
    return verdictOfLines(document, cases, results, state)
  }
  if (!config.rules.creditNotes) return exceptionAsWhole(document, 'CREDIT_NOTE_UNMATCHED', null, state)

  const suppliers = state.suppliersOf(invoice.supplierCvr)
  const verdict = findReversals(invoice, cases, {
    suppliers,
    invoices: bills,
    groups: units,
    isPosted: (other) => postedKeys.has(other),
  })
  switch (verdict.kind) {
    case 'holds': {
      for (const bill of verdict.bills) hold(bill.documentKey, invoice.invoiceNumber, state)
      state.heldKeys.add(key)
      const [first] = verdict.bills
      const hint: Hint | null = first ? {kind: 'heldBy', invoiceNumber: first.invoiceNumber} : null
      return exceptionAsWhole(document, 'CREDITED_UNPOSTED', hint, state)
    }
    case 'unmatched': {
      for (const foldedNumber of verdict.unknown) creditedNumbers.push({supplierCvr: invoice.supplierCvr, foldedNumber})
      const results = verdict.hints.map(
        (hints, at): LineResult => ({
          ...nothing,
          reason: verdict.matched.has(at) ? 'OTHER_LINE_FAILED' : 'CREDIT_NOTE_UNMATCHED',
          hints,
        }),
      )
      return verdictOfLines(document, cases, results, state)
    }
    case 'takesBack':
      return postReversals(document, cases, verdict.units, state)
  }
}

/** Posted in reverse, with the grants, periods and accounts of what it takes back; the periods are unpaid again. */
function postReversals(
  document: RunDocument,
  cases: readonly LineCase[],
  taken: readonly Reversal[],
  state: Desk,
): InvoiceVerdict {
  const results: LineResult[] = cases.map(() => nothing)
  for (const [number, {group: unit, at}] of taken.entries()) {
    const reverses = {documentKey: unit.documentKey, lineNumber: unit.lineNumbers[0] ?? ''}
    const coded = state.coding.check(
      unit.postings.map((posting) => ({...posting, amount: negated(posting.amount), reverses})),
    )
    for (const [place, index] of at.entries()) {
      results[index] =
        coded.kind === 'coded'
          ? {...nothing, postingGroup: number + 1, postings: place === 0 ? coded.postings : []}
          : {...nothing, reason: coded.reason, hints: coded.hints}
    }
  }
  if (results.some(({reason}) => reason !== null)) {
    const left = results.map((result) => ({
      ...result,
      reason: result.reason ?? ('OTHER_LINE_FAILED' as const),
      unit: null,
      postings: [],
    }))
    return verdictOfLines(document, cases, left, state)
  }
  for (const {group: unit} of taken) {
    state.units.remove(unit)
    state.around.paid.reopen(unit.postings)
    state.claims.replace(unit.documentKey, [])
  }
  state.postedKeys.add(document.key)
  return verdictOfLines(document, cases, results, state)
}

/** A bill that a credit note names or mirrors: held from now on, and so is its verdict in this run. */
function hold(key: string, noteNumber: string, {heldKeys, claims, verdicts}: Desk): void {
  heldKeys.add(key)
  claims.replace(key, [])
  const verdict = verdicts.get(key)
  if (!verdict) return
  const hint: Hint = {kind: 'heldBy', invoiceNumber: noteNumber}
  const lines = verdict.lines.map((line) => ({
    ...line,
    reason: 'CREDITED_UNPOSTED' as const,
    monthClaim: null,
    evidence: {...line.evidence, hints: [...line.evidence.hints, hint]},
  }))
  verdicts.set(key, {...verdict, outcome: 'exception', reason: 'CREDITED_UNPOSTED', lines})
}

/** Of a credit note: the period codes are not asked, and a citizen with an unreadable grant row holds it. */
function creditNoteCases(document: RunDocument, state: Desk): LineCase[] {
  const side = state.suppliersOf(document.invoice.supplierCvr)
  return state.casesOf(document).map((each, at): LineCase => {
    const of = document.citizens[at]
    const heldBack = each.citizen && state.around.grants.blockedBy(each.citizen, side)
    const code: ReasonCode | null = of?.kind === 'doubtful' ? of.reason : heldBack ? 'GRANT_UNREADABLE' : null
    return {...each, code, hints: of?.kind === 'doubtful' && of.hint ? [of.hint] : []}
  })
}
