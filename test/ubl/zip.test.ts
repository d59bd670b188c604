/** Zips that would do harm: each entry that is refused is an exception, and the others are handled. */
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readTables} from '../../src/app/read-files.ts'
import {anXml} from '../builders/e-invoices.ts'
import {aConfig} from '../builders/records.ts'
import {inFolder, runFiles, zipOf} from './run-files.ts'

const bill = anXml({note: '610190-1234', lines: [{period: ['2026-03-01', '2026-03-31']}]})
const centralEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02])

/** The zip with the bytes of one entry's record in its directory changed. `at` counts from the record's start. */
function changed(zip: Uint8Array, entry: number, change: (record: DataView) => void): Uint8Array {
  const bytes = Buffer.from(zip)
  let at = bytes.indexOf(centralEntry)
  for (let passed = 0; passed < entry; passed += 1) at = bytes.indexOf(centralEntry, at + 1)
  change(new DataView(bytes.buffer, bytes.byteOffset + at))
  return bytes
}

const uncompressedSize = 24
const flags = 8
const method = 10

async function problemsOf(zip: Uint8Array): Promise<string[]> {
  const {report, read} = await runFiles({'z.zip': zip, 'good.xml': bill})
  expect(report).toMatchObject({posted: {invoices: 1}})
  expect(report.received.invoices).toBe(1 + read.rowErrors.length)
  return read.rowErrors.map(
    ({source, problems}) => `${source.file}: ${problems.map(({value, expected}) => `${value} ${expected}`)}`,
  )
}

describe('a zip', () => {
  it.each(['../evil.xml', 'a/../../evil.xml', '/etc/evil.xml', 'C:/evil.xml', '..\\evil.xml'])(
    'with the path %s',
    async (path) => {
      const problems = await problemsOf(await zipOf({[path]: bill}))
      expect(problems).toEqual([`evil.xml: z.zip: ${path.replace('\\', '/')} zipPath`])
    },
  )

  it('within a zip is not read; a workbook within it is', async () => {
    expect(await problemsOf(await zipOf({'inner.zip': await zipOf({'a.xml': bill})}))).toEqual([
      'inner.zip: z.zip: inner.zip zipInZip',
    ])
  })

  it('that unpacks to far more than it holds', async () => {
    const bomb = await zipOf({'bomb.xml': `<Invoice>${' '.repeat(60_000_000)}`, 'b.txt': 'x'})
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemsOf(bomb)).toEqual(['bomb.xml: z.zip: bomb.xml zipSize'])
  })

  it('that states too little, or too much, of what it unpacks to', async () => {
    const honest = await zipOf({'a.xml': `${bill}${' '.repeat(5_000_000)}`})
    for (const size of [1_000, 6_000_000]) {
      const lying = changed(honest, 0, (record) => record.setUint32(uncompressedSize, size, true))
      expect(await problemsOf(lying)).toEqual(['a.xml: z.zip: a.xml zipReadable'])
    }
  })

  it('that states more than any zip of e-invoices, in one entry or in all', async () => {
    const one = await zipOf({'a.xml': bill})
    expect(
      await problemsOf(changed(one, 0, (record) => record.setUint32(uncompressedSize, 0x2000_0000, true))),
    ).toEqual(['a.xml: z.zip: a.xml zipSize'])
    let all = await zipOf(Object.fromEntries(Array.from({length: 20}, (_, at) => [`${at}.xml`, bill])))
    for (let at = 0; at < 20; at += 1)
      all = changed(all, at, (record) => record.setUint32(uncompressedSize, 0x0fff_ffff, true))
    expect(await problemsOf(all)).toEqual(['z.zip: z.zip zipSize'])
  })

  it('with a password, a method that is unknown, or damage in one entry', async () => {
    const two = await zipOf({'a.xml': bill, 'b.txt': 'x'})
    const problems = ['a.xml: z.zip: a.xml zipReadable']
    expect(
      await problemsOf(changed(two, 0, (record) => record.setUint16(flags, record.getUint16(flags, true) | 1, true))),
    ).toEqual(problems)
    expect(await problemsOf(changed(two, 0, (record) => record.setUint16(method, 99, true)))).toEqual(problems)
    const broken = Buffer.from(two)
    broken.fill(0xff, 60, 90)
    expect(await problemsOf(broken)).toEqual(problems)
  })

  it('with a digit of an amount changed on its way', async () => {
    const stored = Buffer.from(await zipOf({'a.xml': bill}, 'STORE'))
    stored.write('9', stored.indexOf('1000.00'))
    expect(await problemsOf(stored)).toEqual(['a.xml: z.zip: a.xml zipReadable'])
  })

  it('that cannot be opened at all stops the run', async () => {
    const cut = (await zipOf({'a.xml': bill})).slice(0, -30)
    await expect(runFiles({'z.zip': cut})).rejects.toThrow('cut short or damaged')
  })

  it('gives the grants in it, and stops the run where something of it is refused', async () => {
    const header =
      'Bevillings-id;CPR-nummer;CVR-nummer;Paragraf;Indsats;Takst;Takstenhed;Startdato;Målgruppe;Ejerforhold'
    const grants = `${header}\nG1;610190-1234;12345674;107;Botilbud;1.000,00;Måned;01-01-2025;Voksne;Privat\n`
    const files = {'good.zip': await zipOf({'a/grants.csv': grants}), 'bad.zip': await zipOf({'../grants.csv': grants})}
    await inFolder(files, async (folder) => {
      const {tables} = await readTables('grants', [join(folder, 'good.zip')], aConfig())
      expect(tables.map(({file, rows}) => [file, rows.length])).toEqual([['grants.csv', 1]])
      await expect(readTables('grants', [join(folder, 'bad.zip')], aConfig())).rejects.toThrow('leads out of the zip')
    })
  })
})
