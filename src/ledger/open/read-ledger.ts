/**
 * The ledger for commands that only read it (`commands.md`: explain, report, validate): it is never made or changed,
 * and all that `read` finds is of one moment, though a run may be writing meanwhile.
 */
import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import type {ReadableLedger} from '../ledger.ts'
import {refuseOtherKey, refuseOtherMunicipality} from './guards.ts'
import {citizenHasher, decrypt, readKey} from './key-file.ts'
import {openToRead, readingFault, versionOf} from './open-database.ts'
import {isSqliteError, unusable} from './sqlite-errors.ts'

/** A ledger that is read with its key. */
export type ReadLedger = ReadableLedger & {
  /** Full path. */
  readonly file: string
}

/** Which ledger is read, and what must be true of it. */
export type ReadRequest = {
  readonly path: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  /** The oldest version of the tables that is enough; any where it is left out. */
  readonly least?: number
}

/**
 * Returns what `read` finds, without the key file: nothing encrypted can be read. Throws an InputError where there is
 * no ledger, or it is another municipality's or too old, and a RunFault where it cannot be read.
 */
export function readLedger<Found>(
  {path, municipality, least = 1}: ReadRequest,
  read: (database: DatabaseSync, file: string) => Found,
): Found {
  const file = resolve(path)
  if (!statSync(file, {throwIfNoEntry: false})?.isFile())
    throw unusable(file, {
      da: 'Ledger-filen findes ikke. Ret --ledger eller ledger i bills.yaml, eller kør bills match først.',
      en: 'There is no such ledger. Correct --ledger or ledger in bills.yaml, or run bills match first.',
    })
  const database = openToRead(file)
  try {
    database.exec('BEGIN')
    refuseOtherMunicipality(file, database, municipality)
    if (versionOf(database) < least)
      throw unusable(file, {
        da: 'Ledger-filen er fra en ældre version af bills. Næste «bills match» bringer den frem; kør så igen.',
        en: 'The ledger is of an older version of bills. The next bills match brings it up to date; then run again.',
      })
    return read(database, file)
  } catch (error) {
    throw isSqliteError(error) ? readingFault(file, error) : error
  } finally {
    database.close()
  }
}

/** As `readLedger`, with the key file: citizens are recognised and what is encrypted can be read. */
export const readLedgerWithKey = <Found>(request: ReadRequest, read: (ledger: ReadLedger) => Found): Found =>
  readLedger(request, (database, file) => {
    const key = readKey(file)
    refuseOtherKey(file, key, database)
    return read({file, database, key, hashOf: citizenHasher(key)})
  })

/** What the ledger stores, as it was read from the file. */
export const decrypted = ({key}: Pick<ReadLedger, 'key'>, stored: string): string => decrypt(key, stored)
