/** The report as a file of each format, and how one is known again, so that a newer one may take its place. */
import {extname} from 'node:path'
import {encodeText} from '../../files/encode.ts'
import type {Language} from '../../model/language.ts'
import type {Figures} from '../../report/figures.ts'
import {stylesFor} from '../styles.ts'
import {isReportCsv, reportCsv} from './csv.ts'
import {generator, mark} from './page/generator.ts'
import {renderReport} from './terminal.ts'
import type {Grouping} from './vocabulary.ts'

export const formats = ['table', 'csv', 'html', 'xlsx'] as const
export type Format = (typeof formats)[number]

/** The format that a file's name asks for; undefined where it asks for none. */
export function formatOf(name: string): Format | undefined {
  return byEnding.get(extname(name).toLowerCase())
}

const byEnding: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xlsx', 'xlsx'],
  ['.txt', 'table'],
])

export type FileSettings = {
  readonly format: Format
  readonly by: Grouping
  readonly language: Language
  /** The workbook's own date. */
  readonly made: Date
}

/** The charts and the workbook are loaded only where they are asked for. */
export async function reportFile(figures: Figures, settings: FileSettings): Promise<Uint8Array> {
  const {format, by, language, made} = settings
  if (format === 'html') {
    const {reportPage} = await import('./page/page.ts')
    return encodeText(reportPage(figures, language), 'utf-8')
  }
  if (format === 'xlsx') {
    const [{workbookBytes}, {reportSheets}] = await Promise.all([
      import('../../files/xlsx/workbook.ts'),
      import('./sheets.ts'),
    ])
    return workbookBytes(reportSheets(figures, language), made, mark)
  }
  // The mark at the beginning is what spreadsheets know UTF-8 by.
  if (format === 'csv') return encodeText(reportCsv(figures, by, language), 'utf-8-bom')
  return encodeText(`${renderReport(figures, by, {language, width: 80, styles: stylesFor({}, {})})}\n`, 'utf-8')
}

/** Whether the bytes are a report of that format, of any time: nothing in it was written by a person. */
export async function isReport(format: Format, bytes: Uint8Array): Promise<boolean> {
  if (format === 'xlsx') return (await (await import('../../files/xlsx/workbook.ts')).titleOf(bytes)) === mark
  const text = new TextDecoder().decode(bytes)
  if (format === 'csv') return isReportCsv(text)
  return format === 'html' ? text.slice(0, 1000).includes(generator) : text.startsWith(`${mark} · `)
}
