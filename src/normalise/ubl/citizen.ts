/**
 * The citizen of a line of an e-invoice (`formats.md`, Invoices, the field citizenCpr): the party it is delivered to,
 * else the CPR number in the line's own texts, else the one in the document's. Ids of another known kind are never read
 * as one.
 */
import {type Cpr, cpr, cprNumbersIn} from '../../model/citizen.ts'
import type {CprField} from '../../model/invoice.ts'
import {elementsAt, type UblElement} from '../../read/ubl/element.ts'
import {maskCprCell} from '../cpr-cell.ts'

export type UblCitizen =
  | {readonly kind: 'invalid'; readonly text: string}
  /** Of the first place that holds any: none, one or several. */
  | {readonly kind: 'numbers'; readonly numbers: readonly Cpr[]}

export function citizenOfLine(line: UblElement, document: UblElement): UblCitizen {
  const delivered = [line, document].map(deliveredTo).find((ids) => ids.length > 0)
  if (delivered) {
    const read = delivered.map(({text}) => ({text, number: cpr(text.replaceAll(/[\s-]/g, ''))}))
    const invalid = read.find(({number}) => number === undefined)
    if (invalid) return {kind: 'invalid', text: maskCprCell(invalid.text)}
    return {kind: 'numbers', numbers: distinct(read.flatMap(({number}) => number ?? []))}
  }
  const ofLine = numbersIn(textsOfLine(line))
  return {kind: 'numbers', numbers: ofLine.length > 0 ? ofLine : numbersIn(textsOfDocument(document))}
}

/** Several lines as one: all that they give. */
export function citizenOfAll(citizens: readonly UblCitizen[]): UblCitizen {
  const invalid = citizens.find(({kind}) => kind === 'invalid')
  if (invalid) return invalid
  return {
    kind: 'numbers',
    numbers: distinct(citizens.flatMap((citizen) => (citizen.kind === 'numbers' ? citizen.numbers : []))),
  }
}

export function fieldOf(citizen: UblCitizen): CprField {
  if (citizen.kind === 'invalid') return citizen
  const [only, ...others] = citizen.numbers
  return only && others.length === 0 ? {kind: 'number', cpr: only} : {kind: 'empty'}
}

/** Where there are several, the text must name each of them: that is what makes the line ambiguous. */
export function withSeveral(text: string, citizen: UblCitizen): string {
  if (citizen.kind === 'invalid' || citizen.numbers.length < 2) return text
  const named = new Set(cprNumbersIn(text))
  const missing = citizen.numbers.filter((number) => !named.has(number))
  return [text, ...missing.map((number) => `CPR ${number}`)].filter(Boolean).join(': ')
}

const deliveredTo = (element: UblElement): UblElement[] =>
  elementsAt(element, 'Delivery', 'DeliveryParty', 'PartyIdentification', 'ID').filter(
    ({scheme, text}) => isCprScheme(scheme) && text !== '',
  )

/** `DK:CPR`, and its number among the electronic address schemes. */
const isCprScheme = (scheme: string): boolean => /^(?:DK:CPR|0237)$/i.test(scheme)

function textsOfLine(line: UblElement): UblElement[] {
  const properties = elementsAt(line, 'Item', 'AdditionalItemProperty').filter(
    (property) => !elementsAt(property, 'Name').some(({text}) => otherNumber.test(text)),
  )
  return [
    ...properties.flatMap(({children}) => children),
    ...elementsAt(line, 'Note'),
    ...elementsAt(line, 'Item', 'Description'),
    ...elementsAt(line, 'Item', 'Name'),
  ]
}

function textsOfDocument(document: UblElement): UblElement[] {
  const customer = elementsAt(document, 'AccountingCustomerParty')
  const contacts = customer.flatMap((party) => [
    ...elementsAt(party, 'Party', 'Contact'),
    ...party.children.filter(({name}) => name.endsWith('Contact')),
  ])
  return [
    ...elementsAt(document, 'Note'),
    ...elementsAt(document, 'OrderReference').flatMap(({children}) => children),
    ...elementsAt(document, 'BuyerReference'),
    ...contacts.flatMap(({children}) => children),
  ]
}

/** Properties whose name says that the value is a number of another kind. */
const otherNumber = /^\s*(?:p[-. ]?n(?:r|o|ummer)|produktionsenhed|ean|gln|gtin|cvr|se[-. ]?n(?:r|ummer))/i

/** Schemes of OIOUBL, UBL and the electronic address list. An id of an unknown scheme may be a CPR number. */
const knownScheme = /^(?:GLN|EAN|GTIN|DUNS|IBAN|BBAN|VAT|ISO 6523|[A-Z]{2}:[A-Z]+|\d{4})$/i

const numbersIn = (elements: readonly UblElement[]): Cpr[] =>
  distinct(
    elements
      .filter(({scheme}) => isCprScheme(scheme) || !knownScheme.test(scheme))
      .flatMap(({text}) => cprNumbersIn(text)),
  )

const distinct = (numbers: readonly Cpr[]): Cpr[] => [...new Set(numbers)]
