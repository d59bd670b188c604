/** Fields of an e-invoice's head, in every form that is read. */
import {describe, expect, it} from 'vitest'
import {anXml, invoiceOf, legal, onlyLine, read, wrong} from '../builders/e-invoices.ts'

const supplierParty = (parts: Readonly<Record<string, string>>): string =>
  [
    parts.endpoint ?? '',
    parts.identification ? `<cac:PartyIdentification>${parts.identification}</cac:PartyIdentification>` : '',
    parts.tax ? `<cac:PartyTaxScheme>${parts.tax}</cac:PartyTaxScheme>` : '',
    parts.legal ? `<cac:PartyLegalEntity>${parts.legal}</cac:PartyLegalEntity>` : '',
  ].join('')
const id = (name: string, text: string, scheme?: string): string =>
  `<cbc:${name}${scheme === undefined ? '' : ` schemeID="${scheme}"`}>${text}</cbc:${name}>`

describe('the head of an e-invoice', () => {
  it('is known by its own number, day and currency', () => {
    const {invoiceNumber, issueDate, currency, type, documentNumber, problems} = read({id: ' F 42 ', currency: 'eur'})
    expect({invoiceNumber, issueDate, currency, type, documentNumber, problems}).toEqual({
      invoiceNumber: 'F 42',
      issueDate: '2026-04-01',
      currency: 'EUR',
      type: 'invoice',
      documentNumber: '',
      problems: [],
    })
  })

  it.each([
    ['2026-03-31', '2026-03-31', []],
    ['2026-03-31Z', '2026-03-31', []],
    ['2026-03-31+01:00', '2026-03-31', []],
    ['31-03-2026', null, ['IssueDate: xmlDate']],
    ['2026-02-30', null, ['IssueDate: dateInCalendar']],
    ['', null, ['IssueDate: required']],
  ])('issued %s', (issued, day, problems) => {
    const invoice = read({issued})
    expect(invoice.issueDate).toBe(day)
    expect(wrong(invoice)).toEqual(problems)
  })

  it('has its document number from the name of the file, where bills.yaml says so', () => {
    const config = {xmlDocumentNumber: '^(\\d{10})_'}
    expect(read({}, {file: '5100200000_F-1.xml', config}).documentNumber).toBe('5100200000')
    expect(read({}, {file: 'F-1.xml', config}).documentNumber).toBe('')
    expect(read({}, {file: '5100200000_F-1.xml'}).documentNumber).toBe('')
  })

  it.each([
    [
      'a legal entity before all others',
      {
        endpoint: id('EndpointID', '60402043', 'DK:CVR'),
        identification: id('ID', '60402043', 'DK:CVR'),
        tax: id('CompanyID', 'DK11111114', 'DK:SE'),
        legal: id('CompanyID', 'DK12345674', 'DK:CVR'),
      },
      '12345674',
    ],
    [
      'the tax scheme next',
      {
        endpoint: id('EndpointID', '60402043', 'DK:CVR'),
        identification: id('ID', '60402043', 'DK:CVR'),
        tax: id('CompanyID', 'DK11111114', 'DK:SE'),
      },
      '11111114',
    ],
    [
      'the identification next',
      {endpoint: id('EndpointID', '11111114', 'DK:CVR'), identification: id('ID', '60402043', 'DK:CVR')},
      '60402043',
    ],
    ['the endpoint last', {endpoint: id('EndpointID', '11111114', '0184')}, '11111114'],
    ['no scheme and eight digits', {legal: id('CompanyID', 'DK 12 34 56 74')}, '12345674'],
    ['Peppol’s schemes', {legal: id('CompanyID', '12345674', '0184')}, '12345674'],
    ['an SE number in Peppol', {tax: id('CompanyID', 'DK12345674', '0198')}, '12345674'],
    [
      'a CPR number is none, whatever it looks like',
      {
        legal: id('CompanyID', '61019012', 'DK:CPR'),
        identification: id('ID', '6101901234', 'DK:CPR'),
        endpoint: id('EndpointID', '61019012', '0237'),
      },
      '',
    ],
    [
      'a P-number and a GLN are none',
      {endpoint: id('EndpointID', '5798000000017', 'GLN'), identification: id('ID', '12345674', 'DK:P')},
      '',
    ],
    ['ten digits without a scheme are none', {legal: id('CompanyID', '6101901234')}, ''],
    [
      'one that is not eight digits gives way to the next',
      {legal: id('CompanyID', 'DK1234', 'DK:CVR'), endpoint: id('EndpointID', '12345674', 'DK:CVR')},
      '12345674',
    ],
    ['and stands as it is where there is no other', {legal: id('CompanyID', 'DK1234', 'DK:CVR')}, 'DK1234'],
  ])('the supplier: %s', (_, parts, cvr) => {
    expect(read({supplier: supplierParty(parts)}).supplierCvr).toBe(cvr)
  })

  it('names the supplier by its name, else by the registered one', () => {
    const registered =
      '<cac:PartyLegalEntity><cbc:RegistrationName>Bostedet ApS</cbc:RegistrationName></cac:PartyLegalEntity>'
    const named = '<cac:PartyName><cbc:Name>Bostedet</cbc:Name></cac:PartyName>'
    expect(read({supplier: `${named}${registered}`}).supplierName).toBe('Bostedet')
    expect(read({supplier: registered}).supplierName).toBe('Bostedet ApS')
  })

  it.each([
    ['GLN', '5798000000017', '5798000000017', []],
    ['0088', '5798000000017', '5798000000017', []],
    ['DK:CVR', 'DK12345674', '', []],
    ['GLN', '579800', '579800', ['AccountingCustomerParty/EndpointID: gln']],
  ])('the buyer’s endpoint with scheme %s: %s', (scheme, text, gln, problems) => {
    const invoice = read({customer: id('EndpointID', text, scheme)})
    expect(invoice.gln).toBe(gln)
    expect(wrong(invoice)).toEqual(problems)
  })

  it('is due when the payment is (OIOUBL), else as it says itself (Peppol)', () => {
    const means = '<cac:PaymentMeans><cbc:PaymentDueDate>2026-05-01</cbc:PaymentDueDate></cac:PaymentMeans>'
    expect(read({more: means}).dueDate).toBe('2026-05-01')
    expect(read({more: '<cbc:DueDate>2026-05-02</cbc:DueDate>'}).dueDate).toBe('2026-05-02')
    expect(read().dueDate).toBeNull()
  })

  it.each([
    ['Invoice', '380', []],
    ['Invoice', '393', []],
    ['Invoice', '', []],
    ['Invoice', '381', ['InvoiceTypeCode: xmlTypeCode']],
    ['Invoice', '325', ['InvoiceTypeCode: xmlTypeCode']],
    ['CreditNote', '381', []],
    ['CreditNote', '380', ['CreditNoteTypeCode: xmlTypeCode']],
  ] as const)('%s of type %s', (root, typeCode, problems) => {
    const invoice = read({root, typeCode})
    expect(wrong(invoice)).toEqual(problems)
    expect(Math.abs(invoice.total)).toBe(problems.length === 0 ? 1000_00 : 0)
  })

  it.each(['true', '1', ' TRUE '])('is refused as a copy where CopyIndicator is «%s»', (mark) => {
    const copy = read({more: `<cbc:CopyIndicator>${mark}</cbc:CopyIndicator>`})
    expect(wrong(copy)).toEqual(['CopyIndicator: xmlNoCopy'])
    expect(copy).toMatchObject({invoiceNumber: 'F-1', total: 0, lines: [{amount: 0}]})
    expect(wrong(read({more: '<cbc:CopyIndicator>false</cbc:CopyIndicator>'}))).toEqual([])
  })

  it('keeps what it could read of an invoice without a number', () => {
    const invoice = read({id: ''})
    expect(wrong(invoice)).toEqual(['ID: required'])
    expect(invoice).toMatchObject({invoiceNumber: '', supplierCvr: '12345674', total: 1000_00, contentHash: 'a1'})
  })
})

describe('a credit note', () => {
  const reference = (number: string): string =>
    `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${number}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`

  it('has positive amounts in the file, which become negative', () => {
    const note = read({root: 'CreditNote', payable: '900', lines: [{net: '1000'}, {net: '-100'}]})
    expect(note).toMatchObject({type: 'creditNote', total: -900_00})
    expect(note.lines.map(({amount}) => amount)).toEqual([-1000_00, 100_00])
  })

  it('with negative amounts in the file is no credit: a person looks at it', () => {
    expect(read({root: 'CreditNote', payable: '-1000', lines: [{net: '-1000'}]})).toMatchObject({
      type: 'creditNote',
      total: 1000_00,
    })
  })

  it('may be an invoice with a negative total, whose amounts stand as they are', () => {
    const note = read({payable: '-1000', lines: [{net: '-1000'}], more: reference('F-0')})
    expect(note).toMatchObject({type: 'creditNote', total: -1000_00, creditedInvoice: 'F-0'})
  })

  it('names the invoice that it credits; an invoice names none', () => {
    expect(read({root: 'CreditNote', more: reference('F-0')}).creditedInvoice).toBe('F-0')
    expect(read({root: 'CreditNote', lines: [{more: reference('F-0')}]}).creditedInvoice).toBe('F-0')
    expect(read({root: 'CreditNote'}).creditedInvoice).toBeNull()
    expect(read({more: reference('F-0')}).creditedInvoice).toBeNull()
  })

  it('names the second of two invoices in its text', () => {
    const note = read({root: 'CreditNote', more: reference('F-1') + reference('F-2') + reference('F-1')})
    expect(note.creditedInvoice).toBe('F-1')
    expect(onlyLine(note).text).toBe('Botilbud: faktura F-2')
  })
})

describe('how a file is written', () => {
  const text = anXml({note: 'Botilbud på Åkanden'})

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['ISO-8859-1', Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['Windows-1252', Buffer.from(text.replace('UTF-8', 'windows-1252'), 'latin1')],
    ['UTF-8 that says it is UTF-16', Buffer.from(text.replace('UTF-8', 'utf-16'))],
    ['without a declaration', Buffer.from(anXml({before: '', note: 'Botilbud på Åkanden'}))],
  ])('%s', (_, bytes) => {
    expect(invoiceOf(bytes)).toMatchObject({problems: [], lines: [{text: 'Botilbud: Botilbud på Åkanden'}]})
  })

  it('with any prefixes, or none', () => {
    const other = text
      .replaceAll('cbc:', 'n1:')
      .replaceAll('cac:', 'ns0:')
      .replaceAll(':cbc=', ':n1=')
      .replaceAll(':cac=', ':ns0=')
    expect(invoiceOf(other)).toEqual(invoiceOf(text))
    const bare = text.replaceAll(/<(\/?)(c[ab]c):(\w+)/g, (_, slash, prefix, name) =>
      slash
        ? `</${name}`
        : `<${name} xmlns="urn:oasis:names:specification:ubl:schema:xsd:Common${prefix === 'cac' ? 'Aggregate' : 'Basic'}Components-2"`,
    )
    expect(bare).not.toContain('cbc:ID')
    expect(invoiceOf(bare)).toEqual(invoiceOf(text))
  })

  it('elements of another namespace are not read, whatever their names', () => {
    const foreign = text
      .replace('<cbc:IssueDate>', '<x:ID xmlns:x="urn:x">X-9</x:ID><cbc:IssueDate>')
      .replace('<cbc:ID>F-1', '<y:ID xmlns:y="urn:y">Y</y:ID><cbc:ID>F-1')
    expect(invoiceOf(foreign)).toEqual(invoiceOf(text))
  })

  it('extensions, comments, CDATA and processing instructions do no harm', () => {
    const extension =
      '<ext:UBLExtensions xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><ext:UBLExtension><ext:ExtensionContent><cbc:ID>X</cbc:ID><cac:InvoiceLine><cbc:LineExtensionAmount>9</cbc:LineExtensionAmount></cac:InvoiceLine></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>'
    const busy = text
      .replace('<cbc:ID>', `${extension}<!-- <cbc:ID>Z</cbc:ID> --><?x y?><cbc:ID>`)
      .replace('Botilbud på Åkanden', '<![CDATA[Botilbud på]]> &#197;kanden')
    expect(invoiceOf(busy)).toEqual(invoiceOf(text))
  })

  it('may come in the envelope of Peppol', () => {
    const [declaration = '', ...rest] = text.split(/(?<=\?>)/)
    const open =
      '<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">'
    const header = '<StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>'
    expect(invoiceOf(`${declaration}${open}${header}${rest.join('')}</StandardBusinessDocument>`)).toEqual(
      invoiceOf(text),
    )
    expect(() => invoiceOf(`${open}${header}</StandardBusinessDocument>`)).toThrow('StandardBusinessDocument')
  })

  it('knows OIOUBL and Peppol by what they share', () => {
    expect(read({supplier: legal('12345674', '0184'), vat: '0'})).toEqual(
      read({supplier: legal('DK12345674'), vat: '0.00'}),
    )
  })
})
