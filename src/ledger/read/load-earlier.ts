/**
 * What the ledger knows of earlier runs (`src/model/earlier.ts`; `formats.md`, The ledger): takes an open ledger and
 * the citizens whom this run's files name, who are recognised by their hashes; of any other citizen it is known only
 * that there is one. Each table is read once.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {BookedRow, UnreadableBookedRow} from '../../model/booked.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {CreditedNumber, Earlier, EarlierDocument} from '../../model/earlier.ts'
import type {ReadableLedger} from '../ledger.ts'
import {allRows, firstRow, rowsOf} from '../open/database.ts'
import {decrypt} from '../open/key-file.ts'
import {bookedOf, unreadableOf} from './booked-from-rows.ts'
import {documentOf, lineOf, postingOf, type Readers, reversedBy} from './documents-from-rows.ts'
import {
  allBooked,
  citizenHashes,
  countedCreditedNumbers,
  countedReversals,
  currentDocuments,
  currentLines,
  currentPostings,
  currentUnreadableBooked,
  dropCurrent,
  fillCurrent,
  newestGrantCount,
} from './earlier-queries.ts'

export function loadEarlier({database, key, hashOf}: ReadableLedger, citizens: Iterable<Cpr>): Earlier {
  const readers: Readers = {
    citizen: citizensById(database, new Map([...citizens].map((citizen) => [hashOf(citizen), citizen]))),
    text: (stored) => decrypt(key, stored),
  }
  return {
    documents: loadDocuments(database, readers),
    booked: loadBooked(database, readers),
    unreadableBooked: loadUnreadable(database, readers),
    creditedNumbers: loadCreditedNumbers(database, readers),
    grantCount: firstRow(database, newestGrantCount)?.grant_count ?? null,
  }
}

function citizensById(database: DatabaseSync, byHash: ReadonlyMap<string, Cpr>): (id: number | null) => Cpr | null {
  const byId = new Map<number, Cpr>()
  for (const {id, hash} of rowsOf(database, citizenHashes)) {
    const citizen = byHash.get(hash)
    if (citizen) byId.set(id, citizen)
  }
  return (id) => (id === null ? null : (byId.get(id) ?? null))
}

function loadDocuments(database: DatabaseSync, readers: Readers): EarlierDocument[] {
  database.exec(fillCurrent)
  try {
    const reversals = Map.groupBy(rowsOf(database, countedReversals), ({line}) => line)
    const postings = grouped(
      rowsOf(database, currentPostings),
      ({line}) => line,
      (row) => postingOf(row, readers),
    )
    const lines = grouped(
      rowsOf(database, currentLines),
      ({verdict}) => verdict,
      (row) => lineOf(row, postings.get(row.id) ?? [], reversedBy(reversals.get(row.id) ?? [], readers), readers),
    )
    const documents: EarlierDocument[] = []
    for (const row of rowsOf(database, currentDocuments)) {
      documents.push(documentOf(row, lines.get(row.verdict) ?? [], readers))
    }
    return documents
  } finally {
    database.exec(dropCurrent)
  }
}

/** Each row is converted as it is read, so that the rows of a large ledger are never in memory twice. */
function grouped<Row, Value>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => number,
  convert: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(convert(row))
    else groups.set(keyOf(row), [convert(row)])
  }
  return groups
}

const loadBooked = (database: DatabaseSync, readers: Readers): BookedRow[] =>
  allRows(database, allBooked).map((row) => bookedOf(row, readers))

const loadUnreadable = (database: DatabaseSync, readers: Readers): UnreadableBookedRow[] =>
  allRows(database, currentUnreadableBooked).map((row) => unreadableOf(row, readers))

const loadCreditedNumbers = (database: DatabaseSync, {text}: Readers): CreditedNumber[] =>
  allRows(database, countedCreditedNumbers).map((row) => ({
    supplierCvr: text(row.supplier_cvr),
    foldedNumber: text(row.folded_number),
  }))
