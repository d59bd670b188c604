/** Exceptions by the one deed that would free them; each is in exactly one group, by its first failing line. */
import type {ActionGroup} from '../model/action.ts'
import type {GrantRegister} from '../model/grant.ts'
import type {Language} from '../model/language.ts'
import {sizeOf, sumOre} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import {compareText} from '../model/source.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {type ActionText, actionFor} from './action.ts'
import {failingLine} from './failing-line.ts'
import {grantsById} from './grants-by-id.ts'

/** Codes of bills that the program will never post, whatever is corrected: people handle them and close them. */
const handledByHand: ReadonlySet<ReasonCode> = new Set([
  ...(['DUPLICATE_INVOICE', 'DOCUMENT_CHANGED', 'CREDITED_UNPOSTED', 'REJECTED', 'PERIOD_ALREADY_PAID'] as const),
  ...(['OUT_OF_SCOPE', 'AMOUNT_ZERO', 'AMOUNT_OVER_LIMIT', 'SUPPLIER_BLOCKED', 'PERIOD_BEFORE_START'] as const),
  ...(['CURRENCY_UNSUPPORTED', 'VAT_UNSUPPORTED'] as const),
])

/** In the order of `inOrder`. */
export function actionGroups(verdicts: readonly InvoiceVerdict[], register: GrantRegister): ActionGroup[] {
  const grants = grantsById(register)
  const waiting = verdicts.flatMap(({invoice, ...verdict}) => {
    const failing = failingLine(verdict)
    if (!failing) return []
    const deedIn = (language: Language): ActionText =>
      actionFor(failing, {line: failing.verdict, invoice, grants, language})
    return [{invoice, line: failing.verdict, deed: deedIn('da'), deedIn}]
  })
  const keyOf = ({deed: {reason, owner, key}}: (typeof waiting)[number]): string =>
    JSON.stringify([reason, owner, ...key])
  return [...Map.groupBy(waiting, keyOf)]
    .flatMap(([key, group]): ActionGroup[] => {
      // Deeds of one key may spell a name in several ways: the same one is shown whatever the order of rows.
      const [first] = group.toSorted((a, b) => compareText(a.deed.text, b.deed.text))
      if (!first) return []
      const {reason, owner} = first.deed
      const amount = sumOre(group.map(({invoice}) => sizeOf(invoice.total)))
      const byHand = handledByHand.has(reason) && first.deed.key[0] !== 'paidTo'
      return [{key, reason, owner, byHand, affected: group, amount, text: (language) => first.deedIn(language).text}]
    })
    .toSorted((a, b) => inOrder(comparable(a), comparable(b)))
}

const comparable = ({byHand, affected: waiting, amount, text}: ActionGroup): Ordered => ({
  byHand,
  invoices: waiting.length,
  amount,
  text: text('da'),
})

type Ordered = Pick<ActionGroup, 'byHand' | 'amount'> & {readonly invoices: number; readonly text: string}

/** Those that free invoices for the program first, most invoices first; ties go by the amount, then by the text. */
export const inOrder = (a: Ordered, b: Ordered): number =>
  Number(a.byHand) - Number(b.byHand) || b.invoices - a.invoices || b.amount - a.amount || compareText(a.text, b.text)
