/**
 * A run that has been decided, with its id, its times and what the ledger gives it; and the record of it that the
 * ledger keeps beside the files (`formats.md`, The ledger).
 */
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import type {MatchConfig} from '../../config/schema.ts'
import {ownerOf} from '../../exceptions/catalogue.ts'
import type {RunRecord} from '../../ledger/commit/run-records.ts'
import type {Ledger} from '../../ledger/ledger.ts'
import {opusSending} from '../../ledger/opus-id.ts'
import {nextRunId} from '../../ledger/run-id.ts'
import {danishTime} from '../../model/danish-time.ts'
import type {FinishedRun} from '../../model/run.ts'
import {opusXmlFiles} from '../../outputs/opus/documents.ts'

/** `now` is when the run started; it ends at the time of the call. */
export function finishedRun(
  decided: Pick<FinishedRun, 'read' | 'result' | 'actionGroups' | 'fixes'>,
  {now, out, dryRun}: {readonly now: Date; readonly out: string; readonly dryRun: boolean},
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
    ...decided,
    citizenHash: ledger.hashOf,
    opus: opusSending(ledger),
  }
}

export const runRecord = async (run: FinishedRun, config: MatchConfig): Promise<RunRecord> => ({
  run,
  municipality: config.municipality ?? null,
  version: await programVersion(),
  configHash: createHash('sha256').update(JSON.stringify(config)).digest('hex'),
  ownerOf: ({evidence}, reason) => ownerOf(reason, evidence),
  opusFiles: opusXmlFiles(run, config),
})

async function programVersion(): Promise<string> {
  const file = new URL('../../../package.json', import.meta.url)
  return String((JSON.parse(await readFile(file, 'utf8')) as {version: unknown}).version)
}
