/** The report for programs (`--json`): all figures; amounts in kroner as text with a decimal point, rates in per cent. */

import type {Language} from '../../model/language.ts'
import {jsonKroner} from '../../model/money.ts'
import type {Counts, Measured} from '../../report/counts.ts'
import type {Figures, TimeGroup} from '../../report/figures.ts'
import type {Tally} from '../../report/rates.ts'
import {maskedLine, maskedSentence} from '../../text/mask.ts'
import {definitionsOf} from './definitions.ts'
import {ownerOfReason} from './vocabulary.ts'

export type ReportDocument = ReturnType<typeof reportDocument>

export function reportDocument(figures: Figures, language: Language) {
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
    reasons: figures.reasons.map(({reason, left, ...shares}) => ({
      reason,
      owner: ownerOfReason(reason) || null,
      ...inKroner(left),
      ...shares,
    })),
    comingBack: figures.comingBack.map(({cvr, name, invoices, ...rest}) => ({
      cvr: maskedLine(cvr),
      name: maskedLine(name),
      ...rest,
      ...inKroner(invoices),
    })),
    open: {
      inSpan: inKroner(open.inSpan),
      inLastRun: inKroner(open.inLastRun),
      ages: open.ages.map(({open: some, ...days}) => ({...days, ...inKroner(some)})),
      medianDays: open.median,
      oldestDays: open.oldest,
    },
    fixes: figures.fixes.map(({da, en, amount, isExact, ...fix}) => ({
      text: maskedSentence(language === 'da' ? da : en),
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

function measures({counts, rates}: Measured) {
  const tallies = Object.entries(counts).map(([name, tally]) => [name, inKroner(tally)])
  return {...(Object.fromEntries(tallies) as Record<keyof Counts, ReturnType<typeof inKroner>>), rates}
}
