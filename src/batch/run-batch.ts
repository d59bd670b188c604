/**
 * The whole of a batch, pure: records, configuration, what the ledger knows and a date in; a verdict for every
 * invoice out, each exactly once.
 *
 * Invoices are taken in the order of `matching.md`; each sees what those before it posted. Bills are explained by
 * exclusion, credit notes take back what was posted.
 */

import {codingFor} from '../coding/code-postings.ts'
import type {MatchConfig} from '../config/schema.ts'
import {contains, type Period} from '../domain/calendar.ts'
import type {Cpr} from '../domain/citizen.ts'
import type {CreditedNumber} from '../domain/earlier.ts'
import type {Grant} from '../domain/grant.ts'
import {negated, type Ore, sumOre} from '../domain/money.ts'
import type {Posting} from '../domain/posting.ts'
import type {ReasonCode} from '../domain/reason.ts'
import type {Hint, InvoiceVerdict, LinePeriod, LineVerdict, MonthClaim} from '../domain/verdict.ts'
import {heldCode, type InvoiceCode, invoiceCode, standingCode} from '../match/before-exclusion.ts'
import {costsFor} from '../match/cost.ts'
import {judgeCreditNote} from '../match/credit-note.ts'
import {doubtOfMonth, gapBefore, otherGrantOtherMonth} from '../match/doubts.ts'
import {evidenceOf, expectedCost, noEvidence} from '../match/evidence.ts'
import type {Claim, Doubter, Surroundings} from '../match/exclusion.ts'
import {explainInvoice, type LineCase, type LineResult} from '../match/explain-invoice.ts'
import {indexGrants} from '../match/grant-index.ts'
import {knownBills} from '../match/known-bills.ts'
import {namedPeriod, readPeriod, statedPeriodCode, windowOf} from '../match/line-period.ts'
import {type KnownBill, monthClaims} from '../match/month-claims.ts'
import {newRates} from '../match/new-rates.ts'
import {paidDays} from '../match/paid-days.ts'
import {postedUnits} from '../match/posted-units.ts'
import {reachOf} from '../match/suppliers.ts'
import type {RunBatch} from './batch.ts'
import {booksOf, citizenOf, type RunDocument, runDocuments} from './known-documents.ts'
import {controlTotals} from './totals.ts'

export const runBatch: RunBatch = (inputs, config, earlier) => {
  const {register, mapping, chart} = inputs
  const booked = [...earlier.booked, ...inputs.booked.rows]
  const grants = indexGrants(register, [...earlier.unreadableBooked, ...inputs.booked.unreadable])
  const costs = costsFor(config)
  const reach = reachOf(config)
  const paid = paidDays(grants, earlier.documents, booked, costs, reach)
  const around: Surroundings = {config, grants, costs, paid}
  const coding = codingFor(mapping, chart, config.opus.postingDate, grants.byId)
  const units = postedUnits(earlier.documents, reach)
  const claims = monthClaims()
  const doubtOf: Doubter = (claim, period, chosen, inScope) =>
    doubtOfMonth(claim, period, chosen, inScope, around, claims)

  const documents = runDocuments(inputs.invoices, earlier, (citizen) => grants.ofCitizen(citizen).length > 0)
  const books = booksOf(documents, earlier, booked)
  const earlierByKey = new Map(earlier.documents.map((document) => [document.key, document]))
  const bills = knownBills([
    ...earlier.documents
      .filter(({type}) => type === 'invoice')
      .map((document) => ({
        ...document,
        documentKey: document.key,
        reach: reach(document.supplierCvr),
        citizens: citizensIn(document.lines),
      })),
    ...documents
      .filter(({invoice, key}) => invoice.type === 'invoice' && !earlierByKey.has(key))
      .map(({invoice, key, citizens}) => ({
        ...invoice,
        documentKey: key,
        reach: reach(invoice.supplierCvr),
        citizens: citizensIn(citizens.map((of) => ({citizen: citizenOf(of)}))),
      })),
  ])
  const postedKeys = new Set(earlier.documents.filter(({outcome}) => outcome === 'posted').map(({key}) => key))
  const heldKeys = new Set<string>()
  const creditedNumbers: CreditedNumber[] = []
  const verdicts = new Map<string, InvoiceVerdict>()

  const casesOf = ({invoice, citizens}: RunDocument): LineCase[] =>
    invoice.lines.map((line, at) => lineCase(line, citizens[at], invoice, grants.services, config))

  enterKnownBills()
  for (const document of documents) verdicts.set(document.key, judge(document))

  const list = withNewRates([...verdicts.values()], grants.byId)
  return {
    verdicts: list,
    totals: controlTotals(list),
    newlyHeld: [...heldKeys].filter((key) => !verdicts.has(key)).toSorted(),
    creditedNumbers,
  }

  function judge(document: RunDocument): InvoiceVerdict {
    const {invoice, key, posted} = document
    if (posted && !posted.isChanged) return whole(document, 'alreadyPosted', null, null, posted.document.runId)
    if (posted) return whole(document, 'exception', 'DOCUMENT_CHANGED', null)
    const held = heldKeys.has(key) ? 'CREDITED_UNPOSTED' : earlierByKey.get(key)?.held
    const code: InvoiceCode | null =
      standingCode(invoice, key, books) ??
      heldCode(invoice, held, reach(invoice.supplierCvr), [...earlier.creditedNumbers, ...creditedNumbers], reach) ??
      invoiceCode(invoice, config, grants)
    if (code) return whole(document, 'exception', code.reason, code.hint)
    return invoice.type === 'creditNote' ? judgeNote(document) : judgeBill(document)
  }

  function judgeBill(document: RunDocument): InvoiceVerdict {
    const {invoice, key} = document
    const cases = casesOf(document)
    const side = reach(invoice.supplierCvr)
    const results = explainInvoice(invoice, cases, {documentKey: key, reach: side, around, doubtOf, code: coding.code})
    const isPosted = results.every(({reason}) => reason === null)
    const claimsOfRun = cases.map((each, at) => claimOfMonth(document, each, results[at]))
    const verdict = lineVerdicts(document, cases, results, claimsOfRun)
    claims.replace(key, isPosted || !heldKeys.has(key) ? knownFor(document, cases, claimsOfRun) : [])
    if (!isPosted) return verdict

    paid.pay(results.flatMap(({postings}) => postings))
    postedKeys.add(key)
    for (const [, ofUnit] of Map.groupBy(verdict.lines, ({unit}) => unit)) {
      const postings = ofUnit.flatMap((line) => line.postings)
      const citizen = postings[0]?.citizen
      if (!citizen) continue
      const lineNumbers = ofUnit.map(({line}) => line.lineNumber)
      units.add({
        documentKey: key,
        citizen,
        reach: side,
        lineNumbers,
        amount: sumOre(ofUnit.map(({line}) => line.amount)),
        postings,
      })
    }
    return verdict
  }

  function judgeNote(document: RunDocument): InvoiceVerdict {
    const {invoice, key} = document
    const side = reach(invoice.supplierCvr)
    const cases = casesOf(document)
      .map((each) => (each.code?.startsWith('PERIOD_') ? {...each, code: codeOfCitizen(document, each)} : each))
      .map((each) =>
        each.code === null && each.citizen && grants.heldBackBy(each.citizen, side)
          ? {...each, code: 'GRANT_UNREADABLE' as const}
          : each,
      )
    const failed = cases.some(({code}) => code !== null)
    if (failed)
      return lineVerdicts(
        document,
        cases,
        cases.map(({code, hints}) => ({...nothing, reason: code ?? 'OTHER_LINE_FAILED', hints})),
      )
    if (!config.rules.creditNotes) return whole(document, 'exception', 'CREDIT_NOTE_UNMATCHED', null)

    const verdict = judgeCreditNote(invoice, cases, {
      reach: side,
      bills,
      units,
      isPosted: (other) => postedKeys.has(other),
    })
    if (verdict.kind === 'holds') {
      for (const bill of verdict.bills) hold(bill.documentKey, invoice.invoiceNumber)
      heldKeys.add(key)
      const [first] = verdict.bills
      return whole(
        document,
        'exception',
        'CREDITED_UNPOSTED',
        first ? {kind: 'heldBy', invoiceNumber: first.invoiceNumber} : null,
      )
    }
    if (verdict.kind === 'unmatched') {
      for (const foldedNumber of verdict.unknown) creditedNumbers.push({supplierCvr: invoice.supplierCvr, foldedNumber})
      const results = verdict.hints.map((hints, at) => ({
        ...nothing,
        reason: verdict.matched.has(at) ? ('OTHER_LINE_FAILED' as const) : ('CREDIT_NOTE_UNMATCHED' as const),
        hints,
      }))
      return lineVerdicts(document, cases, results)
    }

    const results: LineResult[] = cases.map(() => nothing)
    for (const [number, {unit, at}] of verdict.units.entries()) {
      const reverses = {documentKey: unit.documentKey, lineNumber: unit.lineNumbers[0] ?? ''}
      const postings = unit.postings.map(
        (posting): Posting => ({...posting, amount: negated(posting.amount), reverses}),
      )
      const coded = coding.check(postings)
      for (const [place, index] of at.entries()) {
        results[index] =
          coded.kind === 'coded'
            ? {...nothing, unit: number + 1, postings: place === 0 ? coded.postings : []}
            : {...nothing, reason: coded.reason, hints: coded.hints}
      }
    }
    const isPosted = results.every(({reason}) => reason === null)
    if (isPosted) {
      for (const {unit} of verdict.units) {
        units.takeBack(unit)
        paid.reopen(unit.postings)
        claims.replace(unit.documentKey, [])
      }
      postedKeys.add(key)
      return lineVerdicts(document, cases, results)
    }
    const left = results.map((result) => ({
      ...result,
      reason: result.reason ?? ('OTHER_LINE_FAILED' as const),
      unit: null,
      postings: [],
    }))
    return lineVerdicts(document, cases, left)
  }

  /** A bill that a credit note names or mirrors: held from now on, and so is its verdict in this run. */
  function hold(key: string, byNote: string): void {
    heldKeys.add(key)
    claims.replace(key, [])
    const verdict = verdicts.get(key)
    if (!verdict) return
    const hint: Hint = {kind: 'heldBy', invoiceNumber: byNote}
    const lines = verdict.lines.map((line) => ({
      ...line,
      reason: 'CREDITED_UNPOSTED' as const,
      monthClaim: null,
      evidence: {...line.evidence, hints: [...line.evidence.hints, hint]},
    }))
    verdicts.set(key, {...verdict, outcome: 'exception', reason: 'CREDITED_UNPOSTED', lines})
  }

  /** Bills of the ledger, and of this run wherever they stand in it, for the doubt about gaps. */
  function enterKnownBills(): void {
    const inRun = new Set(documents.map(({key}) => key))
    for (const {key, type, held, reason, supplierCvr, lines} of earlier.documents) {
      const isLeftOut =
        type !== 'invoice' || held || reason === 'DUPLICATE_INVOICE' || (inRun.has(key) && !postedKeys.has(key))
      if (isLeftOut) continue
      for (const {citizen, amount, monthClaim, reversed} of lines) {
        if (!citizen || !monthClaim || reversed) continue
        const {period, doubtful} = monthClaim
        claims.add({documentKey: key, reach: reach(supplierCvr), citizen, amount, period, isDoubtful: () => doubtful})
      }
    }
    for (const document of documents) {
      const {invoice, key, posted} = document
      const standing = standingCode(invoice, key, books)?.reason
      if (posted || invoice.type !== 'invoice' || earlierByKey.get(key)?.held) continue
      if (standing === 'ROW_INVALID' || standing === 'DUPLICATE_INVOICE') continue
      const cases = casesOf(document)
      for (const bill of knownFor(
        document,
        cases,
        cases.map((each) => claimOfMonth(document, each, undefined)),
      ))
        claims.add(bill)
    }
  }

  /** Which month a line bills; whether that is in doubt is asked only where it matters. */
  function claimOfMonth(
    {invoice, key}: RunDocument,
    each: LineCase,
    result: LineResult | undefined,
  ): (MonthClaim & {ask: () => boolean}) | null {
    const {citizen, reading, line} = each
    if (!citizen || invoice.issueDate === null) return null
    const issueDate = invoice.issueDate
    if (reading.kind === 'stated') {
      const {period, conflict} = reading
      const isInside = period.from <= period.to && contains(windowOf(issueDate, config), period)
      const doubtful = conflict !== null
      return isInside
        ? {period: {from: period.from, to: period.to}, basis: period.basis, doubtful, ask: () => doubtful}
        : null
    }
    const side = reach(invoice.supplierCvr)
    const inScope = grants
      .ofCitizen(citizen)
      .filter(
        (grant) => side.has(grant.supplierCvr) && grant.fixed && config.rules.paragraphs.includes(grant.paragraph),
      )
    if (inScope.length === 0) return null
    const named = namedPeriod(
      reading,
      invoice.supplierCvr,
      inScope.map(({supplierCvr}) => supplierCvr),
      issueDate,
      config,
    )
    if (named.kind === 'doubtful') return null
    const {period} = named
    const claim: Claim = {
      documentKey: key,
      citizen,
      billCvr: invoice.supplierCvr,
      reach: side,
      issueDate,
      amount: line.amount,
      reading,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      trySets: true,
    }
    const ask = (): boolean => {
      if (result?.reason === null) return false
      if (result?.reason === 'PERIOD_AMBIGUOUS') return true
      return (
        (otherGrantOtherMonth(claim, period, inScope, around) ??
          gapBefore(claim, period, inScope, inScope, around, claims)) !== null
      )
    }
    return {
      period: {from: period.from, to: period.to},
      basis: 'named',
      doubtful: result ? ask() : false,
      ask: result ? () => false : ask,
    }
  }

  function knownFor(
    {key, invoice}: RunDocument,
    cases: readonly LineCase[],
    ofLines: readonly ((MonthClaim & {ask: () => boolean}) | null)[],
  ): KnownBill[] {
    const side = reach(invoice.supplierCvr)
    const known = cases.flatMap(({citizen, line}, at): KnownBill[] => {
      const claim = ofLines[at]
      if (!citizen || !claim) return []
      return [
        {
          documentKey: key,
          reach: side,
          citizen,
          amount: line.amount,
          period: claim.period,
          isDoubtful: onceAsked(() => claim.doubtful || claim.ask()),
        },
      ]
    })
    const sums = [...Map.groupBy(known, ({citizen, period}) => `${citizen}${period.from}${period.to}`).values()]
    return [...known, ...sums.flatMap((same) => sumOfBills(same))]
  }

  function lineVerdicts(
    {invoice, key}: RunDocument,
    cases: readonly LineCase[],
    results: readonly LineResult[],
    ofMonth: readonly (MonthClaim | null)[] = [],
  ): InvoiceVerdict {
    const lines = cases.map((each, at): LineVerdict => {
      const {reason, unit, postings, trace, hints} = results[at] ?? nothing
      const stated = each.reading.kind === 'stated' ? each.reading.period : null
      const month = ofMonth[at]
      return {
        line: each.line,
        citizen: each.citizen,
        period: (trace?.period ?? stated) as LinePeriod | null,
        reason,
        unit,
        postings,
        expected: trace ? expectedCost(trace, costs) : null,
        evidence: trace
          ? evidenceOf(
              trace,
              each.line,
              invoice.supplierCvr,
              [...hints, ...inactiveThatFit(each, invoice.supplierCvr, trace.period ?? stated, reason)],
              costs,
            )
          : noEvidence(hints),
        monthClaim: month ? {period: month.period, basis: month.basis, doubtful: month.doubtful} : null,
      }
    })
    const reason = lines.find((line) => line.reason !== null && line.reason !== 'OTHER_LINE_FAILED')?.reason ?? null
    return {invoice, documentKey: key, outcome: reason ? 'exception' : 'posted', reason, postedIn: null, lines}
  }

  /** Grants of rows whose status does not count, which would explain a line that is left (`matching.md` 1). */
  function inactiveThatFit(
    {citizen, line}: LineCase,
    billCvr: string,
    period: Period | null,
    reason: ReasonCode | null,
  ): Hint[] {
    if (!citizen || !period || reason === null || period.from > period.to) return []
    return grants
      .inactiveOfCitizen(citizen)
      .filter(
        (grant) => reach(billCvr).has(grant.supplierCvr) && line.amount > 0 && costs.of(grant, period) === line.amount,
      )
      .map(({id}) => ({kind: 'inactiveGrantFits', grantId: id}))
  }

  /** One code or none for every line of a document. */
  function whole(
    document: RunDocument,
    outcome: InvoiceVerdict['outcome'],
    reason: ReasonCode | null,
    hint: Hint | null,
    postedIn: string | null = null,
  ): InvoiceVerdict {
    const {invoice, key} = document
    const cases = invoice.issueDate === null ? null : casesOf(document)
    const lines = invoice.lines.map((line, at): LineVerdict => {
      const each = cases?.[at]
      const claim =
        each && invoice.type === 'invoice' && reason !== 'ROW_INVALID' ? claimOfMonth(document, each, undefined) : null
      return {
        line,
        citizen: citizenOf(document.citizens[at]),
        period: each?.reading.kind === 'stated' ? each.reading.period : null,
        reason,
        unit: null,
        postings: [],
        expected: null,
        evidence: noEvidence(hint ? [hint] : []),
        monthClaim:
          claim && outcome === 'exception' ? {period: claim.period, basis: claim.basis, doubtful: claim.ask()} : null,
      }
    })
    return {invoice, documentKey: key, outcome, reason, postedIn, lines}
  }
}

function withNewRates(
  verdicts: readonly InvoiceVerdict[],
  grantOf: (id: string) => Grant | undefined,
): InvoiceVerdict[] {
  const hints = newRates(verdicts, grantOf)
  const told = (line: LineVerdict): LineVerdict => {
    const hint = hints.get(line)
    return hint ? {...line, evidence: {...line.evidence, hints: [...line.evidence.hints, hint]}} : line
  }
  return verdicts.map((verdict) =>
    verdict.lines.some((line) => hints.has(line)) ? {...verdict, lines: verdict.lines.map(told)} : verdict,
  )
}

const nothing: LineResult = {reason: null, unit: null, postings: [], trace: null, hints: []}

function lineCase(
  line: LineCase['line'],
  of: RunDocument['citizens'][number] | undefined,
  {issueDate, supplierCvr}: RunDocument['invoice'],
  services: ReadonlySet<string>,
  config: MatchConfig,
): LineCase {
  const issued = issueDate ?? config.periods.postFrom
  const reading = readPeriod(line, issued, services, config)
  const periodCode =
    reading.kind === 'stated'
      ? statedPeriodCode(reading.period, supplierCvr, issued, config, config.periods.postFrom)
      : null
  const code = periodCode ?? (of?.kind === 'doubtful' ? of.reason : null)
  const hints = periodCode === null && of?.kind === 'doubtful' && of.hint ? [of.hint] : []
  return {line, citizen: citizenOf(of), reading, code, hints}
}

function codeOfCitizen({invoice, citizens}: RunDocument, {line}: LineCase): ReasonCode | null {
  const of = citizens[invoice.lines.indexOf(line)]
  return of?.kind === 'doubtful' ? of.reason : null
}

const citizensIn = (lines: readonly {readonly citizen: Cpr | null}[]): ReadonlySet<Cpr> =>
  new Set(lines.flatMap(({citizen}) => citizen ?? []))

/** Several lines of one citizen and period are known by their sum as well. */
function sumOfBills(same: readonly KnownBill[]): KnownBill[] {
  const [first, ...others] = same
  if (!first || others.length === 0) return []
  const amount: Ore = sumOre(same.map((bill) => bill.amount))
  const period: Period = first.period
  return [{...first, amount, period, isDoubtful: () => same.some((bill) => bill.isDoubtful())}]
}

function onceAsked(ask: () => boolean): () => boolean {
  let answer: boolean | undefined
  return () => (answer ??= ask())
}
