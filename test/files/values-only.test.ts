/** Workbooks as other programs put them together: what they hold is read, whatever their parts are called. */
import JSZip from 'jszip'
import {describe, expect, it} from 'vitest'
import {readXlsx} from '../../src/read/xlsx.ts'
import {excelDay, xlsxOf} from '../builders/input-files.ts'

const rows = [
  ['Bevillings-id', 'Startdato', 'Takst', 'Indsats'],
  ['B-1', excelDay('2026-03-31'), 1234.5, 'Botilbud <Åsen> & co'],
]
const read = [
  {row: 1, cells: ['Bevillings-id', 'Startdato', 'Takst', 'Indsats']},
  {row: 2, cells: ['B-1', {date: '2026-03-31'}, 1234.5, 'Botilbud <Åsen> & co']},
]

const book = 'xl/workbook.xml'
const bookRelations = 'xl/_rels/workbook.xml.rels'
const sheet = 'xl/worksheets/sheet1.xml'
const texts = 'xl/sharedStrings.xml'

type Parts = Record<string, string>

/** The workbook of those rows with its parts changed; a part that is gone from the result is left out. */
async function changed(change: (parts: Parts) => Parts): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await xlsxOf({Bevillinger: rows}))
  const parts: Parts = {}
  for (const {name, dir} of Object.values(zip.files))
    if (!dir) parts[name] = (await zip.file(name)?.async('string')) ?? ''
  const made = new JSZip()
  for (const [name, xml] of Object.entries(change(parts))) made.file(name, xml, {createFolders: false})
  return made.generateAsync({type: 'uint8array'})
}

const edited =
  (...edits: readonly (readonly [part: string, from: string | RegExp, to: string])[]) =>
  (parts: Parts): Parts => {
    const made = {...parts}
    for (const [part, from, to] of edits) {
      const xml = made[part] ?? ''
      made[part] = xml.replace(from, to)
      expect(made[part]).not.toBe(xml)
    }
    return made
  }

const moved =
  (...names: readonly (readonly [from: string, to: string])[]) =>
  (parts: Parts): Parts =>
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [names.find(([from]) => from === name)?.[1] ?? name, xml]),
    )

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** As .NET's Open XML SDK writes it. */
const prefixed = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      /^xl\/(?!theme|_rels)/.test(name)
        ? xml.replace(`xmlns="${main}"`, `xmlns:x="${main}"`).replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
        : xml,
    ]),
  )

const strict = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      xml
        .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    ]),
  )

const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`

describe('a workbook', () => {
  it.each<[string, (parts: Parts) => Parts]>([
    ['as it is', (parts) => parts],
    ['with a prefix before every element', prefixed],
    ['in the strict format', strict],
    [
      'with relations that have a prefix',
      edited([bookRelations, /<(\/?)(Relationship)/g, '<$1ns0:$2'], [bookRelations, 'xmlns=', 'xmlns:ns0=']),
    ],
    ['with relations to paths from the root', edited([bookRelations, /Target="/g, 'Target="/xl/'])],
    [
      'whose sheet has a name of its own',
      (parts) => moved([sheet, 'xl/worksheets/Ark.xml'])(edited([bookRelations, 'sheet1.xml', 'Ark.xml'])(parts)),
    ],
    [
      'whose parts are spelt in other letters',
      moved([texts, 'xl/SharedStrings.xml'], [sheet, 'xl/worksheets/Sheet1.xml']),
    ],
    [
      'whose own part is spelt in other letters',
      (parts) =>
        moved(
          [book, 'xl/Workbook.XML'],
          [bookRelations, 'xl/_rels/Workbook.XML.rels'],
        )(edited(['_rels/.rels', 'xl/workbook.xml', 'xl/Workbook.XML'])(parts)),
    ],
    ['whose parts begin with a slash', moved([texts, `/${texts}`], [sheet, `/${sheet}`])],
    [
      'that lies in another folder',
      (parts) =>
        Object.fromEntries(
          Object.entries(edited(['_rels/.rels', 'xl/workbook.xml', 'xl/bog/workbook.xml'])(parts)).map(
            ([name, xml]) => [name.replace(/^xl\//, 'xl/bog/'), xml],
          ),
        ),
    ],
    [
      'with a sheet that is a chart',
      edited(
        [book, '<sheets>', '<sheets><sheet name="Diagram" sheetId="7" r:id="rId99"/>'],
        [
          bookRelations,
          '</Relationships>',
          `${relation('rId99', 'chartsheet', 'chartsheets/sheet1.xml')}</Relationships>`,
        ],
      ),
    ],
    [
      'with other parts that are broken',
      (parts) => ({
        ...parts,
        'docProps/core.xml': '<',
        'docProps/app.xml': '',
        'xl/drawings/drawing1.xml': '<x',
        'xl/tables/table1.xml': '<table',
        'xl/comments1.xml': '<comments',
        'xl/theme/theme1.xml': '',
      }),
    ],
    [
      'with names of ranges that lead nowhere',
      edited([
        book,
        '</sheets>',
        '</sheets><definedNames><definedName name="x" localSheetId="9">#REF!</definedName></definedNames>',
      ]),
    ],
    [
      'with links, notes and tables whose parts are gone',
      edited([
        sheet,
        '</sheetData>',
        '</sheetData><hyperlinks><hyperlink ref="A2" r:id="rId7"/></hyperlinks><legacyDrawing r:id="rId8"/><tableParts count="1"><tablePart r:id="rId9"/></tableParts>',
      ]),
    ],
  ])('%s', async (_, change) => {
    expect(await readXlsx('x.xlsx', await changed(change))).toEqual([{name: 'Bevillinger', rows: read}])
  })

  it('keeps the name of its sheet', async () => {
    const named = edited([book, 'Bevillinger', 'A &amp; B &lt;&quot;1&quot;'])
    expect((await readXlsx('x.xlsx', await changed(named)))[0]?.name).toBe('A & B <"1"')
  })

  it('counts from 1904 where it says so', async () => {
    const from1904 = edited(
      [book, /<workbookPr[^>]*>/, '<workbookPr date1904="true"/>'],
      [sheet, /<v>46112<\/v>/, '<v>44650</v>'],
    )
    expect((await readXlsx('x.xlsx', await changed(from1904)))[0]?.rows).toEqual(read)
  })

  it.each([
    ['plain', '<c r="A2" t="inlineStr"><is><t>B-1</t></is></c>'],
    ['in runs', '<c r="A2" t="inlineStr"><is><r><t>B</t></r><r><t>-1</t></r></is></c>'],
    ['of a formula, among the shared ones', '<c r="A2" t="s"><f>"B-"&amp;1</f><v>4</v></c>'],
    ['of a formula, its own', '<c r="A2" t="str"><f>"B-"&amp;1</f><v>B-1</v></c>'],
  ])('holds texts %s', async (_, cell) => {
    const texted = edited([sheet, /<c r="A2".*?<\/c>/, cell])
    expect((await readXlsx('x.xlsx', await changed(texted)))[0]?.rows).toEqual(read)
  })

  it.each([
    ['Ida_x000D_\nHolm', 'Ida\r\nHolm'],
    ['a_x005F_x000D_b', 'a_x000D_b'],
    ['fil_x1_y', 'fil_x1_y'],
  ])('holds %j for %j', async (written, meant) => {
    const [, row] = (await readXlsx('x.xlsx', await changed(edited([texts, 'B-1', written]))))[0]?.rows ?? []
    expect(row?.cells[0]).toBe(meant)
  })

  it.each([
    ['of a formula that others share', '<c r="A2" t="s"><f t="shared" ref="A2:A3" si="0">B2</f><v>4</v></c>'],
    ['of an array formula', '<c r="A2" t="s"><f t="array" ref="A2">B2</f><v>4</v></c>'],
  ])('never takes the number of a shared text %s for its result', async (_, cell) => {
    const [found] = await readXlsx('x.xlsx', await changed(edited([sheet, /<c r="A2".*?<\/c>/, cell])))
    expect(found?.rows[1]?.cells[0]).toEqual({error: '4'})
  })

  it('reads a day whose type is written with spaces', async () => {
    const day = edited([sheet, /<c r="B2".*?<\/c>/, '<c r="B2" t = "d"><v>2026-03-31</v></c>'])
    expect((await readXlsx('x.xlsx', await changed(day)))[0]?.rows[1]?.cells[1]).toBe('2026-03-31')
  })

  it.each([
    ['a sheet', sheet],
    ['the texts', texts],
    ['the styles', 'xl/styles.xml'],
  ])('cannot be opened where %s is missing', async (_, part) => {
    const without = (parts: Parts): Parts => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part))
    await expect(readXlsx('x.xlsx', await changed(without))).rejects.toThrow('cut short or damaged')
  })

  it.each<[string, (parts: Parts) => Parts]>([
    ['a sheet', (parts) => ({...parts, [sheet]: '<worksheet><sheetData><row'})],
    ['the texts', (parts) => ({...parts, [texts]: '<sst><si>'})],
    ['the relations', (parts) => ({...parts, [bookRelations]: '<Relationships><Relationship'})],
    ['the sheets', (parts) => ({...parts, [book]: '<workbook><sheets>'})],
  ])('cannot be opened where %s breaks off', async (_, change) => {
    await expect(readXlsx('x.xlsx', await changed(change))).rejects.toThrow('cut short or damaged')
  })
})
