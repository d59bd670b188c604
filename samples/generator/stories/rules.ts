/** Bills that the municipality's own rules, its support sheet or its chart of accounts leave to a person. */
import {monthPeriod} from '../../../src/model/calendar.ts'
import {outOfScope, services, troubles} from '../catalogue.ts'
import {costOf} from '../cost.ts'
import type {ReasonCode} from '../model.ts'
import {billedMonths, cprField, type GrantDraft, issueDay, type Teller} from '../teller.ts'
import {monthsOfGrant, seriesWithFault, statedBill} from './series.ts'
import {either, excepted, posts} from './truths.ts'

/** A paragraph that the program does not pay. */
export function otherParagraph(t: Teller): void {
  everyMonth(t, {kind: t.random.pick(outOfScope)}, 'a paragraph out of scope', 'OUT_OF_SCOPE')
}

/** The amount differs from month to month: nothing to hold a bill against. */
export function notFixed(t: Teller): void {
  const grant = t.grant({fixed: false, to: null, ...(t.random.chance(0.5) ? {rate: null} : {})})
  for (const month of billedMonths(t, 'none')) {
    t.bill({
      supplier: grant.supplier,
      issued: issueDay(t, 'none', month),
      lines: [{amount: t.random.int(100_000, 3_000_000), citizen: cprField(t, grant.citizen), ...monthPeriod(month)}],
      truth: excepted('the grant is not fixed', 'OUT_OF_SCOPE'),
    })
  }
}

/** Hours are granted, but not how many a week. */
export function hoursUnknown(t: Teller): void {
  const kind = services.find(({unit}) => unit === 'Time')
  if (kind) everyMonth(t, {kind: {...kind, quantities: [null]}}, 'hours without a number', 'OUT_OF_SCOPE')
}

/** Only grants that are drafted or withdrawn. */
export function notInForce(t: Teller): void {
  const {supplier} = t.grant()
  everyMonth(
    t,
    {supplier, status: t.random.pick(['Annulleret', 'Kladde', 'Afslag'])},
    'the only grant is not in force',
    'CITIZEN_UNKNOWN',
  )
}

/** The cell is there, the word is not: nothing says whether such a row can be read. */
export function noTargetGroup(t: Teller): void {
  const grant = t.grant({targetGroup: '', to: null})
  for (const month of monthsOfGrant(t, grant)) {
    statedBill(t, grant, month, {truth: either(posts('a grant without target group', [grant], monthPeriod(month)))})
  }
}

export function foreignCurrency(t: Teller): void {
  seriesWithFault(t, () => ({
    currency: t.random.pick(['EUR', 'SEK', 'nok']),
    truth: excepted('not in kroner', 'CURRENCY_UNSUPPORTED'),
  }))
}

export function withVat(t: Teller): void {
  seriesWithFault(t, (grant, month) => ({
    vat: Math.round(costOf(grant, monthPeriod(month)) / 5),
    truth: excepted('VAT stated', 'VAT_UNSUPPORTED'),
  }))
}

export function othersGln(t: Teller): void {
  seriesWithFault(t, () => ({gln: '5798000000994', truth: excepted("another department's EAN number", 'OUT_OF_SCOPE')}))
}

export function blockedSupplier(t: Teller): void {
  everyMonth(t, {supplier: t.supplier({special: 'blocked'})}, 'a supplier that is not paid', 'SUPPLIER_BLOCKED')
}

const codes = {
  missing: 'MAPPING_MISSING',
  ambiguous: 'MAPPING_AMBIGUOUS',
  malformed: 'ACCOUNT_MALFORMED',
  blocked: 'ACCOUNT_CLOSED',
  expired: 'ACCOUNT_CLOSED',
  unknown: 'ACCOUNT_CLOSED',
} as const satisfies Record<keyof typeof troubles, ReasonCode>

/** What the support sheet or the chart makes of the grant cannot be posted. */
export const notCoded = (Object.keys(codes) as (keyof typeof codes)[]).map((trouble) => (t: Teller): void => {
  const kind = services.find(({paragraph}) => paragraph === troubles[trouble].paragraph)
  const draft = {ownership: 'Kommunal', ...troubles[trouble], ...(kind ? {kind} : {})}
  everyMonth(t, draft, `support sheet or chart: ${trouble}`, codes[trouble])
})

function everyMonth(t: Teller, draft: GrantDraft, note: string, code: ReasonCode): void {
  const grant = t.grant({to: null, ...draft})
  for (const month of monthsOfGrant(t, grant)) statedBill(t, grant, month, {truth: excepted(note, code)})
}
