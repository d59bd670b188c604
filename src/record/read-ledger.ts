/**
 * The ledger for those who only ask it: it is opened to read, never made or changed, and all that is asked of it is
 * asked of one moment, though a run may be writing meanwhile.
 */
import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {isSqliteError, unusable} from './database.ts'
import {citizenHasher, readKey} from './key-file.ts'
import {type OpenToRead, refuseOtherKey} from './ledger.ts'
import {openToRead, readingFault} from './open-database.ts'
import {refuseOtherMunicipality} from './refusals.ts'

/**
 * What `ask` finds, without the key file: nothing sealed can be read. `municipality` is null where `bills.yaml` names none. Throws an InputError where there is no
 * ledger, or it is another's, and a RunFault where it cannot be read.
 */
export function readLedger<Found>(
  path: string,
  municipality: string | null,
  ask: (database: DatabaseSync) => Found,
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
    return ask(database)
  } catch (error) {
    throw isSqliteError(error) ? readingFault(file, error) : error
  } finally {
    database.close()
  }
}

/** As `readLedger`, with the key file: citizens are known again and what is sealed can be read. */
export function readLedgerWithKey<Found>(
  path: string,
  municipality: string | null,
  ask: (ledger: OpenToRead) => Found,
): Found {
  const file = resolve(path)
  return readLedger(file, municipality, (database) => {
    const key = readKey(file)
    refuseOtherKey(file, key, database)
    return ask({database, key, hashOf: citizenHasher(key)})
  })
}
