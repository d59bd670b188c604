/** What a line, its invoice and its candidates show by themselves, for each code that has something to show. */

import type {Period} from '../model/calendar.ts'
import {cprNumbersIn} from '../model/citizen.ts'
import type {Grant} from '../model/grant.ts'
import {type Ore, sizeOf, sumOre, zeroOre} from '../model/money.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {Candidate} from '../model/verdict.ts'
import {kronerText, listText, paragraphText, periodText, supplierText} from '../text/format.ts'
import {maskCpr, maskedLine} from '../text/mask.ts'
import {describeProblem} from './problems.ts'
import {type Case, fact, instruction, type Sentence} from './sentence.ts'

export const caseFacts = (reason: ReasonCode, about: Case): readonly Sentence[] => byCode[reason]?.(about) ?? []

/** The line's period, else its columns where both are filled. */
export function statedPeriod({line: {period, line}}: Pick<Case, 'line'>): Period | null {
  if (period) return period
  const {periodFrom: from, periodTo: to} = line
  return from && to ? {from, to} : null
}

const byCode: Partial<Record<ReasonCode, (about: Case) => readonly Sentence[]>> = {
  ROW_INVALID: ({invoice, language}) =>
    invoice.problems.slice(0, 2).map((problem) => ({
      sentence: `${maskedLine(problem.source.file)}:${problem.source.row} ${describeProblem(problem, language)}.`,
      settles: false,
    })),
  TOTAL_MISMATCH: ({invoice: {lines, total}, language}) => {
    const sum = sumOre(lines.map(({amount}) => amount))
    return [
      fact(
        language,
        `Linjerne summer til ${kronerText(sum, 'da')}, men Fakturatotal er ${kronerText(total, 'da')}`,
        `The lines add up to ${kronerText(sum, 'en')}, but Fakturatotal is ${kronerText(total, 'en')}.`,
      ),
    ]
  },
  CURRENCY_UNSUPPORTED: ({invoice: {currency}, language}) => [
    fact(language, `Valutaen er ${maskedLine(currency)}.`, `The currency is ${maskedLine(currency)}.`),
  ],
  VAT_UNSUPPORTED: ({invoice: {lines}, language}) => {
    const vat = sumOre(lines.map((line) => line.vat))
    return [fact(language, `Momsen er ${kronerText(vat, 'da')}`, `The VAT is ${kronerText(vat, 'en')}.`)]
  },
  CVR_INVALID: ({invoice: {supplierCvr}, language}) =>
    supplierCvr
      ? [
          fact(
            language,
            `«${maskedLine(supplierCvr)}» er ikke et gyldigt CVR-nummer.`,
            `«${maskedLine(supplierCvr)}» is no valid CVR number.`,
          ),
        ]
      : [],
  AMOUNT_OVER_LIMIT: ({invoice: {total}, language}) => [
    fact(
      language,
      `Regningen er på ${kronerText(total, 'da')}, mere end rules.maxAmount.`,
      `The bill is for ${kronerText(total, 'en')}, more than rules.maxAmount.`,
    ),
  ],
  PERIOD_INVALID: periodFact,
  PERIOD_TOO_LONG: (about) => [
    ...periodFact(about),
    instruction(
      about.language,
      `Bed leverandøren om en regning for hver måned, eller sæt suppliers."${about.invoice.supplierCvr}".maxMonths i bills.yaml, hvis aftalen er sådan.`,
      `Ask the supplier for a bill for each month, or set suppliers."${about.invoice.supplierCvr}".maxMonths in bills.yaml if that is the agreement.`,
    ),
  ],
  PERIOD_OUTSIDE_WINDOW: periodFact,
  PERIOD_BEFORE_START: periodFact,
  CPR_INVALID: ({line, language}) => {
    const {cprField} = line.line
    return cprField.kind === 'invalid' && cprField.text !== ''
      ? [
          fact(
            language,
            `Feltet holder «${maskedLine(cprField.text)}».`,
            `The field holds «${maskedLine(cprField.text)}».`,
          ),
        ]
      : []
  },
  CPR_AMBIGUOUS: ({line: {line}, language}) => {
    const all = new Set([...(line.cprField.kind === 'number' ? [line.cprField.cpr] : []), ...cprNumbersIn(line.text)])
    const shown = [...all].map(maskCpr).toSorted()
    if (shown.length === 0) return []
    return [fact(language, `Det kan være ${listText(shown, 'da')}.`, `It may be ${listText(shown, 'en')}.`)]
  },
  SUPPLIER_UNKNOWN: suppliersOfCitizen,
  NO_GRANT_WITH_SUPPLIER: suppliersOfCitizen,
  CITIZEN_UNKNOWN: ({line: {citizen}, invoice, language}) =>
    citizen
      ? [
          fact(
            language,
            `${maskCpr(citizen)} står ikke i bevillingerne; regningen er fra ${supplierText(invoice.supplierName, invoice.supplierCvr)}.`,
            `${maskCpr(citizen)} is not in the register; the bill is from ${supplierText(invoice.supplierName, invoice.supplierCvr)}.`,
          ),
        ]
      : [],
  OUT_OF_SCOPE: outOfScope,
  GRANT_NOT_VALID: (about) => {
    const {language} = about
    const period = statedPeriod(about)
    return nearestGrants(about)
      .slice(0, 1)
      .map((grant) => {
        const [da, en] = (['da', 'en'] as const).map((each) =>
          listText(
            grant.services.map((days) => periodText(days, each)),
            each,
          ),
        )
        const [not, isNot] = period
          ? [`, ikke ${periodText(period, 'da')}`, `, not ${periodText(period, 'en')}`]
          : ['', '']
        return fact(language, `Bevilling ${grant.id} dækker ${da}${not}.`, `Grant ${grant.id} covers ${en}${isNot}.`)
      })
  },
  AMOUNT_MISMATCH: costs,
  PERIOD_MISMATCH: periodFact,
  PERIOD_ALREADY_PAID: (about) => {
    const {language, line} = about
    const period = statedPeriod(about)
    const ids = listText(line.evidence.nearest, language)
    if (!period || !ids) return []
    return [
      fact(
        language,
        `Bevilling ${ids} er betalt for dage i ${periodText(period, 'da')}.`,
        `Grant ${ids} is paid for days of ${periodText(period, 'en')}.`,
      ),
    ]
  },
  GRANT_AMBIGUOUS: (about) => {
    const {language, line} = about
    const {nearest, doubt, candidates} = line.evidence
    if (doubt) return []
    const paid = candidates.filter(({excludedBy}) => excludedBy === 'unpaid').map(({grantId}) => grantId)
    const [alsoDa, alsoEn] =
      paid.length > 0 ? [`; ${listText(paid, 'da')} er betalt`, `; ${listText(paid, 'en')} is paid`] : ['', '']
    return nearest.length > 1
      ? [
          fact(
            language,
            `Beløbet passer på bevilling ${listText(nearest, 'da', 5)}${alsoDa}.`,
            `The amount fits grant ${listText(nearest, 'en', 5)}${alsoEn}.`,
          ),
        ]
      : []
  },
}

function periodFact(about: Case): Sentence[] {
  const period = statedPeriod(about)
  if (!period) return []
  return [
    fact(about.language, `Linjen er for ${periodText(period, 'da')}.`, `The line is for ${periodText(period, 'en')}.`),
  ]
}

/** Where the citizen does have grants: the bill may be for one of these under another CVR number. */
function suppliersOfCitizen({line, invoice, grants, language}: Case): Sentence[] {
  const found = line.evidence.candidates.flatMap(({grantId}) => grants.get(grantId) ?? [])
  const suppliers = new Map(found.map((grant) => [grant.supplierCvr, grant]))
  const named = [...suppliers.values()].map(
    (grant) => `${supplierText(grant.supplierName, grant.supplierCvr)}, ${grant.id}`,
  )
  const [only] = suppliers.values()
  if (!only)
    return [
      fact(
        language,
        `Regningen er fra ${supplierText(invoice.supplierName, invoice.supplierCvr)}.`,
        `The bill is from ${supplierText(invoice.supplierName, invoice.supplierCvr)}.`,
      ),
    ]
  const has = fact(
    language,
    `Borgeren har bevilling hos ${listText(named, 'da')}.`,
    `The citizen has a grant with ${listText(named, 'en')}.`,
  )
  // `billsAs` holds for all the supplier's bills: it is named only where nothing else is known of the CVR number.
  if (suppliers.size > 1 || line.reason !== 'SUPPLIER_UNKNOWN') return [has]
  return [
    has,
    instruction(
      language,
      `Fakturerer afsenderen altid for den leverandør, så sæt "${invoice.supplierCvr}" i suppliers."${only.supplierCvr}".billsAs i bills.yaml; ellers opret bevillingen, eller afvis regningen.`,
      `If this one always bills for that one, put "${invoice.supplierCvr}" into suppliers."${only.supplierCvr}".billsAs of bills.yaml; else register the grant, or reject the bill.`,
    ),
  ]
}

function outOfScope(about: Case): Sentence[] {
  const {invoice, language, line} = about
  if (line.evidence.steps.length === 0) {
    return invoice.gln
      ? [
          fact(
            language,
            `EAN/GLN-nummer ${maskedLine(invoice.gln)} er ikke i rules.gln.`,
            `EAN/GLN number ${maskedLine(invoice.gln)} is not in rules.gln.`,
          ),
        ]
      : []
  }
  return nearestGrants(about)
    .slice(0, 2)
    .map(({id, fixed, paragraph}) =>
      fixed
        ? fact(
            language,
            `Bevilling ${id} er efter ${paragraphText(paragraph)}, som ikke er i rules.paragraphs.`,
            `Grant ${id} is under ${paragraphText(paragraph)}, which is not in rules.paragraphs.`,
          )
        : fact(
            language,
            `Bevilling ${id} er ikke fast (Fast, eller Time uden timer), så dens beløb kan ikke regnes ud.`,
            `Grant ${id} is not fixed (Fast, or Time without hours), so that its cost cannot be worked out.`,
          ),
    )
}

/** What the nearest grants cost over the period, and by how much the line differs. */
function costs(about: Case): Sentence[] {
  const {line, language} = about
  const period = statedPeriod(about)
  const nearest = new Set(line.evidence.nearest)
  const known = line.evidence.candidates.filter(
    (candidate): candidate is Candidate & {expected: Ore} =>
      nearest.has(candidate.grantId) && candidate.expected !== null,
  )
  return known.slice(0, 2).map(({grantId, expected, covered}) => {
    const over = covered ?? period
    const [forDa, forEn] = over ? [` for ${periodText(over, 'da')}`, ` for ${periodText(over, 'en')}`] : ['', '']
    const difference = (line.line.amount - expected) as Ore
    const isMore = difference > zeroOre
    const size = sizeOf(difference)
    return fact(
      language,
      `Bevilling ${grantId} koster ${kronerText(expected, 'da')}${forDa}; linjen er ${kronerText(size, 'da')} ${isMore ? 'højere' : 'lavere'}.`,
      `Grant ${grantId} costs ${kronerText(expected, 'en')}${forEn}; the line is ${kronerText(size, 'en')} ${isMore ? 'higher' : 'lower'}.`,
    )
  })
}

const nearestGrants = ({line, grants}: Case): Grant[] => line.evidence.nearest.flatMap((id) => grants.get(id) ?? [])
