/** The cells of a sheet's part: takes its XML, returns where cells are and what is in them, and edits of their values. */
import {type Edit, type Element, escapeXml, named, scanXml, tagOf, tagWith} from './xml.ts'

/** Row and column counted from 1, as a person counts them. */
export type Address = {readonly row: number; readonly column: number}

export type FoundCell = Address & {
  readonly element: Element
  /** The index of its format; 0 where none is named. */
  readonly style: number
  readonly isFormula: boolean
  readonly isNumber: boolean
}

/** Rows and cells may leave out where they are: then they follow the one before. */
export function cellsAt(xml: string, wanted: readonly Address[]): FoundCell[] {
  const names = new Set(wanted.map(({row, column}) => `${row},${column}`))
  const found: FoundCell[] = []
  const formulas = new Set<Element>()
  const rows = new Map<Element, {row: number; column: number}>()
  let lastRow = 0
  scanXml(xml, (element) => {
    const {local, parent, attributes} = element
    if (local === 'f' && parent) formulas.add(parent)
    if (local === 'row') {
      lastRow = rows.get(element)?.row ?? Number(attributes.get('r') ?? lastRow + 1)
      rows.delete(element)
    }
    if (local !== 'c' || parent?.local !== 'row') return
    const place = rows.get(parent) ?? {row: Number(parent.attributes.get('r') ?? lastRow + 1), column: 0}
    place.column = columnOf(attributes.get('r')) ?? place.column + 1
    rows.set(parent, place)
    if (names.has(`${place.row},${place.column}`)) {
      const type = attributes.get('t') ?? 'n'
      const style = Number(attributes.get('s') ?? 0)
      found.push({...place, element, style, isFormula: formulas.has(element), isNumber: type === 'n'})
    }
    formulas.delete(element)
  })
  return found
}

/** `E5` → 5. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]+/i.exec(address ?? '')?.[0].toUpperCase()
  return (letters && [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)) || undefined
}

/** `E5`. */
export function addressText({row, column}: Address): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}

/** The cell with another value and format. A cell that held a number holds one again, where the value can be one. */
export function cellEdit(xml: string, {element, isNumber}: FoundCell, value: string, style: number): Edit {
  const asNumber = isNumber && /^[1-9]\d{0,14}$/.test(value)
  const open = tagOf(xml, element).replace(/\s*\/?>$/, '>')
  const plain = ['t', 'vm', 'cm'].reduce(
    (tag, name) => tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), ''),
    open,
  )
  const tag = tagWith(plain, {s: String(style), ...(asNumber ? {} : {t: 'inlineStr'})})
  const [v, is, t] = ['v', 'is', 't'].map((local) => named(element, local))
  const content = asNumber ? `<${v}>${value}</${v}>` : `<${is}><${t}>${escapeXml(value)}</${t}></${is}>`
  return {at: element.start, until: element.end, text: `${tag}${content}</${element.name}>`}
}
