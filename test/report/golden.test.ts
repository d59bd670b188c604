/** The whole report in each format and language, as it is read; `npm run test:accept` writes it anew for review. */
import {describe, expect, it} from 'vitest'
import {reportCsv} from '../../src/render/report/csv.ts'
import {reportDocument} from '../../src/render/report/json.ts'
import {reportPage} from '../../src/render/report/page/page.ts'
import {reportSheets} from '../../src/render/report/sheets.ts'
import {renderReport} from '../../src/render/report/terminal.ts'
import {groupings} from '../../src/render/report/vocabulary.ts'
import {stylesFor} from '../../src/render/styles.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {halfAYear, theFacts} from './build.ts'

const figures = figuresOf(halfAYear(), {target: 50, minutesPerInvoice: 6})
const none = figuresOf(theFacts(), {target: 50, minutesPerInvoice: 6})
const plain = stylesFor({}, {})

describe.each(['da', 'en'] as const)('in %s', (language) => {
  it.each(groupings)('the terminal, by %s', async (by) => {
    const shown = renderReport(figures, by, {language, width: 80, styles: plain})
    await expect(`${shown}\n`).toMatchFileSnapshot(`expected/terminal-${by}-${language}.txt`)
  })

  it('the terminal, where nothing was received', async () => {
    const shown = renderReport(none, 'month', {language, width: 80, styles: plain})
    await expect(`${shown}\n`).toMatchFileSnapshot(`expected/terminal-none-${language}.txt`)
  })

  it.each(groupings)('CSV, by %s', async (by) => {
    await expect(reportCsv(figures, by, language)).toMatchFileSnapshot(`expected/report-${by}-${language}.csv`)
  })

  it('the page, without the shapes of its charts', async () => {
    const page = reportPage(figures, language).replaceAll(/(<\/desc>)[\s\S]*?(<\/svg>)/g, '$1…$2')
    await expect(page).toMatchFileSnapshot(`expected/page-${language}.html`)
  })

  it('the sheets of the workbook', async () => {
    const sheets = reportSheets(figures, language).map(({name, columns, rows}) =>
      [name, ...[columns.map(({header}) => header), ...rows].map((row) => row.join(' | '))].join('\n'),
    )
    await expect(`${sheets.join('\n\n')}\n`).toMatchFileSnapshot(`expected/sheets-${language}.txt`)
  })

  it('JSON', async () => {
    const document = JSON.stringify(reportDocument(figures, language), null, 2)
    await expect(`${document}\n`).toMatchFileSnapshot(`expected/report-${language}.json`)
  })

  it.each([60, 80, 100])('no line of the terminal is longer than %i characters', (width) => {
    for (const by of groupings) {
      const lines = renderReport(figures, by, {language, width, styles: plain}).split('\n')
      expect(lines.filter(({length}) => length > width)).toEqual([])
    }
  })
})

it('colour adds nothing that is not there without it', () => {
  const coloured = renderReport(figures, 'month', {language: 'da', width: 80, styles: stylesFor({isTTY: true}, {})})
  const mark = String.fromCharCode(27)
  expect(coloured).toContain(mark)
  expect(coloured.replaceAll(new RegExp(`${mark}\\[\\d+m`, 'g'), '')).toBe(
    renderReport(figures, 'month', {language: 'da', width: 80, styles: plain}),
  )
})

it('no CPR number is whole in any format, and a name that begins as a formula is none in CSV', () => {
  const all = [
    ...groupings.map((by) => reportCsv(figures, by, 'da')),
    ...groupings.map((by) => renderReport(figures, by, {language: 'da', width: 80, styles: plain})),
    JSON.stringify(reportDocument(figures, 'da')),
    JSON.stringify(reportSheets(figures, 'da')),
    reportPage(figures, 'da'),
  ].join('\n')
  expect(all).not.toContain('610190-1234')
  expect(reportCsv(figures, 'supplier', 'da')).toMatch(/^'=1\+1 /m)
})
