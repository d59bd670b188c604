/**
 * The report as one page that needs nothing else: style and charts are in it, nothing is fetched, no program runs.
 * Every chart's figures are in a table below it. It reads alike with a keyboard, aloud, in the dark and on paper.
 */
import type {Language} from '../../../model/language.ts'
import type {Figures} from '../../../report/figures.ts'
import {inLanguage} from '../../../text/format.ts'
import {maskedSentence} from '../../../text/mask.ts'
import {definitionsOf} from '../definitions.ts'
import type {Fact} from '../fact.ts'
import {type Grouping, gainText, spanText} from '../labels.ts'
import {aboutFacts, rateFacts} from '../overview.ts'
import {restFacts} from '../rest-facts.ts'
import {groupTable, openTable, type ReportTable, recurringTable} from '../tables.ts'
import type {ReportView} from '../view.ts'
import {type ChartName, mostBars} from './chart-options.ts'
import {chart} from './charts.ts'
import {generator} from './generator.ts'
import {type Html, tableHtml, text} from './html-table.ts'
import {pageStyle} from './page-style.ts'
import {type PageVocabulary, vocabulary} from './vocabulary.ts'

export function reportPage(figures: Figures, {rendering: {language}}: Pick<ReportView, 'rendering'>): Html {
  const words = vocabulary[language]
  const title = `${words.title}, ${spanText(figures.span, language)}`
  return `${[
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    generator,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${text(words.title)}</h1>`,
    about(figures, language),
    cards(figures, language),
    facts(figures, language),
    grouping(figures, 'month', words, language),
    fixes(figures, words, language),
    grouping(figures, 'reason', words, language),
    recurring(figures, words, language),
    grouping(figures, 'supplier', words, language),
    grouping(figures, 'paragraph', words, language),
    open(figures, words, language),
    grouping(figures, 'week', words, language),
    terms(figures, words, language),
    '</main>',
    '</body>',
    '</html>',
  ]
    .filter((part) => part !== '')
    .join('\n')}\n`
}

const about = (figures: Figures, language: Language): Html =>
  aboutFacts(figures, language)
    .map(({name, value, detail}) => `<p class="quiet">${text(`${name}: ${value}${detail && ` (${detail})`}`)}</p>`)
    .join('\n')

/** The four rates by count, each with what it is of and its rate by amount. */
function cards(figures: Figures, language: Language): Html {
  const rates = rateFacts(figures, language)
  const byKey = new Map(rates.map((fact) => [fact.key, fact]))
  const shown = rates.flatMap((fact) => {
    const amount = byKey.get(`${fact.key}ByAmount`)
    return amount ? [card(fact, amount, language)] : []
  })
  return ['<dl class="cards">', ...shown, '</dl>'].join('\n')
}

const card = ({name, value, detail}: Fact, amount: Fact, language: Language): Html =>
  [
    `<div><dt>${text(name)}</dt>`,
    `<dd class="value">${text(value)}</dd>`,
    `<dd class="of">${text(`${detail} ${inLanguage(language, 'regninger', 'invoices')}`)}</dd>`,
    `<dd class="of">${text(`Kroner: ${amount.value} (${amount.detail})`)}</dd></div>`,
  ].join('\n')

function facts(figures: Figures, language: Language): Html {
  const rows = restFacts(figures, language).map(
    ({name, value, detail}) => `<dt>${text(name)}</dt><dd>${text(detail ? `${value} (${detail})` : value)}</dd>`,
  )
  return ['<dl class="facts">', ...rows, '</dl>'].join('\n')
}

const chartOf: Readonly<Record<Grouping, ChartName | null>> = {
  month: 'months',
  week: null,
  paragraph: 'paragraphs',
  supplier: 'suppliers',
  reason: 'reasons',
}

/** Rows of a table that is shown as it is; a longer one is folded away, and opens with a key. */
const longTable = 15

function grouping(figures: Figures, by: Grouping, words: PageVocabulary, language: Language): Html {
  const {heading, caption, chartTitle, chartText, legend} = words.groups[by]
  const table = groupTable(figures, by, language)
  const name = chartOf[by]
  if (table.rows.length === 0) return ''
  return section(heading, [
    ...(name && chartTitle
      ? [
          '<figure>',
          `<figcaption>${text(chartTitle)}</figcaption>`,
          chart(name, figures, {title: chartTitle, description: `${chartText} ${words.tableBelow}`}, language),
          legendHtml(legend),
          ...(table.rows.length > mostBars && by !== 'month'
            ? [`<p class="quiet">${text(words.first(mostBars))}</p>`]
            : []),
          '</figure>',
        ]
      : []),
    foldedTable(table, caption, words, language),
  ])
}

function foldedTable(table: ReportTable, caption: string, words: PageVocabulary, language: Language): Html {
  const shown = tableHtml(table, caption, language)
  const count = table.rows.length
  return count <= longTable ? shown : `<details><summary>${text(words.all(count))}</summary>\n${shown}\n</details>`
}

type Mark = PageVocabulary['groups']['month']['legend'][number]

function legendHtml(marks: readonly Mark[]): Html {
  const items = marks.map(
    ({mark, meaning}) =>
      `<li><svg viewBox="0 0 24 12" aria-hidden="true" focusable="false">${markSvg[mark]}</svg>${text(meaning)}</li>`,
  )
  return ['<ul class="legend">', ...items, '</ul>'].join('\n')
}

const markSvg: Readonly<Record<Mark['mark'], Html>> = {
  posted: '<rect x="4" width="16" height="12" fill="var(--posted)"/>',
  running: '<rect x="4" width="16" height="12" fill="var(--posted)" opacity="0.5"/>',
  left: '<rect x="4" width="16" height="12" fill="var(--left)"/>',
  inScope: '<path d="M12 1L17 6L12 11L7 6Z" fill="var(--paper)" stroke="var(--ink)" stroke-width="2"/>',
  interval: '<path d="M12 1V11M8 1H16M8 11H16" stroke="var(--ink)" stroke-width="2"/>',
  target: '<path d="M0 6H24" stroke="var(--target)" stroke-width="2" stroke-dasharray="6 3"/>',
  elsewhere: '<path d="M0 6H24" stroke="var(--elsewhere)" stroke-width="2" stroke-dasharray="2 3"/>',
  cumulative:
    '<path d="M0 6H24" stroke="var(--cumulative)" stroke-width="2"/><circle cx="12" cy="6" r="4" fill="var(--cumulative)"/>',
}

/** What is seen of the list before it is unfolded. */
const firstFixes = 10

function fixes({fixes: all}: Figures, {fixes: words}: PageVocabulary, language: Language): Html {
  if (all.length === 0) return section(words.heading, [`<p>${text(words.none)}</p>`])
  const items = all.map(
    (fix) =>
      `<li>${text(maskedSentence(fix[language]))}<br><span class="quiet">${text(gainText(fix, language))}</span></li>`,
  )
  const list = (part: readonly string[], first: number): string[] =>
    part.length > 0 ? [`<ol class="fixes" start="${first}">`, ...part, '</ol>'] : []
  const [shown, rest] = [list(items.slice(0, firstFixes), 1), list(items.slice(firstFixes), firstFixes + 1)]
  const folded =
    rest.length > 0
      ? ['<details>', `<summary>${text(words.more(all.length - firstFixes))}</summary>`, ...rest, '</details>']
      : []
  return section(words.heading, [`<p>${text(words.caption)}</p>`, ...shown, ...folded])
}

function recurring(figures: Figures, words: PageVocabulary, language: Language): Html {
  if (figures.recurring.length === 0) return ''
  const {heading, caption} = words.recurring
  return section(heading, [foldedTable(recurringTable(figures, language), caption, words, language)])
}

const open = (figures: Figures, {open: words}: PageVocabulary, language: Language): Html =>
  section(words.heading, [tableHtml(openTable(figures, language), words.caption, language)])

function terms(figures: Figures, {terms: heading}: PageVocabulary, language: Language): Html {
  const rows = definitionsOf(figures).map(
    ({name, meaning}) => `<dt>${text(name[language])}</dt><dd>${text(meaning[language])}</dd>`,
  )
  return section(heading, ['<dl class="terms">', ...rows, '</dl>'])
}

const section = (heading: string, parts: readonly Html[]): Html =>
  ['<section>', `<h2>${text(heading)}</h2>`, ...parts, '</section>'].join('\n')
