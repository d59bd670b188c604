/** Hand-made facts for the tests of the report: small, and different only in what the test is about. */

import type {Horizon, InvoiceStatus, ReportFacts} from '../../src/ledger/read/report-facts.ts'
import type {Period} from '../../src/model/calendar.ts'
import type {Language} from '../../src/model/language.ts'
import type {ReasonCode} from '../../src/model/reason.ts'
import {plainRendering} from '../../src/render/rendering.ts'
import type {Grouping} from '../../src/render/report/labels.ts'
import type {ReportView} from '../../src/render/report/view.ts'
import {day, ofOre} from './values.ts'

export const aSpan = (from: string, to: string): Period => ({from: day(from), to: day(to)})

/** How a report is asked for: a table by month for 80 characters, unless the test says otherwise. */
export const aView = (language: Language, by: Grouping = 'month', width = 80): ReportView => ({
  by,
  rendering: {...plainRendering(language), width},
})

/** Posted by the first run that saw it, unless the test says otherwise. */
export const aStatus = (fields: Partial<InvoiceStatus> = {}): InvoiceStatus => ({
  day: day('2026-03-10'),
  isDated: true,
  amount: ofOre(1000_00),
  supplierCvr: '85614592',
  supplierName: 'Bostedet Birkelunden',
  paragraph: '107',
  status: 'automatic',
  isFirstPass: fields.status === undefined || fields.status === 'automatic',
  isInScope: true,
  whyUnposted: null,
  firstReason: null,
  isOpen: false,
  ...fields,
})

/** Left to a person for a reason. */
export const anUnposted = (reason: ReasonCode, fields: Partial<InvoiceStatus> = {}): InvoiceStatus =>
  aStatus({
    status: 'unposted',
    isInScope: reason !== 'OUT_OF_SCOPE',
    whyUnposted: reason,
    firstReason: reason,
    isOpen: true,
    ...fields,
  })

export const aHorizon = (fields: Partial<Horizon> = {}): Horizon => ({
  lastRun: {number: 26, runId: '20260629-090000', today: day('2026-06-29')},
  runs: 26,
  newestIssue: day('2026-06-26'),
  ...fields,
})

export const theFacts = (fields: Partial<ReportFacts> = {}): ReportFacts => ({
  horizon: aHorizon(),
  span: aSpan('2026-01-01', '2026-06-30'),
  documents: [],
  open: [],
  fixes: [],
  ...fields,
})

const suppliers = [
  ['85614592', 'Bostedet Birkelunden'],
  ['67013263', 'Bostedet Lærkeengen Fonden'],
  ['82884874', '=1+1 Ærtebjerg & <b>Søn</b> ApS'],
  ['', 'Ukendt'],
] as const

const reasons = ['AMOUNT_MISMATCH', 'PERIOD_AMBIGUOUS', 'OUT_OF_SCOPE', 'GRANT_AMBIGUOUS'] as const

/** Half a year that gets better: each figure of the report occurs, each way in which a document can end. */
export function halfAYear(): ReportFacts {
  const documents = Array.from({length: 600}, (_, at): InvoiceStatus => {
    const month = 1 + Math.floor(at / 100)
    const [supplierCvr, supplierName] = suppliers[at % 11 === 0 ? 3 : at % 3] ?? suppliers[0]
    const common = {
      day: day(`2026-0${month}-${String(1 + (at % 28)).padStart(2, '0')}`),
      isDated: at % 97 !== 0,
      amount: ofOre(100_000 + at * 137),
      supplierCvr,
      supplierName,
      paragraph: ['103', '107', 'STU', null, 'several'][at % 5] ?? null,
    }
    if (at % 100 === 7) return aStatus({...common, status: 'unposted', whyUnposted: 'REVERSED'})
    if (at % 100 === 8) return aStatus({...common, status: 'unposted', whyUnposted: 'OPUS_REFUSED', isOpen: true})
    if (at % 100 === 9) return aStatus({...common, status: 'unposted', whyUnposted: 'UNDONE'})
    const reason = reasons[at % 7] ?? 'AMOUNT_MISMATCH'
    if (at % 100 < 30 + month * 4) return aStatus({...common, ...(at % 10 === 0 ? late(reason) : {})})
    return anUnposted(reason, common)
  })
  return theFacts({
    documents,
    open: [2, 6, 7, 8, 30, 31, 60, 61, 90, 91, 150].map((age) => ({
      since: day(new Date(Date.parse('2026-06-29') - age * 86_400_000).toISOString().slice(0, 10)),
      amount: ofOre(age * 1000_00),
    })),
    fixes: [
      {
        kind: 'rate',
        da: 'Ny takst for Botilbud hos Bostedet Birkelunden (CVR 85614592): ret 2.100,00 kr. til 2.184,00 kr. på bevillingerne.',
        en: 'New rate for Botilbud with Bostedet Birkelunden (CVR 85614592): change DKK 2,100.00 to DKK 2,184.00 on the grants.',
        owner: 'Administration',
        reason: 'AMOUNT_MISMATCH',
        invoices: 12,
        amount: ofOre(123_456_00),
        isExact: true,
      },
      {
        kind: 'other',
        da: 'Opret en bevilling til 610190-1234 hos Ærtebjerg & <b>Søn</b>.',
        en: 'Register a grant for 610190-1234 with Ærtebjerg & <b>Søn</b>.',
        owner: 'Sagsbehandler',
        reason: 'CITIZEN_UNKNOWN',
        invoices: 1,
        amount: ofOre(5_000_00),
        isExact: false,
      },
    ],
  })
}

const late = (firstReason: ReasonCode): Partial<InvoiceStatus> => ({isFirstPass: false, firstReason})
