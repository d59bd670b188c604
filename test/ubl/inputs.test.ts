/** What `--invoices` takes: XML files, folders, zips and tables, mixed in one run. */
import {describe, expect, it} from 'vitest'
import {csvBytes, xlsxBytes} from '../../samples/generator/files.ts'
import {InputError} from '../../src/model/input-error.ts'
import {anXml, type Fields} from '../builders/e-invoices.ts'
import {runFiles, zipOf} from './run-files.ts'

const march = {note: '610190-1234', lines: [{period: ['2026-03-01', '2026-03-31'] as const}]}
const bill = (fields: Fields = {}): string => anXml({...march, ...fields})
const table =
  'Fakturanummer;Linje;Fakturadato;CVR-nummer;CPR-nummer;Beløb;Periode fra;Periode til;Tekst\nT-1;1;01-04-2026;12345674;610190-1234;1.000,00;01-02-2026;28-02-2026;Botilbud\n'
const kinds = ({inputs}: {inputs: readonly {name: string; kind: string; rows: number}[]}): string[] =>
  inputs
    .filter(({kind}) => kind === 'invoices' || kind === 'skipped')
    .map(({name, kind, rows}) => `${kind} ${name} ${rows}`)

describe('what is read', () => {
  it('one XML file, posted as a row of a table would be', async () => {
    const {report, paid} = await runFiles({'f.xml': bill()})
    expect(report).toMatchObject({received: {invoices: 1, lines: 1, amount: '1000.00'}, posted: {invoices: 1}})
    expect(paid).toMatchObject([{'Bevillings-id': 'G1', Beløb: '1000,00', Fakturanummer: 'F-1'}])
    expect(kinds(report)).toEqual(['invoices f.xml 1'])
  })

  it('XML whatever its name, and names its file and line in the exceptions', async () => {
    const lines = [{note: '610190-1234'}, {note: '610190-1234', net: '5'}]
    const {exceptions} = await runFiles({'faktura.txt': bill({payable: '1005', lines})})
    expect(exceptions.map(({Kilde, Række, Linje}) => [Kilde, Række, Linje])).toEqual([
      ['faktura.txt', '1', '1'],
      ['faktura.txt', '2', '2'],
    ])
  })

  it('a folder with subfolders: tables and XML together; what is neither is named as skipped', async () => {
    const {report} = await runFiles(
      {
        'in/a.xml': bill(),
        'in/sub/deep/b.xml': bill({id: 'F-2', root: 'CreditNote'}),
        'in/table.csv': table,
        'in/sub/brev.pdf': '%PDF-1.7\n"1 0 obj\n',
        'in/note.txt': 'Husk "kage\ntil mødet\n',
        'in/answer.xml':
          '<ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"/>',
        'in/page.html': '<!DOCTYPE html><html><body><br></body></html>',
        'in/mail.msg': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
        'in/letter.docx': await zipOf({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>'}),
        'in/tom': '',
        'in/.hidden.xml': '<a',
      },
      ['in'],
    )
    expect(kinds(report)).toEqual([
      'invoices a.xml 1',
      'invoices b.xml 1',
      'invoices table.csv 1',
      'skipped answer.xml 0',
      'skipped brev.pdf 0',
      'skipped letter.docx 0',
      'skipped mail.msg 0',
      'skipped note.txt 0',
      'skipped page.html 0',
      'skipped tom 0',
    ])
    expect(report.received).toMatchObject({invoices: 3, lines: 3})
  })

  it('a zip: XML, tables and workbooks in it, beside other files', async () => {
    const headers = (table.split('\n')[0] ?? '').split(';')
    const cells = (table.split('\n')[1] ?? '').replace('T-1', 'T-2').split(';')
    const sheet = await xlsxBytes({headers, rows: [cells.map((text) => ({kind: 'text' as const, text}))]}, 'Ark')
    const zip = await zipOf({
      'uge 14/a.xml': bill(),
      'uge 14/table.csv': table,
      'sheet.xlsx': sheet,
      'readme.txt': 'x',
      '__MACOSX/._a.xml': '<a',
      'folder/': '',
    })
    const {report} = await runFiles({'bills.zip': zip, 'c.xml': bill({id: 'F-3'})})
    expect(kinds(report)).toEqual([
      'invoices a.xml 1',
      'invoices c.xml 1',
      'invoices sheet.xlsx 1',
      'invoices table.csv 1',
      'skipped readme.txt 0',
    ])
  })

  it('the document number is in the name within the zip', async () => {
    const zip = await zipOf({'uge/5100200000_F-1.xml': bill()})
    const {paid} = await runFiles({'z.zip': zip}, ['z.zip'], {xmlDocumentNumber: '^(\\d{10})_'})
    expect(paid).toMatchObject([{Bilagsnummer: '5100200000'}])
  })

  it('a zip that holds no invoice, beside one that is given: what is in it is named', async () => {
    const {report} = await runFiles({'f.xml': bill(), 'x.zip': await zipOf({'a.txt': 'x'})})
    expect(kinds(report)).toEqual(['invoices f.xml 1', 'skipped a.txt 0'])
  })

  it('nothing at all stops the run, and so does a document of another program given by itself', async () => {
    const letter = await zipOf({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>'})
    await expect(runFiles({'letter.docx': letter})).rejects.toThrow(InputError)
    await expect(runFiles({'sheet.odt': await zipOf({mimetype: 'x', 'content.xml': '<x/>'})})).rejects.toThrow(
      InputError,
    )
    await expect(runFiles({'in/a.txt': 'x'}, ['in'])).rejects.toThrow('none is an e-invoice')
    await expect(runFiles({'z.zip': await zipOf({})})).rejects.toThrow('none is an e-invoice')
  })
})

describe('a workbook of another format, among which invoices may stand', () => {
  const sheet = (kind: string) =>
    zipOf({mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>'}, 'STORE')
  const binary = () => zipOf({'[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x'})

  it.each([
    ['an .ods in a folder', {'in/a.ods': sheet('spreadsheet')}, 'in'],
    ['an .xlsb in a folder', {'in/a.xlsb': binary()}, 'in'],
    ['an .ods in a zip', {'z.zip': sheet('spreadsheet').then((inner) => zipOf({'a.ods': inner}))}, 'z.zip'],
  ])('%s stops the run', async (_, files, given) => {
    const made = Object.entries(files).map(async ([name, bytes]) => [name, await bytes] as const)
    const all = {...Object.fromEntries(await Promise.all(made)), 'f.xml': bill()}
    await expect(runFiles(all, ['f.xml', given])).rejects.toThrow('is no workbook in the .xlsx format')
  })

  it('is told apart from a letter, which is skipped', async () => {
    const {report} = await runFiles({'in/a.odt': await sheet('text'), 'f.xml': bill()}, ['f.xml', 'in'])
    expect(kinds(report)).toEqual(['invoices f.xml 1', 'skipped a.odt 0'])
  })
})

describe('what is refused', () => {
  it('in a folder, is one exception of amount 0, and the others are handled', async () => {
    const {report, exceptions} = await runFiles(
      {
        'in/bad.xml': bill().slice(0, 700),
        'in/dtd.xml': `<!DOCTYPE x>${bill({before: ''})}`,
        'in/empty.xml': '',
        'in/good.xml': bill(),
      },
      ['in'],
    )
    expect(report).toMatchObject({
      received: {invoices: 4, lines: 4, amount: '1000.00'},
      posted: {invoices: 1, amount: '1000.00'},
      exceptions: {invoices: 3, lines: 3, amount: '0.00'},
      reasons: {ROW_INVALID: 3},
    })
    expect(exceptions.map(({Kode, Kilde, Række, Beløb}) => [Kode, Kilde, Række, Beløb]).toSorted()).toEqual([
      ['ROW_INVALID', 'bad.xml', '1', '0,00'],
      ['ROW_INVALID', 'dtd.xml', '1', '0,00'],
      ['ROW_INVALID', 'empty.xml', '1', '0,00'],
    ])
    for (const {Forslag} of exceptions) expect(Forslag).toMatch(/XML/)
  })

  it('given by itself, something else than an invoice is refused too', async () => {
    const {report} = await runFiles({'r.xml': '<Reminder xmlns="urn:x"/>'})
    expect(report).toMatchObject({received: {invoices: 1, lines: 1}, reasons: {ROW_INVALID: 1}})
  })

  it('is listed with its place among the row errors', async () => {
    const {read} = await runFiles({'f.xml': bill({issued: '31-03-2026', lines: [{}, {net: 'x'}]})})
    expect(read.rowErrors).toEqual([
      {
        source: {file: 'f.xml', row: 1},
        table: 'invoices',
        problems: [{column: 'IssueDate', value: '31-03-2026', expected: 'xmlDate'}],
      },
      {
        source: {file: 'f.xml', row: 2},
        table: 'invoices',
        problems: [{column: 'LineExtensionAmount', value: 'x', expected: 'xmlAmount'}],
      },
    ])
  })
})

describe('documents that come more than once', () => {
  const second = (reasons: Readonly<Record<string, number>>, repeatedRows: number) => ({
    received: {invoices: repeatedRows === 0 ? 2 : 1},
    posted: {invoices: 1},
    reasons,
    repeatedRows,
  })

  it('equal in every field, are read once, in whatever form they are packed', async () => {
    const {report} = await runFiles({
      'a.xml': bill(),
      'b.xml': `${bill()}\n<!-- again -->`,
      'z.zip': await zipOf({'c.xml': bill()}),
    })
    expect(report).toMatchObject(second({}, 2))
    expect(kinds(report)).toEqual(['invoices a.xml 1', 'invoices b.xml 1', 'invoices c.xml 1'])
  })

  it('equal to a table’s invoice, are read once', async () => {
    const rows = [{...csvRow, Tekst: 'Botilbud: 610190-1234'}]
    const {report} = await runFiles({'a.xml': bill(), 'b.csv': csvOf(rows)})
    expect(report).toMatchObject(second({}, 1))
  })

  it('unlike in any field, never join: the second is a duplicate', async () => {
    for (const other of [
      {'b.xml': bill({note: '610190-1234 igen'})},
      {'b.xml': bill({lines: [{period: ['2026-02-01', '2026-02-28']}]})},
      {'b.csv': csvOf([{...csvRow, Tekst: 'Botilbud'}])},
      {
        'b.csv': csvOf([
          {...csvRow, Tekst: 'Botilbud: 610190-1234'},
          {...csvRow, Linje: '2'},
        ]),
      },
    ] as const) {
      const {report} = await runFiles({'a.xml': bill(), ...other})
      expect(report).toMatchObject(second({DUPLICATE_INVOICE: 1}, 0))
    }
  })

  it('unlike only in what cannot be read, are two all the same', async () => {
    const due = (day: string): string => bill({more: `<cbc:DueDate>${day}</cbc:DueDate>`})
    const {report} = await runFiles({'a.xml': due('i morgen'), 'b.xml': due('straks')})
    expect(report).toMatchObject({received: {invoices: 2}, reasons: {ROW_INVALID: 2}, repeatedRows: 0})
  })

  it('of one document number, never join either: the second is a duplicate', async () => {
    const files = {'51_a.xml': bill(), '51_b.xml': bill({id: 'F-2'}), '52_c.xml': bill({id: 'F-3'})}
    const {report, paid} = await runFiles(files, Object.keys(files), {xmlDocumentNumber: '^(\\d+)_'})
    expect(report).toMatchObject({received: {invoices: 3}, posted: {invoices: 1}})
    expect(report.reasons).toEqual({DUPLICATE_INVOICE: 1, PERIOD_ALREADY_PAID: 1})
    expect(paid).toMatchObject([{Bilagsnummer: '51', Fakturanummer: 'F-1'}])
  })

  it('give the same verdicts in whatever order and under whatever names they come', async () => {
    const [one, two] = [bill(), bill({note: '610190-1234 igen'})]
    const outcomeOf = async (files: Readonly<Record<string, string>>) => {
      const {exceptions, paid} = await runFiles(files)
      return JSON.stringify([exceptions.map(({Kilde: _, ...row}) => row), paid])
    }
    expect(await outcomeOf({'a.xml': one, 'b.xml': two})).toBe(await outcomeOf({'a.xml': two, 'b.xml': one}))
  })
})

const csvRow = {
  Fakturanummer: 'F-1',
  Linje: '1',
  Fakturadato: '01-04-2026',
  'CVR-nummer': '12345674',
  'CPR-nummer': '610190-1234',
  Beløb: '1000,00',
  'Periode fra': '01-03-2026',
  'Periode til': '31-03-2026',
  Tekst: '',
}

function csvOf(rows: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const headers = Object.keys(csvRow)
  return csvBytes({
    headers,
    rows: rows.map((row) => headers.map((header) => ({kind: 'text', text: row[header] ?? ''}))),
  })
}
