/** Amounts and rates as the terminal shows them, from the texts of `summary.json`. */

import type {Language} from '../model/language.ts'
import type {SummaryTotal} from '../model/run.ts'

/** `1234.50` → `1.234,50`; in English `1,234.50`. */
export function shownKroner(amount: string, language: Language): string {
  const [kroner = '', cents = ''] = amount.split('.')
  const [thousands, point] = language === 'da' ? ['.', ','] : [',', '.']
  return `${kroner.replaceAll(/\B(?=(\d{3})+$)/g, thousands)}${point}${cents}`
}

export const shownCount = (count: number, language: Language): string =>
  String(count).replaceAll(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',')

/** Whole øre of a summary's amount. */
const oreOf = (amount: string): number => Number(amount.replace('.', ''))

/**
 * What share was posted by the program, of what was received and not posted before: per cent with one decimal, by
 * count and by kroner. Undefined where there was nothing; by kroner also where credit notes leave no meaning in it.
 */
export function successRate(
  {received, posted, alreadyPosted}: Readonly<Record<'received' | 'posted' | 'alreadyPosted', SummaryTotal>>,
  language: Language,
): {readonly byCount: string | undefined; readonly byAmount: string | undefined} {
  const amount = oreOf(received.amount) - oreOf(alreadyPosted.amount)
  return {
    byCount: percent(posted.invoices, received.invoices - alreadyPosted.invoices, language),
    byAmount: percent(oreOf(posted.amount), amount, language),
  }
}

/** Rounded down, so that 100 per cent is all. */
function percent(part: number, whole: number, language: Language): string | undefined {
  if (whole <= 0 || part < 0 || part > whole) return undefined
  const tenths = Math.floor((part / whole) * 1000)
  return `${Math.floor(tenths / 10)}${language === 'da' ? ',' : '.'}${tenths % 10}`
}
