/**
 * The tables `opus_documents` and `opus_positions` (`formats.md`, The OPUS XML file): takes the XML files of a run, adds
 * which id each posted invoice has in them, and which posting each pair of lines is. Here the ledger refuses an id that
 * another document has.
 */
import type {DatabaseSync} from 'node:sqlite'
import {RunFault} from '../../model/input-error.ts'
import type {OpusDocument} from '../../outputs/opus/documents.ts'
import {allRows, firstRow, inserter, query} from '../open/database.ts'
import type {RunRecord} from './run-records.ts'
import type {VerdictWriter} from './verdicts.ts'

/** After the verdicts of the run are in. */
export function insertOpusDocuments(
  database: DatabaseSync,
  run: number,
  {opusFiles}: Pick<RunRecord, 'opusFiles'>,
  writer: Pick<VerdictWriter, 'documentId'>,
): void {
  const insertDocument = inserter(database, 'opus_documents')
  const insertPosition = inserter(database, 'opus_positions')
  const unsentByYear = new Map<string, number[]>()

  for (const {name, documents} of opusFiles) {
    for (const document of documents) {
      const {id, year, part, postings} = document
      const verdict = verdictOf(database, run, document, writer)
      refuseIdOfOther(database, verdict, document)
      const opusDocument = insertDocument({run, verdict, receiv_doc: id, year, part, file: name})
      const yearKey = `${verdict} ${year}`
      const unsent = unsentByYear.get(yearKey) ?? postingsOf(database, verdict, year)
      for (const [index, posting] of unsent.slice(0, postings.length).entries()) {
        insertPosition({opus_document: opusDocument, position: index + 1, posting})
      }
      unsentByYear.set(yearKey, unsent.slice(postings.length))
    }
  }
  const unsent = [...unsentByYear.values()].flat()
  if (unsent.length > 0)
    throw new RangeError(`${unsent.length} postings of documents for OPUS are in none of its files`)
}

function verdictOf(
  database: DatabaseSync,
  run: number,
  {documentKey, id}: OpusDocument,
  {documentId}: Pick<VerdictWriter, 'documentId'>,
): number {
  const document = documentId(documentKey)
  const found = document === undefined ? undefined : firstRow(database, postedVerdict, run, document)
  if (!found) throw new RangeError(`document ${id} for OPUS has no posted verdict`)
  return found.id
}

/** In the order in which they were posted, as the files have them. */
const postingsOf = (database: DatabaseSync, verdict: number, year: number): number[] =>
  allRows(database, postingsOfYear, verdict, year).map(({id}) => id)

function refuseIdOfOther(database: DatabaseSync, verdict: number, {id, year, part}: OpusDocument): void {
  if (firstRow(database, otherWithId, id, verdict, year, part) === undefined) return
  throw new RunFault({
    da: `Nummeret ${id} i XML-filen til OPUS er før givet til et andet bilag. Intet er bogført; meld fejlen til dem, der vedligeholder bills.`,
    en: `The id ${id} of the XML file for OPUS was given to another document before. Nothing was posted; report this to those who maintain bills.`,
  })
}

const postedVerdict = query<{readonly id: number}>(
  "SELECT id FROM verdicts WHERE run = ? AND document = ? AND outcome = 'posted'",
)

const postingsOfYear = query<{readonly id: number}>(`
  SELECT postings.id FROM lines JOIN postings ON line = lines.id
  WHERE verdict = ? AND CAST(substr(postings.period_to, 1, 4) AS INTEGER) = ? ORDER BY postings.id`)

const otherWithId = query(`
  SELECT 1 FROM opus_documents JOIN verdicts ON verdicts.id = verdict WHERE receiv_doc = ? AND
    (document <> (SELECT document FROM verdicts WHERE id = ?) OR year <> ? OR part <> ?)`)
