/** How a report is asked for: what its table and CSV are grouped by, and how it is written for a person. */
import type {Figures} from '../../report/figures.ts'
import type {Rendering} from '../rendering.ts'
import type {Grouping} from './labels.ts'

export type ReportView = {readonly by: Grouping; readonly rendering: Rendering}

/** What the module of each format is. Text has its last line end. */
export type ReportRenderer<Rendered> = (figures: Figures, view: ReportView) => Rendered
