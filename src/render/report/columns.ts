/**
 * The columns of the report's tables: header in both languages, kind, what a group has in it, and whether the page has
 * it too. Cells are text, counts, øre, and per cent or points with one decimal.
 */
import type {CellValue, ColumnKind, ColumnOf} from '../../files/xlsx/sheet.ts'
import type {Language, LocalizedText} from '../../model/language.ts'
import type {Measured} from '../../report/counts.ts'
import type {FixGain, TimeGroup} from '../../report/figures.ts'
import type {ParagraphGroup, ReasonGroup, RecurringReason, SupplierGroup} from '../../report/groups.ts'
import type {Ages} from '../../report/open-exceptions.ts'
import type {Tally} from '../../report/rates.ts'
import {inLanguage} from '../../text/format.ts'
import {maskedLine, maskedSentence} from '../../text/mask.ts'
import {ageText, markText, ownerOfReason, paragraphName, reasonText, supplierName, timeText} from './labels.ts'

/** `isBrief`: the page has it too. */
export type Column<Row> = ColumnOf<Row> & {readonly isBrief: boolean}

type Measure<Row> = readonly [LocalizedText, ColumnKind, (row: Row) => CellValue, 'brief'?]

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 16,
  wrapped: 60,
  amount: 17,
  day: 12,
  count: 11,
  percent: 12,
}

const columnsOf = <Row>(measures: readonly Measure<Row>[], language: Language): Column<Row>[] =>
  measures.map(([header, kind, value, brief]) => ({
    header: header[language],
    kind,
    // A header has two lines.
    width: Math.max(widths[kind], Math.ceil(header[language].length / 2) + 3),
    value,
    isBrief: brief !== undefined,
  }))

const wide = <Row>(columns: readonly Column<Row>[], width: number): Column<Row>[] =>
  columns.map((column) => ({...column, width}))

export const measureColumns = <Row extends Measured>(language: Language): Column<Row>[] =>
  columnsOf<Row>(
    [
      [{da: 'Modtaget', en: 'Received'}, 'count', ({counts}) => counts.received.invoices, 'brief'],
      [{da: 'I omfang', en: 'In scope'}, 'count', ({counts}) => counts.inScope.invoices, 'brief'],
      [{da: 'Konteret', en: 'Posted'}, 'count', ({counts}) => counts.posted.invoices, 'brief'],
      [{da: 'I første kørsel', en: 'In the first run'}, 'count', ({counts}) => counts.firstPass.invoices],
      [{da: 'Afgjort af medarbejdere', en: 'Decided by people'}, 'count', ({counts}) => counts.decided.invoices],
      [{da: 'Ikke konteret', en: 'Not posted'}, 'count', ({counts}) => counts.unposted.invoices],
      [{da: '% af modtagne', en: '% of received'}, 'percent', ({rates}) => rates.ofReceived.byCount, 'brief'],
      [{da: '95 %-interval fra', en: '95 % interval from'}, 'percent', ({rates}) => rates.interval?.low ?? null],
      [{da: '95 %-interval til', en: '95 % interval to'}, 'percent', ({rates}) => rates.interval?.high ?? null],
      [{da: '% af dem i omfang', en: '% of those in scope'}, 'percent', ({rates}) => rates.ofInScope.byCount, 'brief'],
      [
        {da: '% af modtagne i første kørsel', en: '% of received in the first run'},
        'percent',
        ({rates}) => rates.firstPassOfReceived.byCount,
        'brief',
      ],
      [
        {da: '% af dem i omfang i første kørsel', en: '% of those in scope in the first run'},
        'percent',
        ({rates}) => rates.firstPassOfInScope.byCount,
      ],
      [{da: 'Kroner modtaget', en: 'Kroner received'}, 'amount', ({counts}) => counts.received.amount],
      [{da: 'Kroner i omfang', en: 'Kroner in scope'}, 'amount', ({counts}) => counts.inScope.amount],
      [{da: 'Kroner konteret', en: 'Kroner posted'}, 'amount', ({counts}) => counts.posted.amount],
      [{da: 'Kroner i første kørsel', en: 'Kroner in the first run'}, 'amount', ({counts}) => counts.firstPass.amount],
      [{da: 'Kroner afgjort', en: 'Kroner decided'}, 'amount', ({counts}) => counts.decided.amount],
      [{da: 'Kroner ikke konteret', en: 'Kroner not posted'}, 'amount', ({counts}) => counts.unposted.amount],
      [
        {da: '% af kroner modtaget', en: '% of kroner received'},
        'percent',
        ({rates}) => rates.ofReceived.byAmount,
        'brief',
      ],
      [{da: '% af kroner i omfang', en: '% of kroner in scope'}, 'percent', ({rates}) => rates.ofInScope.byAmount],
    ],
    language,
  )

export function timeColumns(by: 'month' | 'week', language: Language): Column<TimeGroup>[] {
  const header = by === 'month' ? {da: 'Måned', en: 'Month'} : {da: 'Uge', en: 'Week'}
  return columnsOf<TimeGroup>(
    [
      [header, 'text', ({key}) => timeText(key, language), 'brief'],
      [{da: 'Nøgle', en: 'Key'}, 'text', ({key}) => key],
      [{da: 'Bemærkning', en: 'Note'}, 'text', (group) => markText(group, language), 'brief'],
    ],
    language,
  )
}

export const paragraphColumns = (language: Language): Column<ParagraphGroup>[] =>
  wide(
    columnsOf<ParagraphGroup>(
      [[{da: 'Paragraf', en: 'Paragraph'}, 'text', ({paragraph}) => paragraphName(paragraph, language), 'brief']],
      language,
    ),
    24,
  )

export function supplierColumns(language: Language): Column<SupplierGroup>[] {
  const [name, ...others] = columnsOf<SupplierGroup>(
    [
      [{da: 'Leverandør', en: 'Supplier'}, 'text', ({name, cvr}) => supplierName(name, cvr, language), 'brief'],
      [{da: 'CVR-nummer', en: 'CVR number'}, 'text', ({cvr}) => maskedLine(cvr)],
    ],
    language,
  )
  return name ? [...wide([name], 46), ...others] : others
}

const tally = <Row>(tallyOf: (row: Row) => Tally, invoices: LocalizedText, amount: LocalizedText): Measure<Row>[] => [
  [invoices, 'count', (row) => tallyOf(row).invoices, 'brief'],
  [amount, 'amount', (row) => tallyOf(row).amount, 'brief'],
]

const invoicesAndKroner = [
  {da: 'Regninger', en: 'Invoices'},
  {da: 'Kroner', en: 'Kroner'},
] as const

export const reasonColumns = (language: Language): Column<ReasonGroup>[] =>
  columnsOf<ReasonGroup>(
    [
      [{da: 'Årsag', en: 'Reason'}, 'wrapped', ({reason}) => reasonText(reason, language), 'brief'],
      [{da: 'Kode', en: 'Code'}, 'text', ({reason}) => reason, 'brief'],
      [{da: 'Ansvarlig', en: 'Owner'}, 'text', ({reason}) => ownerOfReason(reason), 'brief'],
      ...tally<ReasonGroup>(({unposted}) => unposted, ...invoicesAndKroner),
      [{da: '% af ikke konteret', en: '% of not posted'}, 'percent', ({share}) => share, 'brief'],
      [{da: '% i alt', en: '% in all'}, 'percent', ({cumulative}) => cumulative, 'brief'],
      [{da: 'Måneder', en: 'Months'}, 'count', ({months}) => months, 'brief'],
    ],
    language,
  ).map((column) => (column.kind === 'text' ? {...column, width: 26} : column))

export const recurringColumns = (language: Language): Column<RecurringReason>[] =>
  columnsOf<RecurringReason>(
    [
      [{da: 'Leverandør', en: 'Supplier'}, 'wrapped', ({name, cvr}) => supplierName(name, cvr, language), 'brief'],
      [{da: 'Årsag', en: 'Reason'}, 'wrapped', ({reason}) => reasonText(reason, language), 'brief'],
      [{da: 'Kode', en: 'Code'}, 'text', ({reason}) => reason],
      [{da: 'Ansvarlig', en: 'Owner'}, 'text', ({reason}) => ownerOfReason(reason), 'brief'],
      [{da: 'Måneder', en: 'Months'}, 'count', ({months}) => months, 'brief'],
      ...tally<RecurringReason>(({invoices}) => invoices, ...invoicesAndKroner),
      [{da: 'Stadig ikke konteret', en: 'Still not posted'}, 'count', ({stillUnposted}) => stillUnposted, 'brief'],
    ],
    language,
  ).map((column) => (column.kind === 'text' ? {...column, width: 26} : column))

export const openColumns = (language: Language): Column<Ages & {readonly open: Tally}>[] =>
  columnsOf(
    [
      [{da: 'Alder', en: 'Age'}, 'text', (ages) => ageText(ages, language), 'brief'],
      ...tally<Ages & {readonly open: Tally}>(({open}) => open, ...invoicesAndKroner),
    ],
    language,
  )

export const fixColumns = (language: Language): Column<FixGain>[] =>
  columnsOf<FixGain>(
    [
      [{da: 'Rettelse', en: 'Fix'}, 'wrapped', (fix) => maskedSentence(fix[language]), 'brief'],
      [{da: 'Ansvarlig', en: 'Owner'}, 'text', ({owner}) => owner, 'brief'],
      [{da: 'Kode', en: 'Code'}, 'text', ({reason}) => reason],
      [{da: 'Frigør', en: 'Frees'}, 'text', ({isExact}) => frees(isExact, language), 'brief'],
      ...tally<FixGain>((fix) => fix, ...invoicesAndKroner),
      [{da: 'Point', en: 'Points'}, 'percent', ({points}) => points, 'brief'],
      [{da: 'Point af kroner', en: 'Points of kroner'}, 'percent', ({pointsByAmount}) => pointsByAmount],
    ],
    language,
  ).map((column) => (column.kind === 'text' ? {...column, width: 26} : column))

const frees = (isExact: boolean, language: Language): string =>
  isExact ? inLanguage(language, 'netop', 'exactly') : inLanguage(language, 'op til', 'up to')
