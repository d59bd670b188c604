/**
 * How many invoices each citizen has had from each supplier in the last months, and which of them no valid grant was
 * found for, by their last verdicts (`commands.md`, validate-grants). Takes a ledger that is only read.
 */

import type {BilledPairs, NotValidInvoice} from '../../checks/grants/invoices-per-month.ts'
import {addMonths, type IsoDate, type Month, monthOf, monthPeriod} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import {firstRow, query, rowsOf} from '../open/database.ts'
import {decrypted, type ReadLedger} from '../open/read-ledger.ts'

/** Months of issue that are counted, the newest included. */
const monthsBack = 6

/** Null where the ledger knows no invoice with a date. */
export function billedPairs(ledger: ReadLedger): BilledPairs | null {
  const newest = firstRow(ledger.database, newestIssue)?.newest
  if (!newest) return null
  const since = monthPeriod(addMonths(monthOf(newest), 1 - monthsBack)).from
  const counts = new Map<string, number>()
  const notValid = new Map<string, NotValidInvoice[]>()
  let oldest = newest
  for (const row of rowsOf(ledger.database, invoicesByPair, since)) {
    const key = pairKey(row.hash, decrypted(ledger, row.supplier_cvr))
    counts.set(key, (counts.get(key) ?? 0) + row.invoices)
    if (row.oldest < oldest) oldest = row.oldest
  }
  for (const row of rowsOf(ledger.database, notValidInvoices, since)) {
    const supplierCvr = decrypted(ledger, row.supplier_cvr)
    notValid.set(row.hash, [
      ...(notValid.get(row.hash) ?? []),
      {supplierCvr, period: {from: row.period_from, to: row.period_to}},
    ])
  }
  return {
    months: monthsFrom(monthOf(oldest), monthOf(newest)),
    invoices: (citizen, billCvrs) => {
      const hash = ledger.hashOf(citizen)
      return [...billCvrs].reduce((sum, cvr) => sum + (counts.get(pairKey(hash, cvr)) ?? 0), 0)
    },
    notValid: (citizen: Cpr) => notValid.get(ledger.hashOf(citizen)) ?? [],
  }
}

type PairRow = {
  readonly hash: string
  readonly supplier_cvr: string
  readonly invoices: number
  readonly oldest: IsoDate
}

type NotValidRow = {
  readonly hash: string
  readonly supplier_cvr: string
  readonly period_from: IsoDate
  readonly period_to: IsoDate
}

const pairKey = (hash: string, cvr: string): string => `${hash} ${cvr}`

function monthsFrom(first: Month, last: Month): number {
  let count = 1
  for (let month = first; month < last; month = addMonths(month, 1)) count += 1
  return count
}

const newestIssue = query<{readonly newest: IsoDate | null}>(
  "SELECT MAX(issue_date) AS newest FROM standing_verdicts WHERE type = 'invoice'",
)

/** An invoice that was sent twice is one invoice. */
const lastInvoices = `
  document_states JOIN verdicts ON verdicts.id = last_verdict JOIN lines ON lines.verdict = verdicts.id
  JOIN citizens ON citizens.id = lines.citizen
  WHERE type = 'invoice' AND issue_date >= ? AND COALESCE(verdicts.reason, '') <> 'DUPLICATE_INVOICE'`

const invoicesByPair = query<PairRow>(`
  SELECT hash, supplier_cvr, COUNT(DISTINCT verdicts.document) AS invoices, MIN(issue_date) AS oldest
  FROM ${lastInvoices} GROUP BY hash, supplier_cvr`)

const notValidInvoices = query<NotValidRow>(`
  SELECT DISTINCT verdicts.document, hash, supplier_cvr, period_from, period_to
  FROM ${lastInvoices} AND outcome = 'exception' AND lines.reason = 'GRANT_NOT_VALID' AND period_from IS NOT NULL
  ORDER BY verdicts.document`)
