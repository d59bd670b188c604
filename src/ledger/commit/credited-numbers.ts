/**
 * The table `credited_numbers` (`matching.md` 6): takes a run's result, adds the numbers of invoices that a credit note
 * named and no run had seen, so that they are held should they come later.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {BatchResult} from '../../model/batch.ts'
import {inserter} from '../open/database.ts'
import {encrypt, type Key} from '../open/key-file.ts'

export function insertCreditedNumbers(
  database: DatabaseSync,
  key: Key,
  run: number,
  {creditedNumbers}: Pick<BatchResult, 'creditedNumbers'>,
): void {
  const insert = inserter(database, 'credited_numbers', 'OR IGNORE')
  for (const {supplierCvr, foldedNumber} of creditedNumbers) {
    insert({run, supplier_cvr: encrypt(key, supplierCvr), folded_number: encrypt(key, foldedNumber)})
  }
}
