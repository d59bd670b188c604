/**
 * A line of `proof.jsonl` as the records that it was written from (`commands.md`, explain), so that the sentences of
 * `src/exceptions` explain it and `src/match` works out its costs. Citizens are their masks: to be shown, nothing else.
 */
import {type Config, configSchema} from '../config/schema.ts'
import type {Grant} from '../model/grant.ts'
import type {Invoice, InvoiceLine} from '../model/invoice.ts'
import type {Candidate, LineVerdict} from '../model/verdict.ts'
import type {ProofLine} from '../outputs/evidence/proof-line.ts'
import {settingsOf} from '../outputs/evidence/proof-rules.ts'

type ProofGrant = ProofLine['grants'][number]

/** Without its postings, which the ledger has, and its billed month, which the proof does not have. */
export function lineVerdictOf({line, citizen, verdict, grants, ...proof}: ProofLine): LineVerdict {
  const {period, expected, steps, nearest, doubt, hints} = proof
  return {
    line: invoiceLineOf(line),
    citizen: citizen?.masked ?? null,
    period,
    reason: verdict.reason,
    postingGroup: verdict.unit,
    postings: [],
    expected,
    evidence: {steps, candidates: grants.flatMap(candidatesOf), nearest, doubt, hints},
    billedMonth: null,
  }
}

/** None where the line did not come as far as exclusion. */
const candidatesOf = ({id, tried}: ProofGrant): Candidate[] => (tried ? [{grantId: id, ...tried}] : [])

/** The invoice with the lines that the proofs are of; its supplier's name is the ledger's. */
export function invoiceOf(proofs: readonly [ProofLine, ...ProofLine[]], supplierName: string): Invoice {
  const [{document, line}] = proofs
  const {key: _key, problems, ...head} = document
  return {
    ...head,
    supplierName,
    lines: proofs.map((proof) => invoiceLineOf(proof.line)),
    problems: problems.map((problem) => ({...problem, source: {file: line.file, row: line.row}})),
  }
}

export const grantsOf = ({grants, citizen}: ProofLine): Grant[] =>
  citizen ? grants.map((grant) => grantOf(grant, citizen.masked)) : []

/** The settings that the verdict rested on; what the proof does not have has its default. */
export const configOf = ({rules}: Pick<ProofLine, 'rules'>): Config => configSchema.parse(settingsOf(rules))

const grantOf = ({tried: _tried, ...grant}: ProofGrant, citizen: Grant['citizen']): Grant => ({
  ...grant,
  citizen,
  supplierName: '',
  caseworker: '',
  sources: [],
})

function invoiceLineOf(line: ProofLine['line']): InvoiceLine {
  const {file, row, number, amount, periodFrom, periodTo, quantity, unitPrice, vat, text} = line
  return {
    source: {file, row},
    lineNumber: number,
    cprField: cprFieldOf(line),
    ...{amount, periodFrom, periodTo, quantity, unitPrice, vat, text},
  }
}

/** The text of a field that is no number is not in the proof. */
function cprFieldOf({cprField, fieldCitizen}: ProofLine['line']): InvoiceLine['cprField'] {
  if (fieldCitizen) return {kind: 'number', cpr: fieldCitizen.masked}
  return cprField === 'invalid' ? {kind: 'invalid', text: ''} : {kind: 'empty'}
}
