/**
 * How a result is written for a person, and what every renderer is: a function of the result and the rendering that
 * returns text, bytes or a JSON document. `render/<command>/formats.ts` maps each format of a command to its module.
 */
import type {Language} from '../model/language.ts'
import {type Styles, stylesFor} from './styles.ts'

export type Rendering = {
  readonly language: Language
  /** Characters on a line. */
  readonly width: number
  readonly styles: Styles
}

export type Renderer<Result, Rendered> = (result: Result, rendering: Rendering) => Rendered

/** What every command has: text for the terminal, without a line end after its last line, and what `--json` prints. */
export type CommandFormats<Result, Document> = {
  readonly terminal: Renderer<Result, string>
  readonly json: Renderer<Result, Document>
}

/** For a file: 80 characters on a line, no colour. */
export const plainRendering = (language: Language): Rendering => ({language, width: 80, styles: stylesFor({}, {})})
