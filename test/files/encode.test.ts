/** Texts as bytes, in the encodings that OPUS reads. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {encodeText, utf8Pieces} from '../../src/files/encode.ts'

it('writes Windows-1252 so that it reads back the same', () => {
  const text = 'Ærø, «§ 107» – 5 € …'
  expect(new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'))).toBe(text)
})

it.each([
  ['Łódź ș', '?ódz s'],
  ['a\u030Akrog', 'åkrog'],
  ['日本 😀', '?? ?'],
])('writes %s as %s where Windows-1252 has no letter for it', (text, expected) => {
  expect(new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'))).toBe(expected)
})

it('puts a byte-order mark before the text only where it is asked for', () => {
  expect([...encodeText('a', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0x61])
  expect([...encodeText('a', 'utf-8')]).toEqual([0x61])
})

it('never changes a letter that Windows-1252 has', () => {
  const letters = new TextDecoder('windows-1252').decode(Uint8Array.from({length: 256}, (_, at) => at))
  fc.assert(
    fc.property(fc.string({unit: fc.constantFrom(...letters)}), (text) => {
      expect(new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'))).toBe(text)
    }),
  )
})

it('joins pieces of text in UTF-8, however much room was expected', () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: 'grapheme', maxLength: 50})), fc.nat(200), (texts, expected) => {
      const pieces = utf8Pieces(expected)
      for (const text of texts) pieces.add(text)
      expect(Buffer.from(pieces.bytes()).toString('utf8')).toBe(texts.join(''))
    }),
  )
})
