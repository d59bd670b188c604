/**
 * The table `holds` (`matching.md` 6): takes a run's result, adds the documents that are not tried again because a
 * credit note credits them.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {BatchResult} from '../../model/batch.ts'
import {maskCprIn} from '../../text/mask.ts'
import {inserter} from '../open/database.ts'
import type {VerdictWriter} from './verdicts.ts'

/** Documents of this run, and of earlier ones, that a credit note holds. After the verdicts of the run are in. */
export function insertHolds(
  database: DatabaseSync,
  run: number,
  result: Pick<BatchResult, 'verdicts' | 'newlyHeld'>,
  writer: Pick<VerdictWriter, 'documentId'>,
): void {
  const insert = inserter(database, 'holds', 'OR IGNORE')
  const held = result.verdicts.filter(({reason}) => reason === 'CREDITED_UNPOSTED').map(({documentKey}) => documentKey)
  for (const key of [...held, ...result.newlyHeld]) {
    const document = writer.documentId(key)
    if (document === undefined) throw new RangeError(`a document is held that the ledger lacks: ${maskCprIn(key)}`)
    insert({run, document, kind: 'CREDITED_UNPOSTED'})
  }
}
