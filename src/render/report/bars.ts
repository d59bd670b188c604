/**
 * Bars of block characters for the terminal: an eighth of a character is seen, and the empty part too, so that it needs
 * no colour.
 */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

/** `percent` of `width` characters; blank where there is no rate. */
export function bar(percent: number | null, width: number): string {
  if (percent === null) return ' '.repeat(width)
  const filled = Math.round((Math.min(100, Math.max(0, percent)) * width * 8) / 100)
  const [whole, rest] = [Math.floor(filled / 8), filled % 8]
  return `${'█'.repeat(whole)}${eighths[rest] ?? ''}`.padEnd(width, '·')
}
