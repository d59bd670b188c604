/**
 * A line of `proof.jsonl` as a record (`proof-line.ts`): takes a line's verdict and what its run has in common, returns
 * the record, its keys in the order in which they are written.
 */
import type {MatchConfig} from '../../config/schema.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import type {Grant, GrantRegister} from '../../model/grant.ts'
import type {InvoiceLine} from '../../model/invoice.ts'
import {jsonKroner, type Ore} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {FinishedRun} from '../../model/run.ts'
import type {Hint, InvoiceVerdict, LineVerdict} from '../../model/verdict.ts'
import {maskCpr, maskCprIn} from '../../text/mask.ts'
import type {ProofLineJson} from './proof-line.ts'
import {type ProofRules, rulesOf, supplierRulesOf} from './proof-rules.ts'
import {decimalText} from './proof-values.ts'

/** What all lines of a run have in common. */
export type RecordContext = {
  readonly runId: string
  readonly register: GrantRegister
  readonly grantsOf: (citizen: Cpr) => readonly Grant[]
  readonly supplierGrants: (invoiceCvr: string) => number
  readonly citizen: (citizen: Cpr) => NonNullable<ProofLineJson['citizen']>
  readonly config: MatchConfig
  readonly rules: Omit<ProofRules, 'suppliers'>
}

export function recordContext({stamp, read, citizenHash}: FinishedRun, config: MatchConfig): RecordContext {
  const {register} = read.batch
  const byCitizen = Map.groupBy(register.grants, ({citizen}) => citizen)
  return {
    runId: stamp.runId,
    register,
    grantsOf: (citizen) => byCitizen.get(citizen) ?? [],
    supplierGrants: supplierCounts(register, config),
    citizen: (citizen) => ({hash: citizenHash(citizen), masked: maskCpr(citizen)}),
    config,
    rules: rulesOf(config),
  }
}

export function lineRecord(verdict: InvoiceVerdict, lineVerdict: LineVerdict, context: RecordContext): ProofLineJson {
  const {citizen, period, reason, postingGroup: unit, postings, expected, evidence, line} = lineVerdict
  const grants = citizen ? context.grantsOf(citizen) : []
  const suppliers = new Set<string>([verdict.invoice.supplierCvr, ...grants.map(({supplierCvr}) => supplierCvr)])
  const inKroner = (amount: Ore | null): string | null => (amount === null ? null : jsonKroner(amount))
  return {
    runId: context.runId,
    document: documentOf(verdict),
    line: lineOf(line, context),
    citizen: citizen && context.citizen(citizen),
    period,
    supplierGrants: context.supplierGrants(verdict.invoice.supplierCvr),
    registerGrants: context.register.grants.length,
    grants: grants.map((grant) => grantOf(grant, evidence.candidates)),
    steps: evidence.steps,
    left: evidence.candidates.filter(({excludedBy}) => excludedBy === null).map(({grantId}) => grantId),
    nearest: evidence.nearest,
    expected: inKroner(expected),
    doubt: evidence.doubt,
    hints: evidence.hints.map(hintJson),
    verdict: {outcome: verdict.outcome, reason, invoiceReason: verdict.reason, postedIn: verdict.postedIn, unit},
    postings: postings.map((posting) => postingOf(posting, context)),
    rules: {...context.rules, suppliers: supplierRulesOf(suppliers, context.config)},
  }
}

function documentOf({invoice, documentKey}: InvoiceVerdict): ProofLineJson['document'] {
  const {documentNumber, invoiceNumber, type, issueDate, dueDate, supplierCvr, gln, currency, creditedInvoice} = invoice
  const {repeated, totalMismatch, total, lines, problems} = invoice
  return {
    ...{key: documentKey, documentNumber, invoiceNumber, type, issueDate, dueDate},
    supplierCvr: maskCprIn(supplierCvr),
    ...{gln, currency, total: jsonKroner(total), creditedInvoice, lines: lines.length},
    problems: problems.map(({column, value, expected}) => ({column, value: maskCprIn(value), expected})),
    ...{repeated, totalMismatch},
  }
}

function lineOf(line: InvoiceLine, {citizen, grantsOf}: RecordContext): ProofLineJson['line'] {
  const {source, lineNumber, amount, cprField, periodFrom, periodTo, quantity, unitPrice, vat, text} = line
  return {
    number: lineNumber,
    ...source,
    amount: jsonKroner(amount),
    cprField: cprField.kind,
    fieldCitizen: cprField.kind === 'number' ? citizen(cprField.cpr) : null,
    ...{periodFrom, periodTo},
    quantity: quantity && decimalText(quantity),
    unitPrice: unitPrice === null ? null : jsonKroner(unitPrice),
    vat: jsonKroner(vat),
    text: maskCprIn(text),
    textCitizens: cprNumbersIn(text).map((number) => ({...citizen(number), hasGrant: grantsOf(number).length > 0})),
  }
}

function grantOf(grant: Grant, candidates: LineVerdict['evidence']['candidates']): ProofLineJson['grants'][number] {
  const {id, supplierCvr, paragraph, unit, targetGroup, ownership, fixed, paidTo, rates, services} = grant
  const candidate = candidates.find(({grantId}) => grantId === id)
  return {
    ...{id, supplierCvr, paragraph, unit, targetGroup, ownership, fixed, paidTo},
    rates: rates.map(({from, to, rate, quantity}) => ({
      ...{from, to, rate: jsonKroner(rate)},
      quantity: decimalText(quantity),
    })),
    services: services.map(({from, to, service}) => ({from, to, service})),
    tried: candidate
      ? {
          excludedBy: candidate.excludedBy,
          grantValue: candidate.grantValue,
          lineValue: candidate.lineValue,
          expected: candidate.expected === null ? null : jsonKroner(candidate.expected),
          covered: candidate.covered,
        }
      : null,
  }
}

function postingOf(posting: Posting, {citizen}: RecordContext): ProofLineJson['postings'][number] {
  const {grantId, supplierCvr, paragraph, service, period, amount, account, pspElement, reverses} = posting
  return {
    ...{grantId, citizen: citizen(posting.citizen), supplierCvr, paragraph, service},
    ...{from: period.from, to: period.to, amount: jsonKroner(amount), account, pspElement, reverses},
  }
}

/** Amounts in hints are whole øre; in JSON they are kroner. */
const hintJson = (hint: Hint): ProofLineJson['hints'][number] =>
  hint.kind === 'newRate' ? {...hint, oldRate: jsonKroner(hint.oldRate), newRate: jsonKroner(hint.newRate)} : hint

/** How many grants belong to suppliers whose invoices may come from a CVR number: their own, or one in `billsAs`. */
function supplierCounts({grants}: GrantRegister, {suppliers}: MatchConfig): (invoiceCvr: string) => number {
  const counts = new Map<string, number>()
  const add = (cvr: string, count: number): void => {
    counts.set(cvr, (counts.get(cvr) ?? 0) + count)
  }
  for (const [own, {length}] of Map.groupBy(grants, ({supplierCvr}) => supplierCvr)) {
    for (const cvr of new Set<string>([own, ...(suppliers[own]?.billsAs ?? [])])) add(cvr, length)
  }
  return (invoiceCvr) => counts.get(invoiceCvr) ?? 0
}
