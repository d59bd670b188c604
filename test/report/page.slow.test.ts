/** The page in a real browser: that it is whole, still, readable at any width, in the dark and on paper. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Language} from '../../src/model/language.ts'
import {reportPage} from '../../src/render/report/page/page.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {aView, halfAYear, theFacts} from '../builders/report-facts.ts'
import {type Browser, mayBeSkipped, startBrowser} from './chromium.ts'
import {beyondTheEdge, charts, contrastOf, ground, openDetails, overflow, texts} from './in-page.ts'

const figures = figuresOf(halfAYear(), {target: 50, minutesPerInvoice: 6})

describe('the page as bytes', () => {
  it.each(['da', 'en'] as const)('is the same whenever it is made, and fetches nothing (%s)', (language) => {
    const page = reportPage(figures, aView(language))
    expect(reportPage(figures, aView(language))).toBe(page)
    expect(page.replaceAll(/xmlns[^ >]*/g, '')).not.toMatch(/https?:|<script|<link|<img|url\((?!#)|@import|\bon\w+=/i)
  })

  it('takes names for text, and shows no whole CPR number', () => {
    const page = reportPage(figures, aView('da'))
    expect(page).not.toContain('<b>Søn')
    expect(page).toContain('&#60;b&#62;Søn')
    expect(page).not.toContain('610190-1234')
    expect(page).toContain('610190-****')
  })
})

describe.skipIf(mayBeSkipped)('the page in Chromium (skipped where this machine has none)', () => {
  let browser: Browser
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bills-page-'))
    browser = await startBrowser()
    for (const language of ['da', 'en'] as const)
      await writeFile(fileOf(language), reportPage(figures, aView(language)))
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, {recursive: true, force: true})
  })

  const fileOf = (name: string): string => join(folder, `${name}.html`)

  type Showing = {readonly width?: number; readonly colorScheme?: 'light' | 'dark'; readonly file?: string}

  async function onPage<Found>(
    language: Language,
    {width = 1280, colorScheme = 'light', file = fileOf(language)}: Showing,
    look: (page: Page) => Promise<Found>,
  ): Promise<Found> {
    const page = await browser.context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    page.on('request', (request) => request.url().startsWith('file:') || said.push(request.url()))
    try {
      await page.setViewportSize({width, height: 900})
      await page.emulateMedia({colorScheme})
      await page.goto(pathToFileURL(file).href)
      const found = await look(page)
      expect(said).toEqual([])
      return found
    } finally {
      await page.close()
    }
  }

  const widths = [320, 375, 768, 927, 928, 1280, 1920]

  it.each(widths)('has its four charts and no overflow at %i pixels', async (width) => {
    await onPage('da', {width}, async (page) => {
      const found = await page.evaluate(charts)
      expect(found.map(({title}) => title)).toEqual([
        'Andel konteret automatisk, måned for måned',
        'Hvorfor resten ikke er konteret',
        'Leverandører med flest regninger, der ikke er konteret',
        'Regninger efter paragraf',
      ])
      for (const {shapes} of found) expect(shapes).toBeGreaterThan(5)
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
      expect(await page.evaluate(beyondTheEdge)).toEqual([])
    })
  })

  it.each(widths.flatMap((width) => (['da', 'en'] as const).map((language) => ({width, language}))))(
    'has no text under 12 pixels at $width pixels, in charts neither, and none cut off ($language)',
    async ({width, language}) => {
      const found = await onPage(language, {width}, (page) => page.evaluate(texts))
      expect(found.length).toBeGreaterThan(100)
      expect(found.filter(({pixels}) => pixels < 12)).toEqual([])
      expect(found.filter(({isCut}) => isCut)).toEqual([])
    },
  )

  // WCAG 2.2: 4.5 for text, 3 for what charts are made of.
  it.each(['light', 'dark'] as const)(
    'has text and bars that stand out from their ground (%s)',
    async (colorScheme) => {
      await onPage('da', {colorScheme}, async (page) => {
        for (const name of ['--ink', '--quiet', '--target', '--elsewhere'])
          expect(await page.evaluate(contrastOf, [name, '--paper'] as const), name).toBeGreaterThanOrEqual(4.5)
        for (const name of ['--ink', '--quiet'])
          expect(await page.evaluate(contrastOf, [name, '--panel'] as const), name).toBeGreaterThanOrEqual(4.5)
        for (const name of ['--posted', '--cumulative'])
          expect(await page.evaluate(contrastOf, [name, '--paper'] as const), name).toBeGreaterThanOrEqual(3)
      })
    },
  )

  it('opens what is folded away with the keyboard alone', async () => {
    const open = await onPage('da', {width: 375}, async (page) => {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      return page.evaluate(openDetails)
    })
    expect(open).toBe(1)
  })

  it('is a page of titles, charts and tables to those who hear it', async () => {
    const heard = await onPage('da', {width: 375}, async (page) => page.locator('main').ariaSnapshot())
    expect(heard).toContain('heading "Konteret automatisk" [level=1]')
    expect(heard).toContain('img "Andel konteret automatisk, måned for måned')
    expect(heard).toContain('table "Efter fakturadatoens måned"')
    expect(heard).toMatch(/row "juni 2026 Bemærkning i gang/)
  })

  it('prints on a few sheets of A4, light though the screen is dark', async () => {
    const {pages, colour} = await onPage('da', {colorScheme: 'dark'}, async (page) => {
      const pdf = await page.pdf({preferCSSPageSize: true})
      await page.emulateMedia({media: 'print', colorScheme: 'dark'})
      return {
        pages: pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0,
        colour: await page.evaluate(ground),
      }
    })
    expect(pages).toBeGreaterThanOrEqual(2)
    expect(pages).toBeLessThanOrEqual(9)
    expect(colour).toBe('rgb(255, 255, 255)')
  })

  it.each([1, 24, 60])('holds %i months, empty ones too', async (months) => {
    const first = `${2026 - Math.floor((months - 1) / 12)}-01-01`
    const facts = theFacts({...halfAYear(), span: {from: first, to: '2026-06-30'} as never})
    const file = fileOf(`months-${months}`)
    await writeFile(file, reportPage(figuresOf(facts, {target: 37.5, minutesPerInvoice: 6}), aView('en')))
    const wide = await onPage('en', {file, width: 375}, (page) => page.evaluate(overflow))
    expect(wide).toBeLessThanOrEqual(0)
  })

  it('is a page where nothing was received', async () => {
    const file = fileOf('empty')
    await writeFile(file, reportPage(figuresOf(theFacts(), {target: 50, minutesPerInvoice: 6}), aView('da')))
    const heading = await onPage('da', {file}, (page) => page.locator('h1').textContent())
    expect(heading).toBe('Konteret automatisk')
  })
})
