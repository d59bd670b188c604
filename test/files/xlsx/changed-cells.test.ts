/**
 * A copy with some cells changed, of a workbook that LibreOffice made (`libreoffice/stoetteark.fods`, saved as XLSX)
 * with everything that a municipality's own sheet may hold, and of ones that lack what it has.
 */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import {describe, expect, it} from 'vitest'
import {type ChangedCell, changeCells} from '../../../src/files/xlsx/changed-cells.ts'

const fixture = () => readFile(join(import.meta.dirname, 'libreoffice/stoetteark.xlsx'))
const sheetName = 'Støtteark'
const changes: readonly ChangedCell[] = [
  {row: 5, column: 5, value: '47000107', comment: 'Var 47000190 & <mere>.'},
  {row: 5, column: 6, value: 'XG-5038500003-00001', comment: 'Var XG-5038500003-00009.'},
  {row: 6, column: 5, value: '47000107', comment: 'Var 47000190.'},
]
const changedAddresses = ['E5', 'F5', 'E6']

const load = async (bytes: Uint8Array) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}
const sheetOf = async (bytes: Uint8Array, name = sheetName) =>
  (await load(bytes)).getWorksheet(name) as ExcelJS.Worksheet

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir)
  return new Map(
    await Promise.all(parts.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  )
}

/** The library returns a comment without formats as plain text. */
const commentOn = ({note}: ExcelJS.Cell): string =>
  typeof note === 'string' ? note : (note.texts ?? []).map(({text}) => text).join('')

/** A sheet without its changed cells, and without the element that names the drawing of the comments. */
const besides = (xml: string, addresses: readonly string[]): string =>
  addresses
    .reduce((left, address) => left.replace(new RegExp(`<c r="${address}"[^>]*?(/>|>.*?</c>)`), ''), xml)
    .replace(/<legacyDrawing [^>]*>/, '')

describe('of a workbook that LibreOffice made', () => {
  it('holds the new values, as text where text was and as a number where a number was', async () => {
    const sheet = await sheetOf((await changeCells(await fixture(), sheetName, changes)).bytes)
    expect(['E5', 'F5', 'E6'].map((address) => sheet.getCell(address).value)).toEqual([
      '47000107',
      'XG-5038500003-00001',
      47000107,
    ])
  })

  it('marks each changed cell by its fill alone', async () => {
    const [before, after] = [
      await sheetOf(await fixture()),
      await sheetOf((await changeCells(await fixture(), sheetName, changes)).bytes),
    ]
    for (const address of changedAddresses) {
      const {fill, ...rest} = after.getCell(address).style
      const {fill: _, ...old} = before.getCell(address).style
      expect(fill).toMatchObject({pattern: 'solid', fgColor: {argb: 'FFFFEB9C'}})
      // The library gives no format at all for the first of the list.
      if (address !== 'E6') expect(rest).toEqual(old)
    }
    expect(after.getCell('E5').style).toMatchObject({numFmt: '@', font: {italic: true}})
  })

  it('comments on what was there, below a comment that the cell had', async () => {
    const sheet = await sheetOf((await changeCells(await fixture(), sheetName, changes)).bytes)
    expect(commentOn(sheet.getCell('E5'))).toBe('Var 47000190 & <mere>.')
    expect(commentOn(sheet.getCell('F5'))).toBe('Aftalt med Regnskab.\nVar XG-5038500003-00009.')
  })

  it('is in every other part, byte for byte, what it was', async () => {
    const [before, after] = [
      await partsOf(await fixture()),
      await partsOf((await changeCells(await fixture(), sheetName, changes)).bytes),
    ]
    const touched = [...before.keys()].filter((name) => before.get(name) !== after.get(name))
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
    expect(touched.toSorted()).toEqual([
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ])
  })

  it('is in its own part what it was but for the changed cells: widths, formulas, validations, colours by rule', async () => {
    const part = 'xl/worksheets/sheet2.xml'
    const before = (await partsOf(await fixture())).get(part) ?? ''
    const after = (await partsOf((await changeCells(await fixture(), sheetName, changes)).bytes)).get(part) ?? ''
    expect(besides(after, changedAddresses)).toBe(besides(before, changedAddresses))
    for (const kept of [
      '<cols>',
      '<f aca="false">D4+1</f>',
      '<conditionalFormatting',
      '<dataValidation ',
      '<tableParts',
      '<mergeCell',
    ])
      expect(after).toContain(kept)
  })

  it('keeps all formats and adds new ones after them', async () => {
    const before = (await partsOf(await fixture())).get('xl/styles.xml') ?? ''
    const after =
      (await partsOf((await changeCells(await fixture(), sheetName, changes)).bytes)).get('xl/styles.xml') ?? ''
    const formats = (xml: string) => /<cellXfs[^>]*>(.*?)<\/cellXfs>/.exec(xml)?.[1] ?? ''
    expect(formats(after).startsWith(formats(before))).toBe(true)
    expect(/<cellXfs count="(\d+)"/.exec(after)?.[1]).toBe(String(formats(after).match(/<xf /g)?.length))
    expect(/<fills count="(\d+)"/.exec(after)?.[1]).toBe(
      String(/<fills.*<\/fills>/.exec(after)?.[0].match(/<fill>/g)?.length),
    )
  })

  it('asks to be calculated when it is opened, and leaves a cell with a formula alone', async () => {
    const formula = {row: 7, column: 5, value: '47000107', comment: 'x'}
    const {bytes, formulas} = await changeCells(await fixture(), sheetName, [...changes, formula])
    expect(formulas).toEqual([formula])
    expect((await sheetOf(bytes)).getCell('E7').value).toMatchObject({formula: 'E5', result: '47000190'})
    expect((await partsOf(bytes)).get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it('is the very same file where nothing can be changed', async () => {
    const bytes = await fixture()
    const formula = {row: 7, column: 5, value: '47000107', comment: 'x'}
    expect((await changeCells(bytes, sheetName, [formula])).bytes).toBe(bytes)
  })

  it('can be changed again', async () => {
    const once = (await changeCells(await fixture(), sheetName, changes)).bytes
    const twice = (await changeCells(once, sheetName, [{row: 5, column: 5, value: '48000107', comment: 'Igen.'}])).bytes
    const cell = (await sheetOf(twice)).getCell('E5')
    expect(cell.value).toBe('48000107')
    expect(commentOn(cell)).toBe('Var 47000190 & <mere>.\nIgen.')
  })
})

describe('of a workbook without comments', () => {
  const made = async (): Promise<Uint8Array> => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Ark "1" & mere')
    sheet.addRows([['Art'], ['47000190'], ['47000103']])
    sheet.headerFooter.oddHeader = 'Kladde'
    workbook.addWorksheet('Andet').addRows([['x']])
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
  const change = {row: 2, column: 1, value: '47000107', comment: 'Var 47000190.'}

  it('makes the parts that comments need, once', async () => {
    const {bytes} = await changeCells(await made(), 'Ark "1" & mere', [change, {...change, row: 3}])
    const parts = await partsOf(bytes)
    const types = parts.get('[Content_Types].xml') ?? ''
    expect(types.match(/PartName="\/xl\/comments1\.xml"/g)).toHaveLength(1)
    expect(types.match(/Extension="vml"/g)).toHaveLength(1)
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml']))
    const sheet = await sheetOf(bytes, 'Ark "1" & mere')
    expect([2, 3].map((row) => commentOn(sheet.getCell(row, 1)))).toEqual(['Var 47000190.', 'Var 47000190.'])
    expect((await sheetOf(bytes, 'Andet')).getCell('A1').value).toBe('x')
  })

  it('has the drawing where the standard wants it', async () => {
    const {bytes} = await changeCells(await made(), 'Ark "1" & mere', [change])
    const xml = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml.indexOf('<legacyDrawing')).toBeGreaterThan(xml.indexOf('<headerFooter'))
    expect(xml).toMatch(/<legacyDrawing [^>]*\/><\/worksheet>$/)
  })
})

/** Rows and cells that do not say where they stand, prefixed names, relations from the root, no shared strings. */
it('of a workbook by another program, in prefixed names and without addresses', async () => {
  const ns = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  )
  zip.file('_rels/.rels', relations(`<Relationship Id="a" Type="${r}/officeDocument" Target="/xl/workbook.xml"/>`))
  zip.file(
    'xl/workbook.xml',
    `<x:workbook ${ns} xmlns:r="${r}"><x:sheets><x:sheet name="A" sheetId="1" r:id="b"/></x:sheets></x:workbook>`,
  )
  zip.file('xl/_rels/workbook.xml.rels', relations(`<Relationship Id="b" Type="${r}/worksheet" Target="sheet.xml"/>`))
  zip.file(
    'xl/sheet.xml',
    `<x:worksheet ${ns}><x:sheetData><x:row/><x:row><x:c/><x:c t='inlineStr'><x:is><x:t>1</x:t></x:is></x:c></x:row><x:row r="9"><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  )
  const bytes = await zip.generateAsync({type: 'uint8array'})
  const changed = await changeCells(bytes, 'A', [
    {row: 2, column: 2, value: '0012', comment: 'n'},
    {row: 9, column: 1, value: '0012', comment: 'n'},
  ])
  const parts = await partsOf(changed.bytes)
  expect(parts.get('xl/sheet.xml')).toBe(
    `<x:worksheet ${ns}><x:sheetData><x:row/><x:row><x:c/><x:c s="0" t="inlineStr"><x:is><x:t>0012</x:t></x:is></x:c></x:row><x:row r="9"><x:c s="0" t="inlineStr"><x:is><x:t>0012</x:t></x:is></x:c></x:row></x:sheetData><x:legacyDrawing xmlns:r="${r}" r:id="rId2"/></x:worksheet>`,
  )
  expect(parts.get('xl/comments1.xml')).toContain('ref="B2"')
  expect(parts.get('xl/workbook.xml')).toContain('</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>')
})
