/** Reads a file for OPUS back, as text by element, for the last check; what it means is asked elsewhere. */
import {SaxesParser} from 'saxes'

export type ReadElement = ReadonlyMap<string, string>
export type ReadDocument = {readonly header: ReadElement; readonly lines: readonly ReadElement[]}
export type ReadOpusFile = {readonly control: ReadElement; readonly documents: readonly ReadDocument[]}

/** Throws an Error for what is not well-formed. An element that stands twice in one parent is joined: it fits nothing. */
export function readOpusXml(xml: string): ReadOpusFile {
  const documents: {header: Map<string, string>; lines: Map<string, string>[]}[] = []
  const control = new Map<string, string>()
  let within = control
  let text = ''

  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name}) => {
    text = ''
    if (name === 'POSTING_DOCUMENT') documents.push({header: new Map(), lines: []})
    const document = documents.at(-1)
    if (name === 'CONTROL_FIELDS') within = control
    if (name === 'HEADER') within = document?.header ?? new Map()
    if (name === 'LINE') {
      within = new Map()
      document?.lines.push(within)
    }
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({name}) => {
    within.set(name, (within.get(name) ?? '') + text)
    text = ''
  })
  parser.write(xml).close()
  return {control, documents}
}
