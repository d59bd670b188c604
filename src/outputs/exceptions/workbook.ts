/**
 * `exceptions.xlsx`: where people work (`formats.md`, exceptions). The exceptions with a place for their answer, then
 * the actions, the candidates of each line and the row errors.
 */

import type {MatchConfig} from '../../config/schema.ts'
import type {GrantsById} from '../../exceptions/grants-by-id.ts'
import {
  type CellValue,
  type ColumnKind,
  type ColumnOf,
  type DropDown,
  type Sheet,
  sheetOf,
  type Tint,
} from '../../files/xlsx/sheet.ts'
import {workbookBytes} from '../../files/xlsx/workbook.ts'
import type {Language} from '../../model/language.ts'
import type {Owner} from '../../model/reason.ts'
import type {Action, FinishedRun} from '../../model/run.ts'
import {inLanguage} from '../../text/format.ts'
import {actionsSheet} from './actions-sheet.ts'
import {candidatesSheet} from './candidates-sheet.ts'
import {choicesFor, type ListColumn, listColumn} from './decision-lists.ts'
import {type ExceptionColumn, type ExceptionRow, exceptionColumns} from './exception-rows.ts'
import {rowErrorsSheet} from './row-errors-sheet.ts'

/** Filled in by people; fixed headers, whatever the language. */
export const decisionColumns = ['Beslutning', 'Besluttet af', 'Begrundelse'] as const

/** Hidden, for reading the workbook back: the run, the document's key in the ledger, and the line's number. */
export const hiddenColumns = ['run', 'document', 'line'] as const

export const sheetNames = {
  exceptions: {da: 'Undtagelser', en: 'Exceptions'},
  lists: {da: 'Lister', en: 'Lists'},
} as const

export function exceptionsWorkbook(
  run: FinishedRun,
  config: MatchConfig,
  rows: readonly ExceptionRow[],
  todo: readonly Action[],
  grants: GrantsById,
): Promise<Uint8Array> {
  const language: Language = config.language ?? 'da'
  const choices = rows.map(choicesFor(run.read.batch.register, config))
  const lists = listColumn(choices)
  return workbookBytes(
    [
      exceptionsSheet(run.stamp.runId, rows, choices, lists, language),
      actionsSheet(todo, language),
      candidatesSheet(rows, grants, language),
      rowErrorsSheet(run.read.rowErrors, language),
      listsSheet(lists, language),
    ],
    new Date(run.stamp.startedAt),
  )
}

function exceptionsSheet(
  runId: string,
  rows: readonly ExceptionRow[],
  choices: readonly (readonly string[])[],
  lists: ListColumn,
  language: Language,
): Sheet {
  const fixed = exceptionColumns.map((header): ColumnOf<ExceptionRow> => ({header, ...columns[header]}))
  const answers = decisionColumns.map(
    (header): ColumnOf<ExceptionRow> => ({header, kind: 'text', width: 20, answer: true, value: () => null}),
  )
  const [run, document, line] = hiddenColumns
  const hidden: ColumnOf<ExceptionRow>[] = [
    {header: run, kind: 'text', width: 18, hidden: true, value: () => runId},
    {header: document, kind: 'text', width: 18, hidden: true, value: ({documentKey}) => documentKey},
    {header: line, kind: 'text', width: 8, hidden: true, value: ({verdict}) => verdict.line.lineNumber},
  ]
  return sheetOf(sheetNames.exceptions[language], [...fixed, ...answers, ...hidden], rows, {
    dropDowns: dropDowns(choices, lists, language),
    tints: rows.map(({owner}) => tintOfOwner[owner]),
  })
}

/** Who acts is seen at a glance. */
const tintOfOwner: Readonly<Record<Owner, Tint>> = {
  Sagsbehandler: 'sky',
  Administration: 'mint',
  Regnskab: 'sand',
  Kontoplan: 'rose',
}

function dropDowns(choices: readonly (readonly string[])[], lists: ListColumn, language: Language): DropDown[] {
  const found: DropDown[] = []
  const refusal = inLanguage(
    language,
    'Vælg en bevilling fra listen, Betalt manuelt eller Afvis; eller lad cellen stå tom.',
    'Choose a grant from the list, Betalt manuelt or Afvis; or leave the cell empty.',
  )
  choices.forEach((each, at) => {
    const {first, last} = lists.rowsOf(each)
    const range = `${sheetNames.lists[language]}!$A$${first}:$A$${last}`
    const before = found.at(-1)
    if (before?.range === range) found[found.length - 1] = {...before, lastRow: at + 2}
    else found.push({column: exceptionColumns.length + 1, firstRow: at + 2, lastRow: at + 2, range, refusal})
  })
  return found
}

const listsSheet = ({values}: ListColumn, language: Language): Sheet =>
  sheetOf(
    sheetNames.lists[language],
    [{header: 'Beslutning', kind: 'text', width: 20, value: (each: string) => each}],
    values,
    {
      hidden: true,
      frozenColumns: 0,
    },
  )

type Told = {readonly kind: ColumnKind; readonly width: number; readonly value: (row: ExceptionRow) => CellValue}

const columns: Readonly<Record<ExceptionColumn, Told>> = {
  Kode: {kind: 'text', width: 25, value: ({code}) => code},
  Årsag: {kind: 'wrapped', width: 34, value: ({sentence}) => sentence},
  Ansvarlig: {kind: 'text', width: 15, value: ({owner}) => owner},
  Forslag: {kind: 'wrapped', width: 64, value: ({suggestion}) => suggestion},
  Bilagsnummer: {kind: 'text', width: 16, value: ({invoice}) => invoice.documentNumber},
  Fakturanummer: {kind: 'text', width: 18, value: ({invoice}) => invoice.invoiceNumber},
  Linje: {kind: 'text', width: 9, value: ({verdict}) => verdict.line.lineNumber},
  Fakturadato: {kind: 'day', width: 14, value: ({invoice}) => invoice.issueDate},
  Forfaldsdato: {kind: 'day', width: 15, value: ({invoice}) => invoice.dueDate},
  'CVR-nummer': {kind: 'text', width: 15, value: ({invoice}) => invoice.supplierCvr},
  Leverandør: {kind: 'wrapped', width: 28, value: ({invoice}) => invoice.supplierName},
  'CPR-nummer': {kind: 'text', width: 15, value: ({cpr}) => cpr},
  Beløb: {kind: 'amount', width: 13, value: ({verdict}) => verdict.line.amount},
  'Periode fra': {kind: 'day', width: 14, value: ({from}) => from},
  'Periode til': {kind: 'day', width: 14, value: ({to}) => to},
  'Bevillings-id': {kind: 'text', width: 16, value: ({grantId}) => grantId},
  'Forventet beløb': {kind: 'amount', width: 13, value: ({expected}) => expected},
  Difference: {kind: 'amount', width: 13, value: ({difference}) => difference},
  Sagsbehandler: {kind: 'wrapped', width: 20, value: ({caseworkers}) => caseworkers},
  Kilde: {kind: 'text', width: 18, value: ({verdict}) => verdict.line.source.file},
  Række: {kind: 'count', width: 10, value: ({verdict}) => verdict.line.source.row},
}
