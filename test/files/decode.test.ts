/** `formats.md`, Reading tables: UTF-8 with or without mark, UTF-16 with mark, Windows-1252, found from the bytes. */
import {describe, expect, it} from 'vitest'
import {decodeText} from '../../src/files/decode.ts'
import {InputError} from '../../src/model/input-error.ts'
import {encoded, encodings} from '../builders/input-files.ts'

const danish = 'Bilagsnummer;Beløb\r\n1;1.234,50 § 107 Ærø Ångstrøm é ü\r\n'
const decode = (bytes: Uint8Array) => decodeText('x.csv', bytes)

describe.each(encodings)('%s', (encoding) => {
  it('is read letter by letter', () => {
    expect(decode(encoded(danish, encoding))).toBe(danish)
  })

  it('is read where all of it is plain letters', () => {
    expect(decode(encoded('Type;Nummer\nArt;45000000\n', encoding))).toBe('Type;Nummer\nArt;45000000\n')
  })
})

it('reads what Windows-1252 has beyond Latin-1: the euro, dashes, quotes and dots', () => {
  const text = 'Prisen er 100 € – “særlig” aftale… Š‰'
  expect(decode(encoded(text, 'windows-1252'))).toBe(text)
  expect(decode(Uint8Array.of(0x80, 0x20, 0x96, 0x20, 0x92))).toBe('€ – ’')
})

it('reads letters beyond Windows-1252 from Unicode', () => {
  const text = 'Zażółć;Łódź;𝄞'
  expect(decode(encoded(text, 'utf-8'))).toBe(text)
  expect(decode(encoded(text, 'utf-16le'))).toBe(text)
  expect(decode(encoded(text, 'utf-16be'))).toBe(text)
})

it('reads bytes that are a view into a larger buffer', () => {
  const whole = Buffer.concat([Buffer.from('xxxx'), encoded('Beløb', 'utf-8'), Buffer.from('yy')])
  expect(decode(whole.subarray(4, whole.length - 2))).toBe('Beløb')
})

it('stops at a file that is written in two encodings, and names the first line of the other', () => {
  const bytes = Buffer.concat([
    encoded('Tekst\nbeløb\n', 'utf-8'),
    encoded('beløb\n', 'windows-1252'),
    encoded('å\n', 'windows-1252'),
  ])
  expect(() => decode(bytes)).toThrow(InputError)
  expect(() => decode(bytes)).toThrow(/^x\.csv:3: .*two encodings/)
})

it.each([
  ['nothing', []],
  ['zeros, as in a program or a database', [0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]],
  ['UTF-16 without its mark', [...Buffer.from('Beløb;Dato', 'utf16le')]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]],
])('stops at %s', (_, bytes) => {
  expect(() => decode(Uint8Array.from(bytes))).toThrow(InputError)
})

it('knows what is no text for another kind of file, which a folder may hold, and an empty file for a fault', () => {
  const isOther = (bytes: readonly number[]) => {
    try {
      decode(Uint8Array.from(bytes))
    } catch (error) {
      return error instanceof InputError && error.isOtherContent
    }
    return null
  }
  expect(isOther([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff])).toBe(true)
  expect(isOther([1, 0, 1])).toBe(true)
  expect(isOther([])).toBe(false)
})
