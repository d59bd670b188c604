/** The formats of `bills init`: the new folder for a person, and for `--json`. */
import type {CommandFormats} from '../rendering.ts'
import {renderMadeFolder, type ShownFolder} from './terminal.ts'

export const initFormats: CommandFormats<ShownFolder, ShownFolder> = {
  terminal: renderMadeFolder,
  json: (made) => made,
}
