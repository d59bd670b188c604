/**
 * An invoice explained (`commands.md`, explain). Takes what the ledger knows of it over the runs, and the proofs of the
 * run asked for where they can be read; returns the waterfall of each line, the nearest miss, the verdict in words,
 * what was posted where, and the history. Without proofs it says what the ledger alone knows.
 */
import {catalogue} from '../exceptions/catalogue.ts'
import {suggestion} from '../exceptions/suggestion.ts'
import type {HistoricLine, HistoricPosting, HistoricVerdict, InvoiceHistory} from '../ledger/read/invoice-history.ts'
import type {Invoice} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import {jsonKroner} from '../model/money.ts'
import type {LineVerdict} from '../model/verdict.ts'
import type {ProofLine} from '../outputs/evidence/proof-line.ts'
import {maskCprIn, maskedLine, maskedNumber} from '../text/mask.ts'
import type {ExplainedInvoice, ExplainedLine, ExplainedPosting, ExplainedRun, WaterfallStep} from './explanation.ts'
import {configOf, grantsOf, invoiceOf, lineVerdictOf} from './from-proof.ts'
import {documentName, historyOf, verdictText} from './history.ts'
import {nearestMiss} from './nearest-miss.ts'
import type {Payment} from './payments.ts'

/** A line's proof, and who has paid days of the grants that were excluded for it, by grant. */
export type ProofWithPayments = {
  readonly proof: ProofLine
  readonly payments: ReadonlyMap<string, readonly Payment[]>
}

export type InvoiceEvidence = {
  readonly history: InvoiceHistory
  /** The one of the invoice's verdicts that is explained. */
  readonly verdict: HistoricVerdict
  /** Of that run and document, by line; empty where they cannot be read. */
  readonly proofs: readonly ProofWithPayments[]
  readonly run: ExplainedRun
}

export function explainInvoice({history, verdict, proofs, run}: InvoiceEvidence, language: Language): ExplainedInvoice {
  const {type, issueDate, dueDate, supplierCvr, supplierName, outcome, reason, owner} = verdict
  return {
    documentNumber: maskedNumber(verdict.documentNumber),
    invoiceNumber: maskedNumber(verdict.invoiceNumber),
    ...{type, issueDate, dueDate, supplierCvr, supplierName: maskedLine(supplierName)},
    total: jsonKroner(verdict.total),
    run,
    ...{outcome, reason, owner},
    verdict: verdictText(verdict, language),
    lines: explainedLines(verdict, proofs, language),
    history: historyOf(history, language),
  }
}

function explainedLines(
  verdict: HistoricVerdict,
  proofs: readonly ProofWithPayments[],
  language: Language,
): ExplainedLine[] {
  const [first, ...others] = proofs.map(({proof}) => proof)
  if (!first) return verdict.lines.map((line) => lineFromLedger(line, language))
  const invoice = invoiceOf([first, ...others], verdict.supplierName)
  return proofs.map((proof) => lineFromProof(proof, invoice, verdict, language))
}

function lineFromProof(
  {proof, payments}: ProofWithPayments,
  invoice: Invoice,
  {lines}: HistoricVerdict,
  language: Language,
): ExplainedLine {
  const verdict = lineVerdictOf(proof)
  const grants = grantsOf(proof)
  const recorded = lines.find(({lineNumber}) => maskCprIn(lineNumber) === maskCprIn(proof.line.number))
  const byId = new Map(grants.map((grant) => [grant.id, grant]))
  return {
    number: maskedNumber(proof.line.number),
    source: {file: proof.line.file, row: proof.line.row},
    amount: jsonKroner(proof.line.amount),
    citizen: proof.citizen?.masked ?? null,
    period: proof.period,
    text: proof.line.text === '' ? null : maskedLine(proof.line.text),
    reason: verdict.reason,
    owner: recorded?.owner ?? null,
    because: verdict.reason ? catalogue[verdict.reason].sentence[language] : '',
    suggestion: suggestion(verdict, invoice, byId, language),
    steps: waterfall(verdict),
    left: verdict.evidence.steps.at(-1)?.after === 0 ? [] : proof.left,
    nearestMiss: nearestMiss({verdict, invoice, grants, config: configOf(proof), language, payments}),
    expected: proof.expected === null ? null : jsonKroner(proof.expected),
    postings: recorded ? recorded.postings.map(postingOf) : proof.postings.map(postingOfProof),
    reversedBy: recorded?.reversals.map((other) => `${documentName(other, language)} (${other.runId})`) ?? [],
  }
}

function waterfall({evidence: {steps, candidates}}: LineVerdict): WaterfallStep[] {
  return steps.map(({name, before, after}) => ({
    ...{name, before, after},
    excluded: candidates
      .filter(({excludedBy}) => excludedBy === name)
      .map(({grantId, grantValue, lineValue}) => ({
        grantId: maskedLine(grantId),
        grantValue: maskedLine(grantValue),
        lineValue: maskedLine(lineValue),
      })),
  }))
}

function lineFromLedger(line: HistoricLine, language: Language): ExplainedLine {
  const {file, row, citizen, period, reason, owner, expected} = line
  return {
    number: maskedNumber(line.lineNumber),
    source: file === '' ? null : {file, row},
    amount: jsonKroner(line.amount),
    ...{citizen, period, text: null, reason, owner},
    because: reason ? catalogue[reason].sentence[language] : '',
    suggestion: reason ? catalogue[reason].remedy[language] : '',
    ...{steps: [], left: [], nearestMiss: null},
    expected: expected === null ? null : jsonKroner(expected),
    postings: line.postings.map(postingOf),
    reversedBy: line.reversals.map((other) => `${documentName(other, language)} (${other.runId})`),
  }
}

const postingOf = ({grantId, paragraph, service, period, amount, ...rest}: HistoricPosting): ExplainedPosting => ({
  grantId: maskedLine(grantId),
  paragraph: maskedLine(paragraph),
  service: maskedLine(service),
  period,
  amount: jsonKroner(amount),
  account: rest.account,
  pspElement: rest.pspElement,
  opus: rest.opusState,
})

/** Of a dry run's line that the ledger does not keep. */
const postingOfProof = (posting: ProofLine['postings'][number]): ExplainedPosting => ({
  grantId: maskedLine(posting.grantId),
  paragraph: maskedLine(posting.paragraph),
  service: maskedLine(posting.service),
  period: {from: posting.from, to: posting.to},
  amount: jsonKroner(posting.amount),
  account: posting.account,
  pspElement: posting.pspElement,
  opus: 'open',
})
