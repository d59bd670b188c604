/** `bills match` (`commands.md`): its flags, one run, and its result for a person or as JSON. */
import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {runMatch, type StageName} from '../app/match.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {grantsFlag, ledgerFlag, mappingFlag, outFlag} from '../cli/flags.ts'
import {withProgress} from '../cli/progress.ts'
import {pathOf} from '../config/load.ts'
import {requireMatchConfig} from '../config/match-config.ts'
import type {LocalizedText} from '../model/language.ts'
import {matchFormats} from '../render/match/formats.ts'
import type {MatchDocument} from '../render/match/json.ts'

export default class Match extends BaseCommand {
  static override summary = 'Match invoices to grants, code them, and write the files for OPUS and Sensum.'

  static override description = [
    'An invoice is posted only where exactly one explanation fits it; every other one is left to a person, with the reason. The files of the run are written into a folder of its own, all or none, and the ledger remembers the run, so that nothing is paid twice.',
    'Exit code 0: done, exceptions among the invoices are no failure. 2: wrong use, or an input that cannot be used; nothing was written. 3: stopped by a fault; nothing was half written.',
  ].join('\n\n')

  static override examples = [
    {
      description: 'Try it first: the same files in a folder of their own, and nothing is recorded as posted.',
      command: '<%= config.bin %> <%= command.id %> --invoices invoices.csv --grants grants.xlsx --dry-run',
    },
    {
      description: 'The week’s run, from two exports, with the chart of accounts.',
      command: '<%= config.bin %> <%= command.id %> --invoices a.csv b.xlsx --grants grants.xlsx --chart chart.csv',
    },
    {
      description: 'E-invoices as they were received: a folder with its subfolders, and a zip.',
      command: '<%= config.bin %> <%= command.id %> --invoices received week-14.zip --grants grants.xlsx',
    },
    {
      description: 'What people posted by hand meanwhile is known as paid.',
      command: '<%= config.bin %> <%= command.id %> --invoices a.csv --grants grants.xlsx --booked by-hand.csv',
    },
    {
      description: 'For a program: the control totals as JSON.',
      command: '<%= config.bin %> <%= command.id %> --invoices a.csv --grants grants.xlsx --json',
    },
  ]

  static override flags = {
    invoices: Flags.string({
      summary: 'The invoices: tables with a row for each line, e-invoices in XML, folders and zips of them.',
      helpValue: 'PATH',
      multiple: true,
      required: true,
    }),
    grants: grantsFlag(),
    mapping: mappingFlag(),
    chart: Flags.string({summary: 'The chart of accounts: nothing is posted to what is closed.', helpValue: 'FILE'}),
    booked: Flags.string({summary: 'What people posted by hand.', helpValue: 'PATH', multiple: true}),
    'accept-fewer-grants': Flags.boolean({summary: 'Go on although over 10 % of the grants are gone.'}),
    'dry-run': Flags.boolean({summary: 'A trial: write the files, post nothing.'}),
    out: outFlag(),
    ledger: ledgerFlag(),
    'new-ledger': Flags.boolean({
      summary: 'Make a new ledger from the runs that --out holds.',
      helpGroup: 'MEMORY',
    }),
  }

  async run(): Promise<MatchDocument> {
    const {flags} = await this.parse(Match)
    const loaded = await this.loadConfig(flags.config)
    const options = {
      invoices: flags.invoices.map((path) => resolve(path)),
      grants: flags.grants.map((path) => resolve(path)),
      mapping: pathOf(loaded, 'mapping', flags.mapping),
      chart: flags.chart === undefined ? null : resolve(flags.chart),
      booked: (flags.booked ?? []).map((path) => resolve(path)),
      out: pathOf(loaded, 'out', flags.out),
      ledger: pathOf(loaded, 'ledger', flags.ledger),
      newLedger: flags['new-ledger'],
      acceptFewerGrants: flags['accept-fewer-grants'],
      dryRun: flags['dry-run'],
      config: requireMatchConfig(loaded),
      now: new Date(),
      language: this.language,
    }
    const progress = {language: this.language, silent: this.jsonEnabled()}
    const result = await withProgress(stages, progress, (observe) => runMatch(options, observe))
    for (const notice of result.notices) this.notice(notice)
    return this.show(matchFormats, result)
  }
}

const stages: readonly (readonly [StageName, LocalizedText])[] = [
  ['read', {da: 'Læser filerne', en: 'Reading the files'}],
  ['match', {da: 'Finder den ene bevilling til hver regning', en: 'Finding the one grant for each invoice'}],
  ['write', {da: 'Skriver kørslens mappe', en: 'Writing the run’s folder'}],
  ['record', {da: 'Skriver i ledger-filen', en: 'Recording in the ledger'}],
]
