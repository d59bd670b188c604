/**
 * Text in columns: aligned, wrapped at words, in parts with a blank line between them. Takes and returns text; widths
 * are in characters, before any colour is put on.
 */

/** Lines of at most `width` characters; a word that is longer has a line of its own, whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The text wrapped beside what leads it: `lead` on the first line, blanks of its width before the others. */
export function hanging(lead: string, text: string, width: number): string[] {
  const [first = '', ...others] = wrapped(text, width - lead.length)
  return [`${lead}${first}`, ...others.map((line) => `${' '.repeat(lead.length)}${line}`)]
}

/** Parts with a dot between them, none broken over two lines unless it is longer than a line. */
export function joined(parts: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const longer = last === undefined ? part : `${last} · ${part}`
    if (last !== undefined && longer.length <= width) lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines.flatMap((line) => wrapped(line, width))
}

/** Each column as wide as its widest cell; the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}

/** The parts that have lines, with a blank line between them; no line end after the last line. */
export const blocks = (parts: readonly (readonly string[])[]): string =>
  parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
