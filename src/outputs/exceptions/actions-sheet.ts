/** The sheet `Handlinger`: what to register or ask for, most invoices freed first. */

import {type ColumnOf, type Sheet, sheetOf} from '../../files/xlsx/sheet.ts'
import type {Language} from '../../model/language.ts'
import {ore} from '../../model/money.ts'
import type {Action} from '../../model/run.ts'
import {inLanguage} from '../../text/format.ts'

export const actionsSheet = (actions: readonly Action[], language: Language): Sheet =>
  sheetOf(inLanguage(language, 'Handlinger', 'Actions'), columnsIn(language), actions)

function columnsIn(language: Language): ColumnOf<Action>[] {
  const [what, who, code, gain, invoices, amount, upTo] = inLanguage(
    language,
    ['Handling', 'Ansvarlig', 'Kode', 'Frigør', 'Regninger', 'Beløb', 'op til'],
    ['Action', 'Owner', 'Code', 'Frees', 'Invoices', 'Amount', 'up to'],
  )
  return [
    {header: what ?? '', kind: 'wrapped', width: 90, value: ({text}) => text},
    {header: who ?? '', kind: 'text', width: 16, value: ({owner}) => owner},
    {header: code ?? '', kind: 'text', width: 26, value: ({reason}) => reason},
    {header: gain ?? '', kind: 'text', width: 9, value: ({atMost}) => (atMost ? (upTo ?? '') : '')},
    {header: invoices ?? '', kind: 'count', width: 11, value: (action) => action.invoices},
    {header: amount ?? '', kind: 'amount', width: 15, value: (action) => ore(Number(action.amount.replace('.', '')))},
  ]
}
