/** A report's file replaces its own kind alone, in each format. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {writeReportFile} from '../../src/files/replace-file.ts'
import {sheetOf} from '../../src/files/xlsx/sheet.ts'
import {workbookBytes} from '../../src/files/xlsx/workbook.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'
import {formats} from '../../src/render/report/formats.ts'
import {groupings} from '../../src/render/report/labels.ts'
import {formatOf, isReport, reportBytes} from '../../src/render/report/report-file.ts'
import {figuresOf} from '../../src/report/figures.ts'
import {aView, halfAYear, theFacts} from '../builders/report-facts.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bills-report-file-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const bytes = (text: string): Uint8Array => Buffer.from(text)
const isOwn = async (found: Uint8Array): Promise<boolean> => Buffer.from(found).toString().startsWith('own')
const write = (path: string, text = 'own 2') => writeReportFile(path, bytes(text), 0o600, isOwn)

describe('a report’s file', () => {
  it('is its owner’s alone, and replaces its own kind', async () => {
    const path = join(folder, 'r.html')
    expect(await write(path, 'own 1')).toEqual({replaced: false})
    expect(await write(path)).toEqual({replaced: true})
    expect(readFileSync(path, 'utf8')).toBe('own 2')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('never replaces anything else', async () => {
    const path = join(folder, 'r.html')
    writeFileSync(path, 'a person’s')
    await expect(write(path)).rejects.toBeInstanceOf(InputError)
    expect(readFileSync(path, 'utf8')).toBe('a person’s')
    mkdirSync(join(folder, 'd.html'))
    await expect(write(join(folder, 'd.html'))).rejects.toBeInstanceOf(InputError)
  })

  it('makes no folder', async () => {
    await expect(write(join(folder, 'none/r.html'))).rejects.toBeInstanceOf(InputError)
  })

  it('that the disk refuses is a fault', async () => {
    await expect(write(join(folder, `${'x'.repeat(300)}.html`))).rejects.toBeInstanceOf(RunFault)
  })
})

describe('each format', () => {
  const figures = figuresOf(halfAYear(), {target: 50, minutesPerInvoice: 6})
  const other = figuresOf(theFacts(), {target: 40, minutesPerInvoice: 1})
  const made = new Date('2026-06-29T00:00:00Z')

  it.each(formats)('knows its own reports again, in whichever language and grouping: %s', async (format) => {
    for (const language of ['da', 'en'] as const) {
      for (const by of groupings) {
        expect(await isReport(format, await reportBytes(other, format, aView(language, by)))).toBe(true)
      }
    }
  })

  it.each(formats)('takes nothing else for its own: %s', async (format) => {
    const exceptions = await workbookBytes([sheetOf('Undtagelser', [], [])], made)
    const others = await Promise.all(
      formats.filter((each) => each !== format).map((each) => reportBytes(figures, each, aView('da'))),
    )
    for (const found of [
      exceptions,
      bytes(''),
      bytes('Kode;Årsag;Ansvarlig;Forslag\r\n'),
      bytes('<!doctype html>'),
      ...others,
    ])
      expect(await isReport(format, found)).toBe(false)
  })

  it.each(formats)('is the same whenever it is made: %s', async (format) => {
    const make = () => reportBytes(figures, format, aView('da'))
    // A workbook's zip has the time of its making, to two seconds.
    vi.useFakeTimers({toFake: ['Date'], now: made})
    try {
      const [once, again] = [await make(), await make()]
      expect(Buffer.from(once).equals(again)).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it.each([
    ['r.html', 'html'],
    ['R.HTM', 'html'],
    ['a.b/r.csv', 'csv'],
    ['r.xlsx', 'xlsx'],
    ['r.txt', 'table'],
    ['r.pdf', undefined],
    ['csv', undefined],
    ['constructor', undefined],
  ])('of %s is %s', (name, format) => {
    expect(formatOf(name)).toBe(format)
  })
})
