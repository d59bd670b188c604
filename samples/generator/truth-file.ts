/** What is true of each bill, as one JSON object a line. Amounts in kroner with two decimals, as text. */

import {kroner} from './danish.ts'
import type {Bill, IsoDate, Truth} from './model.ts'

/** The truth that holds in a run on the day given: the latest that something which has come in has brought about. */
export function truthOn(bill: Pick<Bill, 'truth' | 'later'>, day: IsoDate): Truth {
  return bill.later.findLast(({since}) => since <= day) ?? bill.truth
}

export function truthFile(bills: readonly Bill[], day: IsoDate): string {
  return bills
    .map((bill) => {
      const {expect, codes, postings, note} = truthOn(bill, day)
      return JSON.stringify({
        documentNumber: bill.documentNumber,
        expect,
        ...(codes.length > 0 ? {codes} : {}),
        ...(postings.length > 0
          ? {postings: postings.map((posting) => ({...posting, amount: kroner(posting.amount).replace(',', '.')}))}
          : {}),
        note,
      })
    })
    .join('\n')
    .concat('\n')
}
