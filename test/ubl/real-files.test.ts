/**
 * Example e-invoices that others wrote, where they lie beside the project; without them these tests are skipped.
 * What is expected was read from the files by hand.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {sumOre} from '../../src/model/money.ts'
import {invoiceOf} from '../builders/e-invoices.ts'

const folder = join(import.meta.dirname, '../../../shared/data/oioubl')
const open = (name: string) => invoiceOf(readFileSync(join(folder, name)), {file: name})

type Told = {
  readonly number: string
  readonly type?: 'creditNote'
  readonly issued: string
  readonly due: string | null
  readonly cvr: string
  readonly gln: string
  /** Kroner, as are the amounts of the lines (VAT included) and the document's VAT. */
  readonly total: number
  readonly amounts: readonly number[]
  readonly vat: number
}

const sample = {issued: '2024-05-15', due: '2024-06-15', cvr: '10000009', gln: ''}
const fees = {total: 41178.8, amounts: [39595, 1583.8], vat: 8235.76}
const board = {number: 'A00095678', issued: '2005-11-20', due: '2005-11-25', cvr: '16356700'}
const boards = {total: 6312.5, amounts: [6250, 62.5], vat: 1262.5}
const cars = '5798000416604'

const readable: Readonly<Record<string, Told>> = {
  'cpr-supplier.xml': {
    ...{number: 'SAMPLE-002', issued: '2024-05-15', due: null, cvr: '', gln: '5790001968502'},
    ...{total: 100, amounts: [100], vat: 0},
  },
  'credit-note.xml': {
    ...{number: 'A00095679', type: 'creditNote', issued: '2005-11-20', due: null, cvr: '16356700'},
    ...{gln: '5798009811530', total: -6312.5, amounts: [-6250, -62.5], vat: -1262.5},
  },
  'dk-bank.xml': {number: 'BANK-001', ...sample, ...fees},
  'excise-line-and-document.xml': {...board, gln: cars, total: 350000, amounts: [350000], vat: 150000},
  // Its lines give 101831.50: the registration tax and an allowance stand on the document.
  'excise-registration-tax_real.xml': {
    ...{number: '5555', issued: '2009-06-02', due: '2009-06-05', cvr: '10000025', gln: cars},
    ...{total: 180000, amounts: [180000], vat: 103879.4},
  },
  'happy-path_real.xml': {...board, gln: '', ...boards},
  'invoice-bare.xml': {number: 'SAMPLE-001', ...sample, ...fees},
  'invoice.xml': {...board, gln: '5798009883735', ...boards},
  // Its lines give 123.50: an allowance and a rounding stand on the document.
  'negative-rounding_real.xml': {
    ...{number: '70390', type: 'creditNote', issued: '2009-06-02', due: null, cvr: '11668216'},
    ...{gln: '5790123456789', total: -113.62, amounts: [-113.62], vat: -22.73},
  },
  'nemkonto.xml': {number: 'NEMKONTO-001', ...sample, ...fees},
  'prices-advanced_real.xml': {...board, gln: cars, total: 4500, amounts: [900, 900, 900, 900, 900], vat: 900},
  'reverse-charge.xml': {...board, cvr: '16356706', gln: cars, total: 5000, amounts: [5000], vat: 0},
}

const refused: Readonly<Record<string, string>> = {'used-invoice_real.xml': 'CopyIndicator: xmlNoCopy'}

describe.skipIf(!existsSync(folder))('the example files, where they lie beside the project', () => {
  it('are all known here', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'))
    expect(names.toSorted()).toEqual([...Object.keys(readable), ...Object.keys(refused)].toSorted())
  })

  it.each(Object.entries(readable))(
    '%s',
    (name, {number, type = 'invoice', issued, due, cvr, gln, total, amounts, vat}) => {
      const invoice = open(name)
      const inOre = (kroner: number): number => Math.round(kroner * 100)
      expect(invoice).toMatchObject({
        ...{invoiceNumber: number, type, issueDate: issued, dueDate: due, supplierCvr: cvr, gln, currency: 'DKK'},
        ...{total: inOre(total), problems: [], repeated: false, totalMismatch: false},
      })
      expect(invoice.lines.map(({amount}) => amount)).toEqual(amounts.map(inOre))
      expect(sumOre(invoice.lines.map(({amount}) => amount))).toBe(invoice.total)
      for (const line of invoice.lines) {
        expect(line.vat).toBe(inOre(vat))
        expect(line.cprField).toEqual({kind: 'empty'})
      }
    },
  )

  it.each(Object.entries(refused))('%s is refused: %s', (name, problem) => {
    const {problems, lines} = open(name)
    expect(problems.map(({column, expected}) => `${column}: ${expected}`)).toEqual([problem])
    expect(lines).toMatchObject([{amount: 0}])
  })

  it('the credit note names the invoice that it reverses', () => {
    expect(open('credit-note.xml').creditedInvoice).toBe('A00095678')
    expect(open('negative-rounding_real.xml').creditedInvoice).toBeNull()
  })

  it('prices are those of one unit', () => {
    const {lines} = open('prices-advanced_real.xml')
    expect(lines.map(({quantity, unitPrice}) => [quantity?.digits, unitPrice])).toEqual([
      [12, 60_00],
      [6, 60_00],
      [1, 60_00],
      [1, 60_00],
      [1, 9_60],
    ])
  })

  it('a whole of several lines keeps their texts', () => {
    expect(open('excise-registration-tax_real.xml').lines.map(({text}) => text)).toEqual([
      'Honda Jazz 1,4 Comfort I-shift: Byttebil',
    ])
  })
})
