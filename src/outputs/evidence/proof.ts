/**
 * `proof.jsonl`: for each invoice line what was read, every grant of its citizen with what excluded it, and the
 * verdict: enough for someone else's program to come to the same one. No citizen is named but by hash and mask.
 */

import type {MatchConfig} from '../../config/schema.ts'
import {utf8Pieces} from '../../files/encode.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import type {Grant, GrantRegister} from '../../model/grant.ts'
import type {Invoice, InvoiceLine} from '../../model/invoice.ts'
import {type Decimal, formatDecimal, jsonKroner, type Ore} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {FinishedRun} from '../../model/run.ts'
import type {Doubt, Hint, InvoiceVerdict, LineVerdict} from '../../model/verdict.ts'
import {maskCpr, maskCprIn} from '../../text/mask.ts'
import type {
  ProofCitizen,
  ProofDocument,
  ProofGrant,
  ProofInvoiceLine,
  ProofLine,
  ProofPosting,
  ProofRules,
} from './proof-line.ts'

/** In the order of the verdicts and of their lines. */
export function proofJsonl(run: FinishedRun, config: MatchConfig): Uint8Array {
  const {register} = run.read.batch
  const context = proofContext(run, config)
  const known = citizensOf(run.result.verdicts, register)
  const lines = run.result.verdicts.reduce((sum, verdict) => sum + verdict.lines.length, 0)
  const pieces = utf8Pieces(lines * usualLength)
  for (const verdict of run.result.verdicts) {
    for (const line of verdict.lines) {
      const {rules, ...facts} = proofLine(verdict, line, context)
      const text = withoutKnown(JSON.stringify(facts), known)
      pieces.add(`${text.slice(0, -1)},"rules":${context.rulesText(rules)}}\n`)
    }
  }
  return pieces.bytes()
}

/** Bytes of a line whose citizen has a few grants. */
const usualLength = 4_000

type Context = {
  readonly runId: string
  readonly register: GrantRegister
  readonly grantsOf: (citizen: Cpr) => readonly Grant[]
  readonly supplierGrants: (billCvr: string) => number
  readonly citizen: (citizen: Cpr) => ProofCitizen
  readonly config: MatchConfig
  readonly rules: Omit<ProofRules, 'suppliers'>
  readonly rulesText: (rules: ProofRules) => string
}

function proofContext({stamp, read, citizenHash}: FinishedRun, config: MatchConfig): Context {
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
    rulesText: rulesTexts(),
  }
}

/** The rules are alike in nearly all lines, but for the suppliers': the text of the rest is made once. */
function rulesTexts(): (rules: ProofRules) => string {
  let common: string | undefined
  return ({suppliers, ...rules}) => {
    common ??= JSON.stringify(rules).slice(0, -1)
    return `${common},"suppliers":${JSON.stringify(suppliers)}}`
  }
}

export function proofLine(verdict: InvoiceVerdict, lineVerdict: LineVerdict, context: Context): ProofLine {
  const {citizen, period, reason, postingGroup: unit, postings, expected, evidence, line} = lineVerdict
  const grants = citizen ? context.grantsOf(citizen) : []
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
    doubt: evidence.doubt && inKronerEach(evidence.doubt),
    hints: evidence.hints.map(inKronerEach),
    verdict: {outcome: verdict.outcome, reason, invoiceReason: verdict.reason, postedIn: verdict.postedIn, unit},
    postings: postings.map((posting) => postingOf(posting, context)),
    rules: {...context.rules, suppliers: suppliersOf(verdict.invoice, grants, context.config)},
  }
}

function documentOf({invoice, documentKey}: InvoiceVerdict): ProofDocument {
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

function lineOf(line: InvoiceLine, {citizen, grantsOf}: Context): ProofInvoiceLine {
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

function grantOf(grant: Grant, candidates: LineVerdict['evidence']['candidates']): ProofGrant {
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

function postingOf(posting: Posting, {citizen}: Context): ProofPosting {
  const {grantId, supplierCvr, paragraph, service, period, amount, account, pspElement, reverses} = posting
  return {
    ...{grantId, citizen: citizen(posting.citizen), supplierCvr, paragraph, service},
    ...{from: period.from, to: period.to, amount: jsonKroner(amount), account, pspElement, reverses},
  }
}

/** Amounts in hints are whole øre; in JSON they are kroner. */
const inKronerEach = (fact: Hint | Doubt): Readonly<Record<string, unknown>> =>
  fact.kind === 'newRate' ? {...fact, oldRate: jsonKroner(fact.oldRate), newRate: jsonKroner(fact.newRate)} : {...fact}

function rulesOf({rules, periods}: MatchConfig): Omit<ProofRules, 'suppliers'> {
  const {paragraphs, blockedSuppliers, partialDays, maxCombined, creditNotes, vat, gln} = rules
  const {postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap} = periods
  return {
    ...{paragraphs, amountTolerance: jsonKroner(rules.amountTolerance)},
    maxAmount: rules.maxAmount === null ? null : jsonKroner(rules.maxAmount),
    ...{blockedSuppliers, partialDays, maxCombined, creditNotes, vat, gln},
    ...{postFrom, billing, cutoffDay, lookback, lookahead, maxMonths, gap},
  }
}

function suppliersOf(invoice: Invoice, grants: readonly Grant[], {suppliers}: MatchConfig): ProofRules['suppliers'] {
  const concerned = new Set([invoice.supplierCvr, ...grants.map(({supplierCvr}) => supplierCvr)])
  return Object.fromEntries(
    [...concerned].toSorted().flatMap((cvr) => {
      const settings = Object.hasOwn(suppliers, cvr) ? suppliers[cvr] : undefined
      return settings ? [[cvr, settings]] : []
    }),
  )
}

/** Grants by the CVR numbers that reach them: the supplier's own, and those that it lists in `billsAs`. */
function supplierCounts({grants}: GrantRegister, {suppliers}: MatchConfig): (billCvr: string) => number {
  const counts = new Map<string, number>()
  const add = (cvr: string, count: number): void => {
    counts.set(cvr, (counts.get(cvr) ?? 0) + count)
  }
  for (const [own, {length}] of Map.groupBy(grants, ({supplierCvr}) => supplierCvr)) {
    for (const cvr of new Set<string>([own, ...(suppliers[own]?.billsAs ?? [])])) add(cvr, length)
  }
  return (billCvr) => counts.get(billCvr) ?? 0
}

/** Everyone whose number this run knows. */
function citizensOf(verdicts: readonly InvoiceVerdict[], {grants, inactive}: GrantRegister): ReadonlySet<string> {
  const ofLines = verdicts.flatMap(({lines}) =>
    lines.flatMap(({citizen, line: {cprField, text}}) => [
      ...(citizen ? [citizen] : []),
      ...(cprField.kind === 'number' ? [cprField.cpr] : []),
      ...cprNumbersIn(text),
    ]),
  )
  return new Set([...grants, ...inactive].map(({citizen}) => citizen as string).concat(ofLines))
}

/** Suppliers put CPR numbers even into invoice numbers: a known citizen's is masked wherever it stands. Hashes are passed over. */
const withoutKnown = (json: string, known: ReadonlySet<string>): string =>
  json.replaceAll(/"hash":"\w*"|(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)/g, (found, date?: string, serial?: string) =>
    known.has(`${date}${serial}`) ? `${date}-****` : found,
  )

const decimalText = (number: Decimal): string => formatDecimal(number).replace(',', '.')
