import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {dateFlag, ledgerFlag, percentFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {modesFor} from '../files/atomic-file.ts'
import {writeReportFile} from '../files/replace-file.ts'
import {readLedger} from '../ledger/open/read-ledger.ts'
import {reportFacts} from '../ledger/read/report-facts.ts'
import {reportCsv} from '../render/report/csv.ts'
import {type Format, formatOf, formats, isReport, reportFile} from '../render/report/formats.ts'
import {type ReportDocument, reportDocument} from '../render/report/json.ts'
import {notReached, writtenTo} from '../render/report/notices.ts'
import {renderReport} from '../render/report/terminal.ts'
import {type Grouping, groupings} from '../render/report/vocabulary.ts'
import {type Figures, figuresOf, isUnder} from '../report/figures.ts'
import {spanOf} from '../report/span.ts'

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
    const {config} = loaded
    const ledger = pathOf(loaded, 'ledger', flags.ledger)
    const facts = readLedger({path: ledger, municipality: config.municipality ?? null}, (database) =>
      reportFacts(database, (horizon) => spanOf(flags.months, flags.until ?? null, horizon)),
    )
    const {target, minutesPerInvoice} = config.report
    const figures = figuresOf(facts, {target: flags.target ?? target, minutesPerInvoice})

    const format = flags.format ?? formatOf(flags.out ?? '') ?? 'table'
    const out = flags.out ?? (format === 'html' || format === 'xlsx' ? `bills-report.${format}` : undefined)
    const file = out === undefined ? null : resolve(out)
    const mode = modesFor(config.files.groupReadable).file
    if (file === null) this.print(figures, format, flags.by)
    else await this.write(file, figures, format, flags.by, mode)

    if (flags['fail-under'] !== undefined && isUnder(figures, flags['fail-under'])) {
      this.note(notReached(figures, flags['fail-under']))
      process.exitCode = exitCodes.wanting
    }
    return {...reportDocument(figures, this.language), file}
  }

  private print(figures: Figures, format: Format, by: Grouping): void {
    if (this.jsonEnabled()) return
    if (format === 'csv') process.stdout.write(reportCsv(figures, by, this.language))
    else {
      this.log(renderReport(figures, by, this.rendering()))
    }
  }

  private async write(file: string, figures: Figures, format: Format, by: Grouping, mode: number): Promise<void> {
    const made = new Date(`${figures.horizon.lastRun.today}T00:00:00Z`)
    const bytes = await reportFile(figures, {format, by, language: this.language, made})
    const {replaced} = await writeReportFile(file, bytes, mode, (old) => isReport(format, old))
    this.note(writtenTo(file, replaced))
  }
}
