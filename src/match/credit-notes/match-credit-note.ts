/**
 * A credit note that passed the checks before exclusion (`matching.md` 3, Credit notes): it reverses what was posted,
 * holds what was not, or is left to a person.
 */
import {negated} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Hint, InvoiceVerdict} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import {allOrNothing, type LineCase, type LineResult, noResult} from '../lines.ts'
import type {RunInvoice} from '../run-invoices.ts'
import type {BatchState} from '../state.ts'
import {exceptionAsWhole, verdictOfLines} from '../verdicts.ts'
import {findReversals, type Reversal} from './find-reversals.ts'

export function matchCreditNote(creditNote: RunInvoice, context: MatchContext, state: BatchState): InvoiceVerdict {
  const {invoice, key} = creditNote
  const cases = creditNoteCases(creditNote, context)
  if (cases.some(({reason}) => reason !== null)) {
    const results = allOrNothing(
      cases.map(({reason, hints}) => ({...noResult, reason, hints})),
      cases,
    )
    return verdictOfLines(creditNote, results, [], context, state)
  }
  if (!context.config.rules.creditNotes)
    return exceptionAsWhole(creditNote, 'CREDIT_NOTE_UNMATCHED', null, context, state)

  const found = findReversals(invoice, cases, context, state)
  switch (found.kind) {
    case 'holds': {
      for (const held of found.invoices) hold(held.documentKey, invoice.invoiceNumber, state)
      state.heldKeys.add(key)
      const [first] = found.invoices
      const hint: Hint | null = first ? {kind: 'heldBy', invoiceNumber: first.invoiceNumber} : null
      return exceptionAsWhole(creditNote, 'CREDITED_UNPOSTED', hint, context, state)
    }
    case 'unmatched': {
      for (const foldedNumber of found.unknown)
        state.creditedNumbers.push({supplierCvr: invoice.supplierCvr, foldedNumber})
      const results = found.hints.map((hints, index): LineResult => {
        const unmatched = found.matched.has(index) ? 'OTHER_LINE_FAILED' : 'CREDIT_NOTE_UNMATCHED'
        return {...noResult, reason: cases[index]?.isComment ? null : unmatched, hints}
      })
      return verdictOfLines(creditNote, results, [], context, state)
    }
    case 'reverses': {
      const results = allOrNothing(resultsOf(cases, found.reversals, context), cases)
      if (results.every(({reason}) => reason === null)) post(key, found.reversals, state)
      return verdictOfLines(creditNote, results, [], context, state)
    }
  }
}

/** Of a credit note: the period reasons are not asked, and a citizen with an unreadable grant row blocks it. */
function creditNoteCases(creditNote: RunInvoice, {grants, linesOf, suppliersOf}: MatchContext): LineCase[] {
  const suppliers = suppliersOf(creditNote.invoice.supplierCvr)
  return linesOf(creditNote).map((line, index): LineCase => {
    if (line.isComment) return line
    const citizen = creditNote.citizens[index]
    if (citizen?.kind === 'doubtful')
      return {...line, reason: citizen.reason, hints: citizen.hint ? [citizen.hint] : []}
    const isBlocked = line.citizen !== null && grants.blockedBy(line.citizen, suppliers) !== undefined
    const reason: ReasonCode | null = isBlocked ? 'GRANT_UNREADABLE' : null
    return {...line, reason, hints: []}
  })
}

/** In reverse, with the grants, periods and accounts of what is reversed, where the chart still holds them open. */
function resultsOf(cases: readonly LineCase[], reversals: readonly Reversal[], {coding}: MatchContext): LineResult[] {
  const results: LineResult[] = cases.map(() => noResult)
  for (const [number, {group, lines}] of reversals.entries()) {
    const reverses = {documentKey: group.documentKey, lineNumber: group.lineNumbers[0] ?? ''}
    const coded = coding.check(
      group.postings.map((posting) => ({...posting, amount: negated(posting.amount), reverses})),
    )
    for (const [place, index] of lines.entries()) {
      results[index] =
        coded.kind === 'coded'
          ? {...noResult, postingGroup: number + 1, postings: place === 0 ? coded.postings : []}
          : {...noResult, reason: coded.reason, hints: coded.hints}
    }
  }
  return results
}

/** The periods are unpaid again, and what was reversed can be reversed no second time. */
function post(key: string, reversals: readonly Reversal[], state: BatchState): void {
  for (const {group} of reversals) {
    state.postingGroups.remove(group)
    state.paid.reopen(group.postings)
    state.freedCitizens.add(group.citizen)
    state.billedMonths.replace(group.documentKey, [])
  }
  state.postedKeys.add(key)
}

/** An invoice that a credit note names or mirrors: held from now on, and so is its verdict in this run. */
function hold(key: string, creditNoteNumber: string, {heldKeys, billedMonths, verdicts}: BatchState): void {
  heldKeys.add(key)
  billedMonths.replace(key, [])
  const verdict = verdicts.get(key)
  if (!verdict) return
  const hint: Hint = {kind: 'heldBy', invoiceNumber: creditNoteNumber}
  const lines = verdict.lines.map((line) => ({
    ...line,
    reason: 'CREDITED_UNPOSTED' as const,
    billedMonth: null,
    evidence: {...line.evidence, hints: [...line.evidence.hints, hint]},
  }))
  verdicts.set(key, {...verdict, outcome: 'exception', reason: 'CREDITED_UNPOSTED', lines})
}
