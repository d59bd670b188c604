/**
 * A whole `bills match` (`commands.md`): read, match, write, record. Nothing counts before the ledger has it; what
 * an earlier start left half done is finished or taken back first.
 */
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {setImmediate} from 'node:timers/promises'
import type {MatchConfig} from '../config/schema.ts'
import {actionGroups} from '../exceptions/action-groups.ts'
import {actionList} from '../exceptions/actions.ts'
import {ownerOf} from '../exceptions/catalogue.ts'
import {commitRun} from '../ledger/commit/commit-run.ts'
import {citizensIn} from '../ledger/commit/run-records.ts'
import type {Ledger} from '../ledger/ledger.ts'
import {pendingRuns, tooFewGrants} from '../ledger/open/guards.ts'
import {closeLedger, openLedger} from '../ledger/open/open-ledger.ts'
import {opusSending} from '../ledger/opus-id.ts'
import {loadEarlier} from '../ledger/read/load-earlier.ts'
import {recover} from '../ledger/recover/recover.ts'
import {nextRunId} from '../ledger/run-id.ts'
import {runBatch} from '../match/run-batch.ts'
import type {BatchResult} from '../model/batch.ts'
import {danishTime} from '../model/danish-time.ts'
import type {Earlier} from '../model/earlier.ts'
import {InputError} from '../model/input-error.ts'
import type {Language, LocalizedText} from '../model/language.ts'
import {jsonKroner, sizeOf, sumOre} from '../model/money.ts'
import type {FinishedRun, MatchReport, ReadInputs} from '../model/run.ts'
import {compareText} from '../model/source.ts'
import {opusXmlFiles} from '../outputs/opus/documents.ts'
import {checkOpusSettings} from '../outputs/opus/settings.ts'
import {runFiles} from '../outputs/run-files.ts'
import {toSummary} from '../outputs/summary.ts'
import {tieOut} from '../outputs/tie-out/tie-out.ts'
import {triedFixes} from '../what-if/try-fixes.ts'
import {readInputs} from './read-inputs.ts'

export type StageName = 'read' | 'match' | 'write' | 'record'

/** Paths as they are; relative ones have been resolved. */
export type MatchOptions = {
  readonly invoices: readonly string[]
  readonly grants: readonly string[]
  readonly mapping: string
  readonly chart: string | null
  readonly booked: readonly string[]
  readonly out: string
  readonly ledger: string
  readonly newLedger: boolean
  readonly acceptFewerGrants: boolean
  readonly dryRun: boolean
  readonly config: MatchConfig
  readonly now: Date
  /** Of the actions in the report; that of the files where it is left out. */
  readonly language?: Language
}

export type MatchResult = MatchReport & {
  /** For people: sheets not read, what an earlier start had left, and runs not yet confirmed. */
  readonly notices: readonly LocalizedText[]
  /** Kroner by reason code, as text with a decimal point: sizes added up. */
  readonly reasonAmounts: Readonly<Record<string, string>>
}

/** Throws an InputError where nothing was written, and a RunFault where a fault stopped it. */
export async function runMatch(
  options: MatchOptions,
  observe: (stage: StageName) => void = () => {},
): Promise<MatchResult> {
  const {config, now, out} = options
  const stage = async (name: StageName): Promise<void> => {
    observe(name)
    await setImmediate() // lets the progress be drawn before the next stretch of work
  }
  await stage('read')
  const read = await readInputs(options, config)
  checkOpusSettings(config, read.batch.chart, danishTime(now).day)

  const ledger = openLedger({
    file: options.ledger,
    out,
    municipality: config.municipality ?? null,
    newLedger: options.newLedger,
    groupReadable: config.files.groupReadable,
    startedAt: now,
  })
  try {
    const recovered = recover(ledger, out).map(({text}) => text)
    const pending = pendingRuns(ledger)
    await stage('match')
    const earlier = knownFrom(options, read, ledger)
    const result = runBatch(read.batch, config, earlier)
    await stage('write')
    const groups = actionGroups(result.verdicts, read.batch.register)
    const fixes = triedFixes(groups, {inputs: read.batch, config}, earlier, result)
    const run = finished(options, read, {result, actionGroups: groups, fixes}, ledger)
    const files = await runFiles(run, config)
    tieOut(run, files, config)
    await stage('record')
    const folder = commitRun(
      ledger,
      out,
      {
        run,
        municipality: config.municipality ?? null,
        version: await programVersion(),
        configHash: createHash('sha256').update(JSON.stringify(config)).digest('hex'),
        ownerOf: ({evidence}, reason) => ownerOf(reason, evidence),
        opusFiles: opusXmlFiles(run, config),
      },
      files,
    )
    const language = options.language ?? config.language ?? 'da'
    return {
      ...toSummary(run),
      folder,
      actions: actionList(groups, fixes, language),
      notices: [...read.notices, ...recovered, ...(pending ? [pending.text] : [])],
      reasonAmounts: reasonAmounts(result),
    }
  } finally {
    closeLedger(ledger)
  }
}

function knownFrom({acceptFewerGrants}: MatchOptions, {batch}: ReadInputs, ledger: Ledger): Earlier {
  const earlier = loadEarlier(ledger, citizensIn(batch))
  const count = batch.register.grants.length
  if (!acceptFewerGrants && tooFewGrants(count, earlier.grantCount)) {
    throw new InputError(null, {
      da: `Registret har ${count} bevillinger, sidste kørsel havde ${earlier.grantCount}: over 10 % er væk. Er udtrækket helt? Er det rigtigt nok, så kør igen med --accept-fewer-grants.`,
      en: `The register has ${count} grants, the last run had ${earlier.grantCount}: over 10 % are gone. Is the export whole? If it is right, run again with --accept-fewer-grants.`,
    })
  }
  return earlier
}

function finished(
  {now, out, dryRun}: MatchOptions,
  read: ReadInputs,
  decided: Pick<FinishedRun, 'result' | 'actionGroups' | 'fixes'>,
  ledger: Ledger,
): FinishedRun {
  const started = danishTime(now)
  return {
    stamp: {
      runId: nextRunId(now, out, ledger),
      startedAt: started.iso,
      finishedAt: danishTime(new Date()).iso,
      today: started.day,
      dryRun,
    },
    read,
    ...decided,
    citizenHash: ledger.hashOf,
    opus: opusSending(ledger),
  }
}

function reasonAmounts({verdicts}: BatchResult): Record<string, string> {
  const byReason = Map.groupBy(verdicts, ({reason}) => reason)
  const amounts = [...byReason].flatMap(([reason, left]): [string, string][] => {
    const sizes = left.map(({invoice}) => sizeOf(sumOre(invoice.lines.map(({amount}) => amount))))
    return reason ? [[reason, jsonKroner(sumOre(sizes))]] : []
  })
  return Object.fromEntries(amounts.toSorted(([a], [b]) => compareText(a, b)))
}

async function programVersion(): Promise<string> {
  const file = new URL('../../package.json', import.meta.url)
  return String((JSON.parse(await readFile(file, 'utf8')) as {version: unknown}).version)
}
