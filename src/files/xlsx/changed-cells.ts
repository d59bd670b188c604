/**
 * A copy of a workbook in which some cells of one sheet have other values, a colour and a comment: takes the workbook's
 * bytes, returns those of the copy. Nothing else is changed: formats, other sheets, widths, formulas, validations and
 * whatever else a spreadsheet has put into it stay as they are.
 */

import {type Address, cellEdit, cellsAt} from './cells.ts'
import {type CellComment, withComments} from './comments.ts'
import {withFill} from './fill.ts'
import {kindOf, openPackage, type Package, relationsOf} from './package.ts'
import {type Element, edited, elementsIn, named, tagOf, tagWith} from './xml.ts'

export type ChangedCell = Address & {readonly value: string; readonly comment: string}

export type ChangedWorkbook<Change> = {
  readonly bytes: Uint8Array
  /** Cells that were left alone because they have a formula: what it refers to must change. */
  readonly formulas: readonly Change[]
}

/** Throws an Error where the workbook has no sheet of that name. */
export async function changeCells<Change extends ChangedCell>(
  bytes: Uint8Array,
  sheetName: string,
  changes: readonly Change[],
): Promise<ChangedWorkbook<Change>> {
  const archive = await openPackage(bytes)
  const workbook = await partOf(archive, '', 'officeDocument')
  const sheet = await sheetPart(archive, workbook, sheetName)
  const xml = (await archive.read(sheet)) ?? ''
  const found = cellsAt(xml, changes)
  const cellOf = ({row, column}: Address) => found.find((cell) => cell.row === row && cell.column === column)
  const formulas = changes.filter((change) => cellOf(change)?.isFormula)
  const chosen = changes.flatMap((change) => {
    const cell = cellOf(change)
    return cell && !cell.isFormula ? [{change, cell}] : []
  })
  if (chosen.length === 0) return {bytes, formulas}

  const styleOf = await fillFormats(
    archive,
    workbook,
    chosen.map(({cell}) => cell.style),
  )
  const edits = chosen.map(({change, cell}) => cellEdit(xml, cell, change.value, styleOf(cell.style)))
  const comments = chosen.map(
    ({change}): CellComment => ({row: change.row, column: change.column, text: change.comment}),
  )
  archive.write(sheet, await withComments(archive, sheet, edited(xml, edits), comments))
  await calculateAtOpening(archive, workbook)
  return {bytes: await archive.bytes(), formulas}
}

/** Pale yellow, as spreadsheets mark what needs attention. */
const mark = 'FFFFEB9C'

async function partOf(archive: Package, from: string, kind: string): Promise<string> {
  const found = (await relationsOf(archive, from)).find((relation) => kindOf(relation) === kind)
  if (!found) throw new Error(`the workbook has no part of kind ${kind}`)
  return found.target
}

async function sheetPart(archive: Package, workbook: string, name: string): Promise<string> {
  const sheets = elementsIn((await archive.read(workbook)) ?? '', ({local}) => local === 'sheet')
  const id = sheets.find(({attributes}) => attributes.get('name') === name)?.attributes.get('id')
  const found = (await relationsOf(archive, workbook)).find((relation) => relation.id === id)
  if (!found) throw new Error(`the workbook has no sheet «${name}»`)
  return found.target
}

/** A workbook without formats stays without: its changed cells have the comment alone. */
async function fillFormats(
  archive: Package,
  workbook: string,
  styles: readonly number[],
): Promise<(old: number) => number> {
  const relation = (await relationsOf(archive, workbook)).find((found) => kindOf(found) === 'styles')
  const xml = relation && (await archive.read(relation.target))
  if (!relation || xml === undefined) return (old) => old
  const filled = withFill(xml, styles, mark)
  archive.write(relation.target, filled.xml)
  return filled.styleOf
}

/** Formulas that refer to a changed cell are calculated anew when the copy is opened. */
async function calculateAtOpening(archive: Package, workbook: string): Promise<void> {
  const xml = (await archive.read(workbook)) ?? ''
  const [root, ...own] = elementsIn(xml, ({parent}) => parent === null || parent.parent === null).toReversed() as [
    Element,
    ...Element[],
  ]
  const settings = own.find(({local}) => local === 'calcPr')
  if (settings) {
    const text = tagWith(tagOf(xml, settings), {fullCalcOnLoad: '1'})
    archive.write(workbook, edited(xml, [{at: settings.start, until: settings.contentStart, text}]))
    return
  }
  // ECMA-376, CT_Workbook: it comes after these.
  const before = own.filter(({local}) =>
    ['sheets', 'functionGroups', 'externalReferences', 'definedNames'].includes(local),
  )
  const place = Math.max(root.contentStart, ...before.map(({end}) => end))
  archive.write(
    workbook,
    edited(xml, [{at: place, until: place, text: `<${named(root, 'calcPr')} fullCalcOnLoad="1"/>`}]),
  )
}
