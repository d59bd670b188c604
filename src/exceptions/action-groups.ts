/**
 * Exceptions grouped by the one action that would free them (`formats.md`, exceptions; `commands.md`, report). Takes
 * the verdicts of a run and its register; each exception is in exactly one group, by its first failing line.
 */
import type {ActionGroup} from '../model/action.ts'
import type {GrantRegister} from '../model/grant.ts'
import {sizeOf, sumOre} from '../model/money.ts'
import {compareText} from '../model/source.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {actionFor, type OwnedAction} from './action.ts'
import {failingLine} from './failing-line.ts'
import {grantsById} from './grants-by-id.ts'

/** In the order of `inOrder`. */
export function actionGroups(verdicts: readonly InvoiceVerdict[], register: GrantRegister): ActionGroup[] {
  const grants = grantsById(register)
  const affected = verdicts.flatMap(({invoice, ...verdict}) => {
    const failing = failingLine(verdict)
    if (!failing) return []
    const {verdict: line, reason} = failing
    return [{invoice, line, action: actionFor({reason, line, invoice, grants})}]
  })
  return [...Map.groupBy(affected, ({action}) => keyOf(action))]
    .flatMap(([key, group]): ActionGroup[] => {
      // Actions of one key may spell a name in several ways: the same one is shown whatever the order of rows.
      const [first] = group.toSorted((a, b) => compareText(a.action.text.da, b.action.text.da))
      if (!first) return []
      const {reason, owner, byHand, text} = first.action
      const amount = sumOre(group.map(({invoice}) => sizeOf(invoice.total)))
      return [{key, reason, owner, byHand, affected: group, amount, text}]
    })
    .toSorted((a, b) => inOrder(comparable(a), comparable(b)))
}

const keyOf = ({reason, owner, key}: OwnedAction): string => JSON.stringify([reason, owner, ...key])

const comparable = ({byHand, affected, amount, text}: ActionGroup): Ordered => ({
  byHand,
  invoices: affected.length,
  amount,
  text: text.da,
})

type Ordered = Pick<ActionGroup, 'byHand' | 'amount'> & {readonly invoices: number; readonly text: string}

/** Those that free invoices for the program first, most invoices first; ties go by the amount, then by the text. */
export const inOrder = (a: Ordered, b: Ordered): number =>
  Number(a.byHand) - Number(b.byHand) || b.invoices - a.invoices || b.amount - a.amount || compareText(a.text, b.text)
