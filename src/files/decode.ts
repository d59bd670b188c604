/**
 * Text from bytes (`formats.md`, Reading tables): takes a file's bytes, finds whether they are UTF-8, UTF-16 with its
 * mark, or Windows-1252, and returns the text.
 */
import {InputError} from '../model/input-error.ts'

/** Throws an InputError for what is no text, and for a file that is written in two encodings. */
export function decodeText(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0)
    throw new InputError(
      {file},
      {da: 'Filen er tom. Lav udtrækket igen.', en: 'The file is empty. Make the export again.'},
      {isOtherContent: !/\.(?:csv|txt|tsv|xlsx?)$/i.test(file)},
    )
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be', bytes)
  if (bytes.includes(0)) throw noText(file)
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    const line = mixedLine(bytes)
    if (line !== null) {
      throw new InputError(
        {file, row: line},
        {
          da: 'Filen er skrevet i to tegnsæt: noget er UTF-8, denne linje er ikke. Lav udtrækket igen i ét tegnsæt.',
          en: 'The file is written in two encodings: some of it is UTF-8, this line is not. Make the export again in one.',
        },
      )
    }
    if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) throw noText(file)
    return decoded('windows-1252', bytes)
  }
}

const decoded = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

const noText = (file: string): InputError =>
  new InputError(
    {file},
    {
      da: 'Filen er hverken CSV eller XLSX (den rummer bytes, der ikke er tekst). Gem udtrækket som CSV i UTF-8 eller som .xlsx.',
      en: 'The file is neither CSV nor XLSX (it holds bytes that are no text). Save the export as CSV in UTF-8 or as .xlsx.',
    },
    {isOtherContent: true},
  )

/** The first line that is no UTF-8, where other lines hold Danish letters in UTF-8; null where the file is of one kind. */
function mixedLine(bytes: Uint8Array): number | null {
  const strict = new TextDecoder('utf-8', {fatal: true})
  let [wrong, right, line, start] = [null as number | null, false, 1, 0]
  for (let index = 0; index <= bytes.length; index += 1) {
    if (index < bytes.length && bytes[index] !== 10) continue
    const part = bytes.subarray(start, index)
    try {
      if (/[æøåÆØÅéü§]/.test(strict.decode(part))) right = true
    } catch {
      wrong ??= line
    }
    line += 1
    start = index + 1
  }
  return right ? wrong : null
}
