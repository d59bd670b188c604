/**
 * What the files of found runs say of documents (`formats.md`, The ledger, `--new-ledger`): takes their rows, returns
 * each document as posted by the first run that says so, with a line for each row for Sensum, so that a row that was
 * taken back frees its own days and no others. No files here.
 */
import {negated, type Ore, sumOre} from '../../model/money.ts'
import type {PostedLineRef} from '../../model/posting.ts'
import type {Cvr} from '../../model/supplier.ts'
import type {LineRecord, VerdictRecord} from '../commit/run-records.ts'
import type {FoundRun, PaidRow, PostedRow} from './run-folder.ts'

/** For each run its verdicts. `runs` are oldest first. */
export function rebuiltVerdicts(runs: readonly FoundRun[]): VerdictRecord[][] {
  const known = new Set<string>()
  const unreversed = new Map<string, PostedLineRef[]>()
  return runs.map((run) => {
    const verdicts: VerdictRecord[] = []
    for (const {row, paid} of documentsOf(run)) {
      const total = sumOre(paid.map(({amount}) => amount))
      const key = keyOf(row, total, known)
      // Posted before; this run had it again.
      if (known.has(key) || (paid.length === 0 && known.has(keyOf(row)))) continue
      known.add(key)
      verdicts.push(verdictOf(row, key, total, paid, unreversed))
    }
    return verdicts
  })
}

type FoundDocument = {readonly row: PostedRow; readonly paid: readonly PaidRow[]}

/** Credit notes last, after what they take back. Paid rows whose numbers no document has make one of their own. */
function documentsOf({posted, paid}: FoundRun): FoundDocument[] {
  const byNumbers = Map.groupBy(paid, numbersOf)
  const named = new Set(posted.map(numbersOf))
  const unnamed = [...byNumbers].flatMap(([numbers, [first]]) =>
    first && !named.has(numbers)
      ? [{documentNumber: first.documentNumber, invoiceNumber: first.invoiceNumber, supplierCvr: ''}]
      : [],
  )
  const documents = [...posted, ...unnamed].map((row) => ({row, paid: byNumbers.get(numbersOf(row)) ?? []}))
  const takesBack = ({paid: rows}: FoundDocument): boolean => rows.some(({amount}) => amount < 0)
  return [...documents.filter((document) => !takesBack(document)), ...documents.filter(takesBack)]
}

const numbersOf = ({documentNumber, invoiceNumber}: Pick<PostedRow, 'documentNumber' | 'invoiceNumber'>): string =>
  JSON.stringify([documentNumber, invoiceNumber])

/** As `src/match/document-key.ts`: without a document number, a second document with another total has that in its key. */
function keyOf(
  {documentNumber, invoiceNumber, supplierCvr}: PostedRow,
  total?: Ore,
  known?: ReadonlySet<string>,
): string {
  if (documentNumber) return `doc:${documentNumber}`
  const key = `inv:${supplierCvr}:${invoiceNumber}`
  return total !== undefined && known?.has(key) ? `${key}:${total}` : key
}

function verdictOf(
  row: PostedRow,
  key: string,
  total: Ore,
  paid: readonly PaidRow[],
  unreversed: Map<string, PostedLineRef[]>,
): VerdictRecord {
  return {
    ...row,
    key,
    outcome: 'posted',
    reason: null,
    owner: null,
    postedIn: null,
    type: total < 0 ? 'creditNote' : 'invoice',
    issueDate: null,
    dueDate: null,
    supplierName: '',
    gln: '',
    currency: 'DKK',
    total,
    fingerprint: '',
    problems: [],
    lines: paid.map((paidRow, index) => lineOf(row, key, paidRow, index + 1, unreversed)),
  }
}

function lineOf(
  {supplierCvr}: PostedRow,
  documentKey: string,
  {grantId, citizen, period, amount}: PaidRow,
  number: number,
  unreversed: Map<string, PostedLineRef[]>,
): LineRecord {
  const lineNumber = String(number)
  const rowKey = (paidAmount: Ore): string => JSON.stringify([grantId, citizen, period.from, period.to, paidAmount])
  const reverses = amount < 0 ? (unreversed.get(rowKey(negated(amount)))?.shift() ?? null) : null
  if (amount >= 0)
    unreversed.set(rowKey(amount), [...(unreversed.get(rowKey(amount)) ?? []), {documentKey, lineNumber}])
  const posting = {
    ...{grantId, citizen, period, amount, reverses},
    supplierCvr: supplierCvr as Cvr,
    paragraph: '',
    service: '',
    account: '',
    pspElement: '',
    paidTo: null,
  }
  return {
    ...{lineNumber, citizen, amount},
    file: '',
    row: 0,
    expected: null,
    period: {...period, basis: 'columns'},
    reason: null,
    owner: null,
    postingGroup: number,
    paragraphs: [],
    billedMonth: null,
    postings: [posting],
  }
}
