/**
 * In what a grant and a line differ, by the steps of exclusion (`matching.md` 3): each step that does not keep the grant,
 * with the values compared and what would have fitted, in words. Takes one grant and the line's verdict; returns the
 * differences in the order of the steps, and how far the amount is off.
 */
import type {Config} from '../config/schema.ts'
import {statedPeriod} from '../exceptions/case.ts'
import {type Costs, coveredPart} from '../match/costs/cost.ts'
import type {Comparison} from '../match/exclusion/facts.ts'
import {exclusionSteps} from '../match/exclusion/steps.ts'
import {supplierGroups} from '../match/supplier-group.ts'
import type {Period} from '../model/calendar.ts'
import type {Grant} from '../model/grant.ts'
import type {Invoice} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import {type Ore, sizeOf} from '../model/money.ts'
import type {LineVerdict, StepName} from '../model/verdict.ts'
import {inLanguage, kronerText, listText, paragraphText, periodText} from '../text/format.ts'
import {maskedLine} from '../text/mask.ts'
import type {Difference} from './explanation.ts'
import {extended, fittingMonths, fittingRate} from './fitting-values.ts'
import {type Payment, paymentsText} from './payments.ts'

export type MissContext = {
  readonly verdict: LineVerdict
  readonly invoice: Invoice
  readonly config: Config
  readonly language: Language
  /** Who has paid days of a grant that the line is for, by grant, where that excluded it. */
  readonly payments: ReadonlyMap<string, readonly Payment[]>
}

/** A grant beside a line: the period of the line, and what the grant costs in it, or would if it covered it. */
type Compared = {
  readonly grant: Grant
  readonly period: Period
  readonly isCovered: boolean
  /** Øre. */
  readonly cost: Ore
}

export type GrantDifferences = {
  readonly differences: readonly Difference[]
  /** Øre between the amount and what the grant costs, without sign; 0 where the line has no period. */
  readonly amountOff: number
}

export function differencesOf(grant: Grant, context: MissContext, costs: Costs): GrantDifferences {
  const {verdict} = context
  const period = statedPeriod({line: verdict})
  const compared = period && comparedIn(grant, period, costs)
  const comparison = comparisonOf(grant, compared, context)
  return {
    differences: exclusionSteps
      .filter(({keeps}) => !keeps(grant, comparison))
      .flatMap(({name}) => differencesAt[name]?.(grant, compared, context, costs) ?? []),
    amountOff: compared ? sizeOf((verdict.line.amount - compared.cost) as Ore) : 0,
  }
}

function comparedIn(grant: Grant, period: Period, costs: Costs): Compared {
  const isCovered = coveredPart(grant, period) !== undefined
  return {grant, period, isCovered, cost: costs.of(isCovered ? grant : extended(grant, period), period)}
}

/** What the steps ask, from the proof: what was paid is known from the step that excluded the grant. */
function comparisonOf(grant: Grant, compared: Compared | null, {verdict, invoice, config}: MissContext): Comparison {
  const {amount} = verdict.line
  const excludedBy = verdict.evidence.candidates.find(({grantId}) => grantId === grant.id)?.excludedBy
  return {
    citizen: grant.citizen,
    suppliers: supplierGroups(config)(invoice.supplierCvr),
    config,
    isPeriodKnown: () => compared !== null && excludedBy !== 'period',
    period: () => compared && {from: compared.period.from, to: compared.period.to},
    costsAmount: () => compared !== null && sizeOf((amount - compared.cost) as Ore) <= config.rules.amountTolerance,
    isPaid: () => excludedBy === 'unpaid',
  }
}

type Finder = (grant: Grant, compared: Compared | null, context: MissContext, costs: Costs) => Difference[]

/** What differs where a step does not keep the grant. */
const differencesAt: Partial<Record<StepName, Finder>> = {
  supplier: (grant, _, context) => [supplierDifference(grant, context)],
  scope: (grant, _, context) => [scopeDifference(grant, context)],
  period: (grant, compared, context, costs) =>
    compared ? [periodInDoubt(context.language)] : withoutPeriod(grant, context, costs),
  validity: (_, compared, {language}) => (compared ? [validityDifference(compared, language)] : []),
  amount: (_, compared, context, costs) => (compared ? [amountDifference(compared, context, costs)] : []),
  unpaid: (_, compared, context) => (compared ? [paymentDifference(compared, context)] : []),
}

function supplierDifference({supplierCvr}: Grant, {invoice, language}: MissContext): Difference {
  const [has, wants] = [maskedLine(invoice.supplierCvr), maskedLine(supplierCvr)]
  return {
    field: 'supplier',
    text: inLanguage(
      language,
      `CVR-nummer: regningen har ${has}, bevillingen ${wants}`,
      `CVR number: the bill has ${has}, the grant ${wants}`,
    ),
    wouldFit: inLanguage(
      language,
      `regningen havde CVR ${wants}, eller ${has} stod i suppliers."${wants}".billsAs`,
      `the bill had CVR ${wants}, or ${has} stood in suppliers."${wants}".billsAs`,
    ),
  }
}

function scopeDifference({fixed, paragraph}: Grant, {language}: MissContext): Difference {
  if (!fixed)
    return {
      field: 'scope',
      text: inLanguage(language, 'Fast: bevillingen er ikke fast', 'Fast: the grant is not fixed'),
      wouldFit: inLanguage(
        language,
        'Fast var Ja (og timer om ugen udfyldt)',
        'Fast was Ja (and hours a week were filled in)',
      ),
    }
  const section = paragraphText(paragraph)
  return {
    field: 'scope',
    text: inLanguage(
      language,
      `Paragraf: bevillingen er efter ${section}, som ikke er i rules.paragraphs`,
      `Paragraph: the grant is under ${section}, not in rules.paragraphs`,
    ),
    wouldFit: inLanguage(language, `${section} stod i rules.paragraphs`, `${section} stood in rules.paragraphs`),
  }
}

/** The months in which the grant would cost the amount; where there are none, its rates too. */
function withoutPeriod(grant: Grant, {verdict, invoice, config, language}: MissContext, costs: Costs): Difference[] {
  const months = fittingMonths(grant, verdict.line.amount, invoice, config, costs)
  const shown = listText(
    months.map((month) => periodText(month, language)),
    language,
  )
  const period: Difference = {
    field: 'period',
    text: inLanguage(language, 'Periode: linjen angiver ingen', 'Period: the line states none'),
    wouldFit: shown
      ? inLanguage(language, `perioden ${shown} stod på linjen`, `the line stated ${shown}`)
      : inLanguage(language, 'perioden stod på linjen', 'the line stated its period'),
  }
  return shown ? [period] : [period, rateDifference(grant, verdict, language)]
}

const periodInDoubt = (language: Language): Difference => ({
  field: 'period',
  text: inLanguage(
    language,
    'Periode: linjen siger ikke entydigt, hvilken',
    'Period: the line does not say plainly which',
  ),
  wouldFit: inLanguage(language, 'linjen angav netop én periode', 'the line stated just one period'),
})

function validityDifference({grant, period}: Compared, language: Language): Difference {
  const days = listText(
    grant.services.map((service) => periodText(service, language)),
    language,
  )
  const wanted = periodText(period, language)
  return {
    field: 'validity',
    text: inLanguage(
      language,
      `Periode: linjen er for ${wanted}, bevillingen dækker ${days}`,
      `Period: the line is for ${wanted}, the grant covers ${days}`,
    ),
    wouldFit: inLanguage(language, `bevillingen dækkede ${wanted}`, `the grant covered ${wanted}`),
  }
}

function amountDifference(compared: Compared, {verdict, language}: MissContext, costs: Costs): Difference {
  const {grant, period, cost} = compared
  const {amount} = verdict.line
  const [billed, costing] = [kronerText(amount, language), kronerText(cost, language)]
  const days = periodText(coveredPart(grant, period) ?? period, language)
  const rate = fittingRate(compared, amount, costs)
  return {
    field: 'amount',
    text: inLanguage(
      language,
      `Beløb: linjen har ${billed}, bevillingen koster ${costing} for ${days}`,
      `Amount: the line has ${billed}, the grant costs ${costing} for ${days}`,
    ),
    wouldFit:
      rate === null
        ? inLanguage(language, `beløbet var ${costing}`, `the amount was ${costing}`)
        : inLanguage(
            language,
            `beløbet var ${costing}, eller taksten ${kronerText(rate, language)} pr. ${grant.unit}`,
            `the amount was ${costing}, or the rate ${kronerText(rate, language)} (per ${grant.unit})`,
          ),
  }
}

function rateDifference({rates, unit}: Grant, {line}: LineVerdict, language: Language): Difference {
  const shown = listText(
    rates.map(({rate}) => `${kronerText(rate, language)} pr. ${unit}`),
    language,
  )
  const billed = kronerText(line.amount, language)
  return {
    field: 'amount',
    text: inLanguage(
      language,
      `Beløb: linjen har ${billed}, bevillingens takst er ${shown}`,
      `Amount: the line has ${billed}, the grant's rate is ${shown}`,
    ),
    wouldFit: inLanguage(
      language,
      'beløbet var, hvad bevillingen koster for en måned i vinduet',
      'the amount was what the grant costs in a month of the window',
    ),
  }
}

function paymentDifference({grant, period}: Compared, {payments, language}: MissContext): Difference {
  const by = paymentsText(payments.get(grant.id) ?? [], language)
  const days = periodText(period, language)
  return {
    field: 'unpaid',
    text: inLanguage(language, `Betaling: dage i ${days} er betalt${by}`, `Payment: days of ${days} are paid${by}`),
    wouldFit: inLanguage(language, `ingen dag i ${days} var betalt`, `no day of ${days} was paid`),
  }
}
