/**
 * A whole `bills validate-grants` (`commands.md`): reads the register, and the support sheet and the ledger where there are
 * any, checks, and writes the workbook where it was asked for. The ledger is only read.
 */
import {existsSync} from 'node:fs'
import {checkGrants} from '../checks/grants/check-grants.ts'
import type {BilledPairs} from '../checks/grants/invoices-per-month.ts'
import type {Config} from '../config/schema.ts'
import {readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {billedPairs} from '../ledger/read/billed-pairs.ts'
import {danishTime} from '../model/danish-time.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import {toMapping} from '../normalise/accounts.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {grantsFormats} from '../render/validate-grants/formats.ts'
import type {ValidatedGrants} from '../render/validate-grants/result.ts'
import {refuseExistingFile, writeOutputFile} from './output-file.ts'
import {readTables} from './read-files.ts'
import {sheetNotices} from './sheet-notices.ts'

/** Paths as they are; relative ones have been resolved. */
export type ValidateGrantsOptions = {
  readonly grants: readonly string[]
  readonly mapping: OptionalFile
  readonly ledger: OptionalFile
  readonly workbook: string | null
  readonly config: Config
  readonly now: Date
  /** Of the workbook. */
  readonly language: Language
}

/** A file that may be missing, unless a flag names it. */
type OptionalFile = {readonly path: string; readonly isNamed: boolean}

/** Throws an InputError where a file cannot be used and nothing was written, and a RunFault where one cannot be written. */
export async function validateGrants(options: ValidateGrantsOptions): Promise<ValidatedGrants> {
  const {config, workbook, language, now} = options
  if (workbook !== null) refuseExistingFile(workbook)

  const {tables} = await readTables('grants', options.grants, config)
  const {register} = toGrantRegister(tables, config, 'keep')
  const [mappingTable] = isThere(options.mapping)
    ? (await readTables('mapping', [options.mapping.path], config)).tables
    : []
  const mapping = mappingTable ? toMapping(mappingTable, config).mapping : null
  const {day} = danishTime(now)
  const checkWith = (billed: BilledPairs | null) => ({
    check: checkGrants(register, mapping, billed, config, day),
    facts: {withMapping: mapping !== null, withLedger: billed !== null},
  })
  const checked = isThere(options.ledger)
    ? readLedgerWithKey(
        {path: options.ledger.path, municipality: config.municipality ?? null, least: leastVersion},
        (ledger) => checkWith(billedPairs(ledger)),
      )
    : checkWith(null)
  const result = {
    ...checked,
    notices: [
      ...(workbook === null ? [] : [written(workbook)]),
      ...sheetNotices([...tables, ...(mappingTable ? [mappingTable] : [])]),
    ],
  }
  if (workbook !== null) {
    writeOutputFile(workbook, await grantsFormats.xlsx(result, {language, made: now}), config)
  }
  return result
}

/** The oldest version of the ledger that has what is counted. */
const leastVersion = 2

const isThere = ({path, isNamed}: OptionalFile): boolean => isNamed || existsSync(path)

const written = (workbook: string): LocalizedText => ({
  da: `Alle fund står i ${workbook}`,
  en: `All findings are in ${workbook}`,
})
