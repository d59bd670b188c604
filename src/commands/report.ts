/** `bills report` (`commands.md`): its flags, the report as a file or on standard output, and the exit code. */
import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {makeReport} from '../app/report.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {dateFlag, ledgerFlag, percentFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {formats, reportFormats} from '../render/report/formats.ts'
import type {ReportDocument} from '../render/report/json.ts'
import {groupings} from '../render/report/labels.ts'
import {defaultName, formatOf} from '../render/report/report-file.ts'

export default class Report extends BaseCommand {
  static override summary = 'The success rate, what is behind the rest, and what would lift it.'

  static override description = [
    'Distinct invoices that the program posted, of all received and of those in scope, by count and by amount, over the last months of issue. The ledger is only read. A report is made anew each week: with --out it takes the place of an earlier report of the same format, and of nothing else.',
    'Exit code 0: done. 1: done, and the rate is under --fail-under. 2: wrong use, or no ledger. 3: stopped by a fault.',
  ].join('\n\n')

  static override examples = [
    {description: 'The last six months, in the terminal.', command: '<%= config.bin %> <%= command.id %>'},
    {
      description: 'Who is behind the rest: suppliers, those with most invoices not posted first.',
      command: '<%= config.bin %> <%= command.id %> --by supplier',
    },
    {
      description: 'A page with charts, for a file share or to print.',
      command: '<%= config.bin %> <%= command.id %> --out report.html',
    },
    {
      description: 'For a scheduler: exit code 1 where under 45 % of all received were posted.',
      command: '<%= config.bin %> <%= command.id %> --months 3 --fail-under 45 --json',
    },
  ]

  static override flags = {
    months: Flags.integer({summary: 'How many months of issue.', default: 6, min: 1, max: 120, helpValue: 'N'}),
    until: dateFlag({summary: 'The last day of issue; the newest month where not given.', helpValue: 'DATE'}),
    by: Flags.option({options: groupings, default: 'month'})({
      summary: 'What the table and CSV are grouped by; HTML, XLSX and JSON have them all.',
    }),
    format: Flags.option({options: formats})({
      summary: 'The terminal’s table, unless --out is a .csv, .html or .xlsx.',
    }),
    out: Flags.string({summary: 'The file; for html and xlsx bills-report.html or .xlsx.', helpValue: 'FILE'}),
    target: percentFlag({summary: 'What the rate is held against. [report.target, 50]', helpValue: 'PERCENT'}),
    'fail-under': percentFlag({
      summary: 'End with exit code 1 where the rate of all received, by count, is lower.',
      helpValue: 'PERCENT',
    }),
    ledger: ledgerFlag('What the runs did. [bills.db]'),
  }

  async run(): Promise<ReportDocument & {readonly file: string | null}> {
    const {flags} = await this.parse(Report)
    const loaded = await this.loadConfig(flags.config)
    const format = flags.format ?? formatOf(flags.out ?? '') ?? 'table'
    const name = flags.out ?? defaultName(format)
    const file = name === undefined ? null : resolve(name)
    const {figures, isUnder, notices} = await makeReport({
      ledger: pathOf(loaded, 'ledger', flags.ledger),
      months: flags.months,
      until: flags.until ?? null,
      by: flags.by,
      ...{format, file},
      target: flags.target ?? null,
      failUnder: flags['fail-under'] ?? null,
      config: loaded.config,
      language: this.language,
    })
    const view = {by: flags.by, rendering: this.rendering()}
    if (file === null) this.write(await reportFormats[format](figures, view))
    for (const notice of notices) this.notice(notice)
    if (isUnder) process.exitCode = exitCodes.wanting
    return {...reportFormats.json(figures, view), file}
  }
}
