/** `bills explain` (`commands.md`): its argument and flags, the explanation for a person or as JSON. */
import {Args, Flags} from '@oclif/core'
import {explain} from '../app/explain.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {ledgerFlag, outFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {explainFormats} from '../render/explain/formats.ts'
import type {ExplanationDocument} from '../render/explain/json.ts'

export default class Explain extends BaseCommand {
  static override summary = 'Tell why a bill was posted or was not, step by step.'

  static override description = [
    'For a document’s or an invoice’s number: how many grants were before and after each step and what excluded the citizen’s own, the nearest miss and what would have fitted, what was written where, and the bill’s way through the runs. The ledger is only read. Where the run’s folder has been moved or purged, what the ledger alone knows is told.',
    'Exit code 2: no such number (the nearest known ones are named), no such run, or no ledger.',
  ].join('\n\n')

  static override examples = [
    {
      description: 'By the number of the document or of the invoice; several bills may bear one invoice number.',
      command: '<%= config.bin %> <%= command.id %> 5100200000',
    },
    {
      description: 'What a certain run, or trial, made of it.',
      command: '<%= config.bin %> <%= command.id %> 5100200000 --run 20260330-080000',
    },
    {
      description: 'The runs have been moved: point to the folder that holds them.',
      command: '<%= config.bin %> <%= command.id %> 5100200000 --out archive/2026',
    },
  ]

  static override args = {
    invoice: Args.string({description: 'Number of the document or of the invoice.', required: true}),
  }

  static override flags = {
    run: Flags.string({summary: 'The run that is asked about; else the one that holds of the bill.', helpValue: 'ID'}),
    out: outFlag(),
    ledger: ledgerFlag(),
  }

  async run(): Promise<ExplanationDocument> {
    const {args, flags} = await this.parse(Explain)
    const loaded = await this.loadConfig(flags.config)
    const explanation = explain({
      number: args.invoice,
      runId: flags.run ?? null,
      municipality: loaded.config.municipality ?? null,
      ledger: pathOf(loaded, 'ledger', flags.ledger),
      out: pathOf(loaded, 'out', flags.out),
      language: this.language,
    })
    return this.show(explainFormats, explanation)
  }
}
