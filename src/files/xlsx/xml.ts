/**
 * XML as text with places: where each element begins and ends, so that a part of a workbook can be changed at one
 * place and stay, character by character, what it was everywhere else. No external entity is ever read.
 */
import {SaxesParser} from 'saxes'

export type Element = {
  /** With its prefix, as written. */
  readonly name: string
  readonly local: string
  readonly prefix: string
  readonly uri: string
  /** By local name; of two with one name, the one without prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly parent: Element | null
  /** Of the opening tag: its first character, and the one after its last. */
  readonly start: number
  readonly contentStart: number
  /** Of the closing tag; where the element closes itself both are `contentStart`. */
  contentEnd: number
  end: number
}

/** Calls `closed` for each element, inner ones first. Throws for what is no well-formed XML. */
export function scanXml(xml: string, closed: (element: Element) => void): void {
  const parser = new SaxesParser({xmlns: true})
  const open: Element[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, local, prefix, uri, attributes}) => {
    const byLocal = new Map<string, string>()
    for (const attribute of Object.values(attributes))
      if (attribute.prefix === '' || !byLocal.has(attribute.local)) byLocal.set(attribute.local, attribute.value)
    const contentStart = parser.position
    // No attribute holds a bare `<`: the last one before the tag's end is the tag's own.
    const start = xml.lastIndexOf('<', contentStart - 1)
    const parent = open.at(-1) ?? null
    open.push({name, local, prefix, uri, attributes: byLocal, parent, start, contentStart, contentEnd: 0, end: 0})
  })
  parser.on('closetag', ({isSelfClosing}) => {
    const element = open.pop()
    if (!element) return
    element.end = parser.position
    element.contentEnd = isSelfClosing ? element.contentStart : xml.lastIndexOf('</', element.end - 1)
    closed(element)
  })
  parser.write(xml).close()
}

export function elementsIn(xml: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  scanXml(xml, (element) => {
    if (wanted(element)) found.push(element)
  })
  return found
}

/** What is from `at` to before `until` is replaced by the text; where the two are equal, it is inserted. */
export type Edit = {readonly at: number; readonly until: number; readonly text: string}

/** Edits that do not overlap; of several at one place, the first comes first. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const {at, until, text} of edits.toSorted((a, b) => a.at - b.at)) {
    parts.push(xml.slice(from, at), text)
    from = until
  }
  return parts.join('') + xml.slice(from)
}

/** An edit that puts text last into an element, whether it closes itself or not. */
export function appendTo(xml: string, element: Element, text: string): Edit {
  if (element.end !== element.contentStart) return {at: element.contentEnd, until: element.contentEnd, text}
  const tag = xml.slice(element.start, element.end).replace(/\s*\/>$/, '>')
  return {at: element.start, until: element.end, text: `${tag}${text}</${element.name}>`}
}

/** The opening tag with these attributes set; its name and the other attributes stay as written. */
export function tagWith(tag: string, attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).reduce((written, [name, value]) => {
    const without = written.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '')
    return without.replace(/\s*(\/?>)$/, ` ${name}="${escapeXml(value)}"$1`)
  }, tag)
}

export const tagOf = (xml: string, {start, contentStart}: Element): string => xml.slice(start, contentStart)

/** With its prefix, where the element beside it has one. */
export const named = ({prefix}: Element, local: string): string => (prefix === '' ? local : `${prefix}:${local}`)

/** For text and for attributes in double quotes; characters that XML cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
