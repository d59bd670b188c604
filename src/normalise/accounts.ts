/** The support sheet and the chart of accounts as records (`formats.md`, Mapping and Chart of accounts). */
import type {Config} from '../config/schema.ts'
import {type Chart, type ChartEntry, foldText, type Mapping, type MappingRow, pspElement} from '../model/accounts.ts'
import {InputError} from '../model/input-error.ts'
import type {RowError} from '../model/problem.ts'
import type {Table} from '../read/table.ts'
import {type RowReader, readersOf} from './row-reader.ts'
import {readParagraph, readYesNo} from './vocabulary.ts'

/** Throws an InputError for a row whose paragraph cannot be read: it could be any grant's. */
export function toMapping(table: Table): {readonly mapping: Mapping; readonly rowErrors: readonly RowError[]} {
  const rows = readersOf(table).map(mappingRow)
  return {
    mapping: {rows},
    rowErrors: rows.flatMap(({source, problems}) =>
      problems.length > 0 ? [{source, table: 'mapping' as const, problems}] : [],
    ),
  }
}

function mappingRow({source, problems, text, required, date}: RowReader): MappingRow {
  const paragraph = readParagraph(text('paragraph'))
  if (!paragraph) {
    throw new InputError(
      {file: source.file, row: source.row, column: 'Paragraf'},
      {
        da: 'Støttearkets række har ingen paragraf, der kan læses, og kunne gælde enhver bevilling. Ret rækken.',
        en: 'The row of the support sheet has no paragraph that can be read, and could be any grant’s. Correct the row.',
      },
    )
  }
  const psp = required('pspElement')
  return {
    source,
    paragraph,
    ownership: key(text('ownership')),
    targetGroup: key(text('targetGroup')),
    service: key(text('service')),
    account: required('account').toUpperCase(),
    pspElement: pspElement(psp) ?? psp,
    from: date('from'),
    to: date('to'),
    note: text('note'),
    problems,
  }
}

/** Empty or `*` is any. */
const key = (text: string): string | null => (text === '' || text === '*' ? null : foldText(text))

/** An entry that cannot be read opens no account: it is listed, and its number is not in the chart. */
export function toChart(
  table: Table,
  config: Config,
): {readonly chart: Chart; readonly rowErrors: readonly RowError[]} {
  const read = readersOf(table).map((reader) => chartEntry(reader, config))
  return {
    chart: {entries: read.flatMap(({entry, problems}) => (problems.length === 0 && entry ? [entry] : []))},
    rowErrors: read.flatMap(({source, problems}) =>
      problems.length > 0 ? [{source, table: 'chart' as const, problems}] : [],
    ),
  }
}

function chartEntry({source, problems, text, required, date, word, fail}: RowReader, config: Config) {
  const typeText = required('type')
  const type = {psp: 'PSP' as const, art: 'Art' as const}[foldText(typeText)]
  if (typeText !== '' && !type) fail('type', 'chartType')
  const number = required('number')
  const successor = text('successor')
  const padded = (written: string): string =>
    type === 'PSP' ? (pspElement(written) ?? written) : written.toUpperCase()
  const entry: ChartEntry | null = type
    ? {
        source,
        type,
        number: padded(number),
        text: text('text'),
        from: date('from'),
        to: date('to'),
        blocked: word('blocked', false, (written) => readYesNo(written, config), 'yesNo'),
        successor: padded(successor),
      }
    : null
  return {source, problems, entry}
}
