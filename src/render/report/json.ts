/**
 * The report for programs (`commands.md`, `--json`): all figures, under the names that programs know; amounts in kroner
 * as text with a decimal point, rates in per cent.
 */
import {jsonKroner} from '../../model/money.ts'
import type {Measured} from '../../report/counts.ts'
import type {Figures, TimeGroup} from '../../report/figures.ts'
import type {Tally} from '../../report/rates.ts'
import {inLanguage} from '../../text/format.ts'
import {maskedLine, maskedSentence} from '../../text/mask.ts'
import {definitionsOf} from './definitions.ts'
import {ownerOfReason} from './labels.ts'
import type {ReportView} from './view.ts'

export type ReportDocument = ReturnType<typeof reportDocument>

export function reportDocument(figures: Figures, {rendering: {language}}: Pick<ReportView, 'rendering'>) {
  const {span, horizon, total, open, target, rudersdal, trend} = figures
  return {
    span: {...span, months: figures.months.length},
    lastRun: {runId: horizon.lastRun.runId, today: horizon.lastRun.today},
    runs: horizon.runs,
    undated: figures.undated,
    ...measures(total),
    target,
    rudersdal,
    trend,
    hoursSaved: figures.hoursSaved,
    minutesPerInvoice: figures.minutesPerInvoice,
    months: figures.months.map(({key, ...group}) => ({month: key, ...timeGroup(group)})),
    weeks: figures.weeks.map(({key, ...group}) => ({week: key, ...timeGroup(group)})),
    paragraphs: figures.paragraphs.map(({paragraph, ...group}) => ({
      paragraph: paragraph && maskedLine(paragraph),
      ...measures(group),
    })),
    suppliers: figures.suppliers.map(({cvr, name, ...group}) => ({
      cvr: maskedLine(cvr),
      name: maskedLine(name),
      ...measures(group),
    })),
    reasons: figures.reasons.map(({reason, unposted, ...shares}) => ({
      reason,
      owner: ownerOfReason(reason) || null,
      ...inKroner(unposted),
      ...shares,
    })),
    comingBack: figures.recurring.map(({cvr, name, reason, months, invoices, stillUnposted}) => ({
      cvr: maskedLine(cvr),
      name: maskedLine(name),
      ...{reason, months, stillLeft: stillUnposted},
      ...inKroner(invoices),
    })),
    open: {
      inSpan: inKroner(open.inSpan),
      inLastRun: inKroner(open.inLastRun),
      ages: open.ages.map(({open: tally, ...days}) => ({...days, ...inKroner(tally)})),
      medianDays: open.median,
      oldestDays: open.oldest,
    },
    fixes: figures.fixes.map(({da, en, amount, isExact, ...fix}) => ({
      text: maskedSentence(inLanguage(language, da, en)),
      ...fix,
      amount: jsonKroner(amount),
      atMost: !isExact,
    })),
    definitions: Object.fromEntries(definitionsOf(figures).map(({term, meaning}) => [term, meaning[language]])),
  }
}

const inKroner = ({invoices, amount}: Tally) => ({invoices, amount: jsonKroner(amount)})

const timeGroup = ({isOver, isCut, change, ...group}: Omit<TimeGroup, 'key'>) => ({
  isOver,
  isCut,
  ...measures(group),
  change,
})

const measures = ({counts, rates}: Measured) => ({
  received: inKroner(counts.received),
  inScope: inKroner(counts.inScope),
  posted: inKroner(counts.posted),
  postedInScope: inKroner(counts.postedInScope),
  firstPass: inKroner(counts.firstPass),
  firstPassInScope: inKroner(counts.firstPassInScope),
  decided: inKroner(counts.decided),
  left: inKroner(counts.unposted),
  rates,
})
