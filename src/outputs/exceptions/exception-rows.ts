/**
 * The exception report as rows, for its CSV file and its workbook alike (`formats.md`, exceptions): one row for each
 * line of an invoice left to a person, by due date, then by document, invoice and line.
 */

import {catalogue, ownerOf} from '../../exceptions/catalogue.ts'
import type {GrantsById} from '../../exceptions/grants-by-id.ts'
import {suggestion} from '../../exceptions/suggestion.ts'
import type {IsoDate, Period} from '../../model/calendar.ts'
import {compareLineNumbers, type Invoice, type InvoiceLine} from '../../model/invoice.ts'
import type {Language} from '../../model/language.ts'
import {type Ore, ore} from '../../model/money.ts'
import type {Owner, ReasonCode} from '../../model/reason.ts'
import {compareSources, compareText} from '../../model/source.ts'
import type {InvoiceVerdict, LineVerdict} from '../../model/verdict.ts'

/** The headers are the same whatever the language of the files. */
export const exceptionColumns = [
  'Kode',
  'Årsag',
  'Ansvarlig',
  'Forslag',
  'Bilagsnummer',
  'Fakturanummer',
  'Linje',
  'Fakturadato',
  'Forfaldsdato',
  'CVR-nummer',
  'Leverandør',
  'CPR-nummer',
  'Beløb',
  'Periode fra',
  'Periode til',
  'Bevillings-id',
  'Forventet beløb',
  'Difference',
  'Sagsbehandler',
  'Kilde',
  'Række',
] as const

export type ExceptionColumn = (typeof exceptionColumns)[number]

export type ExceptionRow = {
  readonly code: ReasonCode
  readonly owner: Owner
  readonly sentence: string
  readonly suggestion: string
  readonly invoice: Invoice
  readonly documentKey: string
  readonly verdict: LineVerdict
  /** Whole, `DDMMYY-NNNN`; what the field holds where that is no CPR number; empty where there is none. */
  readonly cpr: string
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  /** The one nearest grant; empty where none or several are. */
  readonly grantId: string
  readonly expected: Ore | null
  /** The line's amount less what was expected. */
  readonly difference: Ore | null
  readonly caseworkers: string
}

export function exceptionRows(
  verdicts: readonly InvoiceVerdict[],
  grants: GrantsById,
  language: Language,
): ExceptionRow[] {
  return verdicts
    .filter(({outcome}) => outcome === 'exception')
    .flatMap((verdict) => failing(verdict.lines).map((line) => exceptionRow(verdict, line, grants, language)))
    .toSorted(compareRows)
}

/** Without comment lines, which have no reason (`matching.md`, before section 1). */
const failing = (lines: readonly LineVerdict[]): readonly LineVerdict[] =>
  lines.some(({reason}) => reason !== null) ? lines.filter(({reason}) => reason !== null) : lines

function exceptionRow(
  {invoice, documentKey, reason}: InvoiceVerdict,
  verdict: LineVerdict,
  grants: GrantsById,
  language: Language,
): ExceptionRow {
  const {line, evidence, expected} = verdict
  const code = verdict.reason ?? reason ?? 'OTHER_LINE_FAILED'
  const [nearest, ...others] = evidence.nearest
  const isOne = nearest !== undefined && others.length === 0
  const caseworkers = new Set(evidence.nearest.flatMap((id) => grants.get(id)?.caseworker.trim() || []))
  return {
    code,
    owner: ownerOf(code, evidence),
    sentence: catalogue[code].sentence[language],
    suggestion: suggestion({...verdict, reason: code}, invoice, grants, language),
    invoice,
    documentKey,
    verdict,
    cpr: citizenOf(verdict),
    ...periodOf(verdict),
    grantId: isOne ? nearest : '',
    expected: isOne ? expected : null,
    difference: isOne && expected !== null ? ore(line.amount - expected) : null,
    caseworkers: [...caseworkers].toSorted(compareText).join(', '),
  }
}

/** The established period, else the columns as they were read. */
const periodOf = ({period, line}: LineVerdict): {from: IsoDate | null; to: IsoDate | null} => {
  const established: Period | null = period
  return established ? {from: established.from, to: established.to} : {from: line.periodFrom, to: line.periodTo}
}

function citizenOf({citizen, line}: LineVerdict): string {
  if (citizen) return withHyphen(citizen)
  const {cprField} = line
  if (cprField.kind === 'empty') return ''
  return cprField.kind === 'number' ? withHyphen(cprField.cpr) : cprField.text
}

const withHyphen = (digits: string): string => `${digits.slice(0, 6)}-${digits.slice(6)}`

/** Without a due date last. */
function compareRows(a: ExceptionRow, b: ExceptionRow): number {
  const byInvoice =
    compareText(a.invoice.dueDate ?? '9999-99-99', b.invoice.dueDate ?? '9999-99-99') ||
    compareText(a.invoice.documentNumber, b.invoice.documentNumber) ||
    compareText(a.invoice.invoiceNumber, b.invoice.invoiceNumber) ||
    compareText(a.documentKey, b.documentKey)
  return byInvoice || compareLines(a.verdict.line, b.verdict.line)
}

const compareLines = (a: InvoiceLine, b: InvoiceLine): number =>
  compareLineNumbers(a.lineNumber, b.lineNumber) || compareSources(a.source, b.source)
