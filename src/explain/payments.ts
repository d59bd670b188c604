/** Which documents have paid days of a grant, in words: `, af bilag 5100200000 (20260330-080000, marts 2026, …)`. */
import type {HistoricPosting, OtherDocument} from '../ledger/read/invoice-history.ts'
import type {Language} from '../model/language.ts'
import {inLanguage, kronerText, listText, periodText} from '../text/format.ts'
import {documentName} from './history.ts'

/** Amount in øre. */
export type Payment = OtherDocument & Pick<HistoricPosting, 'period' | 'amount'>

/** Empty where nobody is known to have paid. */
export function paymentsText(payments: readonly Payment[], language: Language): string {
  if (payments.length === 0) return ''
  const shown = payments.map(
    (payment) =>
      `${documentName(payment, language)} (${payment.runId}, ${periodText(payment.period, language)}, ${kronerText(payment.amount, language)})`,
  )
  return `, ${inLanguage(language, 'af', 'by')} ${listText(shown, language)}`
}
