/**
 * A whole `bills validate-mapping` (`commands.md`): read, check, write what was asked for. The ledger is only read,
 * and only where it exists.
 */
import {existsSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {type CheckInput, type Headers, inScope, type MappingField} from '../checks/mapping/check-input.ts'
import {type CheckedMapping, checkMapping} from '../checks/mapping/check-mapping.ts'
import type {Config} from '../config/schema.ts'
import {modesFor, writeFileAtomically} from '../files/atomic-file.ts'
import {workbookBytes} from '../files/xlsx/workbook.ts'
import {readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {loadEarlier} from '../ledger/read/load-earlier.ts'
import {lastDay} from '../match/costs/cost.ts'
import type {Chart, Mapping} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {EarlierDocument} from '../model/earlier.ts'
import {InputError, RunFault} from '../model/input-error.ts'
import type {LocalizedText} from '../model/language.ts'
import {toChart, toMapping} from '../normalise/accounts.ts'
import {toGrantRegister} from '../normalise/grants.ts'
import {fieldsOf} from '../read/fields.ts'
import {findInputs} from '../read/find-inputs.ts'
import type {Table} from '../read/table.ts'
import type {MappingFacts} from '../render/validate-mapping/json.ts'
import {mappingSheets} from '../render/validate-mapping/xlsx.ts'
import {correctedMapping, refuseUnfixable} from './corrected-sheet.ts'
import {readTables} from './read-files.ts'
import {sheetNotices} from './sheet-notices.ts'

/** Paths as they are; relative ones have been resolved. */
export type MappingOptions = {
  readonly mapping: string
  readonly chart: string
  readonly grants: readonly string[]
  readonly previous: string | null
  readonly previousChart: string | null
  readonly fix: string | null
  readonly workbook: string | null
  readonly ledger: string
  /** The ledger was named by its flag: then it must exist. */
  readonly isLedgerNamed: boolean
  readonly config: Config
  /** The day asked about. */
  readonly day: IsoDate
  readonly now: Date
}

export type ValidatedMapping = {
  readonly checked: CheckedMapping
  readonly facts: MappingFacts
  readonly notes: readonly LocalizedText[]
}

/** Throws an InputError where nothing was written. */
export async function validateMapping(options: MappingOptions): Promise<ValidatedMapping> {
  const {config, fix, workbook} = options
  for (const file of [fix, workbook]) if (file !== null) refuseExisting(file)
  if (fix !== null && fix === workbook) throw new InputError({file: fix}, sameFile)
  if (options.isLedgerNamed && !existsSync(options.ledger)) throw new InputError({file: options.ledger}, noLedger)

  const mappingTable = await oneTable('mapping', options.mapping, config)
  if (fix !== null) refuseUnfixable(mappingTable)
  const {mapping} = toMapping(mappingTable, config)
  const chartTable = await oneTable('chart', options.chart, config)
  const {chart, rowErrors: chartErrors} = toChart(chartTable, config)
  const grantTables = (await readTables('grants', options.grants, config)).tables
  const {register} = toGrantRegister(grantTables, config)
  const {postFrom} = config.periods
  const subject: CheckInput = {
    mapping,
    headers: headersOf(mappingTable),
    chart,
    chartErrors,
    grants: options.grants.length === 0 ? null : register.grants,
    config,
    today: postFrom !== undefined && postFrom > options.day ? postFrom : options.day,
  }
  const checked = checkMapping(subject, await readBefore(options, mapping), documentsOf(options))
  const running = subject.grants?.filter((grant) => inScope(grant, config) && lastDay(grant) >= subject.today)
  return {
    checked,
    facts: {
      mapping: {name: mappingTable.file, rows: mapping.rows.length},
      chart: {name: basename(options.chart), numbers: chart.entries.length},
      grants: running?.length ?? null,
      day: subject.today,
      fix: fix === null ? null : {file: fix, ...(await writeFix(options, fix, mappingTable, checked))},
      workbook: workbook === null ? null : await writeWorkbook(options, workbook, checked),
    },
    notes: [
      ...sheetNotices([mappingTable, chartTable, ...grantTables]),
      ...(register.unreadable.length === 0 ? [] : [unreadableGrants(register.unreadable.length)]),
    ],
  }
}

async function oneTable(kind: 'mapping' | 'chart', path: string, config: Config): Promise<Table> {
  const [table] = (await readTables(kind, [path], config)).tables
  return table as Table
}

function headersOf({columns}: Table): Headers {
  const pairs = fieldsOf('mapping').map(({field, header}) => [field, columns.get(field)?.header ?? header] as const)
  return Object.fromEntries(pairs) as Record<MappingField, string>
}

async function readBefore(
  {previous, previousChart, config}: MappingOptions,
  mapping: Mapping,
): Promise<{readonly mapping: Mapping; readonly chart: Chart | null} | null> {
  if (previous === null && previousChart === null) return null
  return {
    mapping: previous === null ? mapping : toMapping(await oneTable('mapping', previous, config), config).mapping,
    chart: previousChart === null ? null : toChart(await oneTable('chart', previousChart, config), config).chart,
  }
}

/** Null where there is no ledger. Citizens are of no account here. */
function documentsOf({ledger, config}: MappingOptions): readonly EarlierDocument[] | null {
  if (!existsSync(ledger)) return null
  return readLedgerWithKey(
    {path: ledger, municipality: config.municipality ?? null},
    (open) => loadEarlier(open, []).documents,
  )
}

async function writeFix(options: MappingOptions, file: string, table: Table, {corrections: fixes}: CheckedMapping) {
  const language = options.config.language ?? 'da'
  const {bytes, cells, formulas} = await correctedMapping(await bytesOf(options.mapping, table), table, fixes, language)
  if (bytes) write(file, bytes, options.config)
  return {isWritten: bytes !== null, cells, formulas}
}

/** Where a folder was given, those of the file in it that holds the support sheet. */
async function bytesOf(path: string, {sha256}: Table): Promise<Uint8Array> {
  for await (const found of findInputs([path])) {
    if (found.kind === 'file' && found.sha256 === sha256) return found.bytes
  }
  throw new RunFault(changedMeanwhile)
}

async function writeWorkbook(options: MappingOptions, file: string, checked: CheckedMapping): Promise<string> {
  const sheets = mappingSheets(checked, options.config.language ?? 'da')
  write(file, await workbookBytes(sheets, options.now), options.config)
  return file
}

function write(file: string, bytes: Uint8Array, {files}: Config): void {
  try {
    writeFileAtomically(file, bytes, modesFor(files.groupReadable).file)
  } catch (error) {
    throw new RunFault(
      {
        da: `${file} kan ikke skrives. Er der plads og skriveadgang? Prøv igen.`,
        en: `${file} cannot be written. Is there room, and the right to write? Try again.`,
      },
      {cause: error},
    )
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new InputError(
      {file},
      {
        da: 'Filen findes allerede og bliver ikke overskrevet. Giv et andet navn, eller flyt den.',
        en: 'The file exists already and is not overwritten. Give another name, or move it.',
      },
    )
  if (!existsSync(dirname(file)))
    throw new InputError(
      {file},
      {
        da: `Mappen ${dirname(file)} findes ikke. Opret den, eller ret stien.`,
        en: `The folder ${dirname(file)} does not exist. Create it, or correct the path.`,
      },
    )
}

const sameFile: LocalizedText = {
  da: '--fix og --xlsx kan ikke skrive den samme fil. Giv to navne.',
  en: '--fix and --xlsx cannot write the same file. Give two names.',
}

const changedMeanwhile: LocalizedText = {
  da: 'Støttearket er ændret, mens det blev læst. Kør igen.',
  en: 'The support sheet was changed while it was read. Run again.',
}

const noLedger: LocalizedText = {
  da: 'Ledger-filen findes ikke. Ret --ledger, eller kør uden.',
  en: 'The ledger does not exist. Correct --ledger, or run without it.',
}

const unreadableGrants = (count: number): LocalizedText => ({
  da: `${count} ${count === 1 ? 'række' : 'rækker'} i registret kan ikke læses og er ikke talt med. Se «bills validate-grants».`,
  en: `${count} ${count === 1 ? 'row' : 'rows'} of the register cannot be read and ${count === 1 ? 'is' : 'are'} not counted. See «bills validate-grants».`,
})
