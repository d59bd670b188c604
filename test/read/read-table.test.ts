/** `formats.md`, Reading tables: a file is known by its content, and its table found under titles and on any sheet. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import type {TableKind} from '../../src/model/tables/tables.ts'
import type {SiteHeaders} from '../../src/read/columns.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, encoded, encodings, fileOf, type SheetCell, xlsxOf} from '../builders/input-files.ts'

const headers = ['Fakturanummer', 'Fakturadato', 'CVR-nummer', 'Beløb', 'Tekst']
const row = ['F1', '31-03-2026', '12345674', '1.234,50', 'Botilbud marts 2026']

const read = (content: string | Uint8Array, kind: TableKind = 'invoices', site: SiteHeaders = {}) =>
  readTable(kind, fileOf('fil', content), site)
const sheets = async (rows: Readonly<Record<string, readonly (readonly SheetCell[])[]>>) => read(await xlsxOf(rows))

describe('a table', () => {
  it('names the later sheets that have the columns and rows too', async () => {
    const sheets = {Noter: [['Kage']], I2026: [headers, row], I2025: [['Titel'], headers, row], Tom: [headers]}
    const table = await readTable('invoices', fileOf('x.xlsx', await xlsxOf(sheets)), {})
    expect(table).toMatchObject({sheet: 'I2026', unreadSheets: ['I2025']})
  })

  it('carries its file, its columns as the file has them, and its rows with their numbers', async () => {
    const table = await read(csvOf([headers, row]))
    expect(table).toMatchObject({kind: 'invoices', file: 'fil', sheet: null, width: 5, rows: [{row: 2, cells: row}]})
    expect(table.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(table.columns.get('amount')).toEqual({index: 3, header: 'Beløb'})
  })

  it('is known by its content, whatever the file is called', async () => {
    const bytes = await xlsxOf({Ark: [headers, row]})
    const named = await readTable('invoices', fileOf('regninger.csv', bytes), {})
    const other = await readTable('invoices', fileOf('regninger.xlsx', csvOf([headers, row])), {})
    expect(named.rows).toEqual(other.rows)
  })

  it('has its headers as the site calls them', async () => {
    const table = await read(
      csvOf([
        ['Udbetalt', ...headers],
        ['1', ...row],
      ]),
      'invoices',
      {amount: ['Udbetalt']},
    )
    expect(table.columns.get('amount')?.index).toBe(0)
  })
})

describe('a workbook', () => {
  it('has the table on the first sheet whose header holds the required columns', async () => {
    const table = await sheets({
      Forside: [
        ['Fakturanummer', 'Beløb'],
        ['F0', '1'],
      ],
      Data: [headers, row],
      Kopi: [headers, ['F2', ...row.slice(1)]],
    })
    expect(table).toMatchObject({sheet: 'Data', rows: [{row: 2, cells: row}]})
  })

  it.each([
    [1, true],
    [19, true],
    [20, false],
  ])('has the header below %i rows of titles: %s', async (titles, isFound) => {
    const reading = sheets({Data: [['Titel'], ...Array.from({length: titles - 1}, () => []), headers, row]})
    if (isFound) expect((await reading).rows).toEqual([{row: titles + 2, cells: row}])
    else await expect(reading).rejects.toThrow('«Fakturanummer»')
  })

  it('has rows that end before the header does, and cells beyond it', async () => {
    const table = await sheets({Data: [headers, row.slice(0, 4), [...row, 'note']]})
    expect(table).toMatchObject({width: 5, rows: [{cells: row.slice(0, 4)}, {cells: [...row, 'note']}]})
  })
})

describe('a text file', () => {
  it('has the header below titles, and rows counted from the top of the file', async () => {
    const table = await read(`Udtræk fra økonomisystemet\r\n\r\n${csvOf([headers, row])}`)
    expect(table.rows).toEqual([{row: 4, cells: row}])
  })
})

describe('stops at', () => {
  const fails = (content: string | Uint8Array, message: RegExp, kind: TableKind = 'invoices') =>
    expect(read(content, kind)).rejects.toThrow(message)

  it('a missing column, with the column, the file and the headers found', async () => {
    const without = [headers, row].map((cells) => cells.filter((_, at) => at !== 3))
    const message = /^fil: A column is missing: «Beløb»\. Found: «Fakturanummer», «Fakturadato», «CVR-nummer», «Tekst»/
    await fails(csvOf(without), message)
    await fails(csvOf(without, {delimiter: ','}), message)
    await fails(await xlsxOf({Data: [['Titel'], ...without]}), message)
  })

  it('several aliases and nothing better, all of them named', async () => {
    const text = csvOf([['Dato', 'Bilagsdato', ...headers.filter((name) => name !== 'Fakturadato')], row])
    await fails(text, /Fakturadato: «Dato», «Bilagsdato»/)
  })

  it('a header without rows, but for what people booked', async () => {
    await fails(csvOf([headers]), /^fil: The file has a header and no rows/)
    const booked = ['CVR-nummer', 'CPR-nummer', 'Fakturanummer', 'Beløb', 'Periode fra', 'Periode til']
    expect((await read(csvOf([booked]), 'booked')).rows).toEqual([])
  })

  it('an empty file', () => fails('', /^fil: The file is empty/))

  it('a file with titles and nothing else', () => fails('Udtræk\n\nDannet 31-03-2026\n', /missing: .*Found: «Udtræk»/))

  it('a workbook without a filled cell', async () => fails(await xlsxOf({Ark1: []}), /missing: .*Found: –/))

  it('an old .xls, or a workbook with a password', () =>
    fails(
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      /^fil: The file is an old \.xls, or has a password/,
    ))

  it('a zip that is cut short', async () =>
    fails((await xlsxOf({A: [headers, row]})).slice(0, 300), /^fil: The workbook/))

  it('nothing else than an InputError, so that the run ends with its own exit code', async () => {
    for (const content of ['', 'x', Uint8Array.of(0), Uint8Array.of(0x50, 0x4b, 3, 4), '"', ';;;\n;;;'])
      await expect(read(content), JSON.stringify(content)).rejects.toThrow(InputError)
  })
})

it('gives the same table from CSV in every encoding, delimiter, line break and quoting, and from a workbook', async () => {
  const letters = [...'abæøåÆØÅ§€–130 .,;"\n'].map((letter) => fc.constant(letter))
  const cell = fc.string({unit: fc.oneof(...letters), maxLength: 12}).map((text) => text.trim())
  const rows = fc.array(
    fc.tuple(
      cell,
      cell,
      cell,
      cell,
      cell.map((text) => `x${text}`),
    ),
    {minLength: 1, maxLength: 6},
  )
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(...encodings),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (cells, encoding, delimiter, newline, quoteAll) => {
        const text = csvOf([headers, ...cells], {delimiter, newline, quoteAll})
        const table = await read(encoded(text, encoding))
        const [{rows: fromSheet}, {rows: plain, columns}] = [
          await sheets({Ark: [headers, ...cells]}),
          await read(csvOf([headers, ...cells])),
        ]
        expect(table.columns).toEqual(columns)
        expect(table.rows).toEqual(plain)
        const padded = (row: readonly unknown[]) => Array.from({length: headers.length}, (_, at) => row[at] ?? '')
        expect(fromSheet.map((each) => padded(each.cells))).toEqual(plain.map((each) => padded(each.cells)))
      },
    ),
    {numRuns: 60},
  )
})

it('finds the grants in a workbook that LibreOffice saved, under a title on the second sheet', async () => {
  const table = await read(readFileSync(join(import.meta.dirname, 'fixtures/saved-by-libreoffice.xlsx')), 'grants')
  expect(table.rows.map(({row: at}) => at)).toEqual([5, 6, 7, 8])
  expect(table.columns.size).toBe(16)
})
