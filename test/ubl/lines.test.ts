/** Lines of an e-invoice: amount, quantity, period, text. */
import {describe, expect, it} from 'vitest'
import {sumOre} from '../../src/model/money.ts'
import {anXml, type Fields, invoiceOf, invoicePeriod, onlyLine, read, wrong} from '../builders/e-invoices.ts'
import {lineOfVerdict, run} from '../builders/run.ts'

const march = ['2026-03-01', '2026-03-31'] as const
const april = ['2026-04-01', '2026-04-30'] as const
const amounts = (fields: Fields): number[] => read(fields).lines.map(({amount}) => amount)

describe('the amount of a line', () => {
  it('is its net amount and its own VAT', () => {
    expect(
      amounts({
        payable: '1325.00',
        vat: '265',
        lines: [
          {net: '1000.00', vat: '250.00'},
          {net: '60', vat: '15'},
        ],
      }),
    ).toEqual([1250_00, 75_00])
  })

  it.each([
    ['1000.00', '25', 1250_00],
    ['33.33', '25', 41_66],
    ['0.02', '25', 3],
    ['-33.33', '25', -41_66],
    ['1000', '12.5', 1125_00],
    ['1000', '0', 1000_00],
  ])('without a tax of its own: %s and %s per cent, rounded to the øre', (net, percent, amount) => {
    expect(amounts({payable: String(amount / 100), lines: [{net, percent}]})).toEqual([amount])
  })

  it('counts excise as well as VAT: every TaxTotal of the line', () => {
    const more = '<cac:TaxTotal><cbc:TaxAmount>50000.00</cbc:TaxAmount></cac:TaxTotal>'
    expect(amounts({payable: '350000.00', vat: '150000', lines: [{net: '200000.00', vat: '100000.00', more}]})).toEqual(
      [350000_00],
    )
  })

  it('takes the tax in the invoice’s own currency, where there is another', () => {
    const more = '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">388.00</cbc:TaxAmount></cac:TaxTotal>'
    const invoice = read({payable: '1250', vat: '250', more, lines: [{vat: '250.00'}]})
    expect(onlyLine(invoice)).toMatchObject({amount: 1250_00, vat: 250_00})
  })

  it('states the VAT of the document, whatever the lines say', () => {
    expect(onlyLine(read({vat: '250.00'})).vat).toBe(250_00)
    expect(onlyLine(read({payable: '1250', vat: '0.00', lines: [{percent: '25'}]})).vat).toBe(250_00)
    expect(onlyLine(read({root: 'CreditNote', vat: '250.00'})).vat).toBe(-250_00)
    expect(onlyLine(read()).vat).toBe(0)
  })

  it.each([
    ['10.005', 'LineExtensionAmount: amountDecimals'],
    ['1.000,00', 'LineExtensionAmount: xmlAmount'],
    ['1000,00', 'LineExtensionAmount: xmlAmount'],
    ['1e3', 'LineExtensionAmount: xmlAmount'],
    ['', 'LineExtensionAmount: required'],
    ['1000000000.00', 'LineExtensionAmount: xmlAmount'],
  ])('«%s» is a row error, and the invoice one line of what is payable', (net, problem) => {
    const invoice = read({lines: [{net}, {net: '5'}]})
    expect(wrong(invoice)).toEqual([problem])
    expect(invoice.problems[0]?.source).toEqual({file: 'f.xml', row: 1})
    expect(onlyLine(invoice).amount).toBe(1000_00)
  })

  it.each([['+1000.00'], ['01000'], ['1000.'], ['1000.000']])('reads %s as XML Schema does', (net) => {
    expect(amounts({lines: [{net}]})).toEqual([1000_00])
  })

  it('in another currency than the invoice’s is a row error', () => {
    const xml = anXml().replace('<cbc:PayableAmount currencyID="DKK">', '<cbc:PayableAmount currencyID="EUR">')
    expect(wrong(invoiceOf(xml))).toEqual(['LegalMonetaryTotal/PayableAmount: xmlCurrency'])
  })
})

describe('quantity and price', () => {
  const price = (amount: string, base?: string): string =>
    `<cac:Price><cbc:PriceAmount>${amount}</cbc:PriceAmount>${base === undefined ? '' : `<cbc:BaseQuantity>${base}</cbc:BaseQuantity>`}</cac:Price>`

  it.each([
    ['1000.00', undefined, 1000_00],
    ['1000.00', '1', 1000_00],
    ['1000.00', '100', 10_00],
    ['2.5', '0.5', 5_00],
    ['0.125', '1', null],
    ['10', '3', null],
    ['10', '0', null],
  ])('a price of %s for %s is that of one', (amount, base, one) => {
    expect(onlyLine(read({lines: [{more: price(amount, base)}]})).unitPrice).toBe(one)
  })

  it('reads what was invoiced, or credited', () => {
    expect(onlyLine(read({lines: [{quantity: '31.50'}]})).quantity).toEqual({digits: 315, decimals: 1})
    expect(onlyLine(read({root: 'CreditNote', lines: [{quantity: '2'}]})).quantity).toEqual({digits: 2, decimals: 0})
    expect(wrong(read({lines: [{quantity: 'en'}]}))).toEqual(['InvoicedQuantity: xmlNumber'])
  })
})

describe('lines that do not add up to what is payable', () => {
  const whole = (fields: Fields) => onlyLine(read(fields))

  it.each([
    ['a charge on the document', '1100.00', [{net: '400'}, {net: '600'}]],
    ['an allowance on the document', '900.00', [{net: '400'}, {net: '600'}]],
    ['a rounding of one øre', '1000.01', [{net: '400'}, {net: '600'}]],
    ['a prepayment of all of it', '0.00', [{net: '400'}, {net: '600'}]],
    ['no lines', '1000.00', []],
  ])('become one line of it: %s', (_, payable, lines) => {
    const invoice = read({payable, lines})
    expect(onlyLine(invoice)).toMatchObject({
      amount: Math.round(Number(payable) * 100),
      lineNumber: '1',
      quantity: null,
      unitPrice: null,
    })
    expect(invoice).toMatchObject({totalMismatch: false, repeated: false, problems: []})
    expect(sumOre(invoice.lines.map(({amount}) => amount))).toBe(invoice.total)
  })

  it('never look at TaxExclusiveAmount: it is the tax in OIOUBL and the net in Peppol', () => {
    const totals = '<cbc:TaxExclusiveAmount>250.00</cbc:TaxExclusiveAmount><cbc:PayableAmount'
    const invoice = invoiceOf(anXml({payable: '1250', lines: [{vat: '250'}]}).replace('<cbc:PayableAmount', totals))
    expect(invoice).toMatchObject({total: 1250_00, lines: [{amount: 1250_00}]})
  })

  it('keep all their texts, then the document’s note', () => {
    expect(
      whole({
        payable: '1',
        note: 'Tak',
        lines: [
          {name: 'A', note: 'a'},
          {name: 'B', description: 'b'},
        ],
      }).text,
    ).toBe('A: a: B: b: Tak')
  })

  it('keep the citizen and the period that all lines giving any agree on', () => {
    const line = whole({
      payable: '1',
      lines: [{note: '610190-1234', period: march}, {}, {note: '6101901234', period: march}],
    })
    expect(line).toMatchObject({
      cprField: {kind: 'number', cpr: '6101901234'},
      periodFrom: march[0],
      periodTo: march[1],
    })
  })

  it('are ambiguous where they name several citizens', () => {
    const line = whole({payable: '1', lines: [{note: '610190-1234'}, {note: '910180-1234'}]})
    expect(line.cprField).toEqual({kind: 'empty'})
    expect(line.text).toContain('610190-1234')
    expect(line.text).toContain('910180-1234')
    const invoice = read({payable: '1', lines: [{note: '610190-1234'}, {note: '910180-1234'}]})
    expect(lineOfVerdict(run({invoices: [{...invoice, documentNumber: 'B1'}]}))).toBe('CPR_AMBIGUOUS')
  })

  it.each([
    ['two months', [march, april]],
    ['a month and days of it', [march, ['2026-03-10', '2026-03-20']]],
    [
      'days that overlap',
      [
        ['2026-03-01', '2026-03-20'],
        ['2026-03-10', '2026-03-31'],
      ],
    ],
    ['a month and its first day', [march, ['2026-03-01', '2026-03-01']]],
  ] as const)('are contradictory where they state several periods: %s', (_, [one, other]) => {
    const invoice = read({
      payable: '1000',
      lines: [
        {net: '400', period: one, note: '610190-1234'},
        {net: '500', period: other},
      ],
    })
    const result = run({invoices: [{...invoice, documentNumber: 'B1'}], periods: {billing: 'arrears'}})
    expect(lineOfVerdict(result)).toBe('PERIOD_AMBIGUOUS')
  })

  it('are contradictory whatever else their texts say', () => {
    const lines = [
      {net: '400', period: march, name: 'Botilbud marts 2026', note: '610190-1234'},
      {net: '500', period: ['2026-03-10', '2026-03-20'] as const},
    ]
    const invoice = read({payable: '1000', lines})
    const result = run({invoices: [{...invoice, documentNumber: 'B1'}], periods: {billing: 'arrears'}})
    expect(lineOfVerdict(result)).toBe('PERIOD_AMBIGUOUS')
  })

  it('are posted as one where the whole amount has one explanation', () => {
    const invoice = read({payable: '1000', lines: [{net: '400', period: march, note: '610190-1234'}, {net: '599.99'}]})
    expect(lineOfVerdict(run({invoices: [{...invoice, documentNumber: 'B1'}]}))).toBe('G1 2026-03 1000.00')
  })
})

describe('the period and the text of a line', () => {
  it('has its own period, else the document’s', () => {
    const invoice = read({payable: '2000', more: invoicePeriod(...march), lines: [{period: april}, {}]})
    expect(invoice.lines.map(({periodFrom, periodTo}) => [periodFrom, periodTo])).toEqual([april, march])
  })

  it('may give one end alone', () => {
    const more = '<cac:InvoicePeriod><cbc:StartDate>2026-03-01</cbc:StartDate></cac:InvoicePeriod>'
    expect(onlyLine(read({lines: [{more}]}))).toMatchObject({periodFrom: '2026-03-01', periodTo: null})
  })

  it('is in its name, description and notes, then the document’s note; what stands twice, once', () => {
    const text = onlyLine(read({note: 'Dokument', lines: [{name: 'Navn', description: 'Tekst', note: 'Tekst'}]})).text
    expect(text).toBe('Navn: Tekst: Dokument')
  })

  it('keeps numbers of two texts apart', () => {
    const line = onlyLine(read({lines: [{name: 'Konto 610190', description: '1234 kr.'}]}))
    expect(line.cprField).toEqual({kind: 'empty'})
    const invoice = read({lines: [{name: '610190', description: '1234'}]})
    expect(lineOfVerdict(run({invoices: [{...invoice, documentNumber: 'B1'}]}))).toBe('CPR_MISSING')
  })

  it('states a month by its name after a service, as it would in one text', () => {
    const invoice = read({lines: [{name: 'Botilbud', description: 'januar', note: '610190-1234'}]})
    const result = run({invoices: [{...invoice, documentNumber: 'B1'}], periods: {billing: 'arrears'}})
    expect(lineOfVerdict(result)).toBe('G1 2026-01 1000.00')
  })

  it('longer than any cell is a row error, not cut without a word', () => {
    const invoice = read({note: 'x'.repeat(40_000)})
    expect(wrong(invoice)).toEqual(['Note: xmlTextLength'])
    expect(onlyLine(invoice).text.length).toBeLessThan(33_000)
  })
})

describe('line numbers and places', () => {
  it('are the lines’ own ids; the row is their position in the document', () => {
    const invoice = read({payable: '2000', lines: [{id: '20'}, {id: '10'}]})
    expect(invoice.lines.map(({lineNumber, source}) => [lineNumber, source])).toEqual([
      ['10', {file: 'f.xml', row: 2}],
      ['20', {file: 'f.xml', row: 1}],
    ])
  })

  it('stay apart where two lines have one id or none: the total says that both are meant', () => {
    const invoice = read({payable: '3000', lines: [{id: '1'}, {id: '1'}, {id: ''}]})
    expect(invoice.lines.map(({lineNumber}) => lineNumber)).toEqual(['1', '2', '1 (2)'])
    expect(invoice.repeated).toBe(false)
  })
})

it('VAT in an e-invoice holds it, as VAT in a table does', () => {
  const invoice = read({payable: '1250', vat: '250', lines: [{vat: '250', note: '610190-1234', period: march}]})
  expect(lineOfVerdict(run({invoices: [{...invoice, documentNumber: 'B1'}]}))).toBe('VAT_UNSUPPORTED')
})
