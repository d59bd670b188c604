/**
 * The report as a file: which format its name asks for, its bytes, and how a report is known again, so that a newer one
 * may take its place.
 */
import {extname} from 'node:path'
import {type Encoding, encodeText} from '../../files/encode.ts'
import type {Figures} from '../../report/figures.ts'
import {isReportCsv} from './csv.ts'
import {type Format, reportFormats} from './formats.ts'
import {generator, mark} from './page/generator.ts'
import type {ReportView} from './view.ts'

/** The format that a file's name asks for; undefined where it asks for none. */
export const formatOf = (name: string): Format | undefined => formatByEnding.get(extname(name).toLowerCase())

const formatByEnding: ReadonlyMap<string, Format> = new Map([
  ['.csv', 'csv'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xlsx', 'xlsx'],
  ['.txt', 'table'],
])

/** The file that is written where none is named; undefined for what goes to standard output. */
export const defaultName = (format: Format): string | undefined =>
  format === 'html' || format === 'xlsx' ? `bills-report.${format}` : undefined

export async function reportBytes(figures: Figures, format: Format, view: ReportView): Promise<Uint8Array> {
  const content = await reportFormats[format](figures, view)
  return typeof content === 'string' ? encodeText(content, encodings[format]) : content
}

/** `utf-8-bom`: the mark at the beginning is what spreadsheets know UTF-8 by. */
const encodings: Readonly<Record<Format, Encoding>> = {
  table: 'utf-8',
  csv: 'utf-8-bom',
  html: 'utf-8',
  xlsx: 'utf-8',
}

/** Whether the bytes are a report of that format, of any time: nothing in it was written by a person. */
export async function isReport(format: Format, bytes: Uint8Array): Promise<boolean> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).isReportWorkbook(bytes)
  const text = new TextDecoder().decode(bytes)
  if (format === 'csv') return isReportCsv(text)
  return format === 'html' ? text.slice(0, 1000).includes(generator) : text.startsWith(`${mark} · `)
}
