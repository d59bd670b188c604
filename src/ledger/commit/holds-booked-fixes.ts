/**
 * The tables `holds`, `credited_numbers`, `booked`, `unreadable_booked` and `fixes`: what a run brings that later runs
 * and the report must know, beside its verdicts.
 */

import type {DatabaseSync} from 'node:sqlite'
import type {BatchResult} from '../../model/batch.ts'
import type {Booked} from '../../model/booked.ts'
import type {Fix} from '../../model/run.ts'
import {maskCprIn, maskRealCprIn} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'
import {encrypt, type Key} from '../open/key-file.ts'
import {maskedProblems} from './run-records.ts'
import type {VerdictWriter} from './verdicts.ts'

/** Documents of this run that a credit note holds, or that are such a note, and those of earlier runs. */
export function insertHolds(database: DatabaseSync, run: number, result: BatchResult, writer: VerdictWriter): void {
  const insert = inserter(database, 'holds', ['run', 'document', 'kind'], 'OR IGNORE')
  const held = result.verdicts.filter(({reason}) => reason === 'CREDITED_UNPOSTED').map(({documentKey}) => documentKey)
  for (const key of [...held, ...result.newlyHeld]) {
    const document = writer.documentId(key)
    if (document === undefined) throw new RangeError(`a document is held that nobody knows: ${maskCprIn(key)}`)
    insert({run, document, kind: 'CREDITED_UNPOSTED'})
  }
}

export function insertCreditedNumbers(
  database: DatabaseSync,
  key: Key,
  run: number,
  {creditedNumbers}: BatchResult,
): void {
  const insert = inserter(database, 'credited_numbers', ['run', 'supplier_cvr', 'folded_number'], 'OR IGNORE')
  for (const {supplierCvr, foldedNumber} of creditedNumbers) {
    insert({run, supplier_cvr: encrypt(key, supplierCvr), folded_number: encrypt(key, foldedNumber)})
  }
}

/** What would free the most invoices, for `report`. */
export function insertFixes(database: DatabaseSync, run: number, fixes: readonly Fix[]): void {
  const columns = ['run', 'position', 'kind', 'text_da', 'text_en', 'owner', 'reason', 'invoices', 'amount', 'exact']
  const insert = inserter(database, 'fixes', columns)
  for (const [at, {kind, text, owner, reason, invoices, amount, exact}] of fixes.entries()) {
    const [text_da, text_en] = [maskRealCprIn(text.da), maskRealCprIn(text.en)]
    insert({run, position: at + 1, kind, text_da, text_en, owner, reason, invoices, amount, exact: Number(exact)})
  }
}

/** Rows that the ledger has already are left out. */
export function insertBooked(
  database: DatabaseSync,
  key: Key,
  run: number,
  booked: Booked,
  writer: VerdictWriter,
): void {
  const columns = [
    'run',
    'supplier_cvr',
    'citizen',
    'document_number',
    'invoice_number',
    'amount',
    'period_from',
    'period_to',
  ]
  const insert = inserter(database, 'booked', columns, 'OR IGNORE')
  for (const {supplierCvr, citizen, documentNumber, invoiceNumber, amount, period} of booked.rows) {
    insert({
      run,
      supplier_cvr: supplierCvr,
      citizen: citizen && writer.citizenId(citizen),
      document_number: encrypt(key, documentNumber),
      invoice_number: encrypt(key, invoiceNumber),
      amount,
      period_from: period.from,
      period_to: period.to,
    })
  }
  const insertUnreadable = inserter(database, 'unreadable_booked', [
    'run',
    'file',
    'row',
    'supplier_cvr',
    'citizen',
    'problems',
  ])
  for (const {source, supplierCvr, citizen, problems} of booked.unreadable) {
    insertUnreadable({
      run,
      file: maskCprIn(source.file),
      row: source.row,
      supplier_cvr: supplierCvr,
      citizen: citizen && writer.citizenId(citizen),
      problems: JSON.stringify(maskedProblems(problems)),
    })
  }
}
