/** A whole `bills validate-grants` (`commands.md`): reads the register, and the support sheet and the ledger where there are any. */
import {existsSync} from 'node:fs'
import {checkGrants, type GrantsCheck as RegisterCheck} from '../checks/grants/check-grants.ts'
import type {Config} from '../config/schema.ts'
import {readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {billedPairs} from '../ledger/read/billed-pairs.ts'
import {danishTime} from '../model/danish-time.ts'
import type {LocalizedText} from '../model/language.ts'
import {toMapping} from '../normalise/accounts.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {readTables} from './read-files.ts'
import {sheetNotices} from './sheet-notices.ts'

/** Paths as they are; one that was not asked for may be missing. */
export type ValidateGrantsOptions = {
  readonly grants: readonly string[]
  readonly mapping: {readonly path: string; readonly isAsked: boolean}
  readonly ledger: {readonly path: string; readonly isAsked: boolean}
  readonly config: Config
  readonly now: Date
}

export type GrantsCheck = RegisterCheck & {
  /** What was held against the register; false where there was none. */
  readonly withMapping: boolean
  readonly withLedger: boolean
  readonly notes: readonly LocalizedText[]
}

/** Throws an InputError where a file cannot be used. */
export async function validateGrants(options: ValidateGrantsOptions): Promise<GrantsCheck> {
  const {config, mapping, ledger, now} = options
  const isThere = ({path, isAsked}: {path: string; isAsked: boolean}): boolean => isAsked || existsSync(path)
  const {tables} = await readTables('grants', options.grants, config)
  const {register} = toGrantRegister(tables, config, 'keep')
  const [mappingTable] = isThere(mapping) ? (await readTables('mapping', [mapping.path], config)).tables : []
  const support = mappingTable ? toMapping(mappingTable).mapping : null
  const {day} = danishTime(now)
  const check = isThere(ledger)
    ? readLedgerWithKey({path: ledger.path, municipality: config.municipality ?? null, least: 2}, (open) => {
        const billed = billedPairs(open)
        return {...checkGrants(register, support, billed, config, day), withLedger: billed !== null}
      })
    : {...checkGrants(register, support, null, config, day), withLedger: false}
  const notes = sheetNotices([...tables, ...(mappingTable ? [mappingTable] : [])])
  return {...check, withMapping: support !== null, notes}
}
