/**
 * One line of `proof.jsonl` (`formats.md`; its keys are explained in docs/proof.md). Amounts are kroner with two
 * decimals and a decimal point, as text; numbers likewise; days are `2026-03-31`, both ends of a period included.
 */
import type {PeriodBasis, Step, StepName} from '../../model/verdict.ts'

/** The ledger's keyed hash and `010170-****`. */
export type ProofCitizen = {readonly hash: string; readonly masked: string}

export type ProofPeriod = {readonly from: string; readonly to: string}

export type ProofDocument = {
  readonly key: string
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly type: 'invoice' | 'creditNote'
  readonly issueDate: string | null
  readonly dueDate: string | null
  readonly supplierCvr: string
  readonly gln: string
  readonly currency: string
  readonly total: string
  readonly creditedInvoice: string | null
  readonly lines: number
  readonly problems: readonly {readonly column: string; readonly value: string; readonly expected: string}[]
  readonly repeated: boolean
  readonly totalMismatch: boolean
}

export type ProofInvoiceLine = {
  readonly number: string
  readonly file: string
  readonly row: number
  readonly amount: string
  readonly cprField: 'empty' | 'number' | 'invalid'
  /** Of the field; null where it holds none. */
  readonly fieldCitizen: ProofCitizen | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly quantity: string | null
  readonly unitPrice: string | null
  readonly vat: string
  /** Whatever looks like a CPR number masked. */
  readonly text: string
  /** The CPR numbers that stand in the text, in their order; `hasGrant`: the register knows the citizen. */
  readonly textCitizens: readonly (ProofCitizen & {readonly hasGrant: boolean})[]
}

export type ProofGrant = {
  readonly id: string
  readonly supplierCvr: string
  readonly paragraph: string
  readonly unit: string
  readonly targetGroup: string
  readonly ownership: string
  readonly fixed: boolean
  readonly paidTo: string | null
  readonly rates: readonly (ProofPeriod & {readonly rate: string; readonly quantity: string})[]
  readonly services: readonly (ProofPeriod & {readonly service: string})[]
  /** Null where the line did not come as far as exclusion. */
  readonly tried: {
    /** Null where the grant was left. */
    readonly excludedBy: StepName | null
    readonly grantValue: string
    readonly lineValue: string
    readonly expected: string | null
    readonly covered: ProofPeriod | null
  } | null
}

export type ProofPosting = ProofPeriod & {
  readonly grantId: string
  readonly citizen: ProofCitizen
  readonly supplierCvr: string
  readonly paragraph: string
  readonly service: string
  readonly amount: string
  readonly account: string
  readonly pspElement: string
  readonly reverses: {readonly documentKey: string; readonly lineNumber: string} | null
}

/** The keys of bills.yaml that the verdict rests on; of `suppliers` those that the line's grants or bill have. */
export type ProofRules = {
  readonly paragraphs: readonly string[]
  readonly amountTolerance: string
  readonly maxAmount: string | null
  readonly blockedSuppliers: readonly string[]
  readonly partialDays: boolean
  readonly maxCombined: number
  readonly creditNotes: boolean
  readonly vat: string
  readonly gln: readonly string[]
  readonly postFrom: string
  readonly billing: string
  readonly cutoffDay: number
  readonly lookback: number
  readonly lookahead: number
  readonly maxMonths: number
  readonly gap: string
  readonly suppliers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export type ProofLine = {
  readonly runId: string
  readonly document: ProofDocument
  readonly line: ProofInvoiceLine
  /** Whose line it was found to be. */
  readonly citizen: ProofCitizen | null
  readonly period: (ProofPeriod & {readonly basis: PeriodBasis}) | null
  /** Grants of the suppliers that the bill's CVR number reaches, and of all in the register. */
  readonly supplierGrants: number
  readonly registerGrants: number
  readonly grants: readonly ProofGrant[]
  readonly steps: readonly Step[]
  /** The grants that no step excluded. */
  readonly left: readonly string[]
  /** The grants that a person would look at first. */
  readonly nearest: readonly string[]
  readonly expected: string | null
  readonly doubt: Readonly<Record<string, unknown>> | null
  readonly hints: readonly Readonly<Record<string, unknown>>[]
  readonly verdict: {
    readonly outcome: 'posted' | 'exception' | 'alreadyPosted'
    readonly reason: string | null
    readonly invoiceReason: string | null
    readonly postedIn: string | null
    /** Lines of an invoice with one number were posted as one sum, whose postings stand at the first of them. */
    readonly unit: number | null
  }
  readonly postings: readonly ProofPosting[]
  readonly rules: ProofRules
}
