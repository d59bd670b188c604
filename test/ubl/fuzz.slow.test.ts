/** Mutated e-invoices: whatever comes, the reader ends, and what it gives adds up. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {IsoDate} from '../../samples/generator/model.ts'
import {makeWorld} from '../../samples/generator/world.ts'
import {invoiceXml, type XmlForm} from '../../samples/generator/xml.ts'
import {cpr} from '../../src/model/citizen.ts'
import {sumOre} from '../../src/model/money.ts'
import {refusedFileInvoice, ublInvoice} from '../../src/normalise/ubl/invoice.ts'
import {readUbl} from '../../src/read/ubl/read-ubl.ts'
import {aConfig} from '../builders/records.ts'

const span = {from: '2026-03-23' as IsoDate, to: '2026-03-27' as IsoDate}
const {bills} = makeWorld({
  seed: 7,
  postFrom: span.from,
  span,
  bills: 60,
  grants: 60,
  suppliers: 8,
  smooth: 0.5,
  complete: false,
})
const originals = bills.flatMap((bill) =>
  (['oioubl', 'peppol'] satisfies XmlForm[]).map((form) => Buffer.from(invoiceXml(bill, form))),
)
const original = fc.nat(originals.length - 1).map((at) => originals[at] as Buffer)
const config = aConfig()

/** Undefined where it is something else than an invoice. */
function readAny(bytes: Uint8Array) {
  const reading = readUbl({file: 'f.xml', sha256: 'a1', bytes})
  if (reading.kind === 'other') return undefined
  return reading.kind === 'document' ? ublInvoice(reading, config) : refusedFileInvoice(reading, config)
}

function holds(bytes: Uint8Array): boolean {
  const start = performance.now()
  const invoice = readAny(bytes)
  expect(performance.now() - start).toBeLessThan(2_000)
  if (!invoice) return false
  expect(invoice.lines.length).toBeGreaterThan(0)
  expect(sumOre(invoice.lines.map(({amount}) => amount))).toBe(invoice.total)
  expect(invoice.totalMismatch).toBe(false)
  expect(new Set(invoice.lines.map(({lineNumber}) => lineNumber)).size).toBe(invoice.lines.length)
  for (const {cprField, source} of invoice.lines) {
    if (cprField.kind === 'number') expect(cpr(cprField.cpr)).toBe(cprField.cpr)
    expect(source.row).toBeGreaterThan(0)
  }
  for (const {value} of invoice.problems) expect(value).not.toMatch(/(?<!\d)\d{10}(?!\d)/)
  return true
}

const runs = {numRuns: 400}

describe('a mutated e-invoice', () => {
  it('is read as it was where nothing was mutated', () => {
    for (const bytes of originals) {
      expect(holds(bytes)).toBe(true)
      expect(readAny(bytes)?.total).not.toBe(0)
    }
  })

  it('bytes changed, taken out and put in', () => {
    const edit = fc.record({at: fc.nat(12_000), take: fc.nat(20), put: fc.uint8Array({maxLength: 8})})
    fc.assert(
      fc.property(original, fc.array(edit, {minLength: 1, maxLength: 6}), (bytes, edits) => {
        let mutated = bytes
        for (const {at, take, put} of edits)
          mutated = Buffer.concat([mutated.subarray(0, at), put, mutated.subarray(at + take)])
        holds(mutated)
      }),
      runs,
    )
  })

  it('cut short anywhere, or doubled', () => {
    fc.assert(
      fc.property(original, fc.nat(12_000), fc.boolean(), (bytes, at, doubled) => {
        holds(doubled ? Buffer.concat([bytes, bytes.subarray(at)]) : bytes.subarray(0, at))
      }),
      runs,
    )
  })

  it('tags taken out, doubled, moved and renamed', () => {
    const change = fc.record({
      kind: fc.constantFrom('drop', 'double', 'swap', 'rename', 'empty'),
      from: fc.nat(400),
      to: fc.nat(400),
    })
    fc.assert(
      fc.property(original, fc.array(change, {minLength: 1, maxLength: 5}), (bytes, changes) => {
        const lines = bytes.toString().split('\n')
        const [first = '', second = '', ...rest] = lines
        for (const {kind, from, to} of changes) {
          const at = from % rest.length
          const line = rest[at] ?? ''
          const other = to % rest.length
          if (kind === 'drop') rest.splice(at, 1)
          if (kind === 'double') rest.splice(other, 0, line)
          if (kind === 'swap') [rest[at], rest[other]] = [rest[other] ?? '', line]
          if (kind === 'rename') rest[at] = line.replaceAll(/(?<=:)\w+(?=[ >])/g, 'ID')
          if (kind === 'empty') rest[at] = line.replace(/>[^<]*</, '><')
        }
        holds(Buffer.from([first, second, ...rest].join('\n')))
      }),
      runs,
    )
  })

  it('values that are anything: amounts, days, ids, entities', () => {
    const value = fc.oneof(
      fc.constantFrom(
        '',
        '-0',
        '0.005',
        '999999999.99',
        '-999999999.99',
        '1e400',
        'NaN',
        '0x10',
        '１２',
        '1.000,00',
        '99999999999999999999',
        '2026-02-30',
        '6101901234',
        'true',
        '&lt;',
        '&#x41;',
        '&#0;',
        '&x;',
        '&#1114112;',
        '<a/>',
        '<![CDATA[1]]>',
        '<!-- x -->',
      ),
      fc.double().map(String),
      fc.string({unit: 'grapheme', maxLength: 30}),
      fc.integer().map(String),
    )
    fc.assert(
      fc.property(original, fc.array(fc.tuple(fc.nat(400), value), {minLength: 1, maxLength: 8}), (bytes, values) => {
        const lines = bytes.toString().split('\n')
        for (const [at, put] of values) {
          const place = at % lines.length
          lines[place] = (lines[place] ?? '').replace(/>[^<]*<\//, () => `>${put}</`)
        }
        holds(Buffer.from(lines.join('\n')))
      }),
      {numRuns: 1_500},
    )
  })

  it('in any encoding, with marks that lie', () => {
    const encoding = fc.constantFrom('utf8', 'utf16le', 'latin1', 'ascii')
    const mark = fc.constantFrom('', '\ufeff', '\ufffe', ' ', '\0')
    const named = fc.constantFrom('UTF-8', 'UTF-16', 'ISO-8859-1', 'US-ASCII', 'Shift_JIS', 'x-user-defined', 'no-such')
    fc.assert(
      fc.property(original, encoding, mark, named, (bytes, written, first, name) => {
        holds(Buffer.from(first + bytes.toString().replace('UTF-8', name), written as BufferEncoding))
      }),
      runs,
    )
  })
})
