/** `bills init` (`commands.md`): its argument, the folder made, and what to type next. */
import {resolve} from 'node:path'
import {Args} from '@oclif/core'
import {type MadeFolder, makeFolder} from '../app/init.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {initFormats} from '../render/init/formats.ts'

export default class Init extends BaseCommand {
  static override summary = 'Make a working folder that runs at once.'

  static override description = [
    'A commented bills.yaml with its schema, the support sheet to fill in, a sample week of invented data that runs as it is, and a README in Danish with the commands to begin with. Nothing is overwritten: where one of these files exists, nothing is written.',
    'Exit code 2: one of the files exists, or the path is no folder; nothing was written.',
  ].join('\n\n')

  static override examples = [
    {description: 'In a new folder.', command: '<%= config.bin %> <%= command.id %> bills-2026'},
    {description: 'In the folder that one stands in.', command: '<%= config.bin %> <%= command.id %>'},
  ]

  static override args = {
    dir: Args.string({name: 'DIR', description: 'The folder; made where it does not exist.', default: '.'}),
  }

  async run(): Promise<MadeFolder> {
    const {args} = await this.parse(Init)
    const workingFolder = process.cwd()
    const folder = resolve(workingFolder, args.dir)
    const made = await makeFolder({folder, workingFolder, program: this.config.bin, now: new Date()})
    return this.show(initFormats, made)
  }
}
