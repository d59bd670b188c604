/** Text to bytes, in the encoding that `opus.encoding` names (`configuration.md`). */
import type {Config} from '../config/schema.ts'

export type Encoding = Config['opus']['encoding']

/** What Windows-1252 has no letter for loses its accents, and else becomes `?`. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'windows-1252') return encodeWindows1252(text)
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
}

function encodeWindows1252(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text.normalize('NFC')) {
    const byte = byteOf(letter)
    if (byte !== undefined) bytes.push(byte)
    else bytes.push(...[...letter.normalize('NFD').replaceAll(/\p{M}/gu, '')].map((plain) => byteOf(plain) ?? 0x3f))
  }
  return Uint8Array.from(bytes)
}

/** The letters at 0x80 to 0x9F; all others have their number in Unicode. */
const upperControls = new TextDecoder('windows-1252').decode(Uint8Array.from({length: 32}, (_, index) => 0x80 + index))

function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const index = upperControls.indexOf(letter)
  return index < 0 ? undefined : 0x80 + index
}

/**
 * Text in UTF-8, piece by piece: the whole may be longer than one text can be. `expected` is about how many bytes it
 * will be; more is room that is never touched, less costs a copy.
 */
export function utf8Pieces(expected: number): {readonly add: (text: string) => void; readonly bytes: () => Uint8Array} {
  let [buffer, end] = [Buffer.allocUnsafeSlow(expected), 0]
  return {
    add: (text) => {
      // One UTF-16 unit is at most three bytes.
      if (end + 3 * text.length > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(2 * buffer.length + 3 * text.length)
        buffer.copy(larger, 0, 0, end)
        buffer = larger
      }
      end += buffer.write(text, end, 'utf8')
    },
    bytes: () => buffer.subarray(0, end),
  }
}
