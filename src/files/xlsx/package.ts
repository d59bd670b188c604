/**
 * The parts of a workbook (Open Packaging Conventions, ISO 29500-2): how one finds another, and how a new one is made
 * known. Names of parts are compared without case, and some programs write them with a slash before.
 */
import {posix} from 'node:path'
import JSZip from 'jszip'
import {appendTo, type Element, edited, elementsIn, escapeXml} from './xml.ts'

export type Package = {
  /** Undefined where there is no such part. Names without a slash before them. */
  readonly read: (part: string) => Promise<string | undefined>
  readonly write: (part: string, xml: string) => void
  readonly parts: () => readonly string[]
  readonly bytes: () => Promise<Uint8Array>
}

/** Parts that are not written stay as they are, byte for byte. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await JSZip.loadAsync(bytes)
  const entries = new Map(Object.keys(zip.files).map((entry) => [folded(entry), entry]))
  const entryOf = (part: string): string => entries.get(folded(part)) ?? part
  return {
    read: async (part) => zip.file(entryOf(part))?.async('string'),
    write: (part, xml) => {
      zip.file(entryOf(part), xml, {createFolders: false})
    },
    parts: () => Object.keys(zip.files),
    bytes: () => zip.generateAsync({type: 'uint8array', compression: 'DEFLATE'}),
  }
}

const folded = (part: string): string => part.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

export type Relation = {readonly id: string; readonly type: string; readonly target: string}

/** The relations of a part, their targets as names of parts; '' means the package itself. */
export async function relationsOf(archive: Package, part: string): Promise<Relation[]> {
  const xml = await archive.read(relationsPart(part))
  if (xml === undefined) return []
  return elementsIn(xml, ({local}) => local === 'Relationship').map(({attributes}) => ({
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type') ?? '',
    target: posix
      .resolve('/', posix.dirname(part), (attributes.get('Target') ?? '').trim().replaceAll('\\', '/'))
      .slice(1),
  }))
}

/** The last part of a relation's type: `worksheet`, `comments`, whichever edition of the standard it is of. */
export const kindOf = ({type}: Relation): string => type.slice(type.lastIndexOf('/') + 1)

/** Makes a part known to another, and returns the relation's id. `type` is whole. */
export async function relate(archive: Package, from: string, to: string, type: string): Promise<string> {
  const taken = new Set((await relationsOf(archive, from)).map(({id}) => id))
  let number = taken.size + 1
  while (taken.has(`rId${number}`)) number += 1
  const id = `rId${number}`
  // Relative, as spreadsheets write it: some readers find no part by its whole name.
  const target = posix.relative(posix.dirname(from), to)
  const entry = `Id="${id}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"/>`
  const file = relationsPart(from)
  const xml = await archive.read(file)
  if (xml === undefined) {
    archive.write(file, `${declaration}<Relationships xmlns="${relationsUri}"><Relationship ${entry}</Relationships>`)
    return id
  }
  const [root] = elementsIn(xml, ({parent}) => parent === null) as [Element]
  archive.write(file, edited(xml, [appendTo(xml, root, `<${prefixed(root, 'Relationship')} ${entry}`)]))
  return id
}

/** The media type of one part. */
export async function addOverride(archive: Package, part: string, type: string): Promise<void> {
  await addType(archive, 'Override', 'PartName', `/${part}`, type)
}

/** The media type of all parts with an ending. */
export async function addDefault(archive: Package, extension: string, type: string): Promise<void> {
  await addType(archive, 'Default', 'Extension', extension, type)
}

async function addType(archive: Package, local: string, key: string, value: string, type: string): Promise<void> {
  const xml = (await archive.read(contentTypes)) ?? ''
  const all = elementsIn(xml, () => true)
  const root = all.at(-1)
  const isThere = all.some(
    ({local: own, attributes}) => own === local && attributes.get(key)?.toLowerCase() === value.toLowerCase(),
  )
  if (!root || isThere) return
  const entry = `<${prefixed(root, local)} ${key}="${escapeXml(value)}" ContentType="${type}"/>`
  // The standard has defaults before overrides; no reader requires it.
  archive.write(contentTypes, edited(xml, [appendTo(xml, root, entry)]))
}

/** `xl/comments{}.xml` with the first number that no part has. */
export function freeName(archive: Package, before: string, after: string): string {
  const taken = new Set(archive.parts().map((part) => part.toLowerCase()))
  let number = 1
  while (taken.has(`${before}${number}${after}`.toLowerCase())) number += 1
  return `${before}${number}${after}`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const contentTypes = '[Content_Types].xml'
const relationsUri = 'http://schemas.openxmlformats.org/package/2006/relationships'

const relationsPart = (part: string): string =>
  part === '' ? '_rels/.rels' : posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

const prefixed = ({prefix}: Element, local: string): string => (prefix === '' ? local : `${prefix}:${local}`)
