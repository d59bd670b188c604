/** `formats.md`, Reading tables: what the cells of a workbook hold, by kind. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import type ExcelJS from 'exceljs'
import JSZip from 'jszip'
import {describe, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import {readDate} from '../../src/normalise/dates.ts'
import {readXlsx} from '../../src/read/xlsx.ts'
import {excelDay, type SheetCell, xlsxOf} from '../builders/input-files.ts'

const formula = (text: string, result?: ExcelJS.CellFormulaValue['result']): SheetCell =>
  ({formula: text, ...(result === undefined ? {} : {result})}) as ExcelJS.CellFormulaValue

/** One cell in the second row of the one sheet. */
async function cellRead(value: SheetCell, numFmt?: string) {
  const bytes = await xlsxOf({Ark: [['Overskrift'], [value]]}, (sheet) => {
    if (numFmt) sheet.getCell('A2').numFmt = numFmt
  })
  const [sheet] = await readXlsx('x.xlsx', bytes)
  return sheet?.rows[1]?.cells[0]
}

describe('a cell', () => {
  it.each<[string, SheetCell, unknown]>([
    ['text', ' Bostedet\u00a0', 'Bostedet'],
    ['text that looks like a number', '0101901234', '0101901234'],
    ['a number', 1234.5, 1234.5],
    ['zero', 0, 0],
    ['a negative number', -0.05, -0.05],
    ['true', true, 'Ja'],
    ['false', false, 'Nej'],
    ['an error', {error: '#N/A'}, {error: '#N/A'}],
    ['rich text', {richText: [{text: ' Bo'}, {font: {bold: true}, text: 'stedet '}]}, 'Bostedet'],
    ['a link', {text: 'Bostedet', hyperlink: 'https://example.invalid'}, 'Bostedet'],
    ['a formula of text', formula('A1', 'Bostedet '), 'Bostedet'],
    ['a formula of a number', formula('1+1', 2), 2],
    ['a formula of zero', formula('1-1', 0), 0],
    ['a formula of true', formula('TRUE', true), 'Ja'],
    ['a formula of an error', formula('1/0', {error: '#DIV/0!'}), {error: '#DIV/0!'}],
  ])('with %s', async (_, value, read) => {
    expect(await cellRead(value)).toEqual(read)
  })

  it('with a link on rich text shows its text', async () => {
    const text = {richText: [{text: 'Bo'}, {text: 'stedet'}]} as unknown as string
    expect(await cellRead({text, hyperlink: 'https://example.invalid'})).toBe('Bostedet')
  })

  it.each([
    'dd-mm-yyyy',
    'dd/mm/yyyy',
    'DD.MM.YYYY',
    'd. mmmm yyyy',
    '[$-406]d. mmm yyyy;@',
    'yyyy-mm-dd',
    'dd-mm-yyyy hh:mm',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
  ])('with a day shown as %s', async (numFmt) => {
    expect(await cellRead(excelDay('2026-03-31'), numFmt)).toEqual({date: '2026-03-31'})
  })

  it.each(['2026-01-01', '2028-02-29', '2025-12-31', '1999-03-30', '9999-12-31'])('with the day %s', async (day) => {
    expect(await cellRead(excelDay(day), 'dd-mm-yyyy')).toEqual({date: day})
  })

  it('with a time of day is the day, up to its last second', async () => {
    expect(await cellRead(new Date('2026-03-31T00:00:01Z'), 'dd-mm-yyyy hh:mm:ss')).toEqual({date: '2026-03-31'})
    expect(await cellRead(new Date('2026-03-31T23:59:59Z'), 'dd-mm-yyyy hh:mm:ss')).toEqual({date: '2026-03-31'})
  })

  it('with a formula of a day', async () => {
    const day = excelDay('2026-03-31') as unknown as number
    expect(await cellRead(formula('TODAY()', day), 'dd-mm-yyyy')).toEqual({date: '2026-03-31'})
  })

  it.each(['#,##0.00 "kr."', '_-* #,##0.00 "kr."_-', '#,##0.00\\ [$kr.-406]', '0.00;[Red]-0.00', '0', '0.00%'])(
    'with a number shown as %s is no day',
    async (numFmt) => {
      expect(await cellRead(1234.5, numFmt)).toBe(1234.5)
    },
  )

  it('with a day that no calendar has is an error', async () => {
    expect(await cellRead(20_260_331, 'dd-mm-yyyy')).toEqual({error: '#DATE'})
  })

  it('keeps days as they are where the workbook counts from 1904', async () => {
    const bytes = await xlsxOf({Ark: [['Dag'], [excelDay('2026-03-31')]]}, (_, workbook) => {
      workbook.properties.date1904 = true
    })
    expect((await readXlsx('x.xlsx', bytes))[0]?.rows[1]?.cells).toEqual([{date: '2026-03-31'}])
  })
})

/** ISO 29500 gives a day a type of its own, which Excel writes in «Strict Open XML» and some programs everywhere. */
describe('a day written as text of its own type', () => {
  const typed = async (cell: string): Promise<Uint8Array> => {
    const bytes = await xlsxOf({
      Ark: [
        ['Dag', 'Tekst'],
        [excelDay('2020-01-01'), 't="d"'],
      ],
    })
    const zip = await JSZip.loadAsync(bytes)
    const path = 'xl/worksheets/sheet1.xml'
    const xml = (await zip.file(path)?.async('string')) ?? ''
    const style = /<c r="A2" s="(\d+)"/.exec(xml)?.[1] ?? ''
    zip.file(path, xml.replace(/<c r="A2".*?<\/c>/, cell.replace('STYLE', `s="${style}"`)))
    return zip.generateAsync({type: 'uint8array'})
  }

  it.each([
    ['in the form of a day', '<c r="A2" STYLE t="d"><v>2026-03-31</v></c>', '2026-03-31'],
    ['with a time', '<c r="A2" t="d" STYLE><v>2026-03-31T00:00:00.000</v></c>', '2026-03-31T00:00:00.000'],
    ['without a form', '<c t="d" r="A2"><v>2026-03-31</v></c>', '2026-03-31'],
    ['in single quotes', "<c r='A2' t='d'><v>2026-03-31</v></c>", '2026-03-31'],
    ['of a formula', '<c r="A2" STYLE t="d"><f>TODAY()</f><v>2026-03-31</v></c>', '2026-03-31'],
  ])('%s is that day, and never one of 1905', async (_, cell, read) => {
    const [sheet] = await readXlsx('x.xlsx', await typed(cell))
    expect(sheet?.rows[1]?.cells).toEqual([read, 't="d"'])
    expect(readDate(sheet?.rows[1]?.cells[0] ?? '')).toEqual({value: '2026-03-31'})
  })
})

describe('a formula without a result', () => {
  const rowsOf = async (rows: readonly (readonly SheetCell[])[]) =>
    (await readXlsx('x.xlsx', await xlsxOf({Ark: rows})))[0]?.rows.map(({cells}) => cells)

  it('is empty text where other formulas of the workbook have theirs', async () => {
    expect(
      await rowsOf([
        ['A', 'B'],
        [formula('1+1', 2), formula('IF(A2=2,"","x")')],
      ]),
    ).toEqual([
      ['A', 'B'],
      [2, ''],
    ])
  })

  it('cannot be read where no formula of the workbook was ever calculated', async () => {
    expect(
      await rowsOf([
        ['A', 'B'],
        ['x', formula('DATE(2026,12,31)')],
      ]),
    ).toEqual([
      ['A', 'B'],
      ['x', {error: '=DATE(2026,12,31)'}],
    ])
  })

  it('cannot be read where it is one of many that share a formula', async () => {
    const rows = await rowsOf([['A'], [formula('1+1')], [{sharedFormula: 'A2'} as ExcelJS.CellSharedFormulaValue]])
    expect(rows?.slice(1)).toEqual([[{error: expect.stringMatching(/^=/)}], [{error: expect.stringMatching(/^=/)}]])
  })
})

describe('rows and sheets', () => {
  it('are counted as a person counts them, and those that hold nothing are left out', async () => {
    const bytes = await xlsxOf({Ark: [['Titel'], [], ['  '], ['', 'b'], [], ['x', '', 'c']]}, (sheet) => {
      sheet.getRow(9).getCell(1).font = {bold: true}
    })
    expect((await readXlsx('x.xlsx', bytes))[0]?.rows).toEqual([
      {row: 1, cells: ['Titel']},
      {row: 4, cells: ['', 'b']},
      {row: 6, cells: ['x', '', 'c']},
    ])
  })

  it('come in the order of the tabs, hidden or not, filtered away or not', async () => {
    const bytes = await xlsxOf({B: [['b'], ['skjult']], A: [['a']], C: []}, (sheet) => {
      if (sheet.name === 'B') sheet.getRow(2).hidden = true
      if (sheet.name === 'A') sheet.state = 'hidden'
    })
    expect((await readXlsx('x.xlsx', bytes)).map(({name, rows}) => [name, rows.length])).toEqual([
      ['B', 2],
      ['A', 1],
      ['C', 0],
    ])
  })

  it('are read with notes, filters, panes, merged titles, colours by rule, and lists over whole columns', async () => {
    const started = performance.now()
    const bytes = await xlsxOf({Ark: [['Titel'], ['A', 'B'], ['1', '2']]}, (sheet) => {
      sheet.mergeCells('A1:B1')
      sheet.getCell('A3').note = 'Set'
      sheet.autoFilter = 'A2:B3'
      sheet.views = [{state: 'frozen', ySplit: 2}]
      sheet.addConditionalFormatting({
        ref: 'A3:A9',
        rules: [{type: 'expression', priority: 1, formulae: ['A3="1"'], style: {font: {bold: true}}}],
      })
      type Validations = {readonly add: (at: string, what: ExcelJS.DataValidation) => void}
      const {dataValidations} = sheet as unknown as {dataValidations: Validations}
      for (const column of ['B', 'C', 'D', 'E', 'F', 'G'])
        dataValidations.add(`${column}3:${column}1048576`, {type: 'list', allowBlank: true, formulae: ['"1,2,3"']})
    })
    expect((await readXlsx('x.xlsx', bytes))[0]?.rows.map(({cells}) => cells)).toEqual([
      ['Titel', 'Titel'],
      ['A', 'B'],
      ['1', '2'],
    ])
    // Some 20 seconds where every cell of the lists is read.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('stops at', () => {
  it.each([
    ['a workbook that is cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 100)],
    [
      'a workbook with other bytes inside',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at > 60 && at < 900 ? 0x41 : byte)),
    ],
  ])('%s', async (_, spoil) => {
    const bytes = spoil(await xlsxOf({Ark: [['A'], ['1']]}))
    await expect(readXlsx('x.xlsx', bytes)).rejects.toThrow(InputError)
    await expect(readXlsx('x.xlsx', bytes)).rejects.toThrow(/^x\.xlsx: The workbook cannot be opened/)
  })
})

it('reads a workbook that LibreOffice saved', async () => {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures/saved-by-libreoffice.xlsx'))
  const [guide, grants] = await readXlsx('saved-by-libreoffice.xlsx', bytes)
  expect(guide?.rows).toHaveLength(2)
  expect(grants?.rows.map(({row}) => row)).toEqual([1, 4, 5, 6, 7, 8])
  const [, , first, second, third, fourth] = grants?.rows.map(({cells}) => cells.slice(0, 14)) ?? []
  const [from, to] = [{date: '2026-01-01'}, {date: '2026-12-31'}]
  expect(first).toEqual([
    'G1',
    6101901234,
    12345674,
    'Bostedet',
    107,
    'Botilbud',
    45_250.5,
    'Måned',
    1,
    from,
    to,
    'Voksne',
    'Privat',
    'Aktiv',
  ])
  expect(second?.slice(6, 11)).toEqual([90_501, 'pr. døgn', '', {date: '2026-02-01'}, ''])
  expect(third?.slice(6, 11)).toEqual(['1.234,50', 'dagspris', 0.5, '01-02-2026', '28/02/2026'])
  expect(fourth?.slice(1, 3)).toEqual([101_575_678, 60_402_043])
})
