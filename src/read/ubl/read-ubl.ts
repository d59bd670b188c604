/**
 * E-invoices in XML (`formats.md`, Invoices): the bytes of a file to the elements that are read of an invoice or
 * credit note. A file that cannot be read is refused with the place and what was expected, and is data; one that is
 * something else is told apart.
 *
 * The parser knows no document types and no entities but XML's own; how deep, how large and how long is bounded here.
 */
import {SaxesParser, type SaxesTagNS} from 'saxes'
import {maskCprIn} from '../../domain/citizen.ts'
import type {DocumentType} from '../../domain/invoice.ts'
import type {Problem, XmlExpectation} from '../../domain/problem.ts'
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
/** Characters of one text, tag or comment outside what is skipped. */
const longestText = 1_000_000
const mostElements = 1_000_000

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
  let [depth, skippedFrom, attributes, elements, lastEvent] = [0, 0, 0, 0, 0]
  let [hasDocumentType, isEnveloped] = [false, false]

  const at = (): string => `${parser.line}:${parser.column}`
  const refuse = (expected: XmlExpectation, message = at()): never => {
    throw new Refusal(message, expected)
  }
  const onText = (text: string): void => {
    const top = open.at(-1)
    if (!top) return
    top.element.text += text
    if (top.element.text.length > longestText) refuse('xmlTextLength')
  }
  const listen = (): void => {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  const ignoreText = (): void => {
    parser.off('text')
    parser.off('cdata')
  }
  const push = (tag: SaxesTagNS, shape: Shape | 'text'): Growing => {
    elements += 1
    if (elements > mostElements) refuse('xmlSize')
    const element: Growing = {
      name: tag.local,
      text: '',
      scheme: tag.attributes.schemeID?.value.trim() ?? '',
      currency: tag.attributes.currencyID?.value.trim().toUpperCase() ?? '',
      children: [],
    }
    open.push({element, shape})
    if (shape === 'text') listen()
    return element
  }
  const openRoot = (tag: SaxesTagNS): void => {
    const {local, uri} = tag
    if (depth === 1 && local === envelope.name && uri === envelope.uri) {
      isEnveloped = true
      return
    }
    if (!isRootName(local)) {
      if (depth === 1) throw new Other(tag.name)
      skippedFrom = depth
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
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) refuse('xmlDepth')
  })
  parser.on('opentag', (tag) => {
    lastEvent = parser.position
    attributes = 0
    depth += 1
    if (depth > deepest) refuse('xmlDepth')
    if (skippedFrom > 0) return
    const top = open.at(-1)
    if (!top) {
      openRoot(tag)
      return
    }
    const shape = top.shape === 'text' ? undefined : shapeIn(top.shape, tag)
    if (shape) top.element.children.push(push(tag, shape))
    else {
      skippedFrom = depth
      ignoreText()
    }
  })
  parser.on('closetag', () => {
    lastEvent = parser.position
    if (skippedFrom === depth) {
      skippedFrom = 0
      if (open.at(-1)?.shape === 'text') listen()
    } else if (skippedFrom === 0) {
      const closed = open.pop()
      if (closed?.shape === 'text') {
        closed.element.text = closed.element.text.trim()
        ignoreText()
      }
    }
    depth -= 1
  })

  return {
    write: (text: string): void => {
      parser.write(text)
      if (skippedFrom === 0 && parser.position - lastEvent > longestText) refuse('xmlTextLength')
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
