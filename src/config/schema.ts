/**
 * The schema of `bills.yaml` (`configuration.md`): every key with its default. It takes text and numbers as a person
 * writes them, and returns øre, dates and lists.
 */
import {z} from 'zod'
import {type IsoDate, parseIsoDate} from '../model/calendar.ts'
import {type Ore, ore} from '../model/money.ts'
import type {TableFields} from '../model/tables/field.ts'
import {tables} from '../model/tables/tables.ts'

import {
  expected,
  expectedCvr,
  expectedDate,
  expectedKroner,
  expectedList,
  expectedNumber,
  expectedOneOf,
  expectedPattern,
  expectedSection,
  expectedText,
  expectedYesNo,
} from './expected.ts'

const text = (error = expectedText) => z.string({error})
const pattern = (form: RegExp, error: string) => text(error).regex(form, {error})
const filled = () => text().min(1, {error: expectedText})
const yesNo = () => z.boolean({error: expectedYesNo})
const list = <Item extends z.ZodType>(item: Item) => z.array(item, {error: expectedList})
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, {error: expectedOneOf(values)})

function whole(least: number, most?: number) {
  const error = expectedNumber(least, most, true)
  const number = z.int({error}).min(least, {error})
  return most === undefined ? number : number.max(most, {error})
}

function number(least: number, most?: number) {
  const error = expectedNumber(least, most, false)
  const any = z.number({error}).min(least, {error})
  return most === undefined ? any : any.max(most, {error})
}

/** Words that YAML takes for numbers or truth values are words here. */
const word = z.union([z.string(), z.number(), z.boolean()], {error: expectedText}).transform(String)

const cvrText = pattern(/^\d{8}$/, expectedCvr)

const isoDay = text(expectedDate)
  .transform((value, context) => {
    const date = parseIsoDate(value)
    if (date) return date
    context.addIssue({code: 'custom', message: expectedDate})
    return z.NEVER
  })
  .meta({type: 'string', format: 'date'})

function kroner(most?: number) {
  const error = expectedKroner(most)
  return z.union([z.string(), z.number()], {error}).transform((value, context): Ore => {
    const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(value))
    const amount = found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : Number.NaN
    if (Number.isSafeInteger(amount) && (most === undefined || amount <= most * 100)) return ore(amount)
    context.addIssue({code: 'custom', message: error})
    return z.NEVER
  })
}

const billing = oneOf(['none', 'arrears', 'advance']).describe(
  'Perioden for en regning, der ikke angiver den. arrears: måneden, der er gået; advance: måneden, der kommer; none: den gættes aldrig.',
)

export const dayRateMonths = ['actual', '30', '30.5', '365/12'] as const

const maxMonths = whole(1, 12).describe('Kalendermåneder, som perioden på en regning højst må dække.')

const supplier = z.strictObject(
  {
    billing: billing.optional(),
    dayRateMonth: z
      .union([z.string(), z.number()], {error: expectedOneOf(dayRateMonths)})
      .transform(String)
      .pipe(oneOf(dayRateMonths))
      .default('actual')
      .describe('Døgn, som en hel måned på en døgntakst regnes for: actual, 30, 30.5 eller 365/12.'),
    maxMonths: maxMonths.optional(),
    billsAs: list(cvrText)
      .default([])
      .describe('Andre CVR-numre, som regningerne til leverandørens bevillinger kommer fra.'),
  },
  {error: expectedSection},
)

const headerNames = z
  .union([z.string(), z.array(z.string())], {error: expectedList})
  .transform((names) => [names].flat())

/** Further headers of one table, by field. Where the fields are not fixed, every name is accepted. */
function headers(fields?: TableFields) {
  const shape = Object.fromEntries(Object.keys(fields ?? {}).map((field) => [field, headerNames.optional()]))
  const byField = fields
    ? z.strictObject(shape, {error: expectedSection})
    : z.record(z.string(), headerNames, {error: expectedSection})
  return byField.default({}).transform((found): Record<string, string[]> => ({...(found as Record<string, string[]>)}))
}

const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {error: expectedSection}).prefault({} as never)

const words = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.record(z.string(), oneOf(values), {error: expectedSection}).default({})

export const configSchema = z.strictObject(
  {
    $schema: text().optional(),
    language: oneOf(['da', 'en'])
      .optional()
      .describe('Sproget i de filer, som mennesker læser (da, hvor den mangler), og i terminalen.'),
    municipality: pattern(
      /^\d{3}$/,
      expected({
        da: 'forventede en kommunekode på tre cifre i anførselstegn, f.eks. "230"',
        en: 'expected a municipality code of three digits in quotes, such as "230"',
      }),
    )
      .optional()
      .describe('Kommunekoden, tre cifre. En ledger hører til én kommune.'),
    ledger: filled().default('bills.db').describe('Programmets hukommelse; stien regnes fra denne fil.'),
    out: filled().default('out').describe('Mappen, som kørslerne skrives i; stien regnes fra denne fil.'),
    mapping: filled().default('mapping.xlsx').describe('Støttearket; stien regnes fra denne fil.'),
    files: section({
      groupReadable: yesNo().default(false).describe('true: gruppen må læse filerne (0640 og 0750).'),
    }),
    opus: section({
      contraAccount: text()
        .optional()
        .describe('Modkontoen til hver kontering: den konto, som e-fakturaerne er bogført på. Skal udfyldes.'),
      contraPsp: text().default('').describe('Modkontoens PSP-element; kun hvor den er en driftskonto.'),
      format: oneOf(['csv', 'xml', 'both'])
        .default('csv')
        .describe('Filerne til OPUS: csv indlæses af et menneske, xml er til snitfladen «Posteringer IND».'),
      maxLines: whole(2, 99_999).default(900).describe('Linjer, som en fil til OPUS højst må have.'),
      textLength: whole(30, 50).default(50).describe('Tegn i Tekst.'),
      periodFormat: oneOf(['dd.mm.yyyy', 'yyyymmdd']).default('dd.mm.yyyy'),
      encoding: oneOf(['utf-8', 'utf-8-bom', 'windows-1252'])
        .default('utf-8')
        .describe('Tegnsættet i de filer, som OPUS og Sensum læser.'),
      postingDate: isoDay.nullable().default(null).describe('Bogføringsdatoen, hvor den ikke er kørslens dag.'),
      fixed: z
        .record(z.string(), text(), {error: expectedSection})
        .default({})
        .describe('Faste værdier i de kolonner til OPUS, som ellers er tomme: kolonne: værdi.'),
      xml: section({
        sender: pattern(
          /^([PQTDU]\d{2}CLNT\d{3})?$/,
          expected({da: 'forventede f.eks. "P04CLNT230" eller intet', en: 'expected "P04CLNT230", say, or nothing'}),
        )
          .default('')
          .describe('Afsenderens system; tom: det samme som modtagerens.'),
        client: pattern(
          /^(\d{3})?$/,
          expected({da: 'forventede tre cifre eller intet', en: 'expected three digits or nothing'}),
        )
          .default('')
          .describe('Klienten i OPUS, tre cifre; tom: kommunekoden.'),
        environment: pattern(
          /^[PQTDU]\d{2}$/,
          expected({
            da: 'forventede P, Q, T, D eller U og to cifre, f.eks. "P04"',
            en: 'expected P, Q, T, D or U and two digits, such as "P04"',
          }),
        )
          .default('P04')
          .describe('Miljøet i OPUS: P04 er drift.'),
        companyCode: pattern(
          /^\d{1,4}$/,
          expected({da: 'forventede op til fire cifre i anførselstegn', en: 'expected up to four digits in quotes'}),
        )
          .default('0020')
          .describe('Firmakoden i OPUS.'),
        supplierId: pattern(
          /^[A-Za-z0-9]{4}$/,
          expected({da: 'forventede fire bogstaver eller cifre', en: 'expected four letters or digits'}),
        )
          .default('BILL')
          .describe('Fire tegn, som KMD giver.'),
      }),
    }),
    sensum: section({
      paidWhen: oneOf(['posted', 'confirmed']).default('posted').describe('Hvornår betalte rækker skrives til Sensum.'),
    }),
    rules: section({
      paragraphs: list(z.union([z.string(), z.number()], {error: expectedText}).transform(String))
        .default(['103', '104', '107', '108', 'STU'])
        .describe('De paragraffer, som programmet må kontere.'),
      amountTolerance: kroner(1)
        .default(ore(0))
        .describe('Kroner, som et beløb må afvige, hvor intet passer på øren; højst "1.00".'),
      maxAmount: kroner().nullable().default(null).describe('Kroner. Større regninger ser et menneske på.'),
      blockedSuppliers: list(cvrText).default([]).describe('CVR-numre, hvis regninger ikke konteres automatisk.'),
      partialDays: yesNo().default(false).describe('Om antal gange enhedspris må forklare en del af perioden.'),
      maxCombined: whole(1, 6).default(3).describe('Bevillinger, som ét beløb højst må dække; 1 slår det fra.'),
      creditNotes: yesNo().default(true).describe('Om kreditnotaer må konteres.'),
      vat: oneOf(['hold', 'gross']).default('hold').describe('Regninger med moms: hold eller brug beløbet med moms.'),
      gln: list(
        pattern(/^\d{13}$/, expected({da: 'forventede 13 cifre i anførselstegn', en: 'expected 13 digits in quotes'})),
      )
        .default([])
        .describe('EAN/GLN-numre, hvis regninger er vores; tom: alle.'),
    }),
    periods: section({
      postFrom: isoDay
        .optional()
        .describe('Programmets første dag: ingen tidligere dag bliver konteret. Skal udfyldes.'),
      billing: billing.default('none'),
      cutoffDay: whole(1, 31).default(15).describe('Dagen i måneden, der skiller, hvilken måned en regning er for.'),
      lookback: whole(0, 24).default(3).describe('Måneder før fakturaens, som perioden må ligge i.'),
      lookahead: whole(0, 12).default(1).describe('Måneder efter fakturaens, som perioden må ligge i.'),
      maxMonths: maxMonths.default(1),
      gap: oneOf(['hold', 'post'])
        .default('hold')
        .describe('Hvor regningen for måneden før mangler: hold, eller kontér alligevel (post).'),
    }),
    suppliers: z
      .record(cvrText, supplier, {error: expectedSection})
      .default({})
      .describe('Særlige forhold for en leverandør, efter CVR-nummer.'),
    columns: section({
      invoices: headers(tables.invoices),
      grants: headers(tables.grants),
      mapping: headers(tables.mapping),
      chart: headers(tables.chart),
      booked: headers(tables.booked),
      postings: headers(),
      receipt: headers(),
    }).describe('Flere kolonneoverskrifter, efter fil og felt.'),
    xmlDocumentNumber: text(expectedPattern)
      .refine(hasOneGroup, {error: expectedPattern})
      .nullable()
      .default(null)
      .describe('Et regulært udtryk med én gruppe: bilagsnummeret i navnet på en XML-fil.'),
    values: section({
      unit: words(['Måned', 'Døgn', 'Dag', 'Uge', 'Time', 'År', 'Engang']),
      status: words(['counts', 'ignored']),
      documentType: words(['Faktura', 'Kreditnota']),
      yes: list(word).default([]),
    }).describe('Flere ord for det, en kolonne kan indeholde.'),
    compare: section({
      minPrecision: number(0, 100).default(99.5),
      minRuns: whole(1).default(4),
    }),
    report: section({
      target: number(0, 100).default(50).describe('Målet for andelen af regninger, der konteres, i procent.'),
      minutesPerInvoice: number(0).default(6).describe('Minutter, som en regning tager i hånden.'),
    }),
    retention: section({months: whole(1).default(60).describe('Måneder, som personoplysninger gemmes.')}),
  },
  {error: expectedSection},
)

/** `bills.yaml` as read, defaults filled in. `ledger`, `out` and `mapping` are as written, relative to the file. */
export type Config = z.output<typeof configSchema>

/** A configuration that `match` can work with: what is never guessed has been given. */
export type MatchConfig = Config & {
  readonly opus: {readonly contraAccount: string}
  readonly periods: {readonly postFrom: IsoDate}
}

export type SupplierSettings = z.output<typeof supplier>
export type Billing = z.output<typeof billing>
export type DayRateMonth = (typeof dayRateMonths)[number]

function hasOneGroup(source: string): boolean {
  try {
    return new RegExp(`${source}|`).exec('')?.length === 2
  } catch {
    return false
  }
}
