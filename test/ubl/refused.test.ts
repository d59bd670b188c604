/** Files that are refused: each is one line of amount 0 with the reason, and costs neither time nor memory. */
import {describe, expect, it} from 'vitest'
import {describeProblem} from '../../src/exceptions/problems.ts'
import {readUbl} from '../../src/read/ubl/read-ubl.ts'
import {looksLikeXml} from '../../src/read/ubl/xml-text.ts'
import {anXml, invoiceOf, onlyLine, read, rootTag, wrong} from '../builders/e-invoices.ts'
import {run, verdictOf} from '../builders/run.ts'

const declared = '<?xml version="1.0" encoding="UTF-8"?>'
const withDocumentType = (definition: string, note: string): string =>
  anXml({before: `${declared}<!DOCTYPE Invoice ${definition}>`, note})
const laughs = Array.from({length: 9}, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('')
const refusedWith = (xml: string | Uint8Array): string => {
  const invoice = invoiceOf(xml)
  expect(invoice).toMatchObject({invoiceNumber: '', supplierCvr: '', issueDate: null, total: 0, contentHash: 'a1'})
  expect(onlyLine(invoice)).toMatchObject({amount: 0, lineNumber: '1', source: {file: 'f.xml', row: 1}})
  expect(invoice.problems).toHaveLength(1)
  const [problem] = invoice.problems
  return problem ? `${problem.column} «${problem.value}»: ${problem.expected}` : ''
}

describe('a file that is refused', () => {
  it.each([
    ['nothing in it', '', /^XML «1:0: document must contain a root element\.»: xmlWellFormed$/],
    ['cut short', anXml().slice(0, 900), /^XML «\d+:\d+: unclosed tag: .*»: xmlWellFormed$/],
    [
      'tags that do not match',
      anXml().replace('</cbc:ID>', '</cbc:Id>'),
      /^XML «2:\d+: unexpected close tag.*»: xmlWellFormed$/,
    ],
    ['a bare ampersand', anXml({note: 'Hansen & Søn'}), /xmlWellFormed$/],
    ['an unknown entity', anXml({note: '&nbsp;'}), /xmlWellFormed$/],
    ['a prefix that stands for nothing', anXml({more: '<x:y/>'}), /xmlWellFormed$/],
    ['something after the end', `${anXml()}<x/>`, /xmlWellFormed$/],
    ['a character that XML has not', anXml({note: '\u0001'}), /xmlWellFormed$/],
    ['a document type', withDocumentType('', 'x'), /^XML «Invoice»: xmlNoDocumentType$/],
    ['an external entity', withDocumentType('[<!ENTITY x SYSTEM "file:///etc/passwd">]', '&x;'), /xmlNoDocumentType$/],
    ['an external document type', withDocumentType('SYSTEM "http://example.com/x.dtd"', 'x'), /xmlNoDocumentType$/],
    ['a billion laughs', withDocumentType(`[<!ENTITY lol0 "lol">${laughs}]`, '&lol9;'), /xmlNoDocumentType$/],
    ['old OIOXML', '<Invoice xmlns="http://rep.oio.dk/ubl/xml/schemas/0p71/pie/"><ID>1</ID></Invoice>', /xmlInvoice$/],
    ['an invoice of no namespace', '<Invoice><ID>1</ID></Invoice>', /^XML «Invoice»: xmlInvoice$/],
  ])('%s', (_, xml, expected) => {
    expect(refusedWith(xml)).toMatch(expected)
  })

  it.each([
    ['bytes that are no UTF-8', Buffer.from(anXml({note: 'på'}), 'latin1'), 'XML «utf-8»: xmlEncoding'],
    [
      'an encoding that nobody knows',
      Buffer.from(anXml().replace('UTF-8', 'EBCDIC-DK')),
      'XML «ebcdic-dk»: xmlEncoding',
    ],
    [
      'half a character in UTF-16',
      Buffer.from(`\ufeff${anXml()}`, 'utf16le').subarray(0, 1001),
      'XML «utf-16le»: xmlEncoding',
    ],
  ])('%s', (_, bytes, expected) => {
    expect(refusedWith(bytes)).toBe(expected)
  })

  it('deeper than any invoice, inside what is read and what is skipped', () => {
    expect(refusedWith(anXml({more: `${'<cac:x>'.repeat(70)}${'</cac:x>'.repeat(70)}`}))).toMatch(/xmlDepth$/)
    const deep = '<a>'.repeat(3_000_000)
    expect(refusedWith(`${rootTag()}${deep}`)).toMatch(/xmlDepth$/)
  })

  it('with more attributes, longer names or texts, or more elements than any invoice', () => {
    const attributes = Array.from({length: 2_000}, (_, at) => ` a${at}="1"`).join('')
    expect(refusedWith(anXml({more: `<x${attributes}/>`}))).toMatch(/xmlDepth$/)
    expect(refusedWith(anXml({note: 'x'.repeat(1_100_000)}))).toMatch(/xmlTextLength$/)
    expect(refusedWith(anXml({note: '&amp;'.repeat(1_100_000)}))).toMatch(/xmlTextLength$/)
    expect(refusedWith(anXml({more: `<!--${'x'.repeat(2_000_000)}-->`}))).toMatch(/xmlTextLength$/)
    expect(refusedWith(anXml({more: '<cbc:Note/>'.repeat(1_000_001)}))).toMatch(/xmlSize$/)
  })

  it('without an amount that can be read, with what is known of it', () => {
    for (const [payable, problem] of [
      ['', 'LegalMonetaryTotal/PayableAmount: required'],
      ['1.000,00', 'LegalMonetaryTotal/PayableAmount: xmlAmount'],
      ['1.005', 'LegalMonetaryTotal/PayableAmount: amountDecimals'],
    ]) {
      const invoice = read({payable, note: 'Vedr. marts'} as never)
      expect(wrong(invoice)).toEqual([problem])
      expect(invoice).toMatchObject({invoiceNumber: 'F-1', supplierCvr: '12345674', total: 0})
      expect(onlyLine(invoice)).toMatchObject({amount: 0, text: 'Botilbud: Vedr. marts'})
    }
  })

  it('is ROW_INVALID, and known by its content: two of them are not one', () => {
    const [one, other] = ['<a', '<b'].map((xml, at) => ({...invoiceOf(xml), contentHash: `${at}f`.repeat(32)}))
    if (!one || !other) throw new RangeError()
    const {verdicts, totals} = run({invoices: [one, other]})
    expect(verdicts.map(({reason}) => reason)).toEqual(['ROW_INVALID', 'ROW_INVALID'])
    expect(new Set(verdicts.map(({documentKey}) => documentKey)).size).toBe(2)
    for (const {documentKey} of verdicts) expect(documentKey).toMatch(/^xml:[a-p]{64}$/)
    expect(totals.received).toEqual({invoices: 2, lines: 2, amount: 0})
  })

  it('says what a person can do, and no CPR number', () => {
    const [problem] = invoiceOf(anXml({more: '<b610190-1234>'})).problems
    if (!problem) throw new RangeError()
    for (const language of ['da', 'en'] as const) {
      const expected = describeProblem(problem, language)
      expect(expected).toMatch(/bed om den igen|ask for it again/)
      expect(expected).not.toContain('1234')
    }
  })

  it('does not stand in the way of the invoice that it is a copy of', () => {
    const note = '610190-1234'
    const period = ['2026-03-01', '2026-03-31'] as const
    const copy = read({more: '<cbc:CopyIndicator>true</cbc:CopyIndicator>', note, lines: [{period}]})
    const {verdicts} = run({invoices: [copy, read({note, lines: [{period}]})]})
    expect(verdicts.map(({outcome, reason}) => reason ?? outcome)).toEqual(['posted', 'ROW_INVALID'])
    expect(verdictOf({verdicts} as never, '').outcome).toBe('posted')
  })
})

describe('what is something else', () => {
  const other = (xml: string) => readUbl({file: 'f.xml', sha256: '', bytes: Buffer.from(xml)})

  it.each([
    [
      '<ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"><x/>',
      'ApplicationResponse',
    ],
    [
      '<ubl:Reminder xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Reminder-2"></ubl:Reminder>',
      'ubl:Reminder',
    ],
    ['<!DOCTYPE svg PUBLIC "x" "y"><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  ])('%s', (xml, root) => {
    expect(other(xml)).toEqual({kind: 'other', root})
  })

  it.each([
    ['<Invoice/>', true],
    ['  <?xml version="1.0"?>', true],
    ['<!DOCTYPE x>', true],
    ['<!doctype html><html>', false],
    ['<html lang="da">', false],
    ['Bilagsnummer;Fakturanummer', false],
    ['< 5 kr.', false],
    ['', false],
  ])('%s looks like XML: %s', (text, looks) => {
    expect(looksLikeXml(Buffer.from(text))).toBe(looks)
    if (text !== '') expect(looksLikeXml(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(looks)
  })
})
