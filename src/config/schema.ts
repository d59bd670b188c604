/**
 * The schema of `bills.yaml` (`configuration.md`): every key with its default. What it reads is text and
 * numbers as a person writes them; what it gives is øre, dates and lists ready for the stages.
 */
import {z} from 'zod'
import {type IsoDate, parseIsoDate} from '../domain/calendar.ts'
import {type Ore, ore} from '../domain/money.ts'

const cvrText = z.string().regex(/^\d{8}$/, 'expected a CVR number of eight digits in quotes, such as "12345674"')

const isoDay = z
  .union([z.string(), z.date()])
  .transform((value, context) => {
    const date = parseIsoDate(typeof value === 'string' ? value : value.toISOString().slice(0, 10))
    if (date) return date
    context.addIssue({code: 'custom', message: 'expected a date such as 2026-01-01'})
    return z.NEVER
  })
  .meta({type: 'string', format: 'date'})

const kroner = (most?: number) =>
  z.union([z.string(), z.number()]).transform((value, context): Ore => {
    const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(value))
    const amount = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : Number.NaN
    if (Number.isSafeInteger(amount) && (most === undefined || amount <= most * 100)) return ore(amount)
    const limit = most === undefined ? '' : `, at most ${most.toFixed(2)}`
    context.addIssue({code: 'custom', message: `expected kroner such as "1.00"${limit}`})
    return z.NEVER
  })

const billing = z.enum(['none', 'arrears', 'advance'])

export const dayRateMonths = ['actual', '30', '30.5', '365/12'] as const

const supplier = z.strictObject({
  billing: billing.optional(),
  dayRateMonth: z.union([z.string(), z.number()]).transform(String).pipe(z.enum(dayRateMonths)).default('actual'),
  maxMonths: z.int().min(1).max(12).optional(),
  billsAs: z.array(cvrText).default([]),
})

const headers = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]).transform((names) => [names].flat()),
)

const section = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).prefault({} as never)

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.enum(['da', 'en']).optional(),
  municipality: z
    .string()
    .regex(/^\d{3}$/, 'expected a municipality code of three digits in quotes, such as "230"')
    .optional(),
  ledger: z.string().min(1).default('bills.db'),
  out: z.string().min(1).default('out'),
  mapping: z.string().min(1).default('mapping.xlsx'),
  files: section({groupReadable: z.boolean().default(false)}),
  opus: section({
    contraAccount: z.string().optional(),
    contraPsp: z.string().default(''),
    format: z.enum(['csv', 'xml', 'both']).default('csv'),
    maxLines: z.int().min(2).max(99_999).default(900),
    textLength: z.int().min(30).max(50).default(50),
    periodFormat: z.enum(['dd.mm.yyyy', 'yyyymmdd']).default('dd.mm.yyyy'),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'windows-1252']).default('utf-8'),
    postingDate: isoDay.nullable().default(null),
    fixed: z.record(z.string(), z.string()).default({}),
    xml: section({
      sender: z.string().default(''),
      client: z
        .string()
        .regex(/^(\d{3})?$/, 'expected three digits or nothing')
        .default(''),
      environment: z.string().min(1).default('P04'),
      companyCode: z
        .string()
        .regex(/^\d{1,4}$/, 'expected up to four digits')
        .default('0020'),
      supplierId: z
        .string()
        .regex(/^[A-Za-z0-9]{4}$/, 'expected four letters or digits')
        .default('BILL'),
    }),
  }),
  sensum: section({paidWhen: z.enum(['posted', 'confirmed']).default('posted')}),
  rules: section({
    paragraphs: z
      .array(z.union([z.string(), z.number()]).transform(String))
      .default(['103', '104', '107', '108', 'STU']),
    amountTolerance: kroner(1).default(ore(0)),
    maxAmount: kroner().nullable().default(null),
    blockedSuppliers: z.array(cvrText).default([]),
    partialDays: z.boolean().default(false),
    maxCombined: z.int().min(1).max(6).default(3),
    creditNotes: z.boolean().default(true),
    vat: z.enum(['hold', 'gross']).default('hold'),
    gln: z.array(z.string().regex(/^\d{13}$/, 'expected 13 digits in quotes')).default([]),
  }),
  periods: section({
    postFrom: isoDay.optional(),
    billing: billing.default('none'),
    cutoffDay: z.int().min(1).max(31).default(15),
    lookback: z.int().min(0).max(24).default(3),
    lookahead: z.int().min(0).max(12).default(1),
    maxMonths: z.int().min(1).max(12).default(1),
    gap: z.enum(['hold', 'post']).default('hold'),
  }),
  suppliers: z.record(cvrText, supplier).default({}),
  columns: section({
    invoices: headers.default({}),
    grants: headers.default({}),
    mapping: headers.default({}),
    chart: headers.default({}),
    booked: headers.default({}),
    postings: headers.default({}),
    receipt: headers.default({}),
  }),
  xmlDocumentNumber: z.string().nullable().default(null),
  values: section({
    unit: z.record(z.string(), z.enum(['Måned', 'Døgn', 'Dag', 'Uge', 'Time', 'År', 'Engang'])).default({}),
    status: z.record(z.string(), z.enum(['counts', 'ignored'])).default({}),
    documentType: z.record(z.string(), z.enum(['Faktura', 'Kreditnota'])).default({}),
    yes: z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String)).default([]),
  }),
  compare: section({
    minPrecision: z.number().min(0).max(100).default(99.5),
    minRuns: z.int().min(1).default(4),
  }),
  report: section({
    target: z.number().min(0).max(100).default(50),
    minutesPerInvoice: z.number().min(0).default(6),
  }),
  retention: section({months: z.int().min(1).default(60)}),
})

/** `bills.yaml` as read, defaults filled in. `ledger`, `out` and `mapping` are as written, relative to the file. */
export type Config = z.output<typeof configSchema>

/** A configuration that `match` can work with: what is never guessed has been given. */
export type MatchConfig = Config & {
  readonly opus: {readonly contraAccount: string}
  readonly periods: {readonly postFrom: IsoDate}
}

export type Billing = z.output<typeof billing>
export type DayRateMonth = (typeof dayRateMonths)[number]
