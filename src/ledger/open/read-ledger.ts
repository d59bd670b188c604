/**
 * The ledger for those who only ask it: it is opened to read, never made or changed, and all that is asked of it is
 * asked of one moment, though a run may be writing meanwhile.
 */
import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {isSqliteError, unusable} from './database.ts'
import {refuseOtherMunicipality} from './guards.ts'
import {citizenHasher, decrypt, readKey} from './key-file.ts'
import {type OpenToRead, refuseOtherKey} from './ledger.ts'
import {openToRead, readingFault, versionOf} from './open-database.ts'

/** A ledger that is read with its key. */
export type ReadLedger = OpenToRead & {
  /** Full path. */
  readonly file: string
}

/** Which ledger is asked, and what must hold of it. */
export type Asked = {
  readonly path: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  /** The oldest version of the tables that will do; any where it is left out. */
  readonly least?: number
}

/**
 * What `ask` finds, without the key file: nothing sealed can be read. Throws an InputError where there is no ledger,
 * or it is another's or too old, and a RunFault where it cannot be read.
 */
export function readLedger<Found>(
  {path, municipality, least = 1}: Asked,
  ask: (database: DatabaseSync, file: string) => Found,
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
    return ask(database, file)
  } catch (error) {
    throw isSqliteError(error) ? readingFault(file, error) : error
  } finally {
    database.close()
  }
}

/** As `readLedger`, with the key file: citizens are known again and what is sealed can be read. */
export const readLedgerWithKey = <Found>(asked: Asked, ask: (ledger: ReadLedger) => Found): Found =>
  readLedger(asked, (database, file) => {
    const key = readKey(file)
    refuseOtherKey(file, key, database)
    return ask({file, database, key, hashOf: citizenHasher(key)})
  })

/** What the ledger keeps sealed, as it was read. */
export const plain = ({key}: Pick<ReadLedger, 'key'>, stored: string): string => decrypt(key, stored)
