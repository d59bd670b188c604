/** A credit note whose document stands: it takes back what was posted, holds what was not, or is left to a person. */
import {negated} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Hint, InvoiceVerdict} from '../../model/verdict.ts'
import {judgeCreditNote, type TakenBack} from './reverse.ts'
import type {LineCase, LineResult} from '../explain-lines.ts'
import type {Desk} from '../batch-state.ts'
import type {RunDocument} from '../run-documents.ts'
import {exceptionAsWhole, nothing, verdictOfLines} from '../verdicts.ts'

export function judgeNote(document: RunDocument, desk: Desk): InvoiceVerdict {
  const {invoice, key} = document
  const {config, bills, units, postedKeys, creditedNumbers} = desk
  const cases = noteCases(document, desk)
  if (cases.some(({code}) => code !== null)) {
    const results = cases.map(({code, hints}) => ({...nothing, reason: code ?? ('OTHER_LINE_FAILED' as const), hints}))
    return verdictOfLines(document, cases, results, desk)
  }
  if (!config.rules.creditNotes) return exceptionAsWhole(document, 'CREDIT_NOTE_UNMATCHED', null, desk)

  const reach = desk.reach(invoice.supplierCvr)
  const verdict = judgeCreditNote(invoice, cases, {reach, bills, units, isPosted: (other) => postedKeys.has(other)})
  switch (verdict.kind) {
    case 'holds': {
      for (const bill of verdict.bills) hold(bill.documentKey, invoice.invoiceNumber, desk)
      desk.heldKeys.add(key)
      const [first] = verdict.bills
      const hint: Hint | null = first ? {kind: 'heldBy', invoiceNumber: first.invoiceNumber} : null
      return exceptionAsWhole(document, 'CREDITED_UNPOSTED', hint, desk)
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
      return verdictOfLines(document, cases, results, desk)
    }
    case 'takesBack':
      return takeBack(document, cases, verdict.units, desk)
  }
}

/** Posted in reverse, with the grants, periods and accounts of what it takes back; the periods are unpaid again. */
function takeBack(
  document: RunDocument,
  cases: readonly LineCase[],
  taken: readonly TakenBack[],
  desk: Desk,
): InvoiceVerdict {
  const results: LineResult[] = cases.map(() => nothing)
  for (const [number, {unit, at}] of taken.entries()) {
    const reverses = {documentKey: unit.documentKey, lineNumber: unit.lineNumbers[0] ?? ''}
    const coded = desk.coding.check(
      unit.postings.map((posting) => ({...posting, amount: negated(posting.amount), reverses})),
    )
    for (const [place, index] of at.entries()) {
      results[index] =
        coded.kind === 'coded'
          ? {...nothing, unit: number + 1, postings: place === 0 ? coded.postings : []}
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
    return verdictOfLines(document, cases, left, desk)
  }
  for (const {unit} of taken) {
    desk.units.takeBack(unit)
    desk.around.paid.reopen(unit.postings)
    desk.claims.replace(unit.documentKey, [])
  }
  desk.postedKeys.add(document.key)
  return verdictOfLines(document, cases, results, desk)
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
function noteCases(document: RunDocument, desk: Desk): LineCase[] {
  const side = desk.reach(document.invoice.supplierCvr)
  return desk.casesOf(document).map((each, at): LineCase => {
    const of = document.citizens[at]
    const heldBack = each.citizen && desk.around.grants.heldBackBy(each.citizen, side)
    const code: ReasonCode | null = of?.kind === 'doubtful' ? of.reason : heldBack ? 'GRANT_UNREADABLE' : null
    return {...each, code, hints: of?.kind === 'doubtful' && of.hint ? [of.hint] : []}
  })
}
