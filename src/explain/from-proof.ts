/**
 * A line of `proof.jsonl` back into the records that it was written from, so that it is told by the very sentences of
 * `src/exceptions` and costed by `src/match`. Citizens come back as their masks: they serve to be shown, nothing else.
 */
import {type Config, configSchema} from '../config/schema.ts'
import type {IsoDate, Period} from '../model/calendar.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Grant, Unit} from '../model/grant.ts'
import type {Invoice, InvoiceLine} from '../model/invoice.ts'
import {type Decimal, decimal, type Ore, oneDecimal, ore, zeroOre} from '../model/money.ts'
import type {Expectation} from '../model/problem.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Cvr} from '../model/supplier.ts'
import type {Doubt, Hint, LineVerdict} from '../model/verdict.ts'
import type {ProofGrant, ProofInvoiceLine, ProofLine} from '../outputs/evidence/proof-line.ts'

/** `-12345.50`, kroner as in JSON, to whole øre. */
export const oreOf = (kroner: string): Ore => ore(Number(kroner.replace('.', '')))

export function lineVerdictOf(proof: ProofLine): LineVerdict {
  const {line, citizen, period, verdict, expected, steps, grants, nearest, doubt, hints} = proof
  return {
    line: invoiceLineOf(line),
    citizen: citizen && (citizen.masked as Cpr),
    period: period && {...daysOf(period), basis: period.basis},
    reason: verdict.reason as ReasonCode | null,
    postingGroup: verdict.unit,
    postings: [],
    expected: expected === null ? null : oreOf(expected),
    evidence: {
      steps,
      candidates: grants.flatMap(({id, tried}) =>
        tried
          ? [
              {
                grantId: id,
                excludedBy: tried.excludedBy,
                grantValue: tried.grantValue,
                lineValue: tried.lineValue,
                expected: tried.expected === null ? null : oreOf(tried.expected),
                covered: tried.covered && daysOf(tried.covered),
              },
            ]
          : [],
      ),
      nearest,
      doubt: doubt as Doubt | null,
      hints: hints.map(hintOf),
    },
    billedMonth: null,
  }
}

/** The bill with the lines that the proofs hold; its supplier's name is the ledger's. */
export function invoiceOf(proofs: readonly [ProofLine, ...ProofLine[]], supplierName: string): Invoice {
  const [{document, line}] = proofs
  return {
    ...document,
    issueDate: document.issueDate as IsoDate | null,
    dueDate: document.dueDate as IsoDate | null,
    supplierName,
    total: oreOf(document.total),
    lines: proofs.map((each) => invoiceLineOf(each.line)),
    problems: document.problems.map(({column, value, expected}) => ({
      ...{column, value, expected: expected as Expectation},
      source: {file: line.file, row: line.row},
    })),
  }
}

export const grantsOf = ({grants, citizen}: ProofLine): Grant[] =>
  grants.map((grant) => grantOf(grant, citizen?.masked))

/** The settings that the verdict rested on; what the proof does not hold has its default. */
export function configOf({rules}: Pick<ProofLine, 'rules'>): Config {
  const {suppliers, postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap, vat, ...others} = rules
  return configSchema.parse({
    rules: {...others, vat},
    periods: {postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap},
    suppliers,
  })
}

function grantOf({rates, services, tried: _, ...grant}: ProofGrant, masked = ''): Grant {
  return {
    ...grant,
    citizen: masked as Cpr,
    supplierCvr: grant.supplierCvr as Cvr,
    supplierName: '',
    unit: grant.unit as Unit,
    paidTo: grant.paidTo as IsoDate | null,
    caseworker: '',
    rates: rates.map(({rate, quantity, ...days}) => ({
      ...daysOf(days),
      rate: oreOf(rate),
      quantity: decimal(quantity) ?? oneDecimal,
    })),
    services: services.map(({service, ...days}) => ({...daysOf(days), service})),
    sources: [],
  }
}

function invoiceLineOf(line: ProofInvoiceLine): InvoiceLine {
  return {
    source: {file: line.file, row: line.row},
    lineNumber: line.number,
    amount: oreOf(line.amount),
    cprField: line.fieldCitizen ? {kind: 'number', cpr: line.fieldCitizen.masked as Cpr} : emptyOr(line.cprField),
    periodFrom: line.periodFrom as IsoDate | null,
    periodTo: line.periodTo as IsoDate | null,
    quantity: line.quantity === null ? null : (decimal(line.quantity) as Decimal),
    unitPrice: line.unitPrice === null ? null : oreOf(line.unitPrice),
    vat: line.vat ? oreOf(line.vat) : zeroOre,
    text: line.text,
  }
}

/** What stood in the field is not in the proof. */
const emptyOr = (field: ProofInvoiceLine['cprField']): InvoiceLine['cprField'] =>
  field === 'invalid' ? {kind: 'invalid', text: ''} : {kind: 'empty'}

function hintOf(hint: Readonly<Record<string, unknown>>): Hint {
  if (hint.kind !== 'newRate') return hint as Hint
  return {...hint, oldRate: oreOf(String(hint.oldRate)), newRate: oreOf(String(hint.newRate))} as Hint
}

const daysOf = ({from, to}: {readonly from: string; readonly to: string}): Period => ({
  from: from as IsoDate,
  to: to as IsoDate,
})
