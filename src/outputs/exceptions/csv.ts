/** `exceptions.csv`: the exception report for any spreadsheet or program. */

import {type Cell, csvText} from '../../files/csv.ts'
import type {IsoDate} from '../../model/calendar.ts'
import {danishDate} from '../../text/dates.ts'
import {type ExceptionColumn, type ExceptionRow, exceptionColumns} from './exception-rows.ts'

/** Text that a spreadsheet would take for a formula is made harmless; days are `dd-mm-yyyy`. */
export const exceptionsCsv = (rows: readonly ExceptionRow[]): string =>
  csvText([exceptionColumns, ...rows.map((row) => exceptionColumns.map((column) => cells[column](row)))], 'people')

const day = (date: IsoDate | null): string => (date ? danishDate(date) : '')

const cells: Readonly<Record<ExceptionColumn, (row: ExceptionRow) => Cell>> = {
  Kode: ({code}) => code,
  Årsag: ({sentence}) => sentence,
  Ansvarlig: ({owner}) => owner,
  Forslag: ({suggestion}) => suggestion,
  Bilagsnummer: ({invoice}) => invoice.documentNumber,
  Fakturanummer: ({invoice}) => invoice.invoiceNumber,
  Linje: ({verdict}) => verdict.line.lineNumber,
  Fakturadato: ({invoice}) => day(invoice.issueDate),
  Forfaldsdato: ({invoice}) => day(invoice.dueDate),
  'CVR-nummer': ({invoice}) => invoice.supplierCvr,
  Leverandør: ({invoice}) => invoice.supplierName,
  'CPR-nummer': ({cpr}) => cpr,
  Beløb: ({verdict}) => verdict.line.amount,
  'Periode fra': ({from}) => day(from),
  'Periode til': ({to}) => day(to),
  'Bevillings-id': ({grantId}) => grantId,
  'Forventet beløb': ({expected}) => expected ?? '',
  Difference: ({difference}) => difference ?? '',
  Sagsbehandler: ({caseworkers}) => caseworkers,
  Kilde: ({verdict}) => verdict.line.source.file,
  Række: ({verdict}) => String(verdict.line.source.row),
}
