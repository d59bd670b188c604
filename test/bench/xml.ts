/**
 * E-invoices against the XML parser alone: 10,000 files of about 10 kB, read from a folder into invoices, must take
 * no more than twice the time in which the parser goes through their texts and does nothing with them.
 *
 *   npm run bench:xml [-- --files 10000 --runs 5]
 */
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {SaxesParser} from 'saxes'
import type {Bill, IsoDate} from '../../samples/generator/model.ts'
import {makeWorld} from '../../samples/generator/world.ts'
import {invoiceXml} from '../../samples/generator/xml.ts'
import {readInvoiceFiles} from '../../src/app/read-files.ts'
import {configSchema} from '../../src/config/schema.ts'

const {values} = parseArgs({options: {files: {type: 'string', default: '10000'}, runs: {type: 'string', default: '5'}}})
const [count, runs] = [Number(values.files), Number(values.runs)]
const folder = await mkdtemp(join(tmpdir(), 'bench-xml-'))
try {
  const size = await writeFiles()
  const parser: number[] = []
  const whole: number[] = []
  for (let run = 0; run < runs; run += 1) {
    parser.push(await parseAll())
    whole.push(await readAll())
  }
  const [alone, all] = [median(parser), median(whole)]
  const heaps = [await heapAfter(count / 10), await heapAfter(count)] as const
  console.log(`${count} files, ${(size / count / 1000).toFixed(1)} kB each, median of ${runs} runs`)
  console.log(`the parser alone ${alone.toFixed(2)} s, read into invoices ${all.toFixed(2)} s`)
  console.log(`speed: ${(alone / all).toFixed(2)} of the parser's (at least 0.50 is asked)`)
  console.log(
    `held afterwards: ${heaps.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(' for a tenth, ')} for all`,
  )
  console.log(`that is ${((heaps[1] - heaps[0]) / (count * 0.9) / 1000).toFixed(2)} kB for each further file`)
  if (alone / all < 0.5) process.exitCode = 1
} finally {
  await rm(folder, {recursive: true, force: true})
}

/** Bytes in all. Bills of one line are put together until a file has about 10 kB. */
async function writeFiles(): Promise<number> {
  const span = {from: '2026-03-23' as IsoDate, to: '2026-03-27' as IsoDate}
  const settings = {seed: 1, postFrom: span.from, span, grants: 400, suppliers: 20, smooth: 1, complete: false}
  const {bills} = makeWorld({...settings, bills: 300})
  let size = 0
  for (let at = 0; at < count; at += 1) {
    const bill = bills[at % bills.length] as Bill
    const [line] = bill.lines
    const form = at % 2 === 0 ? 'oioubl' : 'peppol'
    const lines = line ? Array.from({length: form === 'oioubl' ? 6 : 9}, () => line) : []
    const bytes = invoiceXml({...bill, lines, invoiceNumber: `F-${at}`}, form)
    size += bytes.length
    await writeFile(join(folder, `${at}.xml`), bytes)
  }
  return size
}

/** Seconds of the parser alone: texts that are decoded already, namespaces resolved, nothing kept. */
async function parseAll(): Promise<number> {
  let seconds = 0
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8')
    const start = performance.now()
    new SaxesParser({xmlns: true}).write(text).close()
    seconds += (performance.now() - start) / 1000
  }
  return seconds
}

/** Seconds from the folder to invoices. */
async function readAll(): Promise<number> {
  const start = performance.now()
  await readInvoiceFiles([folder], configSchema.parse({}))
  return (performance.now() - start) / 1000
}

function median(seconds: readonly number[]): number {
  return seconds.toSorted((a, b) => a - b)[seconds.length >> 1] ?? 0
}

/** What is held when the first so many files have been read, and all but the invoices has been let go. */
async function heapAfter(files: number): Promise<number> {
  const names = (await readdir(folder)).slice(0, files)
  const kept = await readInvoiceFiles(
    names.map((name) => join(folder, name)),
    configSchema.parse({}),
  )
  globalThis.gc?.()
  const {heapUsed, external} = process.memoryUsage()
  return kept.eInvoices.length === files ? heapUsed + external : Number.NaN
}
