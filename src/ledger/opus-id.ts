/**
 * What the XML files for OPUS are known by (`formats.md`, The OPUS XML file): receives the ledger, and hands on the ids
 * of documents and the names of files that are taken.
 *
 * An id is computed and not counted, so that a bill posted anew after its run was undone, or after the ledger was lost,
 * has the id that OPUS may know already, and is refused there. It is made of the document's key as the ledger stores it:
 * sealed where a CPR number stands in it (then it needs the key file), else plain (then it needs nothing). This file,
 * `seal` and the form of document keys must therefore never change what an id comes out as.
 */
import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {OpusDocumentKey, OpusSending} from '../model/run.ts'
import {rowsOf} from './open/database.ts'
import {encrypt, type Key} from './open/key-file.ts'
import type {Ledger} from './open/ledger.ts'

export const opusSending = ({database, key}: Pick<Ledger, 'database' | 'key'>): OpusSending => ({
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

function xmlNames(database: DatabaseSync): Set<string> {
  const named = "SELECT name FROM run_files WHERE name LIKE 'ZFIR%.xml'"
  return new Set([...rowsOf<{name: string}>(database, named)].map(({name}) => name))
}
