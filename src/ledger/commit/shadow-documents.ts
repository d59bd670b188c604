/**
 * The tables `shadow_documents` and `shadow_postings`: takes the verdicts of a dry run, adds what it would have posted,
 * for `compare` and `explain` alone.
 */
import {maskCpr} from '../../text/mask.ts'
import type {ReadableLedger} from '../ledger.ts'
import {inserter} from '../open/database.ts'
import {encrypt} from '../open/key-file.ts'
import type {VerdictRecord} from './run-records.ts'

export function insertDryRunDocuments(
  {database, key, hashOf}: ReadableLedger,
  run: number,
  verdicts: readonly VerdictRecord[],
): void {
  const insertDocument = inserter(database, 'shadow_documents')
  const insertPosting = inserter(database, 'shadow_postings')
  const encrypted = (text: string): string => encrypt(key, text)

  for (const verdict of verdicts) {
    const document = insertDocument({
      run,
      key: encrypted(verdict.key),
      outcome: verdict.outcome,
      reason: verdict.reason,
      document_number: encrypted(verdict.documentNumber),
      invoice_number: encrypted(verdict.invoiceNumber),
      type: verdict.type,
      issue_date: verdict.issueDate,
      supplier_cvr: encrypted(verdict.supplierCvr),
      total: verdict.total,
    })
    for (const {lineNumber, postings} of verdict.lines) {
      for (const posting of postings) {
        insertPosting({
          document,
          line_number: encrypted(lineNumber),
          citizen_hash: hashOf(posting.citizen),
          citizen_masked: maskCpr(posting.citizen),
          grant_id: encrypted(posting.grantId),
          supplier_cvr: posting.supplierCvr,
          paragraph: encrypted(posting.paragraph),
          service: encrypted(posting.service),
          period_from: posting.period.from,
          period_to: posting.period.to,
          amount: posting.amount,
          account: posting.account,
          psp_element: posting.pspElement,
        })
      }
    }
  }
}
