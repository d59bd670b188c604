/**
 * One line of `proof.jsonl` (`formats.md`; its keys are explained in docs/proof.md), declared once: `ProofLineJson` is
 * what is written, `ProofLine` what is read of it, with amounts in øre. Unknown keys are refused: a proof that an older
 * or newer version has written in another form is not read at all.
 *
 * The order of the keys is that of the written lines. They are not encoded by this codec, which would check each of
 * them (`proof.ts` makes them, typed by it), and a test compares the two.
 */
import {z} from 'zod'
import {expectations} from '../../exceptions/problems.ts'
import {units} from '../../model/grant.ts'
import type {Expectation} from '../../model/problem.ts'
import {reasonCodes} from '../../model/reason.ts'
import {stepNames} from '../../model/verdict.ts'
import type {Immutable} from './immutable.ts'
import {doubt, hint} from './proof-hints.ts'
import {proofRules} from './proof-rules.ts'
import {citizen, day, days, kroner, number, supplierNumber} from './proof-values.ts'

const text = z.string()
const truth = z.boolean()
const count = z.int()
const stepName = z.enum(stepNames)
const reason = z.enum(reasonCodes)

const problem = z.strictObject({
  column: text,
  value: text,
  expected: z.custom<Expectation>((value) => typeof value === 'string' && Object.hasOwn(expectations, value)),
})

const document = z.strictObject({
  /** What the ledger knows it by. */
  key: text,
  documentNumber: text,
  invoiceNumber: text,
  type: z.enum(['invoice', 'creditNote']),
  issueDate: day.nullable(),
  dueDate: day.nullable(),
  supplierCvr: text,
  gln: text,
  currency: text,
  total: kroner,
  creditedInvoice: text.nullable(),
  lines: count,
  problems: z.array(problem),
  repeated: truth,
  totalMismatch: truth,
})

const invoiceLine = z.strictObject({
  number: text,
  file: text,
  row: count,
  amount: kroner,
  cprField: z.enum(['empty', 'number', 'invalid']),
  /** Of the field; null where it has none. */
  fieldCitizen: citizen.nullable(),
  periodFrom: day.nullable(),
  periodTo: day.nullable(),
  quantity: number.nullable(),
  unitPrice: kroner.nullable(),
  vat: kroner,
  /** Whatever looks like a CPR number masked. */
  text,
  /** The CPR numbers in the text, in their order; `hasGrant`: the register knows the citizen. */
  textCitizens: z.array(citizen.extend({hasGrant: truth})),
})

const grant = z.strictObject({
  id: text,
  supplierCvr: supplierNumber,
  paragraph: text,
  unit: z.enum(units),
  targetGroup: text,
  ownership: text,
  fixed: truth,
  paidTo: day.nullable(),
  rates: z.array(z.strictObject({...days, rate: kroner, quantity: number})),
  services: z.array(z.strictObject({...days, service: text})),
  /** Null where the line did not come as far as exclusion. */
  tried: z
    .strictObject({
      /** Null where no step excluded the grant. */
      excludedBy: stepName.nullable(),
      grantValue: text,
      lineValue: text,
      expected: kroner.nullable(),
      covered: z.strictObject(days).nullable(),
    })
    .nullable(),
})

const posting = z.strictObject({
  grantId: text,
  citizen,
  supplierCvr: supplierNumber,
  paragraph: text,
  service: text,
  ...days,
  amount: kroner,
  account: text,
  pspElement: text,
  reverses: z.strictObject({documentKey: text, lineNumber: text}).nullable(),
})

/** A value of this, encoded, is what `proof.ts` writes. */
export const proofLine = z.strictObject({
  runId: text,
  document,
  line: invoiceLine,
  /** Whose line it was found to be. */
  citizen: citizen.nullable(),
  period: z.strictObject({...days, basis: z.enum(['columns', 'text', 'named'])}).nullable(),
  /** Grants of the suppliers whose invoices come from the invoice's CVR number, and of all in the register. */
  supplierGrants: count,
  registerGrants: count,
  grants: z.array(grant),
  steps: z.array(z.strictObject({name: stepName, before: count, after: count})),
  /** The grants that no step excluded. */
  left: z.array(text),
  /** The grants that a person would look at first. */
  nearest: z.array(text),
  expected: kroner.nullable(),
  doubt: doubt.nullable(),
  hints: z.array(hint),
  verdict: z.strictObject({
    outcome: z.enum(['posted', 'exception', 'alreadyPosted']),
    reason: reason.nullable(),
    invoiceReason: reason.nullable(),
    postedIn: text.nullable(),
    /** Lines of an invoice with one number were posted as one sum, whose postings are at the first of them. */
    unit: count.nullable(),
  }),
  postings: z.array(posting),
  rules: proofRules,
})

/** As it is written, key by key. */
export type ProofLineJson = Immutable<z.input<typeof proofLine>>

/** As it is read: amounts in øre, numbers exact. */
export type ProofLine = Immutable<z.output<typeof proofLine>>

/** Every line of a `proof.jsonl`; null where one of them is not as this version writes it. */
export function readProofLines(jsonl: string): ProofLine[] | null {
  const lines: ProofLine[] = []
  for (const json of jsonl.split('\n')) {
    if (json === '') continue
    const read = proofLine.safeParse(parsed(json))
    if (!read.success) return null
    lines.push(read.data)
  }
  return lines
}

/** Undefined, which no schema takes, where it is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
