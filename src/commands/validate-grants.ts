import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {Flags} from '@oclif/core'
import {validateGrants} from '../app/validate-grants.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit-codes.ts'
import {grantsFlag, ledgerFlag, mappingFlag} from '../cli/flags.ts'
import {pathOf} from '../config/load.ts'
import {modesFor, writeFileAtomically} from '../files/atomic-file.ts'
import {InputError} from '../model/input-error.ts'
import {renderGrantsCheck} from '../render/validate-grants/terminal.ts'
import {findingsWorkbook} from '../render/validate-grants/xlsx.ts'

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

  async run() {
    const {flags} = await this.parse(ValidateGrants)
    const loaded = await this.loadConfig(flags.config)
    const {config} = loaded
    const sourceOf = (key: 'mapping' | 'ledger') => ({
      path: pathOf(loaded, key, flags[key]),
      isAsked: flags[key] !== undefined,
    })
    const workbook = flags.xlsx === undefined ? null : resolve(flags.xlsx)
    if (workbook && existsSync(workbook)) throw taken(workbook)
    const now = new Date()
    const grants = flags.grants.map((path) => resolve(path))
    const check = await validateGrants({grants, mapping: sourceOf('mapping'), ledger: sourceOf('ledger'), config, now})
    const {language} = this

    if (workbook) {
      const bytes = await findingsWorkbook(check.findings, language, now)
      writeFileAtomically(workbook, bytes, modesFor(config.files.groupReadable).file)
      this.notice({da: `Alle fund står i ${workbook}`, en: `All findings are in ${workbook}`})
    }
    for (const note of check.notes) this.notice(note)
    this.log(renderGrantsCheck(check, this.rendering()))
    const errors = check.findings.filter(({severity}) => severity === 'error').length
    if (errors > 0) process.exitCode = exitCodes.wanting
    const findings = check.findings.map((each) => ({...each, what: each.what[language], todo: each.todo[language]}))
    const {notes: _, ...told} = check
    return {...told, errors, warnings: findings.length - errors, findings}
  }
}

const taken = (file: string): InputError =>
  new InputError(
    {file},
    {
      da: 'Filen findes allerede og bliver ikke overskrevet. Giv --xlsx et andet navn.',
      en: 'The file exists already and is not overwritten. Give --xlsx another name.',
    },
  )
