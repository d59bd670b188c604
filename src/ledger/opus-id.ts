/**
 * The ids of documents in the XML files for OPUS (`formats.md`, The OPUS XML file): takes the ledger, returns the id of
 * each document, and the names of files that are taken.
 *
 * An id is computed and not counted, so that an invoice posted anew after its run was undone, or after the ledger was
 * lost, has the id that OPUS may know already, and is refused there. It is made of the document's key as the ledger
 * stores it: encrypted where it contains a CPR number (then it needs the key file), else plain (then it needs nothing).
 * This file, `encrypt` and the form of document keys must therefore never change any id.
 */
import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {OpusDocumentKey, OpusSending} from '../model/run.ts'
import type {ReadableLedger} from './ledger.ts'
import {allRows, query} from './open/database.ts'
import {encrypt, type Key} from './open/key-file.ts'

export const opusSending = ({database, key}: Pick<ReadableLedger, 'database' | 'key'>): OpusSending => ({
  idOf: (document) => opusId(key, document),
  takenNames: xmlNames(database),
})

/** `B` and 15 letters or digits (75 bits): upper case, and never all digits, so that nothing is folded or padded. */
export function opusId(key: Key, {documentKey, year, part}: OpusDocumentKey): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([encrypt(key, documentKey), year, part]))
    .digest()
  return `B${Array.from(digest.subarray(0, idLength - 1), (byte) => letters[byte % letters.length]).join('')}`
}

const idLength = 16

/** 32 of them, none that is easily read as another (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const xmlNames = (database: DatabaseSync): Set<string> => new Set(allRows(database, xmlFiles).map(({name}) => name))

const xmlFiles = query<{readonly name: string}>("SELECT name FROM run_files WHERE name LIKE 'ZFIR%.xml'")
