/**
 * The formats of `bills report` (`commands.md`, report), each with its module. The charts and the workbook are loaded
 * only where they are asked for.
 */
import {reportCsv} from './csv.ts'
import {reportDocument} from './json.ts'
import {renderReport} from './terminal.ts'
import type {ReportRenderer} from './view.ts'

/** Those of `--format`; `--json` is a flag of its own. */
export const formats = ['table', 'csv', 'html', 'xlsx'] as const
export type Format = (typeof formats)[number]

const reportPage: ReportRenderer<Promise<string>> = async (figures, view) =>
  (await import('./page/page.ts')).reportPage(figures, view)

const reportWorkbook: ReportRenderer<Promise<Uint8Array>> = async (figures, view) =>
  (await import('./xlsx.ts')).reportWorkbook(figures, view)

export const reportFormats = {
  table: renderReport,
  csv: reportCsv,
  html: reportPage,
  xlsx: reportWorkbook,
  json: reportDocument,
} as const
