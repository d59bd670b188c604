/**
 * A whole `bills match` (`commands.md`): read, match, write, record. Takes paths, settings and the time; returns what
 * the run came to. Nothing counts before the ledger has it; what an earlier start left half done is finished or taken
 * back first.
 */
import {setImmediate} from 'node:timers/promises'
import type {MatchConfig} from '../config/schema.ts'
import {actionGroups} from '../exceptions/action-groups.ts'
import {actionList} from '../exceptions/actions.ts'
import {commitRun} from '../ledger/commit/commit-run.ts'
import type {Ledger} from '../ledger/ledger.ts'
import {pendingRuns} from '../ledger/open/guards.ts'
import {closeLedger, openLedger} from '../ledger/open/open-ledger.ts'
import {recover} from '../ledger/recover/recover.ts'
import {runBatch} from '../match/run-batch.ts'
import {danishTime} from '../model/danish-time.ts'
import type {Language, Notice} from '../model/language.ts'
import type {MatchResult, ReadInputs} from '../model/run.ts'
import {checkOpusSettings} from '../outputs/opus/settings.ts'
import {runFiles} from '../outputs/run-files.ts'
import {tieOut} from '../outputs/tie-out/tie-out.ts'
import {triedFixes} from '../what-if/try-fixes.ts'
import {finishedRun, runRecord} from './match/finished-run.ts'
import {earlierOf} from './match/load-earlier.ts'
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
  /** Of the actions in the result; that of the files where it is left out. */
  readonly language?: Language
}

/**
 * `observe` is called as each stage begins. Throws an InputError where nothing was written, and a RunFault where a
 * fault stopped it.
 */
export async function runMatch(
  options: MatchOptions,
  observe: (stage: StageName) => void = () => {},
): Promise<MatchResult> {
  const begin = stagesOf(observe)
  await begin('read')
  const inputs = await readInputs(options, options.config)
  checkOpusSettings(options.config, inputs.batch.chart, danishTime(options.now).day)

  const ledger = openLedger({
    file: options.ledger,
    out: options.out,
    municipality: options.config.municipality ?? null,
    newLedger: options.newLedger,
    groupReadable: options.config.files.groupReadable,
    startedAt: options.now,
  })
  try {
    const recovered = recover(ledger, options.out).map(({text}) => text)
    return await matchAndRecord(options, inputs, ledger, recovered, begin)
  } finally {
    closeLedger(ledger)
  }
}

async function matchAndRecord(
  options: MatchOptions,
  inputs: ReadInputs,
  ledger: Ledger,
  recovered: readonly Notice[],
  begin: (stage: StageName) => Promise<void>,
): Promise<MatchResult> {
  const {config, out} = options
  const pending = pendingRuns(ledger)

  await begin('match')
  const earlier = earlierOf(ledger, inputs.batch, options.acceptFewerGrants)
  const result = runBatch(inputs.batch, config, earlier)

  await begin('write')
  const groups = actionGroups(result.verdicts, inputs.batch.register)
  const fixes = triedFixes(groups, {inputs: inputs.batch, config}, earlier, result)
  const run = finishedRun({read: inputs, result, actionGroups: groups, fixes}, options, ledger)
  const files = await runFiles(run, config)
  tieOut(run, files, config)

  await begin('record')
  const folder = commitRun(ledger, out, await runRecord(run, config), files)
  return {
    run,
    folder,
    actions: actionList(groups, fixes, options.language ?? config.language ?? 'da'),
    notices: [...inputs.notices, ...recovered, ...(pending ? [pending.text] : [])],
  }
}

/** Reports the stage, and lets the progress be drawn before the next stretch of work. */
const stagesOf =
  (observe: (stage: StageName) => void) =>
  async (stage: StageName): Promise<void> => {
    observe(stage)
    await setImmediate()
  }
