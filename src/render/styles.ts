/**
 * Colours and width of the terminal (`commands.md`: colour only on a terminal and never with `NO_COLOR`). Takes what is
 * known of the output stream and the environment; returns functions that put a style on a text.
 */
import {Chalk} from 'chalk'

export type Styles = {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly good: (text: string) => string
  readonly caution: (text: string) => string
}

export type Output = {readonly isTTY?: boolean; readonly columns?: number}

export function stylesFor(output: Output, {NO_COLOR}: Readonly<Record<string, string | undefined>>): Styles {
  const {bold, dim, green, yellow} = new Chalk({level: output.isTTY && !NO_COLOR ? 1 : 0})
  return {
    bold: (text) => bold(text),
    dim: (text) => dim(text),
    good: (text) => green(text),
    caution: (text) => yellow(text),
  }
}

/** Columns to write in: the terminal's, but no line so long that it is hard to read. */
export const widthOf = ({columns}: Output): number => Math.max(60, Math.min(columns ?? 80, 100))
