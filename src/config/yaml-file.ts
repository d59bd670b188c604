/**
 * Reads YAML 1.2 (`configuration.md`): takes the bytes of a file, returns plain data and the line of each key. Bytes that
 * are not one YAML document, whose top is a mapping with no key twice, are returned as faults with their lines.
 */

import {type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml'
import type {LocalizedText} from '../model/language.ts'
import {maskCprIn} from '../text/mask.ts'

/** Rows are counted from 1, as an editor shows them. */
export type YamlFault = {readonly row: number; readonly text: LocalizedText}

export type YamlFile =
  | {
      readonly kind: 'read'
      /** `{}` where the file holds nothing but comments. */
      readonly data: unknown
      /** Of the deepest key or item of the path that the file has. */
      readonly rowOf: (path: readonly PropertyKey[]) => number
    }
  | {readonly kind: 'faulty'; readonly faults: readonly YamlFault[]}

export function readYaml(bytes: Uint8Array): YamlFile {
  const text = decoded(bytes)
  if (typeof text !== 'string') return {kind: 'faulty', faults: [text]}
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // `12345674` and `"12345674"` are one key here.
    uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && String(a.value) === String(b.value),
  })
  const rowAt = (offset: number): number => lines.linePos(offset).line

  const faults = [...document.errors, ...document.warnings].map(({code, message, pos: [offset]}): YamlFault => {
    const sentence = code === 'DUPLICATE_KEY' ? twice(keyAt(text, offset)) : (sentences[code] ?? notYaml(message))
    return {row: rowAt(offset), text: sentence}
  })
  if (faults.length > 0) return {kind: 'faulty', faults}
  if (document.contents === null) return {kind: 'read', data: {}, rowOf: () => 1}
  if (!isMap(document.contents)) return {kind: 'faulty', faults: [{row: 1, text: noMapping}]}
  const top: Node = document.contents
  try {
    const data: unknown = document.toJS({maxAliasCount: mostAliases})
    return {kind: 'read', data, rowOf: (path) => rowAt(offsetOf(document, top, path))}
  } catch (error) {
    // An alias without its anchor, or so many that they would fill the memory.
    if (error instanceof ReferenceError) return {kind: 'faulty', faults: [{row: 1, text: badAliases}]}
    throw error
  }
}

const mostAliases = 100
const mostBytes = 1_000_000

function decoded(bytes: Uint8Array): string | YamlFault {
  if (bytes.length > mostBytes) return {row: 1, text: tooLarge}
  try {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return text.includes('\0') ? {row: 1, text: notText} : text
  } catch {
    return {row: firstRowBeyondUtf8(bytes), text: notText}
  }
}

function firstRowBeyondUtf8(bytes: Uint8Array): number {
  const rows = new TextDecoder('utf-8').decode(bytes).split('\n')
  return rows.findIndex((row) => row.includes('�')) + 1 || 1
}

function offsetOf(document: Document, top: Node, path: readonly PropertyKey[]): number {
  let [node, offset]: [unknown, number] = [top, top.range?.[0] ?? 0]
  for (const segment of path) {
    const target = isAlias(node) ? node.resolve(document) : node
    if (isMap(target)) {
      const pair = target.items.find(({key}) => isScalar(key) && String(key.value) === String(segment))
      if (!pair) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(target)) {
      node = target.items[Number(segment)]
      if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset
    } else return offset
  }
  return offset
}

const keyAt = (text: string, offset: number): string => /^[^:\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? ''

function twice(key: string): LocalizedText {
  const shown = maskCprIn(key.trim())
  return {da: `nøglen ${shown} står her anden gang; slet den ene`, en: `the key ${shown} is here twice; remove one`}
}

const notYaml = (message: string): LocalizedText => ({
  da: `kan ikke læses som YAML (${maskCprIn(message)})`,
  en: `cannot be read as YAML (${maskCprIn(message)})`,
})

const noMapping: LocalizedText = {
  da: 'filen skal bestå af linjer som «nøgle: værdi»',
  en: 'the file must be made of lines such as «key: value»',
}

const badAliases: LocalizedText = {
  da: 'et alias (*navn) mangler sit anker (&navn), eller der er for mange; skriv værdierne ud',
  en: 'an alias (*name) has no anchor (&name), or there are too many; write the values out',
}

const notText: LocalizedText = {
  da: 'filen er ikke tekst i UTF-8; gem den som UTF-8',
  en: 'the file is not text in UTF-8; save it as UTF-8',
}

const tooLarge: LocalizedText = {da: 'filen er over 1 MB', en: 'the file is above 1 MB'}

/** For the mistakes that people make; the library's own words for the others. */
const sentences: Readonly<Record<string, LocalizedText>> = {
  TAB_AS_INDENT: {da: 'indrykning med tabulator; brug mellemrum', en: 'indented by a tab; use spaces'},
  BAD_INDENT: {
    da: 'indrykningen passer ikke, eller en parentes er ikke lukket',
    en: 'the indentation does not fit, or a bracket is not closed',
  },
  MISSING_CHAR: {
    da: 'et tegn mangler: et kolon, et komma, et anførselstegn eller en parentes',
    en: 'a character is missing: a colon, a comma, a quote or a bracket',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    da: 'to kolon på én linje; sæt værdien i anførselstegn',
    en: 'two colons on one line; put the value in quotes',
  },
  MULTIPLE_DOCS: {
    da: 'filen har flere dokumenter; slet linjen ---',
    en: 'the file holds several documents; remove the line ---',
  },
}
