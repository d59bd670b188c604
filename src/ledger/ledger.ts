/**
 * The ledger as the other files know it (`formats.md`, The ledger): what an open one holds. Types alone; `open/`
 * makes the values.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {Modes} from '../files/atomic-file.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Key} from './open/key-file.ts'
import type {Lock} from './open/lock.ts'

/** Open and locked for one run. */
export type Ledger = {
  /** Full path. */
  readonly file: string
  /** Random, eight hexadecimal digits, and the ledger's own for good. */
  readonly id: string
  readonly key: Key
  /** HMAC-SHA256 of a CPR number by the ledger's key, hexadecimal. */
  readonly hashOf: (citizen: Cpr) => string
  readonly database: DatabaseSync
  readonly lock: Lock
  readonly modes: Modes
  /** Files that this start made: they are removed again where nothing is recorded. */
  readonly made: readonly string[]
}

/** What it takes to read rows: the tables, and the key by which citizens are recognised and texts decrypted. */
export type ReadableLedger = Pick<Ledger, 'database' | 'key' | 'hashOf'>
