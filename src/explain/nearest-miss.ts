/**
 * The nearest miss of a line that no grant was left for: each grant of the citizen is held against the line in every
 * field, not only in the one that excluded it, and the one with the fewest differences is told, with the value that
 * would have fitted. Of equals the one that came farthest, then the nearest in amount.
 */

import type {Config} from '../config/schema.ts'
import {statedPeriod} from '../exceptions/case.ts'
import {type Costs, costsFor, coveredPart} from '../match/costs/cost.ts'
import {windowOf} from '../match/periods/line-period.ts'
import {supplierGroups} from '../match/supplier-group.ts'
import {monthPeriod, monthsOf, openEnd, type Period} from '../model/calendar.ts'
import type {Grant} from '../model/grant.ts'
import type {Invoice, InvoiceLine} from '../model/invoice.ts'
import type {Language} from '../model/language.ts'
import {fraction, type Ore, roundToOre, sizeOf, times} from '../model/money.ts'
import {compareText} from '../model/source.ts'
import type {LineVerdict} from '../model/verdict.ts'
import {kronerText, listText, paragraphText, periodText} from '../text/format.ts'
import {maskedLine} from '../text/mask.ts'
import type {Difference, Field, NearestMiss} from './explanation.ts'

export type MissContext = {
  readonly verdict: LineVerdict
  readonly invoice: Invoice
  /** The citizen's. */
  readonly grants: readonly Grant[]
  readonly config: Config
  readonly language: Language
  /** Who has paid days of a grant, in words; empty where nobody knows. */
  readonly paidBy: (grantId: string) => string
}

/** Null where the citizen has no grant, one was left, or the line never came to the grants. */
export function nearestMiss(context: MissContext): NearestMiss | null {
  const {verdict, grants} = context
  const {steps, candidates} = verdict.evidence
  if (steps.length === 0 || steps.at(-1)?.after !== 0 || candidates.length === 0) return null
  const costs = costsFor(context.config)
  const [best] = grants
    .map((grant) => ({grant, ...heldAgainst(grant, context, costs)}))
    .filter(({differences}) => differences.length > 0)
    .toSorted(
      (a, b) =>
        a.differences.length - b.differences.length ||
        fieldNumber(b.differences[0]) - fieldNumber(a.differences[0]) ||
        a.off - b.off ||
        compareText(a.grant.id, b.grant.id),
    )
  return best ? {grantId: best.grant.id, differences: best.differences} : null
}

const order: readonly Field[] = ['supplier', 'scope', 'period', 'validity', 'amount', 'unpaid']
const fieldNumber = (difference: Difference | undefined): number => (difference ? order.indexOf(difference.field) : -1)

/** `off` is how far the amount is from what the grant costs, in øre. */
type Held = {readonly differences: readonly Difference[]; readonly off: number}

function heldAgainst(grant: Grant, context: MissContext, costs: Costs): Held {
  const {verdict, invoice, config, language} = context
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const differences: Difference[] = []
  const add = (field: Field, text: string, wouldFit: string): void => {
    differences.push({field, text, wouldFit})
  }
  const {line} = verdict
  const period = statedPeriod({line: verdict})
  const tolerance = config.rules.amountTolerance

  if (!supplierGroups(config)(invoice.supplierCvr).has(grant.supplierCvr)) {
    const [has, wants] = [maskedLine(invoice.supplierCvr), maskedLine(grant.supplierCvr)]
    add(
      'supplier',
      say(
        `CVR-nummer: regningen har ${has}, bevillingen ${wants}`,
        `CVR number: the bill has ${has}, the grant ${wants}`,
      ),
      say(
        `regningen havde CVR ${wants}, eller ${has} stod i suppliers."${wants}".billsAs`,
        `the bill had CVR ${wants}, or ${has} stood in suppliers."${wants}".billsAs`,
      ),
    )
  }
  if (!grant.fixed)
    add(
      'scope',
      say('Fast: bevillingen er ikke fast', 'Fast: the grant is not fixed'),
      say('Fast var Ja (og timer om ugen udfyldt)', 'Fast was Ja (and hours a week were filled in)'),
    )
  else if (!config.rules.paragraphs.includes(grant.paragraph)) {
    const section = paragraphText(grant.paragraph)
    add(
      'scope',
      say(
        `Paragraf: bevillingen er efter ${section}, som ikke er i rules.paragraphs`,
        `Paragraph: the grant is under ${section}, not in rules.paragraphs`,
      ),
      say(`${section} stod i rules.paragraphs`, `${section} stood in rules.paragraphs`),
    )
  }

  if (!period) {
    const months = fittingMonths(grant, line.amount, invoice, config, costs)
    const shown = listText(
      months.map((month) => periodText(month, language)),
      language,
    )
    add(
      'period',
      say('Periode: linjen angiver ingen', 'Period: the line states none'),
      shown
        ? say(`perioden ${shown} stod på linjen`, `the line stated ${shown}`)
        : say('perioden stod på linjen', 'the line stated its period'),
    )
    if (!shown) add('amount', ...amountAgainstRate(grant, line, language))
    return {differences, off: 0}
  }

  const excludedBy = verdict.evidence.candidates.find(({grantId}) => grantId === grant.id)?.excludedBy
  if (excludedBy === 'period')
    add(
      'period',
      say('Periode: linjen siger ikke entydigt, hvilken', 'Period: the line does not say plainly which'),
      say('linjen angav netop én periode', 'the line stated just one period'),
    )
  const covers = coveredPart(grant, period) !== undefined
  if (!covers) {
    const days = listText(
      grant.services.map((each) => periodText(each, language)),
      language,
    )
    const [wanted, at] = [periodText(period, language), periodText(period, 'da')]
    add(
      'validity',
      say(
        `Periode: linjen er for ${at}, bevillingen dækker ${days}`,
        `Period: the line is for ${wanted}, the grant covers ${days}`,
      ),
      say(`bevillingen dækkede ${at}`, `the grant covered ${wanted}`),
    )
  }
  const cost = costs.of(covers ? grant : stretched(grant, period), period)
  const off = sizeOf((line.amount - cost) as Ore)
  if (off > tolerance) add('amount', ...amountAgainstCost(grant, period, cost, line, covers, costs, language))
  if (excludedBy === 'unpaid') {
    const by = context.paidBy(grant.id)
    const days = periodText(period, language)
    add(
      'unpaid',
      say(`Betaling: dage i ${days} er betalt${by}`, `Payment: days of ${days} are paid${by}`),
      say(`ingen dag i ${days} var betalt`, `no day of ${days} was paid`),
    )
  }
  return {differences, off}
}

function amountAgainstCost(
  grant: Grant,
  period: Period,
  cost: Ore,
  {amount}: InvoiceLine,
  covers: boolean,
  costs: Costs,
  language: Language,
): [string, string] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const [billed, costing, days] = [
    kronerText(amount, language),
    kronerText(cost, language),
    periodText(coveredPart(grant, period) ?? period, language),
  ]
  const rate = rateFor(grant, period, amount, cost, covers, costs)
  const unit = grant.unit
  return [
    say(
      `Beløb: linjen har ${billed}, bevillingen koster ${costing} for ${days}`,
      `Amount: the line has ${billed}, the grant costs ${costing} for ${days}`,
    ),
    rate === null
      ? say(`beløbet var ${costing}`, `the amount was ${costing}`)
      : say(
          `beløbet var ${costing}, eller taksten ${kronerText(rate, language)} pr. ${unit}`,
          `the amount was ${costing}, or the rate ${kronerText(rate, language)} (per ${unit})`,
        ),
  ]
}

function amountAgainstRate({rates, unit}: Grant, {amount}: InvoiceLine, language: Language): [string, string] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const shown = listText(
    rates.map(({rate}) => `${kronerText(rate, language)} pr. ${unit}`),
    language,
  )
  return [
    say(
      `Beløb: linjen har ${kronerText(amount, 'da')}, bevillingens takst er ${shown}`,
      `Amount: the line has ${kronerText(amount, 'en')}, the grant's rate is ${shown}`,
    ),
    say(
      'beløbet var, hvad bevillingen koster for en måned i vinduet',
      'the amount was what the grant costs in a month of the window',
    ),
  ]
}

/** The one rate that gives just the amount; null where several rates are in the period, or none gives it to the øre. */
function rateFor(grant: Grant, period: Period, amount: Ore, cost: Ore, covers: boolean, costs: Costs): Ore | null {
  const base = covers ? grant : stretched(grant, period)
  const inPeriod = base.rates.filter(({from, to}) => from <= period.to && period.from <= to)
  const [only, ...others] = inPeriod
  if (!only || others.length > 0 || cost <= 0 || amount <= 0) return null
  const rate = roundToOre(times(fraction(only.rate), {numerator: BigInt(amount), denominator: BigInt(cost)}))
  const changed: Grant = {...base, rates: base.rates.map((each) => (each === only ? {...each, rate} : each))}
  return costs.of(changed, period) === amount ? rate : null
}

/** The grant as it would be if its nearest rate held for the period as well. */
function stretched(grant: Grant, period: Period): Grant {
  const isBefore = period.to < (grant.services[0]?.from ?? openEnd)
  const [rate, service] = isBefore
    ? [grant.rates[0], grant.services[0]]
    : [grant.rates.findLast(({to}) => to < period.from), grant.services.findLast(({to}) => to < period.from)]
  const days = {from: period.from, to: period.to}
  return {...grant, rates: rate ? [{...rate, ...days}] : [], services: service ? [{...service, ...days}] : []}
}

/** The whole months of the bill's window in which the grant costs just the amount. */
function fittingMonths(grant: Grant, amount: Ore, {issueDate}: Invoice, config: Config, costs: Costs): Period[] {
  if (!issueDate) return []
  return monthsOf(windowOf(issueDate, config))
    .map(monthPeriod)
    .filter((month) => {
      const cost = costs.of(grant, month)
      return cost > 0 && sizeOf((amount - cost) as Ore) <= config.rules.amountTolerance
    })
}
