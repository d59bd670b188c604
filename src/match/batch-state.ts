/**
 * What lies on the desk while a batch is worked through: the register and the ledger ordered for questions, and what
 * this run has posted, held and decided so far. It lives as long as one batch.
 */
import {type Coding, codingFor} from '../coding/code-postings.ts'
import type {MatchConfig} from '../config/schema.ts'
import type {Cpr} from '../model/citizen.ts'
import type {CreditedNumber, Earlier, EarlierDocument} from '../model/earlier.ts'
import {remembered} from '../model/memoize.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {type InvoiceCode, standingCode} from './pre-checks.ts'
import type {Surroundings} from './exclusion/charge.ts'
import {costsFor} from './costs/cost.ts'
import {doubtOfMonth} from './exclusion/doubts.ts'
import type {Doubter} from './exclusion/explain-charge.ts'
import type {LineCase} from './explain-lines.ts'
import {indexGrants} from './grant-index.ts'
import {type Bill, type KnownBills, knownBills} from './credit-notes/known-invoices.ts'
import {type MonthClaims, monthClaims} from './billed-months/billed-month-index.ts'
import {paidDays} from './costs/paid-days.ts'
import {type PostedUnits, postedUnits} from './credit-notes/posting-groups.ts'
import {type Reach, reachOf} from './supplier-group.ts'
import type {BatchInputs} from '../model/batch.ts'
import {booksOf, citizenOf, type RunDocument, runDocuments} from './run-documents.ts'
import {lineCasesOf} from './line-cases.ts'

export type Desk = {
  readonly config: MatchConfig
  readonly around: Surroundings
  readonly reach: (billCvr: string) => Reach
  readonly coding: Coding
  readonly doubtOf: Doubter
  readonly earlier: Earlier
  readonly earlierByKey: ReadonlyMap<string, EarlierDocument>
  /** In the order in which they are taken. */
  readonly documents: readonly RunDocument[]
  /** From `ROW_INVALID` to `DUPLICATE_INVOICE`: what stands fast before the run begins. */
  readonly standingCodeOf: (document: RunDocument) => InvoiceCode | null
  readonly bills: KnownBills
  readonly casesOf: (document: RunDocument) => readonly LineCase[]
  /** Grows with the run. */
  readonly units: PostedUnits
  readonly claims: MonthClaims
  readonly postedKeys: Set<string>
  readonly heldKeys: Set<string>
  readonly creditedNumbers: CreditedNumber[]
  readonly verdicts: Map<string, InvoiceVerdict>
}

export function layOut(inputs: BatchInputs, config: MatchConfig, earlier: Earlier): Desk {
  const {register, mapping, chart} = inputs
  const booked = [...earlier.booked, ...inputs.booked.rows]
  const grants = indexGrants(register, [...earlier.unreadableBooked, ...inputs.booked.unreadable])
  const costs = costsFor(config)
  const reach = reachOf(config)
  const paid = paidDays(grants, earlier.documents, booked, costs, reach)
  const around: Surroundings = {config, grants, costs, paid}
  const claims = monthClaims()
  const documents = runDocuments(inputs.invoices, earlier, (citizen) => grants.ofCitizen(citizen).length > 0)
  const books = booksOf(documents, earlier, booked)
  const earlierByKey = new Map(earlier.documents.map((document) => [document.key, document]))
  return {
    config,
    around,
    reach,
    coding: codingFor(mapping, chart, config.opus.postingDate, grants.byId),
    doubtOf: (claim, period, chosen, inScope) => doubtOfMonth(claim, period, chosen, inScope, around, claims),
    earlier,
    earlierByKey,
    documents,
    standingCodeOf: remembered(({invoice, key}) => standingCode(invoice, key, books)),
    bills: knownBills([...billsOfLedger(earlier, reach), ...billsOfRun(documents, earlierByKey, reach)]),
    units: postedUnits(earlier.documents, reach),
    casesOf: lineCasesOf(config, grants),
    claims,
    postedKeys: new Set(earlier.documents.filter(({outcome}) => outcome === 'posted').map(({key}) => key)),
    heldKeys: new Set(),
    creditedNumbers: [],
    verdicts: new Map(),
  }
}

const billsOfLedger = ({documents}: Earlier, reach: (cvr: string) => Reach): Bill[] =>
  documents
    .filter(({type}) => type === 'invoice')
    .map((document) => ({
      ...document,
      documentKey: document.key,
      reach: reach(document.supplierCvr),
      citizens: citizensOf(document.lines.map(({citizen}) => citizen)),
    }))

const billsOfRun = (
  documents: readonly RunDocument[],
  earlierByKey: ReadonlyMap<string, EarlierDocument>,
  reach: (cvr: string) => Reach,
): Bill[] =>
  documents
    .filter(({invoice, key}) => invoice.type === 'invoice' && !earlierByKey.has(key))
    .map(({invoice, key, citizens}) => ({
      ...invoice,
      documentKey: key,
      reach: reach(invoice.supplierCvr),
      citizens: citizensOf(citizens.map(citizenOf)),
    }))

const citizensOf = (citizens: readonly (Cpr | null)[]): ReadonlySet<Cpr> =>
  new Set(citizens.flatMap((citizen) => citizen ?? []))
