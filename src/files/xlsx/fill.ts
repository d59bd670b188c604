/** Formats that are those of other cells but for the colour behind the text. */
import {appendTo, type Edit, type Element, edited, elementsIn, named, tagOf, tagWith} from './xml.ts'

/** `argb` such as `FFFFEB9C`. Gives the styles part with the new formats, and the new index of each old one. */
export function withFill(
  xml: string,
  styles: readonly number[],
  argb: string,
): {readonly xml: string; readonly styleOf: (old: number) => number} {
  const found = elementsIn(
    xml,
    ({local, parent}) =>
      ['fills', 'cellXfs'].includes(local) || parent?.local === 'cellXfs' || parent?.local === 'fills',
  )
  const fills = found.find(({local}) => local === 'fills')
  const formats = found.find(({local}) => local === 'cellXfs')
  if (!fills || !formats) return {xml, styleOf: (old) => old}
  const fillCount = found.filter(({parent}) => parent === fills).length
  const own = found.filter(({parent}) => parent === formats)
  const wanted = [...new Set(styles)].filter((style) => own[style])
  const [fill, pattern, fore, back] = ['fill', 'patternFill', 'fgColor', 'bgColor'].map((local) => named(fills, local))
  const colour = `<${fill}><${pattern} patternType="solid"><${fore} rgb="${argb}"/><${back} indexed="64"/></${pattern}></${fill}>`
  const copies = wanted.map((style) => {
    const {start, contentStart, end} = own[style] as Element
    const tag = tagWith(xml.slice(start, contentStart), {fillId: String(fillCount), applyFill: '1'})
    return tag + xml.slice(contentStart, end)
  })
  const edits: Edit[] = [
    ...counted(xml, fills, fillCount + 1),
    appendTo(xml, fills, colour),
    ...counted(xml, formats, own.length + copies.length),
    appendTo(xml, formats, copies.join('')),
  ]
  return {
    xml: edited(xml, edits),
    styleOf: (old) => (wanted.includes(old) ? own.length + wanted.indexOf(old) : old),
  }
}

/** The count that a list may state of itself. */
const counted = (xml: string, list: Element, count: number): Edit[] =>
  list.attributes.has('count')
    ? [{at: list.start, until: list.contentStart, text: tagWith(tagOf(xml, list), {count: String(count)})}]
    : []
