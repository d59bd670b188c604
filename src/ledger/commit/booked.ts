/**
 * The tables `booked` and `unreadable_booked` (`formats.md`, Booked by people): takes the rows of this run's files,
 * adds those that the ledger does not have yet.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {Booked} from '../../model/booked.ts'
import {maskCprIn} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'
import {encrypt, type Key} from '../open/key-file.ts'
import {maskedProblems} from './run-records.ts'
import type {VerdictWriter} from './verdicts.ts'

export function insertBooked(
  database: DatabaseSync,
  key: Key,
  run: number,
  booked: Booked,
  {citizenId}: Pick<VerdictWriter, 'citizenId'>,
): void {
  const insertRow = inserter(database, 'booked', 'OR IGNORE')
  for (const {supplierCvr, citizen, documentNumber, invoiceNumber, amount, period} of booked.rows) {
    insertRow({
      run,
      supplier_cvr: supplierCvr,
      citizen: citizen && citizenId(citizen),
      document_number: encrypt(key, documentNumber),
      invoice_number: encrypt(key, invoiceNumber),
      amount,
      period_from: period.from,
      period_to: period.to,
    })
  }
  const insertUnreadable = inserter(database, 'unreadable_booked')
  for (const {source, supplierCvr, citizen, problems} of booked.unreadable) {
    insertUnreadable({
      run,
      file: maskCprIn(source.file),
      row: source.row,
      supplier_cvr: supplierCvr,
      citizen: citizen && citizenId(citizen),
      problems: JSON.stringify(maskedProblems(problems)),
    })
  }
}
