/**
 * The table `fixes` (`commands.md`, report): takes what a run found would free the most invoices, adds it in that
 * order. CPR numbers in its sentences are masked.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {Fix} from '../../model/run.ts'
import {maskRealCprIn} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'

export function insertFixes(database: DatabaseSync, run: number, fixes: readonly Fix[]): void {
  const insert = inserter(database, 'fixes')
  for (const [index, {kind, text, owner, reason, invoices, amount, exact}] of fixes.entries()) {
    insert({
      run,
      position: index + 1,
      kind,
      text_da: maskRealCprIn(text.da),
      text_en: maskRealCprIn(text.en),
      owner,
      reason,
      invoices,
      amount,
      exact: Number(exact),
    })
  }
}
