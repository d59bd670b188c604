/** The whole report in each format and language, as it is read; `npm run test:accept` writes it anew for review. */
import {describe, expect, it} from 'vitest'
import {reportCsv} from '../../src/render/report/csv.ts'
import {reportDocument} from '../../src/render/report/json.ts'
import {groupings} from '../../src/render/report/labels.ts'
import {reportPage} from '../../src/render/report/page/page.ts'
import {reportSheets} from '../../src/render/report/sheets.ts'
import {renderReport} from '../../src/render/report/terminal.ts'
import {stylesFor} from '../../src/render/styles.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {aView, halfAYear, theFacts} from '../builders/report-facts.ts'

const figures = figuresOf(halfAYear(), {target: 50, minutesPerInvoice: 6})
const none = figuresOf(theFacts(), {target: 50, minutesPerInvoice: 6})

/** English by month alone: the sheets below have the English words of every grouping. */
describe.each([
  ['da', groupings],
  ['en', ['month']],
] as const)('in %s', (language, shownGroupings) => {
  it.each(shownGroupings)('the terminal, by %s', async (by) => {
    const shown = renderReport(figures, aView(language, by))
    await expect(shown).toMatchFileSnapshot(`expected/terminal-${by}-${language}.txt`)
  })

  it('the terminal, where nothing was received', async () => {
    const shown = renderReport(none, aView(language))
    await expect(shown).toMatchFileSnapshot(`expected/terminal-none-${language}.txt`)
  })

  it.each(shownGroupings)('CSV, by %s', async (by) => {
    await expect(reportCsv(figures, aView(language, by))).toMatchFileSnapshot(`expected/report-${by}-${language}.csv`)
  })

  it('the page, without its style and the shapes of its charts', async () => {
    const page = reportPage(figures, aView(language))
      .replaceAll(/(<\/desc>)[\s\S]*?(<\/svg>)/g, '$1…$2')
      .replace(/(<style>)[\s\S]*?(<\/style>)/, '$1…$2')
    await expect(page).toMatchFileSnapshot(`expected/page-${language}.html`)
  })

  it('the sheets of the workbook', async () => {
    const sheets = reportSheets(figures, language).map(({name, columns, rows}) =>
      [name, ...[columns.map(({header}) => header), ...rows].map((row) => row.join(' | '))].join('\n'),
    )
    await expect(`${sheets.join('\n\n')}\n`).toMatchFileSnapshot(`expected/sheets-${language}.txt`)
  })

  it.each([60, 80, 100])('no line of the terminal is longer than %i characters', (width) => {
    for (const by of groupings) {
      const lines = renderReport(figures, aView(language, by, width)).split('\n')
      expect(lines.filter(({length}) => length > width)).toEqual([])
    }
  })
})

it('colour adds nothing that is not there without it', () => {
  const coloured = renderReport(figures, {
    by: 'month',
    rendering: {language: 'da', width: 80, styles: stylesFor({isTTY: true}, {})},
  })
  const mark = String.fromCharCode(27)
  expect(coloured).toContain(mark)
  expect(coloured.replaceAll(new RegExp(`${mark}\\[\\d+m`, 'g'), '')).toBe(renderReport(figures, aView('da')))
})

it('no CPR number is whole in any format, and a name that begins as a formula is none in CSV', () => {
  const all = [
    ...groupings.map((by) => reportCsv(figures, aView('da', by))),
    ...groupings.map((by) => renderReport(figures, aView('da', by))),
    JSON.stringify(reportDocument(figures, aView('da'))),
    JSON.stringify(reportSheets(figures, 'da')),
    reportPage(figures, aView('da')),
  ].join('\n')
  expect(all).not.toContain('610190-1234')
  expect(reportCsv(figures, aView('da', 'supplier'))).toMatch(/^'=1\+1 /m)
})

it('JSON', async () => {
  const document = JSON.stringify(reportDocument(figures, aView('da')), null, 2)
  await expect(`${document}\n`).toMatchFileSnapshot('expected/report-da.json')
})

it('JSON in English differs in sentences alone', () => {
  const valuesOf = (language: 'da' | 'en') => {
    const {language: _, ...document} = JSON.parse(JSON.stringify(reportDocument(figures, aView(language))))
    return withoutSentences(document)
  }
  expect(valuesOf('en')).toEqual(valuesOf('da'))
})

/** Strings of two words or more are sentences; numbers, codes, names of keys and the rest stay. */
const withoutSentences = (value: unknown): unknown => {
  if (typeof value === 'string') return /\s/.test(value) ? '…' : value
  if (Array.isArray(value)) return value.map(withoutSentences)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSentences(inner)]))
}
