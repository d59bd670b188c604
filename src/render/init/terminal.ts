/**
 * A new working folder, for the person who asked for it (`commands.md`, init): what is in it, what it presupposes, what
 * to type next. Returns text without a line end after the last line; commands are whole on their lines, for copying.
 */
import {blocks, wrapped} from '../layout.ts'
import type {Rendering} from '../rendering.ts'
import {vocabulary} from './vocabulary.ts'

export type ShownFolder = {
  readonly folder: string
  readonly files: readonly string[]
  /** Commands to type, in their order. */
  readonly next: readonly string[]
}

/** In characters. */
const nameWidth = 20

export function renderMadeFolder({folder, files, next}: ShownFolder, {language, width, styles}: Rendering): string {
  const words = vocabulary[language]
  const named = (name: string, purpose: string): string => `  ${name.padEnd(nameWidth)}${purpose}`.trimEnd()
  return blocks([
    [
      styles.bold(`${words.made} ${folder}`),
      ...files.filter((name) => !name.includes('/')).map((name) => named(name, words.purposes[name] ?? '')),
      named('sample-week/', words.sample),
    ],
    [...wrapped(words.tryIt, width).map(styles.bold), ...next.map((command) => styles.good(`  ${command}`))],
    wrapped(words.presupposes, width),
    wrapped(words.toFill, width),
  ])
}
