/**
 * A whole `bills validate-mapping` (`commands.md`): reads the support sheet, the chart, and the grants and the ledger where
 * there are any, checks, and writes the corrected copy and the workbook where they were asked for. The ledger is only read.
 */
import {existsSync} from 'node:fs'
import {basename} from 'node:path'
import type {Before} from '../checks/mapping/changes.ts'
import type {CheckInput, Headers, MappingField} from '../checks/mapping/check-input.ts'
import {checkMapping} from '../checks/mapping/check-mapping.ts'
import type {Config} from '../config/schema.ts'
import {readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {loadEarlier} from '../ledger/read/load-earlier.ts'
import {lastDay} from '../match/costs/cost.ts'
import {isInScope} from '../match/exclusion/scope.ts'
import type {Mapping} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {EarlierDocument} from '../model/earlier.ts'
import {InputError} from '../model/input-error.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import {toChart, toMapping} from '../normalise/accounts.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {fieldsOf} from '../read/fields.ts'
import type {Table} from '../read/table.ts'
import {mappingFormats} from '../render/validate-mapping/formats.ts'
import type {CorrectedCopy, ValidatedMapping} from '../render/validate-mapping/result.ts'
import {refuseUnfixable, writeCorrectedSheet} from './corrected-sheet.ts'
import {refuseExistingFile, writeOutputFile} from './output-file.ts'
import {readTables} from './read-files.ts'
import {sheetNotices} from './sheet-notices.ts'

/** Paths as they are; relative ones have been resolved. */
export type ValidateMappingOptions = {
  readonly mapping: string
  readonly chart: string
  readonly grants: readonly string[]
  readonly previous: string | null
  readonly previousChart: string | null
  /** The corrected copy to write. */
  readonly fix: string | null
  readonly workbook: string | null
  /** May be missing, unless a flag names it. */
  readonly ledger: {readonly path: string; readonly isNamed: boolean}
  readonly config: Config
  /** The day asked about. */
  readonly day: IsoDate
  readonly now: Date
  /** Of the workbook. */
  readonly language: Language
}

/** Throws an InputError where a file cannot be used and nothing was written, and a RunFault where one cannot be written. */
export async function validateMapping(options: ValidateMappingOptions): Promise<ValidatedMapping> {
  const {config, fix, workbook, language, now} = options
  refuseFiles(options)

  const mappingTable = await readOneTable('mapping', options.mapping, config)
  if (fix !== null) refuseUnfixable(mappingTable)
  const {mapping} = toMapping(mappingTable, config)
  const chartTable = await readOneTable('chart', options.chart, config)
  const {chart, rowErrors: chartErrors} = toChart(chartTable, config)
  const grantTables = (await readTables('grants', options.grants, config)).tables
  const {register} = toGrantRegister(grantTables, config)
  const input: CheckInput = {
    mapping,
    headers: headersOf(mappingTable),
    chart,
    chartErrors,
    grants: options.grants.length === 0 ? null : register.grants,
    config,
    today: firstDayFrom(options),
  }
  const check = checkMapping(input, await readBefore(options, mapping), readDocuments(options))
  const copy: CorrectedCopy | null =
    fix === null
      ? null
      : await writeCorrectedSheet({path: options.mapping, table: mappingTable, file: fix, config}, check.corrections)
  const result: ValidatedMapping = {
    check,
    facts: {
      mapping: {name: mappingTable.file, rows: mapping.rows.length},
      chart: {name: basename(options.chart), numbers: chart.entries.length},
      grants: runningGrants(input),
      day: input.today,
      fix: copy,
      workbook,
    },
    notices: [
      ...sheetNotices([mappingTable, chartTable, ...grantTables]),
      ...(register.unreadable.length === 0 ? [] : [unreadableGrants(register.unreadable.length)]),
    ],
  }
  if (workbook !== null) {
    writeOutputFile(workbook, await mappingFormats.xlsx(result, {language, made: now}), config)
  }
  return result
}

function refuseFiles({fix, workbook, ledger}: ValidateMappingOptions): void {
  for (const file of [fix, workbook]) if (file !== null) refuseExistingFile(file)
  if (fix !== null && fix === workbook) throw new InputError({file: fix}, sameFile)
  if (ledger.isNamed && !existsSync(ledger.path)) throw new InputError({file: ledger.path}, noLedger)
}

/** The day asked about, or the first that may be posted for. */
const firstDayFrom = ({config: {periods}, day}: ValidateMappingOptions): IsoDate =>
  periods.postFrom !== undefined && periods.postFrom > day ? periods.postFrom : day

const runningGrants = ({grants, config, today}: CheckInput): number | null =>
  grants?.filter((grant) => isInScope(grant, config) && lastDay(grant) >= today).length ?? null

async function readOneTable(kind: 'mapping' | 'chart', path: string, config: Config): Promise<Table> {
  const [table] = (await readTables(kind, [path], config)).tables
  return table as Table
}

function headersOf({columns}: Table): Headers {
  const pairs = fieldsOf('mapping').map(({field, header}) => [field, columns.get(field)?.header ?? header] as const)
  return Object.fromEntries(pairs) as Record<MappingField, string>
}

/** Null where nothing was given to compare with. */
async function readBefore(
  {previous, previousChart, config}: ValidateMappingOptions,
  mapping: Mapping,
): Promise<Before | null> {
  if (previous === null && previousChart === null) return null
  return {
    mapping: previous === null ? mapping : toMapping(await readOneTable('mapping', previous, config), config).mapping,
    chart: previousChart === null ? null : toChart(await readOneTable('chart', previousChart, config), config).chart,
  }
}

/** Null where there is no ledger. The citizens' numbers are not needed. */
function readDocuments({ledger, config}: ValidateMappingOptions): readonly EarlierDocument[] | null {
  if (!existsSync(ledger.path)) return null
  return readLedgerWithKey(
    {path: ledger.path, municipality: config.municipality ?? null},
    (open) => loadEarlier(open, []).documents,
  )
}

const sameFile: LocalizedText = {
  da: '--fix og --xlsx kan ikke skrive den samme fil. Giv to navne.',
  en: '--fix and --xlsx cannot write the same file. Give two names.',
}

const noLedger: LocalizedText = {
  da: 'Ledger-filen findes ikke. Ret --ledger, eller kør uden.',
  en: 'The ledger does not exist. Correct --ledger, or run without it.',
}

const unreadableGrants = (count: number): LocalizedText => ({
  da: `${count} ${count === 1 ? 'række' : 'rækker'} i registret kan ikke læses og er ikke talt med. Se «bills validate-grants».`,
  en: `${count} ${count === 1 ? 'row' : 'rows'} of the register cannot be read and ${count === 1 ? 'is' : 'are'} not counted. See «bills validate-grants».`,
})
