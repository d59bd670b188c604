/**
 * The files of a run (`formats.md`, Written by one run): takes a finished run, returns the bytes of each. Nothing is put
 * on the disk here. In a dry run the files for OPUS and Sensum get an ending that nobody imports.
 */

import type {MatchConfig} from '../config/schema.ts'
import {actionList} from '../exceptions/actions.ts'
import {grantsById} from '../exceptions/grants-by-id.ts'
import {encodeText} from '../files/encode.ts'
import type {FinishedRun, OutputFile} from '../model/run.ts'
import {dryRunEnding} from './dry-run-ending.ts'
import {proofJsonl} from './evidence/proof.ts'
import {exceptionsCsv} from './exceptions/csv.ts'
import {exceptionRows} from './exceptions/exception-rows.ts'
import {exceptionsWorkbook} from './exceptions/workbook.ts'
import {opusXmlFiles} from './opus/documents.ts'
import {opusPostingCsv, postingFileName} from './opus/posting-csv.ts'
import {postingParts} from './opus/posting-parts.ts'
import {opusRemarksCsv} from './opus/remarks.ts'
import {checkOpusSettings} from './opus/settings.ts'
import {opusXml} from './opus/xml.ts'
import {sensumPaidCsv, sensumRows} from './sensum/paid-rows.ts'
import {toSummary} from './summary.ts'

/** Throws an InputError where the `opus` section of bills.yaml cannot be used. */
export async function runFiles(run: FinishedRun, config: MatchConfig): Promise<OutputFile[]> {
  const {stamp, read, result} = run
  const {register, chart} = read.batch
  checkOpusSettings(config, chart, stamp.today)
  const language = config.language ?? 'da'
  const grants = grantsById(register)
  const rows = exceptionRows(result.verdicts, grants, language)
  const actions = actionList(run.actionGroups, run.fixes, language)

  const forSystems = (name: string, text: string, encoding = config.opus.encoding): OutputFile => ({
    name: stamp.dryRun ? `${name}${dryRunEnding}` : name,
    bytes: encodeText(text, encoding),
  })
  const forPeople = (name: string, text: string): OutputFile => ({name, bytes: encodeText(text, 'utf-8')})

  return [
    ...(config.opus.format === 'xml' ? [] : postingParts(result.verdicts, config.opus.maxLines)).map((part) =>
      forSystems(postingFileName(part), opusPostingCsv(part, config)),
    ),
    ...opusXmlFiles(run, config).map((file) => forSystems(file.name, opusXml(file, stamp, config), 'utf-8')),
    forSystems('opus-remarks.csv', opusRemarksCsv(result.verdicts, grants)),
    ...(config.sensum.paidWhen === 'posted'
      ? [forSystems('sensum-paid.csv', sensumPaidCsv(sensumRows(result.verdicts, stamp.today)))]
      : []),
    forPeople('exceptions.csv', exceptionsCsv(rows)),
    {name: 'exceptions.xlsx', bytes: await exceptionsWorkbook(run, config, rows, actions, grants)},
    {name: 'proof.jsonl', bytes: proofJsonl(run, config)},
    forPeople('summary.json', `${JSON.stringify(toSummary(run), null, 2)}\n`),
  ]
}
