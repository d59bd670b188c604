/** The tables `shadow_documents` and `shadow_postings`: what a trial would have posted, for `compare` alone. */
import {maskCpr} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'
import {encrypt} from '../open/key-file.ts'
import type {Ledger} from '../open/ledger.ts'
import type {VerdictRecord} from './run-records.ts'

export function insertShadowDocuments(
  {database, key, hashOf}: Ledger,
  run: number,
  verdicts: readonly VerdictRecord[],
): void {
  const insertDocument = inserter(database, 'shadow_documents', [
    ...[
      'run',
      'key',
      'outcome',
      'reason',
      'document_number',
      'invoice_number',
      'type',
      'issue_date',
      'supplier_cvr',
      'total',
    ],
  ])
  const insertPosting = inserter(database, 'shadow_postings', [
    ...[
      'document',
      'line_number',
      'citizen_hash',
      'citizen_masked',
      'grant_id',
      'supplier_cvr',
      'paragraph',
      'service',
    ],
    ...['period_from', 'period_to', 'amount', 'account', 'psp_element'],
  ])
  const sealed = (text: string): string => encrypt(key, text)

  for (const verdict of verdicts) {
    const document = insertDocument({
      run,
      key: sealed(verdict.key),
      outcome: verdict.outcome,
      reason: verdict.reason,
      document_number: sealed(verdict.documentNumber),
      invoice_number: sealed(verdict.invoiceNumber),
      type: verdict.type,
      issue_date: verdict.issueDate,
      supplier_cvr: sealed(verdict.supplierCvr),
      total: verdict.total,
    })
    for (const {lineNumber, postings} of verdict.lines) {
      for (const posting of postings) {
        insertPosting({
          document,
          line_number: sealed(lineNumber),
          citizen_hash: hashOf(posting.citizen),
          citizen_masked: maskCpr(posting.citizen),
          grant_id: sealed(posting.grantId),
          supplier_cvr: posting.supplierCvr,
          paragraph: sealed(posting.paragraph),
          service: sealed(posting.service),
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
