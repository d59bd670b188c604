/** Rows of a grant table: each readable with its values, or not, with what could be read of it. */
import type {Config} from '../config/schema.ts'
import {type IsoDate, openEnd} from '../model/calendar.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Unit} from '../model/grant.ts'
import {InputError} from '../model/input-error.ts'
import {lazy, memoize} from '../model/memoize.ts'
import {type Decimal, type Ore, oneDecimal} from '../model/money.ts'
import type {Problem} from '../model/problem.ts'
import {type Cvr, cvr} from '../model/supplier.ts'
import type {Table} from '../read/table.ts'
import type {Keyed} from './repeated-rows.ts'
import {oneLine, type RowReader, readersOf} from './row-reader.ts'
import {readParagraph, readUnit, readYesNo, statusCounts} from './vocabulary.ts'

export type GrantRow = Keyed & {
  readonly grantId: string
  readonly counts: boolean
  readonly citizen: Cpr | null
  readonly supplierCvr: Cvr | null
  readonly supplierName: string
  readonly paragraph: string
  readonly service: string
  /** Øre; null only in a row that is not fixed. */
  readonly rate: Ore | null
  readonly unit: Unit
  readonly quantity: Decimal
  readonly from: IsoDate
  readonly to: IsoDate
  readonly targetGroup: string
  readonly ownership: string
  readonly fixed: boolean
  readonly paidTo: IsoDate | null
  readonly caseworker: string
  readonly problems: readonly Problem[]
}

/** What becomes of a row that counts and could be anyone's bill: neither its citizen nor its supplier is read. */
export type NobodysRows = 'stop' | 'keep'

/** Throws an InputError for a row that is nobody's, unless such are kept as unreadable. */
export function grantRows(table: Table, config: Config, nobodys: NobodysRows = 'stop'): GrantRow[] {
  const words = grantWords(config)
  const rows = readersOf(table).map((reader) => grantRow(reader, table, words))
  const first = nobodys === 'stop' ? rows.find(isNobodys) : undefined
  if (first) throw nobodysRow(first.source)
  return rows
}

const isNobodys = ({counts, citizen, supplierCvr, problems}: GrantRow): boolean =>
  counts && problems.length > 0 && !citizen && !supplierCvr

/** A register has few words in many rows: each is read once. */
const grantWords = (config: Config) => ({
  counts: memoize((text: string) => statusCounts(text, config)),
  yesNo: memoize((text: string) => readYesNo(text, config)),
  unit: memoize((text: string) => readUnit(text, config)),
  paragraph: memoize(readParagraph),
})

function grantRow(reader: RowReader, {file, sha256}: Table, words: ReturnType<typeof grantWords>): GrantRow {
  const {amount, date, number, required, text, word, fail, problems, source} = reader
  const counts = words.counts(text('status'))
  const grantId = oneLine(required('grantId'))
  const citizen = reader.cpr('citizenCpr')
  if (!citizen) fail('citizenCpr', text('citizenCpr') === '' ? 'required' : 'cpr')
  const supplierCvr = cvr(text('supplierCvr')) ?? null
  if (!supplierCvr) fail('supplierCvr', text('supplierCvr') === '' ? 'required' : 'cvr')
  const isFixed = word('fixed', true, words.yesNo, 'yesNo')
  const rate = amount('rate')
  if (rate !== null && rate <= 0 && isFixed) fail('rate', 'amountAboveZero')
  if (rate === null && isFixed && text('rate') === '') fail('rate', 'required')
  const unitText = required('unit')
  const unit = unitText === '' ? undefined : words.unit(unitText)
  if (unitText !== '' && !unit) fail('unit', 'unit')
  const quantity = number('quantity')
  if (quantity && quantity.digits < 0) fail('quantity', 'numberNotNegative')
  const paragraphText = required('paragraph')
  const paragraph = words.paragraph(paragraphText)
  if (paragraphText !== '' && !paragraph) fail('paragraph', 'paragraph')
  const from = date('from')
  if (text('from') === '') fail('from', 'required')
  const to = date('to') ?? openEnd
  if (from && from > to) fail('to', 'periodOrder')

  const values = {
    grantId,
    counts,
    citizen,
    supplierCvr,
    supplierName: text('supplierName'),
    paragraph: paragraph ?? '',
    service: oneLine(required('service')),
    rate: rate !== null && rate > 0 ? rate : null,
    unit: unit ?? 'Måned',
    quantity: quantity ?? oneDecimal,
    from: from ?? openEnd,
    to,
    targetGroup: text('targetGroup'),
    ownership: text('ownership'),
    // Without hours a week nobody can tell what a week costs (`matching.md` 1).
    fixed: isFixed && !(unit === 'Time' && quantity === null),
    paidTo: date('paidTo'),
    caseworker: oneLine(text('caseworker')),
  }
  return {
    ...values,
    problems,
    source,
    fileId: `${file}:${sha256}`,
    number: grantId,
    content: lazy(() => JSON.stringify([values, reader.unread])),
  }
}

export function nobodysRow({file, row}: {readonly file: string; readonly row: number}): InputError {
  return new InputError(
    {file, row},
    {
      da: 'Hverken CPR-nummer eller CVR-nummer kan læses, så rækken kunne gælde enhver regning. Ret rækken, eller tag den ud.',
      en: 'Neither the CPR number nor the CVR number can be read, so the row could concern any invoice. Correct it, or take it out.',
    },
  )
}
