/** What is wrong with a cell or a row: data, so that it can be said in Danish and English, and listed. */
import type {Source} from './source.ts'
import type {TableKind} from './tables/tables.ts'

/** What a cell or row was expected to be; the sentences are in `src/exceptions/problems.ts`. */
export type Expectation =
  | 'required'
  | 'amount'
  | 'amountDecimals'
  | 'amountBothWays'
  | 'amountAboveZero'
  | 'number'
  | 'numberBothWays'
  | 'numberNotNegative'
  | 'date'
  | 'dateInCalendar'
  | 'cpr'
  | 'cvr'
  | 'gln'
  | 'unit'
  | 'paragraph'
  | 'documentType'
  | 'yesNo'
  | 'chartType'
  | 'periodOrder'
  | 'extraCells'
  | 'formulaError'
  | 'rowsDisagree'
  | 'rowsOverlap'
  | XmlExpectation

/** What an e-invoice in XML, or a zip that holds some, was expected to be. */
export type XmlExpectation =
  | 'xmlWellFormed'
  | 'xmlEncoding'
  | 'xmlNoDocumentType'
  | 'xmlDepth'
  | 'xmlSize'
  | 'xmlTextLength'
  | 'xmlInvoice'
  | 'xmlTypeCode'
  | 'xmlNoCopy'
  | 'xmlAmount'
  | 'xmlNumber'
  | 'xmlDate'
  | 'xmlCurrency'
  | 'zipPath'
  | 'zipInZip'
  | 'zipSize'
  | 'zipReadable'

/** `column` is the header as the file has it (or the field's own), in XML the element; `value` is masked already, and cut to 60 characters. */
export type Problem = {readonly column: string; readonly value: string; readonly expected: Expectation}

/** A row that could not be read, for the list of row errors. */
export type RowError = {
  readonly source: Source
  readonly table: TableKind
  readonly problems: readonly Problem[]
}
