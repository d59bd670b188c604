/** `bills validate-mapping` (`commands.md`): flags, the check, its renderings, the exit code. */
import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {validateMapping} from '../app/validate-mapping.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {dateFlag, ledgerFlag, mappingFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {danishTime} from '../model/danish-time.ts'
import {mappingFormats} from '../render/validate-mapping/formats.ts'
import type {MappingDocument} from '../render/validate-mapping/json.ts'

export default class ValidateMapping extends BaseCommand {
  static override summary = 'Check the support sheet against the chart of accounts, the grants and itself.'

  static override description = [
    'For after a change of the chart of accounts: every row whose account or PSP element is closed, unknown or malformed, with the number that takes its place; rows that contradict each other or that nothing uses; and, with --grants, the grants that no row codes and the kroner a month that hang on each. Where there is a ledger, what would become of the bills that were posted in the last six months.',
    'Exit code 0: done, with warnings at most. 1: there are errors. 2: wrong use, or an input that cannot be used; nothing was written. 3: stopped by a fault.',
  ].join('\n\n')

  static override examples = [
    {
      description: 'After a change of the chart.',
      command: '<%= config.bin %> <%= command.id %> --chart chart.csv --grants grants.xlsx',
    },
    {
      description: 'A copy in which closed numbers have given way to their successors, each such cell marked.',
      command: '<%= config.bin %> <%= command.id %> --chart chart.csv --fix mapping-new.xlsx',
    },
    {
      description: 'What would be posted differently than by last year’s sheet and chart.',
      command:
        '<%= config.bin %> <%= command.id %> --chart chart.csv --grants grants.xlsx --previous mapping-old.xlsx --previous-chart chart-old.csv',
    },
    {
      description: 'Whether the sheet is ready for the new year.',
      command: '<%= config.bin %> <%= command.id %> --chart chart-2027.csv --grants grants.xlsx --day 2027-01-01',
    },
  ]

  static override flags = {
    mapping: mappingFlag(),
    chart: Flags.string({summary: 'The chart of accounts.', helpValue: 'FILE', required: true}),
    grants: Flags.string({summary: 'The register: what each row is used for.', helpValue: 'PATH', multiple: true}),
    previous: Flags.string({summary: 'The support sheet before: what changes for whom.', helpValue: 'FILE'}),
    'previous-chart': Flags.string({summary: 'The chart before.', helpValue: 'FILE'}),
    day: dateFlag({summary: 'The day asked about, such as 2027-01-01. [today]', helpValue: 'DAY'}),
    fix: Flags.string({summary: 'Write a corrected copy of the support sheet (XLSX).', helpValue: 'FILE'}),
    xlsx: Flags.string({summary: 'Write the findings as a workbook.', helpValue: 'FILE'}),
    ledger: ledgerFlag('What was posted; only read. [bills.db]'),
  }

  async run(): Promise<MappingDocument> {
    const {flags} = await this.parse(ValidateMapping)
    const loaded = await this.loadConfig(flags.config)
    const {config} = loaded
    const now = new Date()
    const result = await validateMapping({
      mapping: pathOf(loaded, 'mapping', flags.mapping),
      chart: resolve(flags.chart),
      grants: (flags.grants ?? []).map((path) => resolve(path)),
      previous: resolved(flags.previous),
      previousChart: resolved(flags['previous-chart']),
      fix: resolved(flags.fix),
      workbook: resolved(flags.xlsx),
      ledger: {path: pathOf(loaded, 'ledger', flags.ledger), isNamed: flags.ledger !== undefined},
      config,
      day: flags.day ?? danishTime(now).day,
      now,
      language: config.language ?? 'da',
    })
    for (const notice of result.notices) this.notice(notice)
    this.log(mappingFormats.terminal(result, this.rendering()))
    const document = mappingFormats.json(result, this.rendering())
    if (document.errors > 0) process.exitCode = exitCodes.wanting
    return document
  }
}

const resolved = (path: string | undefined): string | null => (path === undefined ? null : resolve(path))
