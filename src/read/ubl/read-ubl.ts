/**
 * E-invoices in XML (`formats.md`, Invoices): takes the bytes of a file, returns the elements that are read of an
 * invoice or credit note. A file that cannot be read is refused, with the place and what was expected, and is data; one
 * that is something else is returned as `other`.
 *
 * The parser knows no document types and no entities but XML's own; how deep, how large and how long is bounded here.
 */

import {SaxesParser, type SaxesTagNS} from 'saxes'
import type {DocumentType} from '../../model/invoice.ts'
import type {Problem, XmlExpectation} from '../../model/problem.ts'
import {maskCprIn} from '../../text/mask.ts'
import type {FileBytes} from '../read-table.ts'
import type {UblElement} from './element.ts'
import {aggregateUri, basicUri, envelope, type RootName, rootUris, type Shape, shapes} from './shape.ts'
import {EncodingError, xmlText} from './xml-text.ts'

export type RefusedFile = {
  readonly kind: 'refused'
  readonly file: string
  readonly sha256: string
  readonly problem: Problem
}

export type UblDocument = {
  readonly kind: 'document'
  readonly file: string
  readonly sha256: string
  readonly type: DocumentType
  readonly root: UblElement
}

/** `other`: well-formed as far as its root, which is neither an invoice nor a credit note. */
export type UblReading = UblDocument | RefusedFile | {readonly kind: 'other'; readonly root: string}

/** In bytes; Peppol and NemHandel carry no larger ones. */
export const largestXml = 256 * 1024 * 1024

const deepest = 64
const mostAttributes = 1_000
/** Characters of one text, tag or comment outside attachments. */
const longestText = 1_000_000
const mostElements = 1_000_000
/** Its text is not even looked at. */
const attachment = 'EmbeddedDocumentBinaryObject'

export function readUbl({file, sha256, bytes}: FileBytes): UblReading {
  const reader = treeReader()
  try {
    for (const piece of xmlText(bytes)) reader.write(piece)
    const {type, root} = reader.close()
    return {kind: 'document', file, sha256, type, root}
  } catch (error) {
    if (error instanceof Other) return {kind: 'other', root: error.message}
    if (error instanceof Refusal) return refused(file, sha256, 'XML', error.message, error.expected)
    if (error instanceof EncodingError) return refused(file, sha256, 'XML', error.message, 'xmlEncoding')
    throw error
  }
}

export function refused(
  file: string,
  sha256: string,
  column: string,
  value: string,
  expected: XmlExpectation,
): RefusedFile {
  return {kind: 'refused', file, sha256, problem: {column, value: maskCprIn(value).slice(0, 60), expected}}
}

class Refusal extends Error {
  readonly expected: XmlExpectation

  constructor(place: string, expected: XmlExpectation) {
    super(place)
    this.expected = expected
  }
}

class Other extends Error {}

type Growing = {-readonly [Key in keyof UblElement]: UblElement[Key]} & {readonly children: UblElement[]}
type Open = {readonly element: Growing; readonly shape: Shape | 'text'}

/** Builds the tree of one document from its text. Every method throws a Refusal or Other. */
function treeReader() {
  const parser = new SaxesParser({xmlns: true})
  const open: Open[] = []
  let root: {readonly type: DocumentType; readonly element: Growing} | null = null
  /** The innermost open element, where its text is read. */
  let leaf: Growing | null = null
  let [depth, skippedFrom, attachmentFrom, attributes, elements] = [0, 0, 0, 0, 0]
  /** Characters since the last tag ended, counted by the piece. */
  let quiet = 0
  let [hasDocumentType, isEnveloped] = [false, false]

  const refuse = (expected: XmlExpectation, place = `${parser.line}:${parser.column}`): never => {
    throw new Refusal(place, expected)
  }
  const onText = (text: string): void => {
    if (leaf === null) return
    leaf.text += text
    if (leaf.text.length > longestText) refuse('xmlTextLength')
  }
  const push = (tag: SaxesTagNS, shape: Shape | 'text'): Growing => {
    elements += 1
    if (elements > mostElements) refuse('xmlSize')
    const {schemeID, currencyID} = tag.attributes
    const element: Growing = {
      name: tag.local,
      text: '',
      scheme: schemeID ? schemeID.value.trim() : '',
      currency: currencyID ? currencyID.value.trim().toUpperCase() : '',
      children: [],
    }
    open.push({element, shape})
    leaf = shape === 'text' ? element : null
    return element
  }
  const skip = ({local}: SaxesTagNS): void => {
    leaf = null
    skippedFrom ||= depth
    if (local !== attachment || attachmentFrom > 0) return
    attachmentFrom = depth
    parser.off('text')
    parser.off('cdata')
  }
  const openRoot = (tag: SaxesTagNS): void => {
    const {local, uri} = tag
    if (depth === 1 && local === envelope.name && uri === envelope.uri) {
      isEnveloped = true
      return
    }
    if (!isRootName(local)) {
      if (depth === 1) throw new Other(tag.name)
      skip(tag)
      return
    }
    if (hasDocumentType) refuse('xmlNoDocumentType', local)
    if (uri !== rootUris[local] || root) refuse('xmlInvoice', uri || local)
    root = {type: local === 'Invoice' ? 'invoice' : 'creditNote', element: push(tag, shapes[local])}
  }

  parser.on('error', (error) => {
    // saxes puts line and column before its message.
    throw new Refusal(error.message, 'xmlWellFormed')
  })
  parser.on('doctype', () => {
    hasDocumentType = true
  })
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) refuse('xmlDepth')
  })
  parser.on('opentag', (tag) => {
    quiet = 0
    attributes = 0
    depth += 1
    if (depth > deepest) refuse('xmlDepth')
    if (skippedFrom > 0) {
      skip(tag)
      return
    }
    const top = open.at(-1)
    if (!top) {
      openRoot(tag)
      return
    }
    const shape = top.shape === 'text' ? undefined : shapeIn(top.shape, tag)
    if (shape) top.element.children.push(push(tag, shape))
    else skip(tag)
  })
  parser.on('closetag', () => {
    quiet = 0
    if (attachmentFrom === depth) {
      attachmentFrom = 0
      parser.on('text', onText)
      parser.on('cdata', onText)
    }
    if (skippedFrom === 0) {
      const closed = open.pop()
      if (closed) closed.element.text = closed.element.text.trim()
      leaf = null
    } else if (skippedFrom === depth) {
      skippedFrom = 0
      const top = open.at(-1)
      leaf = top?.shape === 'text' ? top.element : null
    }
    depth -= 1
  })

  return {
    write: (text: string): void => {
      quiet += text.length
      parser.write(text)
      if (attachmentFrom === 0 && quiet > longestText) refuse('xmlTextLength')
    },
    close: (): {readonly type: DocumentType; readonly root: UblElement} => {
      parser.close()
      if (root) return {type: root.type, root: root.element}
      if (isEnveloped) throw new Other(envelope.name)
      return refuse('xmlWellFormed')
    },
  }
}

const isRootName = (name: string): name is RootName => name === 'Invoice' || name === 'CreditNote'

/** Undefined where the element is not read: not in the shape, or of another namespace. */
function shapeIn(shape: Shape, {local, uri}: SaxesTagNS): Shape | 'text' | undefined {
  const found = Object.hasOwn(shape, local) ? shape[local] : undefined
  return found && uri === (found === 'text' ? basicUri : aggregateUri) ? found : undefined
}
