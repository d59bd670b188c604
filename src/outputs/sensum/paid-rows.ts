/**
 * `sensum-paid.csv` (`formats.md`): takes the verdicts, returns what has been paid for each grant, for Sensum. A reversal
 * has a negative amount.
 */

import {csvText} from '../../files/csv.ts'
import type {IsoDate, Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Ore} from '../../model/money.ts'
import type {InvoiceVerdict} from '../../model/verdict.ts'
import {danishDate} from '../../text/dates.ts'

export const sensumColumns = [
  'Bevillings-id',
  'CPR-nummer',
  'Periode fra',
  'Periode til',
  'Beløb',
  'Fakturanummer',
  'Bilagsnummer',
  'Bogført dato',
] as const

export type SensumRow = {
  readonly grantId: string
  readonly citizen: Cpr
  readonly period: Period
  readonly amount: Ore
  readonly invoiceNumber: string
  readonly documentNumber: string
  /** The run's date, or the receipt's. */
  readonly bookedOn: IsoDate
}

/** One row for each posting, in the order of the verdicts. */
export const sensumRows = (verdicts: readonly InvoiceVerdict[], bookedOn: IsoDate): SensumRow[] =>
  verdicts
    .filter(({outcome}) => outcome === 'posted')
    .flatMap(({invoice: {invoiceNumber, documentNumber}, lines}) =>
      lines
        .flatMap(({postings}) => postings)
        .map(({grantId, citizen, period, amount}) => {
          return {grantId, citizen, period, amount, invoiceNumber, documentNumber, bookedOn}
        }),
    )

/** The header alone where nothing was paid. CPR numbers are ten digits, days `dd-mm-yyyy`. */
export const sensumPaidCsv = (rows: readonly SensumRow[]): string =>
  csvText(
    [
      sensumColumns,
      ...rows.map(({grantId, citizen, period, amount, invoiceNumber, documentNumber, bookedOn}) => [
        grantId,
        citizen,
        danishDate(period.from),
        danishDate(period.to),
        amount,
        invoiceNumber,
        documentNumber,
        danishDate(bookedOn),
      ]),
    ],
    'machines',
  )
