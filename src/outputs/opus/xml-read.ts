/**
 * Reads a file for OPUS back (`formats.md`, The OPUS XML file): takes its XML, returns the text of each element, for the
 * last check (`tie-out/tie-out-xml.ts`), which compares it.
 */
import {SaxesParser} from 'saxes'

export type ReadElement = ReadonlyMap<string, string>
export type ReadDocument = {readonly header: ReadElement; readonly lines: readonly ReadElement[]}
export type ReadOpusFile = {readonly control: ReadElement; readonly documents: readonly ReadDocument[]}

/** Throws an Error for what is not well-formed. An element that a parent has twice is joined: it then equals nothing. */
export function readOpusXml(xml: string): ReadOpusFile {
  const documents: {header: Map<string, string>; lines: Map<string, string>[]}[] = []
  const control = new Map<string, string>()
  let current = control
  let text = ''

  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name}) => {
    text = ''
    if (name === 'POSTING_DOCUMENT') documents.push({header: new Map(), lines: []})
    const document = documents.at(-1)
    if (name === 'CONTROL_FIELDS') current = control
    if (name === 'HEADER') current = document?.header ?? new Map()
    if (name === 'LINE') {
      current = new Map()
      document?.lines.push(current)
    }
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({name}) => {
    current.set(name, (current.get(name) ?? '') + text)
    text = ''
  })
  parser.write(xml).close()
  return {control, documents}
}
