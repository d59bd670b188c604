/** The words of the terminal's rendering of `validate-mapping`, in Danish and English (`commands.md`). */
import type {Affected} from '../../checks/finding.ts'
import type {Assignment, AssignmentReason} from '../../checks/mapping/account-assignment.ts'
import type {Replayed} from '../../checks/mapping/replay-postings.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Language} from '../../model/language.ts'
import {dayText, inLanguage, kronerText, listText} from '../../text/format.ts'
import {countText} from '../../text/numbers.ts'
import type {MappingFacts} from './result.ts'

export type MappingWords = {
  readonly heading: (facts: MappingFacts) => string
  readonly nothing: string
  readonly errors: (count: number) => string
  readonly warnings: (count: number) => string
  readonly rows: (rows: readonly number[], isChart: boolean) => string
  readonly affected: (affected: Affected) => string
  readonly changes: (count: number) => string
  readonly noChanges: string
  readonly was: string
  readonly becomes: string
  readonly assignment: (assignment: Assignment) => string
  readonly any: string
  readonly posted: (invoices: number, from: IsoDate, to: IsoDate) => string
  readonly nonePosted: string
  readonly replayed: Readonly<Record<Replayed, string>>
  readonly codes: Readonly<Record<AssignmentReason, string>>
  readonly invoices: string
  readonly kroner: string
  readonly giveGrants: string
  readonly notInRegister: string
  readonly onClosed: (invoices: number) => string
  readonly fixed: (file: string, cells: number) => string
  readonly notFixed: string
  readonly formulas: (rows: readonly number[]) => string
  readonly workbook: (file: string) => string
}

export const mappingWordsIn = (language: Language): MappingWords => inLanguage(language, danish, english)

/** Of row numbers in a list: every one. */
const all = Number.POSITIVE_INFINITY
const [da, en] = ['da', 'en'] as const

const danish: MappingWords = {
  heading: ({mapping, chart, grants, day}) =>
    `Støttearket ${mapping.name}, ${counted(mapping.rows, 'række', 'rækker', da)}, holdt op mod ${chart.name}, ${counted(chart.numbers, 'nummer', 'numre', da)}${grants === null ? '' : `, og ${counted(grants, 'bevilling', 'bevillinger', da)}`}, pr. ${dayText(day, da)}`,
  nothing: 'Intet at rette.',
  errors: (count) => `${countText(count, da)} fejl`,
  warnings: (count) => counted(count, 'advarsel', 'advarsler', da),
  rows: (rows, isChart) => `${isChart ? 'Kontoplanen, række' : 'Række'} ${listText(rows.map(String), da, all)}`,
  affected: ({grants, monthly}) =>
    `${counted(grants, 'bevilling', 'bevillinger', da)}, ${kronerText(monthly, da)} om måneden`,
  changes: (count) => `Konteres anderledes end før (${countText(count, da)})`,
  noChanges: 'Intet konteres anderledes end før.',
  was: 'var',
  becomes: 'bliver',
  assignment: (assignment) => assignmentText(assignment, danish.codes),
  any: 'alle',
  posted: (invoices, from, to) =>
    `${counted(invoices, 'regning', 'regninger', da)} udstedt ${dayText(from, da)}-${dayText(to, da)} er konteret. Kom de i dag, ville de`,
  nonePosted: 'Ingen regninger fra de seneste seks måneder er konteret.',
  replayed: {
    same: 'konteres samme sted',
    elsewhere: 'konteres et andet sted',
    failing: 'ikke blive konteret',
    unknown: 'måske konteres (kan ikke afgøres)',
  },
  codes: {
    MAPPING_MISSING: 'ingen række',
    MAPPING_AMBIGUOUS: 'flere rækker',
    ACCOUNT_MALFORMED: 'forkert nummer',
    ACCOUNT_CLOSED: 'lukket nummer',
  },
  invoices: 'Regninger',
  kroner: 'Kroner',
  giveGrants:
    'Uden bevillinger kan det ikke afgøres: ejerforhold og målgruppe står kun i registret. Giv det med --grants.',
  notInRegister: 'Hvor det ikke kan afgøres, er bevillingen ikke i det register, der er givet.',
  onClosed: (invoices) => `${countText(invoices, da)} af dem står på numre, som nu er lukket.`,
  fixed: (file, cells) => `Rettet kopi: ${file} (${counted(cells, 'celle', 'celler', da)} ændret og markeret)`,
  notFixed: 'Ingen rettet kopi: intet lukket nummer har en åben efterfølger.',
  formulas: (rows) =>
    `Række ${listText(rows.map(String), da, all)}: cellen er en formel og er ikke ændret; ret det, den henter fra. Åbn kopien, beregn den igen (Ctrl+Alt+F9 i Excel, Ctrl+Skift+F9 i LibreOffice), og gem den, før den bruges.`,
  workbook: (file) => `Fundene som projektmappe: ${file}`,
}

const english: MappingWords = {
  heading: ({mapping, chart, grants, day}) =>
    `The support sheet ${mapping.name}, ${counted(mapping.rows, 'row', 'rows', en)}, held against ${chart.name}, ${counted(chart.numbers, 'number', 'numbers', en)}${grants === null ? '' : `, and ${counted(grants, 'grant', 'grants', en)}`}, as of ${dayText(day, en)}`,
  nothing: 'Nothing to correct.',
  errors: (count) => counted(count, 'error', 'errors', en),
  warnings: (count) => counted(count, 'warning', 'warnings', en),
  rows: (rows, isChart) =>
    `${isChart ? 'Chart, row' : 'Row'}${rows.length === 1 ? '' : 's'} ${listText(rows.map(String), en, all)}`,
  affected: ({grants, monthly}) => `${counted(grants, 'grant', 'grants', en)}, ${kronerText(monthly, en)} a month`,
  changes: (count) => `Posted differently than before (${countText(count, en)})`,
  noChanges: 'Nothing is posted differently than before.',
  was: 'was',
  becomes: 'becomes',
  assignment: (assignment) => assignmentText(assignment, english.codes),
  any: 'all',
  posted: (invoices, from, to) =>
    `${counted(invoices, 'invoice', 'invoices', en)} issued from ${dayText(from, en)} to ${dayText(to, en)} ${invoices === 1 ? 'has' : 'have'} been posted. If they came today, they would`,
  nonePosted: 'No invoice of the last six months has been posted.',
  replayed: {
    same: 'be posted on the same numbers',
    elsewhere: 'be posted elsewhere',
    failing: 'not be posted',
    unknown: 'perhaps be posted (cannot be told)',
  },
  codes: {
    MAPPING_MISSING: 'no row',
    MAPPING_AMBIGUOUS: 'several rows',
    ACCOUNT_MALFORMED: 'wrong number',
    ACCOUNT_CLOSED: 'closed number',
  },
  invoices: 'Invoices',
  kroner: 'Kroner',
  giveGrants:
    'Without grants it cannot be told: ownership and target group stand in the register alone. Give it with --grants.',
  notInRegister: 'Where it cannot be told, the grant is not in the register given.',
  onClosed: (invoices) =>
    `${countText(invoices, en)} of them ${invoices === 1 ? 'is' : 'are'} on numbers that are closed now.`,
  fixed: (file, cells) => `Corrected copy: ${file} (${counted(cells, 'cell', 'cells', en)} changed and marked)`,
  notFixed: 'No corrected copy: no closed number has an open successor.',
  formulas: (rows) =>
    `Row ${listText(rows.map(String), en, all)}: the cell is a formula and was not changed; correct what it looks at. Open the copy, calculate it anew (Ctrl+Alt+F9 in Excel, Ctrl+Shift+F9 in LibreOffice), and save it before it is used.`,
  workbook: (file) => `The findings as a workbook: ${file}`,
}

const counted = (count: number, one: string, many: string, language: Language): string =>
  `${countText(count, language)} ${count === 1 ? one : many}`

/** `45000000 XG-5038500001-00001`, and why nothing is posted on it. */
function assignmentText({account, pspElement, code}: Assignment, codes: MappingWords['codes']): string {
  const numbers = [account, pspElement].filter(Boolean).join('  ')
  if (code === null) return numbers
  return numbers === '' ? codes[code] : `${numbers}  (${codes[code]})`
}
