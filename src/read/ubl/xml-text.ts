/** The text of an XML file, in pieces, from its bytes: by its mark, else by the encoding it names, else UTF-8. */

import {TextDecoder} from 'node:util'

/** Bytes that are not of the encoding, or an encoding that is unknown. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError'
}

type Decoder = InstanceType<typeof TextDecoder>

/** Of bytes; a piece of text is about as long, so that what the parser holds at once is bounded. */
const pieceLength = 65_536

/** Throws an EncodingError. */
export function* xmlText(bytes: Uint8Array): Generator<string> {
  const decoder = decoderFor(encodingOf(bytes))
  for (let start = 0; start < bytes.length; start += pieceLength) {
    yield decoded(decoder, bytes.subarray(start, start + pieceLength), start + pieceLength < bytes.length)
  }
}

/** Whether the first character of the file, marks and white space apart, opens a tag. A web page is no XML. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  // A zero byte beside each character is UTF-16.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replaceAll('\0', '')
  return /^(?:ï»¿|ÿþ|þÿ)?\s*<[!?\p{L}_]/u.test(start) && !/^(?:ï»¿|ÿþ|þÿ)?\s*<(?:!doctype\s+)?html\b/i.test(start)
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  const named = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  // With one byte for a character in the declaration it cannot be UTF-16, whatever it says.
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(named) ? 'utf-8' : named
}

function decoderFor(encoding: string): Decoder {
  try {
    return new TextDecoder(encoding, {fatal: true})
  } catch (error) {
    throw new EncodingError(encoding, {cause: error})
  }
}

function decoded(decoder: Decoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, {stream})
  } catch (error) {
    throw new EncodingError(decoder.encoding, {cause: error})
  }
}
