/**
 * The success rate of one run (`commands.md`, match): what the program posted, of what was received and not posted
 * before. Takes the control totals; returns per cent with one decimal, by count and by kroner.
 */
import type {ControlTotals} from '../model/batch.ts'
import type {Share} from './counts.ts'
import {percentOf} from './rates.ts'

/** Null where there was nothing; by kroner also where credit notes leave no meaning in it. */
export function successRate({
  received,
  posted,
  alreadyPosted,
}: Pick<ControlTotals, 'received' | 'posted' | 'alreadyPosted'>): Share {
  return {
    byCount: partOf(posted.invoices, received.invoices - alreadyPosted.invoices),
    byAmount: partOf(posted.amount, received.amount - alreadyPosted.amount),
  }
}

const partOf = (part: number, whole: number): number | null =>
  part < 0 || part > whole ? null : percentOf(part, whole)
