/**
 * The week's list of work: exceptions that one deed would free, told as one action, most invoices freed first.
 * Every invoice left to a person is in exactly one action, by its first failing line.
 */
import type {Action} from '../batch/run.ts'
import type {GrantRegister} from '../domain/grant.ts'
import {jsonKroner, sizeOf, sumOre} from '../domain/money.ts'
import {compareText} from '../domain/source.ts'
import type {Language} from '../domain/text.ts'
import type {InvoiceVerdict} from '../domain/verdict.ts'
import {type Deed, deedFor} from './deeds.ts'
import {failingLine} from './failing-line.ts'
import {grantsById} from './grants-by-id.ts'

/** Ties go by the amount, then by the text. */
export function actions(verdicts: readonly InvoiceVerdict[], register: GrantRegister, language: Language): Action[] {
  const grants = grantsById(register)
  const deeds = verdicts.flatMap(({invoice, ...verdict}) => {
    const line = failingLine(verdict)
    return line ? [{invoice, deed: deedFor(line, {line: line.verdict, invoice, grants, language})}] : []
  })
  return [...Map.groupBy(deeds, ({deed: {reason, owner, key}}) => JSON.stringify([reason, owner, ...key])).values()]
    .flatMap((group) => {
      const deed = firstByText(group.map((each) => each.deed))
      const amount = sumOre(group.map(({invoice}) => sizeOf(invoice.total)))
      return deed ? [{deed, amount, invoices: group.length}] : []
    })
    .toSorted((a, b) => b.invoices - a.invoices || b.amount - a.amount || compareText(a.deed.text, b.deed.text))
    .map(({deed: {text, owner, reason, atMost}, amount, invoices}) => {
      return {text, owner, reason, invoices, amount: jsonKroner(amount), atMost}
    })
}

/** Deeds of one key may spell a name in several ways: the same one is shown whatever the order of rows. */
const firstByText = (deeds: readonly Deed[]): Deed | undefined =>
  deeds.toSorted((a, b) => compareText(a.text, b.text))[0]
