/** The report as a workbook (`sheets.ts` has its sheets): its bytes, and how it is known again. */
import {titleOf, workbookBytes} from '../../files/xlsx/workbook.ts'
import type {Figures} from '../../report/figures.ts'
import {mark} from './page/generator.ts'
import {reportSheets} from './sheets.ts'
import type {ReportView} from './view.ts'

/** Dated by the last run, not by the clock. */
export const reportWorkbook = (figures: Figures, {rendering}: ReportView): Promise<Uint8Array> =>
  workbookBytes(reportSheets(figures, rendering.language), new Date(`${figures.horizon.lastRun.today}T00:00:00Z`), mark)

export const isReportWorkbook = async (bytes: Uint8Array): Promise<boolean> => (await titleOf(bytes)) === mark
