import {relative, resolve} from 'node:path'
import {Args} from '@oclif/core'
import {type MadeFolder, makeFolder} from '../app/init.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {sampleCommand} from '../init/readme-text.ts'
import {renderMadeFolder} from '../render/init/terminal.ts'
import {stylesFor, widthOf} from '../render/styles.ts'

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

  async run(): Promise<MadeFolder & {readonly next: readonly string[]}> {
    const {args} = await this.parse(Init)
    const folder = resolve(args.dir)
    const made = await makeFolder(folder, this.config.bin, new Date())
    const way = relative(process.cwd(), folder)
    const next = [
      ...(way === '' ? [] : [`cd ${/[^\w./-]/.test(way) ? `"${way}"` : way}`]),
      sampleCommand(this.config.bin),
    ]
    const {language} = this
    const rendering = {language, width: widthOf(process.stdout), styles: stylesFor(process.stdout, process.env)}
    this.log(renderMadeFolder({...made, next}, rendering))
    return {...made, next}
  }
}
