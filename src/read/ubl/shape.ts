/**
 * What is read of an e-invoice (`formats.md`, Invoices). OIOUBL 2.0x and 2.1 and Peppol BIS Billing 3 share UBL's
 * names, so one shape fits them all. Whatever is not in it (attachments, extensions, addresses) is skipped unread.
 */
export type Shape = {readonly [name: string]: Shape | 'text'}

export type RootName = 'Invoice' | 'CreditNote'

const ids = {ID: 'text'} as const
const period = {StartDate: 'text', EndDate: 'text'} as const
const taxTotal = {TaxAmount: 'text'} as const
const delivery = {DeliveryParty: {PartyIdentification: ids}} as const
const billingReference = {InvoiceDocumentReference: ids} as const
const contact = {ID: 'text', Name: 'text', Note: 'text'} as const

const line: Shape = {
  ID: 'text',
  Note: 'text',
  InvoicedQuantity: 'text',
  CreditedQuantity: 'text',
  LineExtensionAmount: 'text',
  InvoicePeriod: period,
  BillingReference: billingReference,
  Delivery: delivery,
  TaxTotal: taxTotal,
  Item: {
    Description: 'text',
    Name: 'text',
    AdditionalItemProperty: {Name: 'text', Value: 'text'},
    ClassifiedTaxCategory: {Percent: 'text'},
  },
  Price: {PriceAmount: 'text', BaseQuantity: 'text'},
}

const document: Shape = {
  ID: 'text',
  CopyIndicator: 'text',
  IssueDate: 'text',
  DueDate: 'text',
  Note: 'text',
  DocumentCurrencyCode: 'text',
  BuyerReference: 'text',
  InvoicePeriod: period,
  OrderReference: {ID: 'text', SalesOrderID: 'text', CustomerReference: 'text'},
  BillingReference: billingReference,
  AccountingSupplierParty: {
    Party: {
      EndpointID: 'text',
      PartyIdentification: ids,
      PartyName: {Name: 'text'},
      PartyTaxScheme: {CompanyID: 'text'},
      PartyLegalEntity: {RegistrationName: 'text', CompanyID: 'text'},
    },
  },
  AccountingCustomerParty: {
    Party: {EndpointID: 'text', Contact: contact},
    DeliveryContact: contact,
    AccountingContact: contact,
    BuyerContact: contact,
  },
  Delivery: delivery,
  PaymentMeans: {PaymentDueDate: 'text'},
  TaxTotal: taxTotal,
  LegalMonetaryTotal: {PayableAmount: 'text'},
}

export const shapes: Readonly<Record<RootName, Shape>> = {
  Invoice: {...document, InvoiceTypeCode: 'text', InvoiceLine: line},
  CreditNote: {...document, CreditNoteTypeCode: 'text', CreditNoteLine: line},
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:'

export const rootUris: Readonly<Record<RootName, string>> = {
  Invoice: `${ubl}Invoice-2`,
  CreditNote: `${ubl}CreditNote-2`,
}

/** The namespaces of the elements in a document: aggregates hold elements, basic components text. */
export const aggregateUri = `${ubl}CommonAggregateComponents-2`
export const basicUri = `${ubl}CommonBasicComponents-2`

/** The envelope (SBDH) in which Peppol documents travel. */
export const envelope = {
  name: 'StandardBusinessDocument',
  uri: 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader',
} as const
