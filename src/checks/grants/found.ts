/** What each part of the check of the register returns, before the findings' invoices a month are counted. */
import type {GrantsFinding} from '../finding.ts'

export type Found = {readonly finding: GrantsFinding; readonly countedFrom: CountBasis}

/**
 * What a finding's invoices a month are counted from: those for the grants named (by their whole ids), and one for each
 * of so many that are not in the register; or so many invoices of the ledger, of all its months.
 */
export type CountBasis =
  | {readonly kind: 'grants'; readonly ids: readonly string[]; readonly notInRegister?: number}
  | {readonly kind: 'invoices'; readonly count: number}
