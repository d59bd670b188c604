/** The sheet `Kandidater`: every grant of each line's citizen, with the step that excluded it and the two values compared. */

import type {GrantsById} from '../../exceptions/grants-by-id.ts'
import {stepTexts} from '../../exceptions/step-texts.ts'
import {type ColumnOf, type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import {type IsoDate, openEnd} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {Language} from '../../model/language.ts'
import {oreOfJson} from '../../model/money.ts'
import type {Candidate} from '../../model/verdict.ts'
import {danishDate} from '../../text/dates.ts'
import {inLanguage} from '../../text/format.ts'
import {amountText} from '../../text/numbers.ts'
import type {ExceptionRow} from './exception-rows.ts'

type Line = {readonly row: ExceptionRow; readonly candidate: Candidate; readonly grant: Grant | undefined}

/** In the order of the exceptions, then by grant. */
export function candidatesSheet(rows: readonly ExceptionRow[], grants: GrantsById, language: Language): Sheet {
  const lines = rows.flatMap((row) =>
    row.verdict.evidence.candidates.map((candidate): Line => ({row, candidate, grant: grants.get(candidate.grantId)})),
  )
  return sheetOf(inLanguage(language, 'Kandidater', 'Candidates'), columnsIn(language), lines)
}

function columnsIn(language: Language): ColumnOf<Line>[] {
  return [
    {header: 'Bilagsnummer', kind: 'text', width: 16, value: ({row}) => row.invoice.documentNumber},
    {header: 'Fakturanummer', kind: 'text', width: 18, value: ({row}) => row.invoice.invoiceNumber},
    {header: 'Linje', kind: 'text', width: 8, value: ({row}) => row.verdict.line.lineNumber},
    {header: 'Bevillings-id', kind: 'text', width: 16, value: ({candidate}) => candidate.grantId},
    {
      header: inLanguage(language, 'Udelukket af', 'Excluded by'),
      kind: 'text',
      width: 22,
      value: ({candidate}) => stepText(candidate, language),
    },
    {
      header: inLanguage(language, 'Bevillingen har', 'The grant has'),
      kind: 'wrapped',
      width: 34,
      value: ({candidate}) => inDanish(candidate.grantValue),
    },
    {
      header: inLanguage(language, 'Linjen har', 'The line has'),
      kind: 'wrapped',
      width: 26,
      value: ({candidate}) => inDanish(candidate.lineValue),
    },
    {header: 'Forventet beløb', kind: 'amount', width: 13, value: ({candidate}) => candidate.expected},
    {
      header: inLanguage(language, 'Dækker fra', 'Covers from'),
      kind: 'day',
      width: 12,
      value: ({candidate}) => candidate.covered?.from ?? null,
    },
    {
      header: inLanguage(language, 'Dækker til', 'Covers to'),
      kind: 'day',
      width: 12,
      value: ({candidate}) => candidate.covered?.to ?? null,
    },
    {header: 'CVR-nummer', kind: 'text', width: 13, value: ({grant}) => grant?.supplierCvr ?? ''},
    {header: 'Leverandør', kind: 'wrapped', width: 28, value: ({grant}) => grant?.supplierName ?? ''},
    {header: 'Paragraf', kind: 'text', width: 10, value: ({grant}) => grant?.paragraph ?? ''},
    {header: 'Indsats', kind: 'wrapped', width: 28, value: ({grant}) => grant?.services.at(-1)?.service ?? ''},
    {header: 'Takst', kind: 'amount', width: 13, value: ({grant}) => grant?.rates.at(-1)?.rate ?? null},
    {header: 'Takstenhed', kind: 'text', width: 12, value: ({grant}) => grant?.unit ?? ''},
    {header: 'Startdato', kind: 'day', width: 14, value: ({grant}) => grant?.services[0]?.from ?? null},
    {header: 'Slutdato', kind: 'day', width: 14, value: ({grant}) => closed(grant?.services.at(-1)?.to)},
    {header: 'Betalt til', kind: 'day', width: 14, value: ({grant}) => grant?.paidTo ?? null},
  ]
}

/** The values compared are written as in JSON: days become `31-03-2026`, amounts `12.345,00`. */
const inDanish = (value: string): string =>
  value
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) => danishDate(date as IsoDate))
    .replaceAll(/(?<![\d.-])-?\d+\.\d{2}(?![\d.])/g, (amount) => amountText(oreOfJson(amount), 'da'))

const closed = (date: IsoDate | undefined): IsoDate | null => (date === undefined || date === openEnd ? null : date)

const stepText = ({excludedBy}: Candidate, language: Language): string =>
  excludedBy === null ? inLanguage(language, '(tilbage)', '(left)') : stepTexts[excludedBy].excluded[language]
