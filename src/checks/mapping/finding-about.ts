/** Findings of `validate-mapping` (`commands.md`), by what they are about: a cell, or a row as a whole. */
import type {MappingRow} from '../../model/accounts.ts'
import type {LocalizedText} from '../../model/language.ts'
import {localize} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {type Cell, findingOf, type MappingFinding, type MappingFindingCode} from '../finding.ts'
import type {CheckInput, MappingField} from './check-input.ts'
import {isChartNumber} from './number-form.ts'

type Parts = Pick<MappingFinding, 'code' | 'severity' | 'remedy'> &
  Partial<Pick<MappingFinding, 'rows' | 'otherRows' | 'successor' | 'affected'>> & {
    /** What is wrong; of a cell what follows its column and value. */
    readonly text: LocalizedText
  }

export const aboutRow = ({source}: MappingRow, {text, ...parts}: Parts): MappingFinding =>
  findingOf({rows: [source], ...parts, problem: text})

/** About a cell of a row that was read. */
export function aboutField(
  {headers}: Pick<CheckInput, 'headers'>,
  row: MappingRow,
  field: MappingField,
  parts: Parts,
): MappingFinding {
  const text = row[field] ?? ''
  const isNumber = field === 'account' || field === 'pspElement'
  const value = isNumber && isChartNumber(text) ? text : maskedLine(text).slice(0, longestValue)
  return aboutCell({column: headers[field], value}, {rows: [row.source], ...parts})
}

const longestValue = 60

export const aboutCell = (cell: Cell, {text, ...parts}: Parts): MappingFinding =>
  findingOf({...parts, cell, problem: localize((language) => cellSentence(cell, parts.code, text[language]))})

/** `Art 45000000 er spærret i kontoplanen.`, without the row; the text alone where the cell is in no column. */
function cellSentence({column, value}: Cell, code: MappingFindingCode, text: string): string {
  if (column === '') return text
  const subject = value === '' ? column : `${column} ${isChartNumber(value) ? value : `«${value}»`}`
  return `${subject}${withVerb.has(code) ? ' ' : ': '}${text}`
}

/** Their texts begin with a verb of which the cell is the subject; those of the others are sentences of their own. */
const withVerb: ReadonlySet<MappingFindingCode> = new Set([
  'numberMalformed',
  'wrongColumn',
  'statusAccount',
  'neverValid',
  'numberUnknown',
  'numberOfWrongType',
  'numberBlocked',
  'numberExpired',
  'numberNotYetValid',
  'numberCloses',
  'numberOpensLate',
])
