/** `formats.md`, Reading tables: the delimiter from the header line, RFC 4180 quoting, LF or CRLF. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {InputError} from '../../src/model/input-error.ts'
import {longestCell} from '../../src/read/cell.ts'
import {type HeaderTest, readCsv} from '../../src/read/csv.ts'
import {csvOf, encoded, encodings} from '../builders/input-files.ts'

const wanted = ['Nummer', 'Beløb', 'Tekst']
const isHeader: HeaderTest = (headers) => {
  const found = wanted.filter((name) => headers.includes(name)).length
  return {found, isWhole: found === wanted.length}
}
const read = (text: string) => readCsv('x.csv', encoded(text, 'utf-8'), isHeader).rows
const cellsOf = (text: string) => read(text).map(({cells}) => cells)

describe.each([
  ['semicolon', ';'],
  ['comma', ','],
  ['tab', '\t'],
])('delimiter %s', (_, delimiter) => {
  it('is found from the header line', () => {
    const rows = [wanted, ['1', '1.234,50', 'a']]
    expect(cellsOf(csvOf(rows, {delimiter}))).toEqual(rows)
  })

  it('is found however often the others stand in titles and rows', () => {
    const titles = 'Udtræk, dannet; af\tet, andet; system;;;;\n'
    const rows = [wanted, ['1', 'a;b;c;d,e,f,g\t\t\t\tx', 'x']]
    expect(cellsOf(titles + csvOf(rows, {delimiter}))).toEqual(rows)
  })

  it('is found where every header is quoted', () => {
    const rows = [wanted, ['1', '2', '3']]
    expect(cellsOf(csvOf(rows, {delimiter, quoteAll: true}))).toEqual(rows)
  })
})

describe('quoting', () => {
  it('keeps delimiters, quotes and line breaks inside a field', () => {
    expect(cellsOf('Nummer;Beløb;Tekst\n1;"1;5";"Botilbud ""Solen""\nmarts"\n')).toEqual([
      wanted,
      ['1', '1;5', 'Botilbud "Solen"\nmarts'],
    ])
  })

  it.each([
    ['a quote inside a field that is not quoted', '1;2;Botilbud "Solen"'],
    ['text after a closing quote', '1;2;"a"b'],
    ['a quote that is never closed', '1;2;"a\n2;3;b\n3;4;c'],
  ])('stops at %s, and says where its row begins', (_, row) => {
    const text = `Titel\nNummer;Beløb;Tekst\n9;9;"9\n9"\n${row}\n`
    expect(() => read(text)).toThrow(InputError)
    expect(() => read(text)).toThrow(/^x\.csv:5: .*quote/)
  })
})

describe('rows', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('end with %s, and are counted as lines of the file', (_, newline) => {
    const text = ['Titel', '', 'Nummer;Beløb;Tekst', '1;2;3', '', '2;3;"a\nb"', '3;4;5'].join(newline)
    expect(read(text).map(({row, cells}) => [row, cells[0]])).toEqual([
      [3, 'Nummer'],
      [4, '1'],
      [6, '2'],
      [8, '3'],
    ])
  })

  it.each([
    ['with', '1;2;3\n'],
    ['without', '1;2;3'],
  ])('end %s a line break after the last', (_, last) => {
    expect(cellsOf(`Nummer;Beløb;Tekst\n${last}`)).toEqual([wanted, ['1', '2', '3']])
  })

  it('that hold nothing are left out', () => {
    expect(cellsOf('Nummer;Beløb;Tekst\n;;\n  ;\t; \n\n1;2;3\n')).toEqual([wanted, ['1', '2', '3']])
  })

  it('may be shorter or longer than the header', () => {
    expect(cellsOf('Nummer;Beløb;Tekst\n1\n1;2;3;4\n')).toEqual([wanted, ['1'], ['1', '2', '3', '4']])
  })

  it.each([
    ['"=""0101901234"""', '0101901234'],
    ['"="" 1 """', '1'],
    ['"="""""', ''],
    ['"=""a""""b"""', '="a""b"'],
    ['=1+1', '=1+1'],
    ['"=""1""&2"', '="1"&2'],
  ])('hold text that a program has kept from being a number as a spreadsheet shows it: %s', (written, shown) => {
    expect(cellsOf(`Nummer;Beløb;Tekst\nA;1;${written}\n`)[1]).toEqual(['A', '1', shown])
  })

  it('have no spaces around their cells, hard ones neither', () => {
    expect(cellsOf('Nummer;Beløb;Tekst\n 1 ;\u00a02\u00a0;" 3 "\n')[1]).toEqual(['1', '2', '3'])
  })
})

describe('the header row', () => {
  it('stands below the line by which Excel is told the delimiter', () => {
    expect(cellsOf('sep=;\r\nNummer;Beløb;Tekst\r\n1;2;3\r\n')).toEqual([wanted, ['1', '2', '3']])
  })

  it.each([
    [19, true],
    [20, false],
  ])('is found below %i lines of titles: %s', (titles, isFound) => {
    const text = `${'Titel\n'.repeat(titles)}Nummer,Beløb,Tekst\n1,2,3\n`
    expect(cellsOf(text).at(0)?.length === 3).toBe(isFound)
  })

  it('is the most likely line where none is whole, so that the message can name what was found', () => {
    expect(cellsOf('Udtræk\nNummer,Beløb,Andet\n1,2,3\n')[0]).toEqual(['Nummer', 'Beløb', 'Andet'])
  })
})

it(`stops at a field of more than ${longestCell} characters`, () => {
  expect(cellsOf(`Nummer;Beløb;Tekst\n1;2;${'x'.repeat(longestCell)}\n`)[1]?.[2]).toHaveLength(longestCell)
  expect(() => read(`Nummer;Beløb;Tekst\n1;2;${'x'.repeat(longestCell + 1)}\n`)).toThrow(
    /^x\.csv:2: Field no\. 3 holds over/,
  )
})

it('gives the same rows in every encoding, with every delimiter, line break and quoting', () => {
  const letters = [...'abæøåÆØÅé§€–1230 .,;\t"-/'].map((letter) => fc.constant(letter))
  const cell = fc.string({unit: fc.oneof(...letters), maxLength: 12}).map((text) => text.trim())
  const row = fc.tuple(fc.integer({min: 1, max: 99}).map(String), cell, cell)
  fc.assert(
    fc.property(
      fc.array(row, {maxLength: 8}),
      fc.constantFrom(...encodings),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (rows, encoding, delimiter, newline, quoteAll) => {
        const text = csvOf([wanted, ...rows], {delimiter, newline, quoteAll})
        const sheet = readCsv('x.csv', encoded(text, encoding), isHeader)
        expect(sheet.rows).toEqual([wanted, ...rows].map((cells, at) => ({row: at + 1, cells})))
      },
    ),
  )
})
