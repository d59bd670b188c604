/** `bills validate-grants` (`commands.md`): flags, the check, its renderings, the exit code. */
import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {validateGrants} from '../app/validate-grants.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {grantsFlag, ledgerFlag, mappingFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {grantsFormats} from '../render/validate-grants/formats.ts'
import type {GrantsDocument} from '../render/validate-grants/json.ts'

export default class ValidateGrants extends BaseCommand {
  static override summary = 'Check the register of grants before the bills come.'

  static override description = [
    'Unreadable rows, twins that make every bill ambiguous, gaps and overlaps at renewals, rates that are missing or far from the supplier’s others, grants that have ended and are billed on, grants that the support sheet has no row for. Ranked by how many bills a month each will cost: counted in the ledger where there is one, else one for each open grant.',
    'Exit code 0: no errors, warnings at most. 1: errors. 2: wrong use, or a file that cannot be used.',
  ].join('\n\n')

  static override examples = [
    {
      description: 'The register alone, or with the support sheet and ledger that bills.yaml names, where they exist.',
      command: '<%= config.bin %> <%= command.id %> --grants grants.xlsx',
    },
    {
      description: 'All findings as a workbook to work through.',
      command: '<%= config.bin %> <%= command.id %> --grants grants.xlsx --xlsx findings.xlsx',
    },
  ]

  static override flags = {
    grants: grantsFlag(),
    mapping: mappingFlag(),
    xlsx: Flags.string({summary: 'Write all findings to a new workbook.', helpValue: 'FILE'}),
    ledger: ledgerFlag(),
  }

  async run(): Promise<GrantsDocument> {
    const {flags} = await this.parse(ValidateGrants)
    const loaded = await this.loadConfig(flags.config)
    const result = await validateGrants({
      grants: flags.grants.map((path) => resolve(path)),
      mapping: {path: pathOf(loaded, 'mapping', flags.mapping), isNamed: flags.mapping !== undefined},
      ledger: {path: pathOf(loaded, 'ledger', flags.ledger), isNamed: flags.ledger !== undefined},
      workbook: flags.xlsx === undefined ? null : resolve(flags.xlsx),
      config: loaded.config,
      now: new Date(),
      language: this.language,
    })
    for (const notice of result.notices) this.notice(notice)
    this.log(grantsFormats.terminal(result, this.rendering()))
    const document = grantsFormats.json(result, this.rendering())
    if (document.errors > 0) process.exitCode = exitCodes.wanting
    return document
  }
}
