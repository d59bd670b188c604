/**
 * How a cell of each type is read (`formats.md`, Reading tables): one table of parsers, by the types that
 * `src/model/tables` declares. Words of `values` in `bills.yaml` are known to them.
 */
import type {Config} from '../config/schema.ts'
import {type ChartEntry, foldText, pspElement} from '../model/accounts.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Unit} from '../model/grant.ts'
import type {CprField, DocumentType} from '../model/invoice.ts'
import {memoize} from '../model/memoize.ts'
import type {Decimal, Ore} from '../model/money.ts'
import type {Expectation} from '../model/problem.ts'
import {type Cvr, cvr} from '../model/supplier.ts'
import type {CellType} from '../model/tables/field.ts'
import {type Cell, cellText} from '../read/cell.ts'
import {maskCprCell, readCpr} from './cpr-cell.ts'
import {readDate} from './dates.ts'
import {type Read, readAmount, readNumber, type Style} from './numbers.ts'
import {readDocumentType, readParagraph, readUnit, readYesNo, statusCounts} from './vocabulary.ts'

/** What a cell of each type is read as. Null: the cell is empty or cannot be read. */
export type CellValues = {
  text: string
  oneLine: string
  /** Øre. */
  amount: Ore | null
  number: Decimal | null
  date: IsoDate | null
  cpr: Cpr | null
  cvr: Cvr | null
  statedCpr: CprField
  /** Eight digits where it is a CVR number, else the text as it is. */
  statedCvr: string
  /** Without spaces, 13 digits or not. */
  gln: string
  /** Upper case; `DKK` where empty. */
  currency: string
  documentType: DocumentType | null
  unit: Unit | null
  /** Whether a row of this status counts. */
  status: boolean
  yesNo: boolean | null
  /** The section alone: `107`, `STU`, `BL 104`. */
  paragraph: string | null
  /** Folded; null is any. */
  mappingKey: string | null
  /** Upper case. */
  account: string
  /** Padded where it has the shape of a PSP element, else as it is. */
  pspElement: string
  chartType: ChartEntry['type'] | null
}

/** What was read of a cell, and what was expected where that is not what the cell holds. */
export type CellReading<Value> = {readonly value: Value; readonly expected?: Expectation}

export type CellParser<Value> = {
  /** The value of an empty cell, and of a failed formula. */
  readonly empty: Value
  /** Of a cell that holds something. `style` is how the numbers of its column are written. */
  readonly read: (cell: Cell, style: () => Style) => CellReading<Value>
  /** A failed formula is read as the text that it shows, and is no problem. */
  readonly readsFailedFormulas?: boolean
  /** What a message may show of the cell; where it is absent, whatever looks like a CPR number is masked. */
  readonly mask?: (text: string) => string
}

export type CellParsers = {readonly [Type in CellType]: CellParser<CellValues[Type]>}

/** For the cells of one table: a word that stands in many rows is read once. */
export const cellParsers = (config: Config): CellParsers => ({
  text: textParser('', (text) => ({value: text})),
  oneLine: textParser('', (text) => ({value: oneLine(text)})),
  amount: {empty: null, read: (cell, style) => readingOf(readAmount(cell, style()))},
  number: {empty: null, read: (cell, style) => readingOf(readNumber(cell, style()))},
  date: {empty: null, read: (cell) => readingOf(readDate(cell))},
  cpr: {...textParser(null, expecting('cpr', readCpr)), mask: maskCprCell},
  cvr: textParser(null, expecting('cvr', cvr)),
  statedCpr: {...textParser({kind: 'empty'}, (text) => ({value: statedCpr(text)})), readsFailedFormulas: true},
  statedCvr: {...textParser('', (text) => ({value: cvr(text) ?? text})), readsFailedFormulas: true},
  gln: textParser('', readGln),
  currency: textParser('DKK', (text) => ({value: text.toUpperCase()})),
  documentType: wordParser(expecting('documentType', (text) => readDocumentType(text, config))),
  unit: wordParser(expecting('unit', (text) => readUnit(text, config))),
  status: textParser(
    statusCounts('', config),
    memoize((text) => ({value: statusCounts(text, config)})),
  ),
  yesNo: wordParser(expecting('yesNo', (text) => readYesNo(text, config))),
  paragraph: wordParser(expecting('paragraph', readParagraph)),
  mappingKey: textParser(null, (text) => ({value: text === '*' ? null : foldText(text)})),
  account: textParser('', (text) => ({value: text.toUpperCase()})),
  pspElement: textParser('', (text) => ({value: pspElement(text) ?? text})),
  chartType: wordParser(expecting('chartType', (text) => chartTypes.get(foldText(text)))),
})

const textParser = <Value>(empty: Value, read: (text: string) => CellReading<Value>): CellParser<Value> => ({
  empty,
  read: (cell) => read(cellText(cell)),
})

/** For columns of few words in many rows. */
const wordParser = <Value>(read: (text: string) => CellReading<Value | null>): CellParser<Value | null> =>
  textParser(null, memoize(read))

const expecting =
  <Value>(expected: Expectation, read: (text: string) => Value | null | undefined) =>
  (text: string): CellReading<Value | null> => {
    const value = read(text) ?? null
    return value === null ? {value, expected} : {value}
  }

const readingOf = <Value>(read: Read<Value>): CellReading<Value | null> =>
  'value' in read ? read : {value: null, expected: read.expected}

/** A number or a name on one line, without doubled spaces. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')

function statedCpr(text: string): CprField {
  const number = readCpr(text)
  return number ? {kind: 'number', cpr: number} : {kind: 'invalid', text: maskCprCell(text)}
}

function readGln(text: string): CellReading<string> {
  const value = text.replaceAll(/\s/g, '')
  return /^\d{13}$/.test(value) ? {value} : {value, expected: 'gln'}
}

const chartTypes: ReadonlyMap<string, ChartEntry['type']> = new Map([
  ['psp', 'PSP'],
  ['art', 'Art'],
])
