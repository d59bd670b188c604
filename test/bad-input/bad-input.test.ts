/**
 * Files that cannot be used, one of each kind, through the whole command: the message is clear (what, where, what to
 * do), the exit code is 2, and nothing at all has been written.
 */
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import ExcelJS from 'exceljs'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import Match from '../../src/commands/match.ts'
import {runCommand} from '../commands/run-command.ts'
import {zipOf} from '../ubl/run-files.ts'

const good = join(import.meta.dirname, '../reasons/AMOUNT_MISMATCH/input')
const header = 'Bilagsnummer;Fakturanummer;Fakturadato;CVR-nummer;CPR-nummer;Beløb;Periode fra;Periode til;Tekst'
const row = 'B-1;F-1;02-04-2026;12345674;610190-1234;1.200,00;01-03-2026;31-03-2026;Botilbud'

let folder = ''
beforeEach(async () => {
  // What is wrong with bills.yaml is told before its language is known.
  vi.stubEnv('LC_ALL', 'da_DK.UTF-8')
  folder = await mkdtemp(join(tmpdir(), 'bills-bad-'))
  await cp(good, folder, {recursive: true})
  await write('bills.yaml', `language: da\n${await readFile(join(good, 'bills.yaml'), 'utf8')}`)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  process.exitCode = undefined
  await rm(folder, {recursive: true, force: true})
})

const write = (name: string, content: string | Uint8Array): Promise<void> => writeFile(join(folder, name), content)

type Told = {readonly exit: number; readonly message: string; readonly written: readonly string[]}

/** Runs on the folder's files, some of them given under another path; the message is without the folder. */
async function matched(paths: Readonly<Record<string, string>> = {}): Promise<Told> {
  const before = new Set(await readdir(folder, {recursive: true}))
  const given = {invoices: 'invoices.csv', grants: 'grants.csv', mapping: 'mapping.csv', config: 'bills.yaml', ...paths}
  const flags = Object.entries(given).flatMap(([flag, name]) => [`--${flag}`, join(folder, name)])
  const {exit, stderr, stdout} = await runCommand(Match, ...flags)
  expect(stdout).toBe('')
  const message = stderr.slice(stderr.lastIndexOf('Fejl: ')).replaceAll(`${folder}/`, '').trim()
  return {exit, message, written: (await readdir(folder, {recursive: true})).filter((name) => !before.has(name))}
}

async function workbookOf(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Fakturaer').addRows(rows.map((cells) => [...cells]))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const cells = (line: string): string[] => line.split(';')

type Content = string | Uint8Array
type Case = readonly [kind: string, file: string, content: () => Promise<Content> | Content]

const cases: readonly Case[] = [
  ['an empty file', 'invoices.csv', () => ''],
  ['spaces and line ends alone', 'invoices.csv', () => ' \r\n\r\n'],
  ['a header and no rows', 'invoices.csv', () => `${header}\r\n`],
  [
    'a register without a row',
    'grants.csv',
    async () => `${(await readFile(join(good, 'grants.csv'), 'utf8')).split('\n')[0]}\n`,
  ],
  ['a missing column', 'invoices.csv', () => `${header.replace('Beløb;', '')}\n${row.replace('1.200,00;', '')}\n`],
  [
    'a missing column of the support sheet',
    'mapping.csv',
    () => 'Paragraf;Ejerforhold;Art;PSP-element\n107;*;45000000;XG-5038500001-00001\n',
  ],
  [
    'two columns by their alias',
    'invoices.csv',
    () => `${header.replace('Beløb', 'Linjebeløb;Beløb i DKK')}\n${row.replace('1.200,00', '1,00;1,00')}\n`,
  ],
  ['binary rubbish', 'invoices.csv', () => Uint8Array.from({length: 4000}, (_, at) => (at * 7919 + 13) % 256)],
  ['a picture', 'grants.csv', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['a PDF', 'invoices.csv', () => '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
  ['a truncated workbook', 'invoices.csv', async () => (await workbookOf([cells(header), cells(row)])).slice(0, 2500)],
  [
    'a zip that is no workbook',
    'invoices.csv',
    () => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...Array.from({length: 60}, () => 7)]),
  ],
  [
    'an .ods workbook',
    'grants.csv',
    () => zipOf({mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document/>'}),
  ],
  [
    'an .xlsb workbook',
    'invoices.csv',
    () => zipOf({'[Content_Types].xml': '<Types/>', 'xl/workbook.bin': '\u0001', 'xl/worksheets/sheet1.bin': '\u0001'}),
  ],
  ['a letter in .docx', 'grants.csv', () => zipOf({'[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:p/>'})],
  ['an old .xls', 'grants.csv', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ['a workbook without the columns', 'invoices.csv', () => workbookOf([['Notat'], ['Husk kage']])],
  ['another delimiter', 'invoices.csv', () => `${header}\n${row}\n`.replaceAll(';', '|')],
  [
    'two encodings in one file',
    'invoices.csv',
    () => Buffer.concat([Buffer.from(`${header}\n`), latin(`${row.replace('Botilbud', 'Døgn på Østergård')}\n`)]),
  ],
  [
    'half a quote',
    'invoices.csv',
    () =>
      `${header}\n${row}\n${row.replace('B-1', 'B-2').replace('Botilbud', '"Botilbud')}\n${row.replace('B-1', 'B-3')}\n`,
  ],
  ['a quote within a field', 'invoices.csv', () => `${header}\n${row.replace('Botilbud', 'Botilbud "Ask"')}\n`],
  [
    'a cell of a million characters',
    'invoices.csv',
    () => `${header}\n${row}\n${row.replace('Botilbud', 'x'.repeat(1_000_000))}\n`,
  ],
  [
    'a cell of a million characters in a workbook',
    'invoices.csv',
    () => workbookOf([cells(header), cells(row.replace('Botilbud', 'x'.repeat(1_000_000)))]),
  ],
  [
    'a grant row that could be anyone’s',
    'grants.csv',
    async () =>
      `${await readFile(join(good, 'grants.csv'), 'utf8')}G-2;;;X;107;Botilbud;1,00;Måned;01-01-2025;;Voksne;Privat;\n`,
  ],
  [
    'a mapping row without a paragraph',
    'mapping.csv',
    async () => `${await readFile(join(good, 'mapping.csv'), 'utf8')};*;*;45000000;XG-5038500001-00001\n`,
  ],
  ['settings that are no YAML', 'bills.yaml', () => 'language: da\nopus: [contraAccount: "1"\nperiods: }\n'],
  ['settings that are a list', 'bills.yaml', () => '- a\n- b\n'],
  ['binary settings', 'bills.yaml', () => Uint8Array.from([0, 1, 2, 255, 254, 0])],
  [
    'an unknown key in the settings',
    'bills.yaml',
    async () => `${await readFile(join(good, 'bills.yaml'), 'utf8')}ruels: {}\n`,
  ],
]

const missing = ['invoices', 'grants', 'mapping', 'chart', 'booked', 'config']

describe('what cannot be used', () => {
  it.each(cases)('%s stops the run before anything is written', async (_, file, content) => {
    await write(file, await content())
    const {exit, message, written} = await matched()
    expect({exit, written}).toEqual({exit: 2, written: []})
    expect(message).toContain(`Fejl: ${file}`)
  })

  it.each(missing)('a missing file of %s stops it too', async (flag) => {
    const {exit, message, written} = await matched({[flag]: 'no-such.csv'})
    expect({exit, written}).toEqual({exit: 2, written: []})
    expect(message).toMatch(/^Fejl: no-such\.csv: /)
  })

  it('so does a folder with no file of the kind', async () => {
    await mkdir(join(folder, 'empty'))
    expect(await matched({booked: 'empty'})).toMatchObject({exit: 2, written: []})
  })

  /** After a change that is meant to alter a message, run `npm run test:accept` and read the difference. */
  it('each is told in its own words', async () => {
    const messages: string[] = []
    for (const [kind, file, content] of cases) {
      const before = await readFile(join(folder, file))
      await write(file, await content())
      messages.push(`${kind}\n    ${(await matched()).message}\n`)
      await write(file, before)
    }
    for (const flag of missing)
      messages.push(`no file of ${flag}\n    ${(await matched({[flag]: 'no-such.csv'})).message}\n`)
    await expect(messages.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'messages.txt'))
  })
})
