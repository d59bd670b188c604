/**
 * The lines of an e-invoice (`formats.md`, Invoices). The amounts of the file are without VAT, which is added; lines
 * that then do not add up to what is payable (charges, allowances, prepayment or rounding on the document, or an
 * amount that cannot be read) become one line of the whole.
 */
import type {InvoiceLine} from '../../model/invoice.ts'
import {
  compareFractions,
  type Fraction,
  fraction,
  fractionOf,
  type Ore,
  ore,
  roundToOre,
  sumOre,
  times,
  zeroOre,
} from '../../model/money.ts'
import {longestCell} from '../../read/cell.ts'
import {elementsAt, textAt, type UblElement} from '../../read/ubl/element.ts'
import {citizenOfAll, citizenOfLine, fieldOf, type UblCitizen, withSeveral} from './citizen.ts'
import {distinctPeriods, periodOf, periodsIn, type UblPeriod} from './period.ts'
import {cleanText, oneLine, type UblValues} from './values.ts'

/** A line as the file has it: amounts in øre and with the file's sign. */
type ReadLine = {
  readonly row: number
  readonly id: string
  /** VAT included; null where it cannot be read. */
  readonly amount: Ore | null
  readonly vat: Ore
  readonly quantity: InvoiceLine['quantity']
  readonly unitPrice: Ore | null
  readonly citizen: UblCitizen
  readonly periods: readonly UblPeriod[]
  /** Name, description and notes. */
  readonly texts: readonly string[]
}

/** What is to be paid, and the VAT in it: øre, with the sign they have in the end. */
export type UblTotals = {readonly payable: Ore; readonly vat: Ore; readonly sign: (amount: Ore) => Ore}

/** The amounts of the lines always add up to what is payable. */
export function ublLines(document: UblElement, currency: string, totals: UblTotals, values: UblValues): InvoiceLine[] {
  const ofDocument = periodsIn(document, 1, values)
  const lines = document.children
    .filter(({name}) => name === 'InvoiceLine' || name === 'CreditNoteLine')
    .map((line, index) => readLine(line, index + 1, document, currency, ofDocument, values))
  const notes = textsAt(document, 'Note')
  const {payable, sign} = totals
  const amounts = lines.flatMap(({amount}) => amount ?? [])
  const addUp = lines.length > 0 && amounts.length === lines.length && sign(sumOre(amounts)) === payable
  const made = addUp
    ? lines.map((line) => invoiceLine(line, notes, totals, values))
    : [wholeLine(lines, document, notes, ofDocument, totals, values)]
  for (const {text, source} of made) {
    if (text.length > longestCell) values.fail(source.row, 'Note', text, 'xmlTextLength')
  }
  return made.map((line) => ({...line, text: line.text.slice(0, longestCell)}))
}

function readLine(
  line: UblElement,
  row: number,
  document: UblElement,
  currency: string,
  ofDocument: readonly UblPeriod[],
  values: UblValues,
): ReadLine {
  const [extension] = elementsAt(line, 'LineExtensionAmount')
  const net = values.amount(row, 'LineExtensionAmount', extension)
  if (!extension?.text) values.fail(row, 'LineExtensionAmount', '', 'required')
  if (extension?.currency && extension.currency !== currency) {
    values.fail(row, 'LineExtensionAmount', extension.currency, 'xmlCurrency')
  }
  const vat = net === null ? null : vatOfLine(line, net, row, currency, values)
  const [quantity] = [...elementsAt(line, 'InvoicedQuantity'), ...elementsAt(line, 'CreditedQuantity')]
  const ofLine = periodsIn(line, row, values)
  return {
    row,
    id: oneLine(textAt(line, 'ID')),
    amount: net === null || vat === null ? null : ore(net + vat),
    vat: vat ?? zeroOre,
    quantity: values.number(row, quantity?.name ?? 'InvoicedQuantity', quantity),
    unitPrice: unitPriceOf(line, row, values),
    citizen: citizenOfLine(line, document),
    periods: ofLine.length > 0 ? ofLine : ofDocument,
    texts: [...textsAt(line, 'Item', 'Name'), ...textsAt(line, 'Item', 'Description'), ...textsAt(line, 'Note')],
  }
}

function invoiceLine(line: ReadLine, notes: readonly string[], {vat, sign}: UblTotals, values: UblValues): InvoiceLine {
  const period = periodOf(line.periods)
  return {
    source: values.sourceOf(line.row),
    lineNumber: line.id,
    amount: sign(line.amount ?? zeroOre),
    cprField: fieldOf(line.citizen),
    periodFrom: period.from,
    periodTo: period.to,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    vat: vat === 0 ? sign(line.vat) : vat,
    text: withSeveral(joined([...line.texts, ...notes, period.text]), line.citizen),
  }
}

/** All texts; the citizen and the period that all lines giving any agree on; no quantity or price. */
function wholeLine(
  lines: readonly ReadLine[],
  document: UblElement,
  notes: readonly string[],
  ofDocument: readonly UblPeriod[],
  {payable, vat, sign}: UblTotals,
  values: UblValues,
): InvoiceLine {
  const citizen = citizenOfAll(
    lines.length > 0 ? lines.map((line) => line.citizen) : [citizenOfLine(nothing, document)],
  )
  const period = periodOf(lines.length > 0 ? distinctPeriods(lines.flatMap(({periods}) => periods)) : ofDocument)
  return {
    source: values.sourceOf(1),
    lineNumber: '1',
    amount: payable,
    cprField: fieldOf(citizen),
    periodFrom: period.from,
    periodTo: period.to,
    quantity: null,
    unitPrice: null,
    vat: vat === 0 ? sign(sumOre(lines.map((line) => line.vat))) : vat,
    text: withSeveral(joined([...lines.flatMap(({texts}) => texts), ...notes, period.text]), citizen),
  }
}

const nothing: UblElement = {name: '', text: '', scheme: '', currency: '', children: []}

/** Its TaxTotal; else its category's per cent of the net amount, to the øre. Null where that cannot be read. */
function vatOfLine(line: UblElement, net: Ore, row: number, currency: string, values: UblValues): Ore | null {
  const taxes = taxAmounts(line, currency)
  if (taxes.length > 0) {
    const read = taxes.map((tax) => values.amount(row, 'TaxTotal/TaxAmount', tax))
    return read.includes(null) ? null : sumOre(read.flatMap((tax) => tax ?? []))
  }
  const [percent] = elementsAt(line, 'Item', 'ClassifiedTaxCategory', 'Percent')
  const number = values.number(row, 'ClassifiedTaxCategory/Percent', percent)
  if (number === null) return percent?.text ? null : zeroOre
  const share = times(fractionOf(number), fraction(1, 100))
  if (compareFractions(share, fraction(0)) < 0 || compareFractions(share, fraction(1)) > 0) {
    values.fail(row, 'ClassifiedTaxCategory/Percent', percent?.text ?? '', 'xmlNumber')
    return null
  }
  return roundToOre(times(fraction(net), share))
}

/** A second total is the tax in the accounting currency: those in the document's own count, if there are any. */
export function taxAmounts(element: UblElement, currency: string): readonly UblElement[] {
  const all = elementsAt(element, 'TaxTotal', 'TaxAmount')
  const inCurrency = all.filter((tax) => tax.currency === '' || tax.currency === currency)
  return inCurrency.length > 0 ? inCurrency : all
}

/** Øre for one unit; null where there is none, or none that is whole øre. */
function unitPriceOf(line: UblElement, row: number, values: UblValues): Ore | null {
  const [price] = elementsAt(line, 'Price', 'PriceAmount')
  const [base] = elementsAt(line, 'Price', 'BaseQuantity')
  const amount = values.number(row, 'Price/PriceAmount', price)
  const quantity = base?.text ? values.number(row, 'Price/BaseQuantity', base) : {digits: 1, decimals: 0}
  if (!amount || !quantity || quantity.digits <= 0) return null
  return wholeOre(times(times(fractionOf(amount), fraction(100)), inverse(fractionOf(quantity))))
}

const inverse = ({numerator, denominator}: Fraction): Fraction => ({numerator: denominator, denominator: numerator})

function wholeOre({numerator, denominator}: Fraction): Ore | null {
  const whole = Number(numerator / denominator)
  return numerator % denominator === 0n && Number.isSafeInteger(whole) ? ore(whole) : null
}

const textsAt = (element: UblElement, name: string, ...path: readonly string[]): string[] =>
  elementsAt(element, name, ...path).flatMap(({text}) => cleanText(text) || [])

/**
 * Each text once. A colon keeps numbers of two texts apart, and lets a month's name count after a service's (a line
 * end, a dash or a slash would make one of them, or a period, of what is on either side).
 */
const joined = (texts: readonly string[]): string => [...new Set(texts.filter(Boolean))].join(': ')
