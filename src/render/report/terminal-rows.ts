/** The rows of one grouping for the terminal: a label, counts, the rates of both kinds, and what the bar shows. */
import type {Language} from '../../model/language.ts'
import type {Measured} from '../../report/counts.ts'
import type {Figures, TimeGroup} from '../../report/figures.ts'
import {countText, signedText, tenthsText} from '../../text/numbers.ts'
import {type Grouping, markText, paragraphName, supplierName, timeText} from './labels.ts'
import {vocabulary} from './vocabulary.ts'

export type GroupRows = {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Per cent: the rate of all received, by count. */
  readonly barOf: (row: number) => number | null
}

export function groupRows(figures: Figures, by: Exclude<Grouping, 'reason'>, language: Language): GroupRows {
  const {groups, header} = vocabulary[language]
  const labelled = labels(figures, by, language)
  const isTime = by === 'month' || by === 'week'
  return {
    title: groups[by],
    header: [
      '',
      header.received,
      header.posted,
      header.all,
      header.scope,
      header.kroner,
      ...(isTime ? [header.change] : []),
    ],
    rows: labelled.map(({label, counts, rates, change: points}) => [
      label,
      countText(counts.received.invoices, language),
      countText(counts.posted.invoices, language),
      tenthsText(rates.ofReceived.byCount, language),
      tenthsText(rates.ofInScope.byCount, language),
      tenthsText(rates.ofReceived.byAmount, language),
      ...(isTime ? [signedText(points, language)] : []),
    ]),
    barOf: (row) => labelled[row]?.rates.ofReceived.byCount ?? null,
  }
}

type Labelled = Measured & {readonly label: string; readonly change: number | null}

function labels(figures: Figures, by: Exclude<Grouping, 'reason'>, language: Language): Labelled[] {
  if (by === 'paragraph')
    return figures.paragraphs.map((group) => ({
      ...group,
      label: paragraphName(group.paragraph, language),
      change: null,
    }))
  if (by === 'supplier')
    return figures.suppliers.map((group) => ({
      ...group,
      label: supplierName(group.name, group.cvr, language),
      change: null,
    }))
  const time = by === 'month' ? figures.months : figures.weeks
  return time.map((group) => ({...group, label: timeLabel(group, language)}))
}

function timeLabel(group: TimeGroup, language: Language): string {
  const mark = markText(group, language)
  return `${timeText(group.key, language)}${mark && ` (${mark})`}`
}
