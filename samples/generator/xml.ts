/** Bills as e-invoices, in the two forms that Danish suppliers send: OIOUBL 2.1, and Peppol BIS Billing 3. */
import type {Bill, BillLine, IsoDate} from './model.ts'

export type XmlForm = 'oioubl' | 'peppol'

/** The document number stands before the first underscore: `^(\d+)_` finds it. */
export const xmlFileName = ({documentNumber, invoiceNumber}: Bill): string =>
  `${documentNumber}_${invoiceNumber.replaceAll(/[^\w-]/g, '-')}.xml`

/** The bill's own cells and repeated rows have no place in XML, and a total that the lines do not add up to neither. */
export const canBeXml = ({cells, repeated, total, lines}: Bill): boolean =>
  Object.keys(cells).length === 0 &&
  repeated.length === 0 &&
  (total === null || total === lines.reduce((sum, {amount}) => sum + amount, 0))

export function invoiceXml(bill: Bill, form: XmlForm): Uint8Array {
  const {c, a, names, root} = forms[form]
  const sum = bill.lines.reduce((all, {amount}) => all + amount, 0)
  const isNote = bill.type === 'Kreditnota' || sum < 0
  // A note's amounts are positive in the file; in the table they may be of either sign.
  const sign = isNote && sum < 0 ? -1 : 1
  const kind = isNote ? 'CreditNote' : 'Invoice'
  const vat = (bill.vat ?? 0) * sign
  const amount = (name: string, ore: number): string => c(name, point(ore), ` currencyID="${bill.currency || 'DKK'}"`)
  const payable = sum * sign
  const lines = bill.lines.map((line, at) => {
    const own = at === 0 ? vat : 0
    const net = line.amount * sign - own
    return a(`${kind}Line`, [
      c('ID', String(at + 1)),
      c('Note', line.text),
      c(isNote ? 'CreditedQuantity' : 'InvoicedQuantity', line.quantity.replace(',', '.') || '1', ' unitCode="EA"'),
      amount('LineExtensionAmount', net),
      period(line, form),
      form === 'oioubl' ? delivered(line, form) : '',
      form === 'oioubl' ? a('TaxTotal', [amount('TaxAmount', own), taxSubtotal(net, own, form)]) : '',
      a('Item', [
        c('Name', 'Ydelse'),
        form === 'peppol' && line.citizen !== ''
          ? a('AdditionalItemProperty', [c('Name', 'CPR'), c('Value', line.citizen)])
          : '',
        a('ClassifiedTaxCategory', [
          c('ID', own === 0 ? 'E' : 'S'),
          c('Percent', percent(net, own)),
          a('TaxScheme', [c('ID', 'VAT')]),
        ]),
      ]),
      a('Price', [amount('PriceAmount', line.unitPrice ?? net), c('BaseQuantity', '1', ' unitCode="EA"')]),
    ])
  })
  const due = c(form === 'oioubl' ? 'PaymentDueDate' : 'DueDate', bill.due)
  const document = root(kind, [
    ...(form === 'oioubl' ? [c('UBLVersionID', '2.1')] : []),
    c('CustomizationID', names.customization),
    c('ProfileID', names.profile),
    c('ID', bill.invoiceNumber),
    form === 'oioubl' ? c('CopyIndicator', 'false') : '',
    c('IssueDate', bill.issued),
    form === 'peppol' && !isNote ? due : '',
    c(`${kind}TypeCode`, isNote ? '381' : '380'),
    c('DocumentCurrencyCode', bill.currency || 'DKK'),
    c('AccountingCost', '5250124502'),
    a('AccountingSupplierParty', [a('Party', supplier(bill, form))]),
    a('AccountingCustomerParty', [a('Party', customer(bill, form))]),
    a('PaymentMeans', [
      c('ID', '1'),
      c('PaymentMeansCode', '42'),
      form === 'oioubl' || isNote ? c('PaymentDueDate', bill.due) : '',
      a('PayeeFinancialAccount', [c('ID', '0000000000'), a('FinancialInstitutionBranch', [c('ID', '0000')])]),
    ]),
    a('TaxTotal', [amount('TaxAmount', vat), taxSubtotal(payable - vat, vat, form)]),
    a('LegalMonetaryTotal', [
      amount('LineExtensionAmount', payable - vat),
      // The tax in OIOUBL, the net in Peppol.
      amount('TaxExclusiveAmount', form === 'oioubl' ? vat : payable - vat),
      amount('TaxInclusiveAmount', payable),
      amount('PayableAmount', payable),
    ]),
    ...lines,
  ])
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`)
}

function supplier({cvr, supplierName}: Bill, form: XmlForm): string[] {
  const {c, a, names} = forms[form]
  return [
    c('EndpointID', `${names.cvrPrefix}${cvr}`, ` schemeID="${names.cvrScheme}"`),
    a('PartyIdentification', [c('ID', `${names.cvrPrefix}${cvr}`, ` schemeID="${names.cvrScheme}"`)]),
    a('PartyName', [c('Name', supplierName)]),
    address(form),
    a('PartyTaxScheme', [c('CompanyID', `DK${cvr}`), a('TaxScheme', [c('ID', names.tax)])]),
    a('PartyLegalEntity', [
      c('RegistrationName', supplierName),
      c('CompanyID', `${names.cvrPrefix}${cvr}`, ` schemeID="${names.cvrScheme}"`),
    ]),
    a('Contact', [c('ID', '1'), c('Name', 'Kontoret'), c('Telephone', '00000000')]),
  ]
}

function customer({gln}: Bill, form: XmlForm): string[] {
  const {c, a, names} = forms[form]
  return [
    gln === '' ? '' : c('EndpointID', gln, ` schemeID="${names.glnScheme}"`),
    a('PartyIdentification', [c('ID', '1002003004', ` schemeID="${names.pScheme}"`)]),
    a('PartyName', [c('Name', 'Kommunen')]),
    address(form),
    a('Contact', [c('ID', 'Z123456'), c('Name', 'Afdelingen')]),
  ]
}

function address(form: XmlForm): string {
  const {c, a} = forms[form]
  return a('PostalAddress', [
    c('StreetName', 'Vejen'),
    c('BuildingNumber', '1'),
    c('CityName', 'Byen'),
    c('PostalZone', '0000'),
    a('Country', [c('IdentificationCode', 'DK')]),
  ])
}

function period({from, to}: BillLine, form: XmlForm): string {
  const {c, a} = forms[form]
  const day = (name: string, date: IsoDate | null): string => (date === null ? '' : c(name, date))
  return from === null && to === null ? '' : a('InvoicePeriod', [day('StartDate', from), day('EndDate', to)])
}

function delivered({citizen}: BillLine, form: XmlForm): string {
  const {c, a} = forms[form]
  if (citizen === '') return ''
  return a('Delivery', [
    a('DeliveryParty', [a('PartyIdentification', [c('ID', citizen, ' schemeID="DK:CPR" schemeAgencyID="320"')])]),
  ])
}

function taxSubtotal(net: number, vat: number, form: XmlForm): string {
  const {c, a, names} = forms[form]
  return a('TaxSubtotal', [
    c('TaxableAmount', point(net), ' currencyID="DKK"'),
    c('TaxAmount', point(vat), ' currencyID="DKK"'),
    a('TaxCategory', [
      c('ID', vat === 0 ? names.noTax : names.someTax),
      c('Percent', percent(net, vat)),
      a('TaxScheme', [c('ID', names.tax), c('Name', 'Moms')]),
    ]),
  ])
}

/** `1234.50` */
const point = (ore: number): string => {
  const digits = String(Math.abs(ore)).padStart(3, '0')
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Of the net amount, so that it gives the VAT to the øre. */
const percent = (net: number, vat: number): string => (vat === 0 ? '0' : String(Number(((vat / net) * 100).toFixed(6))))

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Writers = {
  /** A text; nothing where it is empty. */
  readonly c: (name: string, text: string, attributes?: string) => string
  /** Elements. */
  readonly a: (name: string, parts: readonly string[]) => string
  readonly root: (name: string, parts: readonly string[]) => string
}

const uri = (name: string): string => `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`

function writers(basic: string, aggregate: string, own: string): Writers {
  const whole = (name: string, parts: readonly string[], attributes = ''): string =>
    [`<${name}${attributes}>`, ...parts.filter(Boolean), `</${name}>`].join('\n')
  return {
    c: (name, text, attributes = '') =>
      text === '' ? '' : `<${basic}:${name}${attributes}>${escaped(text)}</${basic}:${name}>`,
    a: (name, parts) => whole(`${aggregate}:${name}`, parts),
    root: (name, parts) =>
      whole(
        own === '' ? name : `${own}:${name}`,
        parts,
        ` xmlns${own === '' ? '' : `:${own}`}="${uri(name)}" xmlns:${aggregate}="${uri('CommonAggregateComponents')}" xmlns:${basic}="${uri('CommonBasicComponents')}"`,
      ),
  }
}

/** Prefixes are anyone's choice: those of Peppol are other ones here. */
const forms = {
  oioubl: {
    ...writers('cbc', 'cac', ''),
    names: {
      customization: 'OIOUBL-2.1',
      profile: 'urn:www.nesubl.eu:profiles:profile5:ver2.0',
      cvrScheme: 'DK:CVR',
      cvrPrefix: 'DK',
      glnScheme: 'GLN',
      pScheme: 'DK:P',
      tax: '63',
      noTax: 'ZeroRated',
      someTax: 'StandardRated',
    },
  },
  peppol: {
    ...writers('b', 'a', 'ubl'),
    names: {
      customization: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      profile: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
      cvrScheme: '0184',
      cvrPrefix: '',
      glnScheme: '0088',
      pScheme: '0096',
      tax: 'VAT',
      noTax: 'E',
      someTax: 'S',
    },
  },
} as const
