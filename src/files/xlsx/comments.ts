/**
 * Comments on cells: the part with their texts, and the drawing in which a spreadsheet shows them. Takes the workbook's
 * parts and the comments, adds them. What is there already stays, and a cell that has a comment gets the new one below.
 */

import {type Address, addressText} from './cells.ts'
import {addDefault, addOverride, declaration, freeName, kindOf, type Package, relate, relationsOf} from './package.ts'
import {appendTo, type Edit, type Element, edited, elementsIn, escapeXml, named} from './xml.ts'

export type CellComment = Address & {readonly text: string}

const author = 'bills'
const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** `sheet` is the part's name; returns its XML, which may have to name the drawing. */
export async function withComments(
  archive: Package,
  sheet: string,
  xml: string,
  comments: readonly CellComment[],
): Promise<string> {
  const relations = await relationsOf(archive, sheet)
  const existing = relations.find((relation) => kindOf(relation) === 'comments')
  const part = existing?.target ?? freeName(archive, 'xl/comments', '.xml')
  const before = existing && (await archive.read(part))
  archive.write(part, withTexts(before ?? emptyComments, comments))
  if (before === undefined) {
    await addOverride(archive, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml')
    await relate(archive, sheet, part, `${transitional.relation}/comments`)
  }
  return withDrawing(
    archive,
    sheet,
    xml,
    before === undefined ? comments : comments.filter((comment) => !hasComment(before, comment)),
  )
}

const emptyComments = `${declaration}<comments xmlns="${transitional.main}"><authors><author>${author}</author></authors><commentList></commentList></comments>`

const isOn = (comment: CellComment, {local, attributes}: Element): boolean =>
  local === 'comment' && attributes.get('ref') === addressText(comment)

const hasComment = (xml: string, comment: CellComment): boolean =>
  elementsIn(xml, (element) => isOn(comment, element)).length > 0

function withTexts(xml: string, comments: readonly CellComment[]): string {
  const all = elementsIn(xml, ({local}) => ['authors', 'author', 'commentList', 'comment', 'text'].includes(local))
  const authors = all.find(({local}) => local === 'authors')
  const list = all.find(({local}) => local === 'commentList')
  if (!authors || !list) return xml
  const names = all.filter(({local}) => local === 'author')
  const known = names.findIndex(({contentStart, contentEnd}) => xml.slice(contentStart, contentEnd) === author)
  const authorId = known < 0 ? names.length : known
  const [element, text, run, t] = ['comment', 'text', 'r', 't'].map((local) => named(list, local))
  const runOf = (words: string): string => `<${run}><${t} xml:space="preserve">${escapeXml(words)}</${t}></${run}>`
  const fresh = comments.filter((comment) => !all.some((element) => isOn(comment, element)))
  const below = comments.flatMap((comment): Edit[] => {
    const old = all.find((element) => isOn(comment, element))
    const words = all.find(({local, parent}) => local === 'text' && parent !== null && parent === old)
    return words ? [appendTo(xml, words, runOf(`\n${comment.text}`))] : []
  })
  const added = fresh
    .map(
      (comment) =>
        `<${element} ref="${addressText(comment)}" authorId="${authorId}"><${text}>${runOf(comment.text)}</${text}></${element}>`,
    )
    .join('')
  const name = named(authors, 'author')
  return edited(xml, [
    ...(known < 0 ? [appendTo(xml, authors, `<${name}>${author}</${name}>`)] : []),
    ...below,
    ...(added === '' ? [] : [appendTo(xml, list, added)]),
  ])
}

/** What may come in a sheet after the drawing of its comments (ECMA-376, CT_Worksheet). */
const after = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]

async function withDrawing(
  archive: Package,
  sheet: string,
  xml: string,
  comments: readonly CellComment[],
): Promise<string> {
  const [root, ...own] = elementsIn(
    xml,
    ({parent}) => parent === null || (parent.parent === null && parent.local === 'worksheet'),
  ).toReversed() as [Element, ...Element[]]
  const drawing = own.find(({local}) => local === 'legacyDrawing')
  const id = drawing?.attributes.get('id')
  const old = (await relationsOf(archive, sheet)).find((relation) => relation.id === id)
  const shapes = old && (await archive.read(old.target))
  if (old && shapes !== undefined) {
    archive.write(old.target, withShapes(shapes, comments))
    return xml
  }
  const part = freeName(archive, 'xl/drawings/vmlDrawing', '.vml')
  archive.write(part, withShapes(emptyDrawing, comments))
  await addDefault(archive, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  const relation = await relate(archive, sheet, part, `${transitional.relation}/vmlDrawing`)
  const entry = `<${named(root, 'legacyDrawing')} xmlns:r="${transitional.relation}" r:id="${relation}"/>`
  const [next] = own.filter(({local}) => after.includes(local)).toSorted((a, b) => a.start - b.start)
  const place = next ? next.start : root.contentEnd
  return edited(xml, [{at: place, until: place, text: entry}])
}

const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** VML is not always XML (`<br>`): its end is found in the text. */
function withShapes(vml: string, comments: readonly CellComment[]): string {
  const end = vml.lastIndexOf('</xml>')
  if (end < 0) return vml
  const taken = [...vml.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number))
  const first = Math.max(1024, ...taken) + 1
  const types = vml.includes('"_x0000_t202"') ? '' : shapeType
  return (
    vml.slice(0, end) +
    types +
    comments.map((comment, index) => shapeOf(comment, first + index)).join('') +
    vml.slice(end)
  )
}

/** Hidden until the cell is pointed at; two columns and four rows large, to the right of the cell. */
const shapeOf = ({row, column}: Address, id: number): string =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column}, 12, ${Math.max(0, row - 2)}, 6, ${column + 3}, 24, ${row + 4}, 6</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
